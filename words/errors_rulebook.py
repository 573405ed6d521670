"""Trying out, comparing results, decisions by people, corrections: code -> (Chinese, English)."""

WORDS = {
    # rank --what-if
    "E-WHATIF-FORM": (
        "“{text}”不是“项=值”的写法。可以写的项：{known}。例如 --what-if without-judge=J03。",
        "{text} is not written as key=value. The keys are: {known}. Example: --what-if without-judge=J03.",
    ),
    "E-WHATIF-KEY": (
        "“{text}”里的项不认识。可以写的项：{known}。",
        "The key of {text} is not known. The keys are: {known}.",
    ),
    "E-WHATIF-VALUE": (
        "“{text}”的值不对。可以写：{known}。",
        "The value of {text} is not right. It may be: {known}.",
    ),
    "E-WHATIF-NAME": (
        "“{text}”指的对象不存在。现有：{known}。",
        "What {text} names is not there. There are: {known}.",
    ),
    "E-WHATIF-WEIGHTS": (
        "“{text}”：权重合计必须是 100，没有写到的指标也要分到一些。请改小，或把各项权重都写出来。{known}",
        "{text}: weights add to 100, and criteria that are not named need a share too. Make them smaller, or name them all. {known}",
    ),
    "E-WHATIF-TRIM": (
        "“{text}”：去高去低只用于 trimmed_mean 和 trimmed_sum，而且 from 要大于 high 与 low 之和；有指标系数的须逐项去掉（of=criterion）。请改写。{known}",
        "{text}: dropping goes only with trimmed_mean and trimmed_sum, from must be more than high and low together, and where criteria have factors of is criterion. Write it otherwise. {known}",
    ),
    "E-COMBINE": (
        "{options} 一次只能用一个。请分开运行。",
        "Only one of {options} at a time. Run them one after the other.",
    ),
    # decisions
    "E-NODECISION": (
        "没有第 {number} 号有效的决定。有效的决定：{known}。",
        "There is no decision number {number} that holds. Those that hold: {known}.",
    ),
    "E-DECISION-IDLE": (
        '第 {number} 号决定（{cases}）现在对不上任何并列：分数或规则已经变了。请撤销它：pingxuan undecide {number} --reason "原因"，需要时再重新决定。',
        'Decision number {number} ({cases}) meets no tie any more: scores or rules have changed. Withdraw it with pingxuan undecide {number} --reason "the reason", and decide again if needed.',
    ),
    "E-DECISION-JUDGE": (
        "现在不需要在 {judge} 和别的评委之间抽签。{drawable}",
        "No draw is needed between {judge} and others now. {drawable}",
    ),
    "E-DECISION-WHAT": (
        "请写明案例的先后（pingxuan decide 010 014），或用 --judge 写明抽中的评委，两者只写一样。",
        "Name the cases in order (pingxuan decide 010 014), or the judge who was drawn with --judge; one of the two.",
    ),
    "E-OPENJUDGES": (
        '评委 {judges} 的打分幅度相同，规则要去掉其中一位的全部打分，须由抽签决定：pingxuan decide --judge {first} --kind draw --reason "抽签记录"。',
        'The marks of {judges} spread equally and the rules leave one of them out; a draw must decide: pingxuan decide --judge {first} --kind draw --reason "minutes of the draw".',
    ),
    # corrections
    "E-CORRECTION-CELL": (
        "评委 {judge} 对 {case} 的评分表里没有“{criterion}”这一项打分。该评分表有：{known}。",
        "The ballot of {judge} has no mark for {criterion} on {case}. It has: {known}.",
    ),
    "E-CORRECTION-ONLY": (
        "这份评分表只为更正而退回，只能改：{allowed}。改别处要由秘书用 pingxuan reopen 退回整份。",
        "This ballot was sent back for a correction only; what may be changed is: {allowed}. For anything else the secretary sends back the whole ballot with pingxuan reopen.",
    ),
    "E-CORRECTION-SCOPE": (
        "评委 {judge} 第 {revision} 稿改动了允许更正以外的内容：{places}。请用 pingxuan reopen {judge} 退回，或登记相应的更正。",
        "Revision {revision} of {judge} changes more than the correction allows: {places}. Send it back with pingxuan reopen {judge}, or record a correction for these too.",
    ),
    # deviations
    "E-NOFLAG": (
        "评委 {judge} 对 {case} 的打分没有被标记为偏差较大，不需要说明。现有标记：{known}。",
        "The marks of {judge} for {case} are not flagged as far from the others; no explanation is needed. Flagged: {known}.",
    ),
    "E-UNEXPLAINED": (
        '评委 {judge} 对 {case} 的打分与{base}相差 {difference}，须写明理由：pingxuan explain-mark {judge} {case} --text "理由"。',
        'The marks of {judge} for {case} differ from {base} by {difference}; a written explanation is needed: pingxuan explain-mark {judge} {case} --text "why".',
    ),
    "E-NOEXPLANATION": (
        "请用 --text 写明理由。",
        "Give the explanation with --text.",
    ),
    # the sample
    "E-SAMPLE-SEED": (
        '抽查名单已经抽定（种子 {seed}），不会重抽。确需重抽请加 --again --reason "原因"。',
        'The sample has been drawn (seed {seed}) and is not drawn again. If it must be, add --again --reason "the reason".',
    ),
    # tables of config.toml that decide who is counted
    "E-PERSON-RECUSED": (
        "评委 {judge} 回避了这个案例，同一个人以 {other} 的号却评了它。请登记回避：pingxuan recuse --judge {other}，并写明案例和原因。",
        "Judge {judge} is recused from this case, and the same person has scored it as {other}. Record it: pingxuan recuse --judge {other}, with the case and the reason.",
    ),
    "W-PERSON": (
        "{name}：同一个人的几个评委号（{ids}）一并回避。",
        "{name}: the recusal holds for all ids of this person ({ids}).",
    ),
    "E-SIDE-UNKNOWN": (
        "config.toml 的 {table} 里写了 {names}，但名单里没有。请改正，或先导入。",
        "{table} of config.toml names {names}, which is not on the list. Correct it, or import it first.",
    ),
    # examples
    "E-NOEXAMPLE": (
        "没有名为“{name}”的示例。现有：{known}。",
        "There is no example {name}. There are: {known}.",
    ),
}
