"""Wrong calls and refused acts: code -> (Chinese, English)."""

WORDS = {
    "E-NOAWARD": (
        "{path} 里没有评选活动（需要 config.toml 和 award.db）。请换到评选文件夹，或用 -C 指明；新建请用 pingxuan new。",
        "There is no award in {path} (config.toml and award.db are needed). Go to the award's folder or name it with -C; make one with pingxuan new.",
    ),
    "E-NOCOMMAND": (
        "没有“{name}”这个命令。可用的命令：{known}。",
        "There is no command {name}. The commands are: {known}.",
    ),
    "E-MIXED": (
        "程序包 {name} 来自 {path}，而不是 {home}，可能与别的软件装在了一起。请把评选单独安装（例如用 pipx）。",
        "The package {name} comes from {path}, not from {home}; it is probably mixed with other software. Install Pingxuan on its own (with pipx, for example).",
    ),
    "E-CRASH": (
        "程序出错了，已保存的内容都在。请把文件 {report} 交给维护人员（里面没有姓名和分数）。",
        "The program failed; everything saved is safe. Please give the file {report} to the maintainers (it holds no name and no score).",
    ),
    "E-AWARDTHERE": (
        "{path} 里已经有一个评选活动，没有动它。要接着用，请进入该文件夹；要新建，请换一个文件夹名。",
        "There is an award in {path} already; it was left alone. Go there to work on it, or choose another folder for a new one.",
    ),
    "E-NOREASON": (
        "这件事必须写明原因（命令里用 --reason）。",
        "This needs a written reason (in a command: --reason).",
    ),
    "E-STALE": (
        "评委 {judges} 的评分表是按另一套规则打的（{was}，现在是 {now}）。请恢复 config.toml，或用 pingxuan reopen 逐个退回重新提交。",
        "The ballots of {judges} were given under other rules ({was}, now {now}). Restore config.toml, or send each back with pingxuan reopen.",
    ),
    "E-INCOMPLETE": (
        '还不能定稿：评委没打的分 {gaps} 处，有效评分表不足的案例 {short} 个，系数没有登记的案例 {factors} 个，待定的并列 {cuts} 处（pingxuan rank 会逐项列出）。请补齐；确需定稿请加 --despite-missing --reason "原因"。',
        'This cannot be final yet. Scores not given: {gaps}; cases with too few ballots: {short}; cases without a factor: {factors}; ties undecided: {cuts}; pingxuan rank lists them. Complete it, or add --despite-missing --reason "the reason".',
    ),
    "E-OPENCUT": (
        '等次“{tier}”还有 {places} 个名额，{cases} 并列，规则到此为止，须由委员会决定：pingxuan decide {example} --kind chair --reason "原因"。',
        'Tier {tier} has {places} place(s) left and {cases} are tied; the rules stop here and the committee must decide: pingxuan decide {example} --kind chair --reason "the reason".',
    ),
    "E-RECOUNT": (
        "两种算法的结果不一致（{where}），没有定稿。这是程序的错误，请联系维护人员，不要公布结果。",
        "The two ways of counting disagree ({where}); nothing was made final. This is a fault of the program: tell the maintainers and publish nothing.",
    ),
    "E-NOFINAL": (
        "还没有定稿的结果。请先运行 pingxuan finalise。",
        "There is no final result yet. Run pingxuan finalise first.",
    ),
    "E-NORESULT": (
        "没有第 {number} 号结果。已有的编号：{known}。定稿请用 pingxuan finalise。",
        "There is no result number {number}. There are: {known}. pingxuan finalise makes one.",
    ),
    "E-NOTHING-NOMINATIONS": (
        "还没有申报案例。请先用 pingxuan import 导入。",
        "There are no nominations yet. Import them with pingxuan import FILE first.",
    ),
    "E-NOTHING-JUDGES": (
        "还没有评委。请先用 pingxuan import --judges 导入。",
        "There are no judges yet. Import them with pingxuan import --judges FILE first.",
    ),
    "E-DECISION-TOO_SHORT": (
        "决定里至少要有两个案例，只写了：{cases}。请把并列的案例都写上，好的在前。",
        "A decision orders at least two cases; this names only {cases}. Name all that are tied, the best first.",
    ),
    "E-DECISION-REPEATED": (
        "决定里有案例写了两次：{cases}。每个案例只写一次，好的在前。",
        "A case is named twice in the decision: {cases}. Name each once, the best first.",
    ),
    "E-DECISION-UNKNOWN": (
        "决定里有不存在的案例：{cases}。编号见 pingxuan rank。",
        "The decision names a case that does not exist: {cases}. pingxuan rank shows the numbers.",
    ),
    "E-DECISION-TWICE": (
        "{cases} 的先后已经决定过。要改，请先用 pingxuan undecide 撤销原来的决定（编号见 pingxuan log）。",
        "The order of {cases} was decided before. To change it, first take that decision back with pingxuan undecide (pingxuan log shows its number).",
    ),
    "E-DECISION-NOT_TIED": (
        "{cases} 现在没有并列，不需要决定。哪些案例在等待决定，pingxuan rank 会列出。",
        "{cases} are not tied with each other now; nothing is to be decided. pingxuan rank lists what waits for a decision.",
    ),
    "E-DECISION-PART_OF_TIE": (
        "并列的不只是 {cases}，全部是 {tied}；请把它们一起排出先后。",
        "Not only {cases} are tied but {tied}; put all of them in order.",
    ),
    "E-DIFFERS": (
        "结果第 {number} 号与现在重新计算的不一致：{where}。请恢复定稿时的 config.toml；如果更正是有意的，请用 pingxuan finalise 生成新的编号。",
        "Result number {number} differs from what is counted now: {where}. Restore config.toml as it was then; if the change is meant, pingxuan finalise makes a new number.",
    ),
    "E-NOTDEMO": (
        "{path} 不是空的，也不是示例活动，没有动它。请另选一个文件夹。",
        "{path} is not empty and not the example award; it was left alone. Choose another folder.",
    ),
    "E-NOSECRET": (
        "这里需要输入：{what}。请在终端里运行，或写入文件、环境变量 {env}。",
        "Needed here: {what}. Run this in a terminal, or give a file or the variable {env}.",
    ),
}
