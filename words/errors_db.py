"""Error sentences of the award's database: code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-ALTERED": (
        "{what} 的内容与提交时不同，数据库被别的程序改动过。没有使用它。请从 backups 文件夹恢复备份。",
        "What is stored of {what} is not what was handed in: another program altered the database. It was not used. Restore a backup from the backups folder.",
    ),
    "E-BACKUP": (
        "备份做好后检查不通过，因此没有继续。请检查磁盘，备份文件夹是 {path}。",
        "The backup was made but did not pass its check, so nothing was done. Check the disk; the backups are in {path}.",
    ),
    "E-BALLOT": (
        "一份评分表的内部格式不对，没有使用。请退回该评委重新提交。",
        "A ballot is not in the right form inside and was not used. Send it back to its judge.",
    ),
    "E-CASEUNKNOWN": (
        "没有编号为 {case} 的案例。请检查编号。",
        "There is no case with the number {case}. Check the number.",
    ),
    "E-CHAIN": (
        "操作记录第 {n} 条对不上，数据库被别的程序改动过。请从 backups 文件夹恢复备份。",
        "Entry {n} of the log does not hold: another program altered the database. Restore a backup from the backups folder.",
    ),
    "E-CHANGED": (
        "这个编号已经有了，但内容不同。什么都没有导入。请改用新编号，或去掉这一行；没有编号的文件每次都从 001 编起，几个这样的文件请一次一起导入；如果案例确要更改，请用 pingxuan amend。",
        "This number is there already with another content. Nothing was imported. Use a new number, or take the row out; a file without numbers always begins at 001, so import several of them together, in one command; to change a case on purpose, use pingxuan amend.",
    ),
    "W-MARKSDROPPED": (
        "评委 {judge} 已经提交了对案例 {case} 的打分；登记这条回避后，这些分数不再计入。请核对。",
        "Judge {judge} has already submitted marks for case {case}; with this recusal they no longer count. Check it.",
    ),
    "E-DAMAGED": (
        "文件 {path} 已损坏（{why}）。最近的备份是 {backup}，请复制它来代替。",
        "The file {path} is damaged ({why}). The newest backup is {backup}: copy it into its place.",
    ),
    "E-DAMAGEDALONE": (
        "文件 {path} 已损坏（{why}），这里也没有备份。请找回您另外保存的副本。",
        "The file {path} is damaged ({why}) and there is no backup beside it. Look for a copy that was kept elsewhere.",
    ),
    "E-DECISION": (
        "委员会的决定要写至少两个案例，每个只写一次，好的在前。",
        "A decision names at least two cases, each once, the best first.",
    ),
    "E-DISK": (
        "读写 {path} 时磁盘出错。已保存的内容都在。请检查磁盘或U盘是否插好，再试一次。",
        "The disk failed while {path} was used. What was saved is safe. Check that the disk or stick is firmly connected and try again.",
    ),
    "E-DRAFT": (
        "评委 {judge} 的草稿第 {n} 步对不上，数据库被别的程序改动过。请联系秘书从备份恢复。",
        "Step {n} in the draft of {judge} does not hold: another program altered the database. Ask the secretary to restore a backup.",
    ),
    "E-ELSEWHERE": (
        "评委 {judge} 的评分在另一个窗口里改过，或案例、回避名单有变化。这一步没有保存。请关闭后重新打开。",
        "The scores of {judge} were changed in another window, or the cases or recusals have changed. This step was not saved. Close this window and open it again.",
    ),
    "E-EVIDENCE": (
        "已经记录的内容不能修改或删除。请另外登记一条更正。",
        "What was recorded is never changed or deleted. Record a correction instead.",
    ),
    "E-GAPS": (
        "案例 {case} 还没有打完，缺：{criteria}。",
        "Case {case} is not finished; missing: {criteria}.",
    ),
    "E-NEWER": (
        "文件 {path} 是更新版本的程序写的（{found}，本程序认识到 {known}）。请安装新版本后再打开，没有改动它。",
        "The file {path} was written by a newer version of the program ({found}, this one knows {known}). Install the new version to open it; it was not changed.",
    ),
    "E-NOBALLOT": (
        "评委 {judge} 现在没有已提交的评分表，不需要退回。",
        "{judge} has no submitted ballot now; there is nothing to send back.",
    ),
    "E-NOCRITERION": (
        "没有名为 {criterion} 的评分指标。请检查规则。",
        "There is no criterion called {criterion}. Check the rules.",
    ),
    "E-NONAME": (
        "这位评委没有姓名。请补上。",
        "This judge has no name. Fill it in.",
    ),
    "E-NOTAWARD": (
        "{path} 不是本程序的评选数据。请选择评选文件夹里的 award.db。",
        "{path} is not an award of this program. Choose the award.db in the folder of an award.",
    ),
    "E-NOTITLE": (
        "这个案例没有标题。请补上。",
        "This case has no title. Fill it in.",
    ),
    "E-NUMBEREMPTY": (
        "这个案例没有编号。请补上。",
        "This case has no number. Fill it in.",
    ),
    "E-OTHERRULES": (
        "评委 {judge} 的评分表用的评分指标与现在的规则不同。请恢复规则文件，或退回该评委重新提交。",
        "The ballot of {judge} has other criteria than the rules have now. Restore the rules, or send the ballot back to its judge.",
    ),
    "E-OVERLIMIT": (
        "太多了：{what} {count}，最多 {limit}。什么都没有保存。",
        "Too many {what}: {count}, at most {limit}. Nothing was saved.",
    ),
    "E-RANGE": (
        "分数不在规定范围内：应在 {low} 到 {high} 之间，每档 {step}。没有采用。",
        "The score is off the scale, which goes from {low} to {high} in steps of {step}. It was not taken.",
    ),
    "E-REASON": (
        "请写明原因。",
        "Give a reason.",
    ),
    "E-RECUSED-BY": (
        "这个回避是秘书处登记的，您不能自己取消。如果有误，请联系秘书。",
        "This recusal was entered by the secretary, so you cannot take it back yourself. If it is wrong, ask the secretary.",
    ),
    "E-RECUSED": (
        "这个案例已经回避，不能打分。如果按错了，可以撤销。",
        "You have stepped back from this case and cannot score it. If that was a slip, undo it.",
    ),
    "E-REPLACED": (
        "文件 {path} 在使用中被换掉或移走了，这一步没有保存。请关闭程序，检查文件夹后重新打开。",
        "The file {path} was replaced or moved while in use, and this step was not saved. Close the program, look into the folder, and open it again.",
    ),
    "E-ROWS": (
        "操作记录第 {n} 条（{at}）登记的内容被别的程序增删或改动过。请从 backups 文件夹恢复备份。",
        "What entry {n} of the log ({at}) stands for was altered by another program. Restore a backup from the backups folder.",
    ),
    "E-SCOPE": (
        "评分表里有案例 {case}，而本次评选没有这个案例。没有采用。",
        "The ballot scores case {case}, which this award does not have. It was not taken.",
    ),
    "E-STRUCTURE": (
        "文件 {path} 的内部结构不是本程序建立的（{names}）。为安全起见没有打开。请从 backups 文件夹恢复备份。",
        "The file {path} is not built the way this program builds it ({names}) and was not opened, to be safe. Restore a backup from the backups folder.",
    ),
    "E-SUBMITTED": (
        "评委 {judge} 的评分表已经提交，不能再改。需要修改时请秘书退回。",
        "{judge} has submitted and cannot change anything now. The secretary can send the ballot back.",
    ),
    "E-NETWORK": (
        "文件夹 {path} 在网络上。几个人同时打开时可能损坏数据。建议先把整个文件夹复制到本机硬盘再打开。",
        "The folder {path} is on a network, where the data can be damaged when several people open it. Better copy the whole folder to this computer's disk and open it there.",
    ),
    "E-SYNCED": (
        "文件夹 {path} 由“{service}”自动同步，可能产生冲突副本。建议先把整个文件夹复制到不同步的地方再打开。",
        "The folder {path} is synchronised by `{service}`, which can make conflicting copies. Better copy the whole folder to a place that is not, and open it there.",
    ),
    "E-TOOLONG": (
        "{what} 太长：{length} 个字，最多 {limit}。请缩短。",
        "The {what} is too long: {length} characters, at most {limit}. Shorten it.",
    ),
    "E-TRIGGERS": (
        "文件 {path} 里防止改动的保护被去掉了（{names}）。为安全起见没有打开。请从 backups 文件夹恢复备份。",
        "The guards against changes are gone from the file {path} ({names}), and it was not opened, to be safe. Restore a backup from the backups folder.",
    ),
    "E-TWICE": (
        "这个编号在同一次导入里出现了 {count} 次。什么都没有导入。请只留一个。",
        "This number is in the import {count} times. Nothing was imported. Keep one of them.",
    ),
    "E-WAL": (
        "文件 {path} 正被别的数据库程序使用，或没有正常关闭。请关闭那个程序，把文件夹复制到可以写入的磁盘后再打开。",
        "The file {path} is in use by another database program, or was not closed properly. Close that program, copy the folder to a disk where you may write, and open it there.",
    ),
}
