"""The questions that make a new award: id -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "create.title": ("新建评选   第 {at} 题，共 {of} 题", "New award   question {at} of {of}"),
    "create.check": ("新建评选   请核对规则", "New award   please check the rules"),
    "create.leave": (
        "还没有写入任何东西。要退出吗？",
        "Nothing has been written yet. Leave?",
    ),
    "create.key.pick": ("数字 上下键", "Digits Up/Down"),
    "create.empty": ("（空着）", "(empty)"),
    "create.refilled": (
        "这一题不能空着，已放回建议的内容。照用就再按 Enter。",
        "This cannot be empty; what was suggested stands here again. Enter takes it.",
    ),
    "create.do.next": ("下一题", "next"),
    "create.do.back": ("上一题", "back"),
    "create.do.write": ("写入", "write it"),
    "create.why.first": ("已经是第一题", "this is the first question"),
    "create.why.wrong": ("还有错误，按 Esc 回去改", "there are mistakes; Esc goes back"),
    "create.command": (
        "同样的命令：pingxuan new {folder}，再修改其中的 config.toml",
        "The same as a command: pingxuan new {folder}, then edit its config.toml",
    ),
    "create.check.text": (
        "按您的回答，规则是这样的。请逐条核对；写入以后还可以改 config.toml。",
        "From your answers, these are the rules. Check each one; config.toml can be changed later.",
    ),
    "create.more": (
        "这里没有问到的，写入以后在 config.toml 里改，里面每一项都有说明：几个阶段（初评、复评、终评）、票决、网络投票、系统和地区的名额限制、每项最低分、加减分、偏差提示、字样。打开：全部工作里选“规则”，按 F2。现成的例子：pingxuan demo --example cases_two_rounds。",
        "What was not asked is changed in config.toml, where each line is explained: several stages, approval votes, public votes, caps per field or region, lines per criterion, bonuses, marks far from the others, wording. To open it: all work, rules, F2. A worked example: pingxuan demo --example cases_two_rounds.",
    ),
    "create.done": ("已新建：{folder}", "Made: {folder}"),
    "create.name": ("评选叫什么名字？", "What is the award called?"),
    "create.name.about": (
        "会印在公告和每张表上，如“2026年度优秀案例评选”。",
        "It is printed on the announcement and every sheet.",
    ),
    "create.name.start": ("优秀案例评选", "Case Award"),
    "create.id": ("给评选起个短编号？", "A short id for the award?"),
    "create.id.about": (
        "文件名里用，只能有英文小写字母、数字和连字符。不确定就不改。",
        "Used in file names: lower-case letters, digits and hyphens. If in doubt leave it.",
    ),
    "create.deadline": ("评委什么时候截止？", "When is the deadline for judges?"),
    "create.deadline.about": (
        "如 2026-06-30 18:00。只显示给评委看，到时不会自动关门。可以空着。",
        "Such as 2026-06-30 18:00. It is shown to judges and never enforced. May be empty.",
    ),
    "create.deadline.wrong": (
        "看不懂这个时间。请写成 2026-12-31 或 2026-12-31 18:00，日期要存在；没有就空着。",
        "That is no day. Write 2026-12-31 or 2026-12-31 18:00, a day that exists, or leave it empty.",
    ),
    "create.criteria": ("按哪几项打分，各占多少？", "Which criteria, and what does each weigh?"),
    "create.criteria.about": (
        "名称后面写百分比，用逗号隔开，加起来是 100。",
        "A name and its per cent, separated by commas; they add to 100.",
    ),
    "create.criteria.start": (
        "创新性 25，实际成效 35，群众满意 25，示范推广 15",
        "Innovation 25, Effect 35, Satisfaction 25, Replicability 15",
    ),
    "create.full": ("每项满分多少？", "How many points at most for each?"),
    "create.full.about": (
        "评委给每一项打 0 到这个分数，一般是 100。",
        "Judges give 0 to this many; usually 100.",
    ),
    "create.method": ("几位评委的分怎样合成一个？", "How do several judges make one score?"),
    "create.method.about": (
        "去掉最高最低：有效评分表到 5 份才去，不到就直接平均。",
        "Highest and lowest are dropped from five ballots on; below that it is the plain mean.",
    ),
    "create.method.trimmed_mean": (
        "去掉一个最高分、一个最低分再平均",
        "drop one highest and one lowest, then the mean",
    ),
    "create.method.mean": ("直接平均", "the plain mean"),
    "create.method.median": ("取中位数", "the median"),
    "create.ballots": ("一个案例至少要几份评分表？", "How many ballots does a case need?"),
    "create.ballots.about": (
        "不够的不排名，会列出来。",
        "A case with fewer is not ranked, and is listed.",
    ),
    "create.places": ("公布的分数保留几位小数？", "How many decimals has the published score?"),
    "create.places.about": (
        "四舍五入。名次按公布的分数排，同分再看下一步。",
        "Rounded half up. Ranks go by the published score; ties go on to the next step.",
    ),
    "create.places.0": ("不要小数", "none"),
    "create.places.1": ("一位", "one"),
    "create.places.2": ("两位", "two"),
    "create.places.3": ("三位", "three"),
    "create.tiers": ("设哪些等次，各几名？", "Which tiers, and how many in each?"),
    "create.tiers.about": (
        "名称后面写名额，从高到低，用逗号隔开。可以空着，只排名。",
        "A name and its places, best first, separated by commas. Empty: only a ranking.",
    ),
    "create.tiers.start": ("经典案例 10，优秀案例 10", "Classic 10, Excellent 10"),
    "create.cut": ("最后一个名额上仍然同分，怎么办？", "Still tied for the last place: what then?"),
    "create.cut.about": (
        "程序从不自己在同分里挑。",
        "The program never picks among equals by itself.",
    ),
    "create.cut.open": ("停下来，由委员会决定", "stop; the committee decides"),
    "create.cut.include": ("都进", "all of them get in"),
    "create.cut.exclude": ("都不进", "none of them gets in"),
    "create.mode": (
        "评委在自己电脑上评的话，评分表要加密吗？",
        "Where judges work on their own computers, are ballots locked?",
    ),
    "create.mode.about": (
        "大家用同一台电脑的，不受影响。加密的要主任的口令才能拆封。",
        "It makes no difference on one shared computer. Locked ballots open with the chair's passphrase.",
    ),
    "create.mode.sealed": ("加密（建议）", "locked (recommended)"),
    "create.mode.open": ("不加密", "not locked"),
    "create.help": (
        "新建评选\n\n一题一题回答。已经填好的是常用的写法，直接按 Enter 就是同意。\nEsc 回到上一题，答案都在。答完以后会把规则逐条念给您看，按 Enter 才写入。\n写入后还可以修改文件夹里的 config.toml，用 pingxuan check 再念一遍。",
        "A new award\n\nOne question after another. What stands there already is usual; Enter agrees.\nEsc goes back, the answers stay. At the end the rules are shown as sentences, and Enter writes them.\nconfig.toml can be changed afterwards; pingxuan check says the rules again.",
    ),
}
