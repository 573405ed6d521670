"""Collecting, closing, opening, judges who leave: error code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-AWARD": (
        "这份评分表属于另一个评选活动（{found}，这里是 {award}）。请核对文件，联系寄件的评委。",
        "This ballot belongs to another award ({found}; this one is {award}). Check the file with the judge who sent it.",
    ),
    "E-JUDGE": (
        "没有给评委 {judge} 发放过评审包。请核对评委编号。",
        "No packet was ever made for judge {judge}. Check the judge's id.",
    ),
    "E-UNISSUED": (
        "评委 {judge} 的评分表出自第 {issue} 号评审包，而本活动没有发放过它。请确认打开的是最新的评选文件夹。",
        "The ballot of judge {judge} comes from packet number {issue}, which this award has never made. Make sure this is the newest award folder.",
    ),
    "E-STALE-SLATE": (
        "评委 {judge} 的评分表按旧的评审清单打分（第 {issue} 号评审包，现在是第 {last} 号），没有计入。请让评委打开新评审包，确认后重新封送；原来的分数会自动带过去。",
        "The ballot of judge {judge} was given on an older slate (packet {issue}; now {last}) and does not count. Ask the judge to open the new packet, confirm and seal again; the scores are carried over.",
    ),
    "E-STALE-PACKET": (
        "评委 {judge} 的评分表出自已收回的第 {issue} 号评审包（现在是第 {last} 号），没有计入。请让评委用新评审包和新代码重新封送。",
        "The ballot of judge {judge} comes from packet {issue}, which was withdrawn (now {last}), and does not count. Ask the judge to seal again with the new packet and code.",
    ),
    "E-TOOMANYFILES": (
        "文件夹里的文件超过 {limit} 个，后面的没有看。请把评分表单独放进一个文件夹再收。",
        "There are more than {limit} files in the folder; the rest was not looked at. Put the ballots into a folder of their own.",
    ),
    "E-VANISHED": (
        "{name} 在读取时不见了或读不出来。请检查U盘，再收一次。",
        "{name} vanished or could not be read. Check the stick and collect again.",
    ),
    "E-CONFLICT-CONTENT": (
        '评委 {judge} 的同一稿次有两份不同的评分表（回执 {receipts}），暂不计入。请与评委核对回执，然后运行 pingxuan resolve {judge} 回执 --reason "原因"。',
        'There are two different ballots of judge {judge} under one sequence number (receipts {receipts}); none counts. Compare receipts with the judge, then run pingxuan resolve {judge} RECEIPT --reason "the reason".',
    ),
    "E-CONFLICT-KEYS": (
        '评委 {judge} 的评分表来自两台电脑（回执 {receipts}），暂不计入。请打电话与评委核对回执，然后运行 pingxuan resolve {judge} 回执 --reason "原因"。',
        'Ballots of judge {judge} came from two computers (receipts {receipts}); none counts. Ask the judge by telephone for the receipt, then run pingxuan resolve {judge} RECEIPT --reason "the reason".',
    ),
    "E-CONFLICT-RECEIPT": (
        '评委 {judge} 与另一位评委的评分表回执相同（{receipts}），暂不计入。请分别核对，然后运行 pingxuan resolve 评委 回执 --reason "原因"。',
        'Judge {judge} and another judge show the same receipt ({receipts}); neither counts. Ask both, then run pingxuan resolve JUDGE RECEIPT --reason "the reason".',
    ),
    "E-NOCONFLICT": (
        "评委 {judge} 没有需要处理的冲突。",
        "There is no conflict to resolve for judge {judge}.",
    ),
    "E-NOTINCONFLICT": (
        "评委 {judge} 的冲突里没有这个回执。可选：{known}。",
        "That receipt is not in the conflict of judge {judge}. The receipts are: {known}.",
    ),
    "E-LATE": (
        '评委 {judge} 的评分表（回执 {receipt}）在收票截止后才到，已保存但不计入。委员会同意计入时请运行 pingxuan accept-late {judge} --reason "原因"。',
        'The ballot of judge {judge} (receipt {receipt}) came after closing; it is kept and does not count. If the committee lets it in, run pingxuan accept-late {judge} --reason "the reason".',
    ),
    "E-NOLATE": (
        "评委 {judge} 没有截止后收到的评分表。",
        "No ballot of judge {judge} came after closing.",
    ),
    "E-LATE-SEQ": (
        "评委 {judge} 的迟到评分表是第 {seq} 稿，而已计入第 {counted} 稿；只有更新的一稿才能代替它。请让评委再封送一稿。",
        "The late ballot of judge {judge} is revision {seq}, but revision {counted} already counts; only a newer one can replace it. Ask the judge to seal once more.",
    ),
    "E-NOPACKETS": (
        "还没有发放评审包，没有可以收的评分表。请先运行 pingxuan freeze 和 pingxuan issue。",
        "No packets have been made, so there is nothing to collect. Run pingxuan freeze and pingxuan issue first.",
    ),
    "E-NOTCLOSED": (
        "还没有截止收票，不能拆封。请先运行 pingxuan close，并把收票单发给评委。",
        "Collecting has not been closed, so nothing can be opened. Run pingxuan close first and send the close sheet to the judges.",
    ),
    "E-CLOSED": (
        "收票已在 {at} 截止，不能再做这件事。",
        "Collecting was closed at {at}; this cannot be done any more.",
    ),
    "E-NOTOPENED": (
        "还有 {count} 份评分表没有拆封：{judges}。请运行 pingxuan rank，并由主任输入开票口令。",
        "{count} ballot(s) have not been opened: {judges}. Run pingxuan rank and let the chair type the opening passphrase.",
    ),
    "E-NOKEYS": (
        "这个评选活动没有密钥，不能拆封。请检查是否打开了正确的评选文件夹。",
        "This award has no keys, so nothing can be opened. Check that this is the right award folder.",
    ),
    "E-BALLOTCASES": (
        "评委 {judge} 的评分表与评审清单的案例不一致（{case}），没有采用。请保留文件，让评委重新封送。",
        "The cases in the ballot of judge {judge} are not those of the slate ({case}); it was not used. Keep the file, and ask the judge to seal again.",
    ),
    "E-BALLOTGAPS": (
        "评委 {judge} 的评分表里案例 {case} 没有打完，没有采用。请让评委重新封送。",
        "Case {case} is not finished in the ballot of judge {judge}; it was not used. Ask the judge to seal again.",
    ),
    "E-BALLOTCOMMENT": (
        "评委 {judge} 的评分表里案例 {case} 没有评语，而规则要求写评语，没有采用。请让评委补写后重新封送。",
        "The ballot of judge {judge} has no comment on case {case}, and the rules require one; it was not used. Ask the judge to write it and seal again.",
    ),
    "E-BALLOTRULES": (
        "评委 {judge} 的评分表写的规则指纹与评审清单不同（{was}，应为 {now}），没有采用。请保留文件，让评委重新封送。",
        "The ballot of judge {judge} names other rules than the slate ({was}, should be {now}); it was not used. Keep the file, and ask the judge to seal again.",
    ),
    "E-BOTHWAYS": (
        "评委 {judge} 既在本机提交过评分表，又交回了评分文件。请只保留一份：用 pingxuan reopen {judge} 退回本机的那份。",
        "Judge {judge} submitted on this computer and also sent a ballot file. Keep one: send the one on this computer back with pingxuan reopen {judge}.",
    ),
    "E-OFFSHEET": (
        "评委 {judge} 计入的评分表（回执 {receipt}）不在收票单上。收票截止后不能增减评分表，除非经委员会决定（pingxuan accept-late）。",
        "The ballot of judge {judge} that would count (receipt {receipt}) is not on the close sheet. After closing nothing is added or left out except by a recorded decision (pingxuan accept-late).",
    ),
    "E-LEFTOUT": (
        "收票单上评委 {judge} 的评分表（回执 {receipt}）现在不计入。请恢复它，或登记决定（pingxuan withdraw-judge {judge} --scores drop）。",
        "The ballot of judge {judge} on the close sheet (receipt {receipt}) would not count now. Restore it, or record a decision (pingxuan withdraw-judge {judge} --scores drop).",
    ),
    "E-WITHDRAWN": (
        "评委 {judge} 已经退出。",
        "Judge {judge} has withdrawn already.",
    ),
    "E-BUNDLE": (
        "{path} 不是本程序的归档包（{why}）。请选择归档时生成的文件夹或压缩包。",
        "{path} is not an archive of this program ({why}). Choose the folder or zip file that was made when archiving.",
    ),
    "E-JOURNAL": (
        "日志导出文件第 {line} 行不对（{why}），没有恢复。请换另一份导出文件。",
        "Line {line} of the log export is not right ({why}); nothing was rebuilt. Use another copy of the export.",
    ),
    "E-LOSTFILES": (
        "有 {count} 份收到的文件找不到：{names}。请把它们所在的文件夹一并给出。",
        "{count} received file(s) are missing: {names}. Name the folders they are in.",
    ),
}
