"""Why judges cannot be assigned as wished: error code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-NOSOLVER": (
        "这台电脑缺少分配评委所需的组件 networkx，没有分配。请用秘书用的完整安装包，或运行 pip install networkx。",
        "The part that assigns judges, networkx, is missing on this computer; nothing was assigned. Use the secretary's complete kit, or run: pip install networkx",
    ),
    "E-PANEL-FORM": (
        "“{text}”不是“组=案例”的写法。例如 a=K1,K2 或 a=field:化学。",
        "{text} is not written as PANEL=CASES. Examples: a=K1,K2 or a=field:Chemistry.",
    ),
    "E-PANEL-UNKNOWN": (
        "规则里没有评审组 {key}。有的是：{known}。请在 config.toml 的 [[stage.panel]] 里写明。",
        "The rules have no panel {key}. There are: {known}. Panels stand in [[stage.panel]] of config.toml.",
    ),
    "E-PANEL-CASE": (
        "没有案例符合“{name}”。写案例编号，或 field:、unit:、region:、level: 加名称。",
        "No case fits {name}. Write case numbers, or field:, unit:, region:, level: with a name.",
    ),
    "E-PANEL-TWICE": (
        "这个案例分给了几个组（{panels}）。一个案例只能由一个组评，请改正。",
        "This case is given to several panels ({panels}). One panel reads a case: correct it.",
    ),
    "E-PANEL-LEFT": (
        "有 {count} 个案例没有分到任何组：{cases}。请补上。",
        "{count} cases are given to no panel: {cases}. Add them.",
    ),
    "E-ASSIGN-EMPTY": (
        "案例或评委名单是空的，无法分配。请先导入案例和评委。",
        "There are no cases or no judges to assign. Import both first.",
    ),
    "E-ASSIGN-TWICE": (
        "这个编号在名单里出现了不止一次。请只保留一行。",
        "This number is in the list more than once. Keep one row.",
    ),
    "E-ASSIGN-BALLOTS": (
        "每个案例至少要有 1 位评委，这里写的是 {count}。请改成 1 或更大。",
        "A case needs at least 1 judge; {count} is written here. Make it 1 or more.",
    ),
    "E-ASSIGN-LIMITS": (
        "每位评委的评审量应从 1 起，最多不少于最少；这里最少是 {low}，最多是 {high}。不参加评审的评委请从名单里去掉。",
        "A judge reads at least 1 case, and the most is not below the fewest; here the fewest is {low} and the most {high}. Leave a judge who reads nothing out of the list.",
    ),
    "E-ASSIGN-FEWJUDGES": (
        "这个案例需要 {need} 位评委，回避之后只有 {have} 位可以评，缺 {short} 位。请增加评委，或减少这个案例的评委数。",
        "This case needs {need} judges; after recusals only {have} may read it, {short} too few. Add judges, or ask for fewer on this case.",
    ),
    "E-ASSIGN-FEWCASES": (
        "这位评委至少要评 {need} 个案例，回避之后只有 {have} 个可以评，缺 {short} 个。请降低这位评委的最少评审量。",
        "This judge is to read at least {need} cases; after recusals only {have} are left, {short} too few. Lower this judge's fewest cases.",
    ),
    "E-ASSIGN-SMALL": (
        "一共需要 {need} 份评分，全体评委最多只能评 {have} 份，缺 {short} 份。请把评委的最多评审量合计提高 {short}，或增加评委，或减少每个案例的评委数。",
        "{need} readings are needed in all, and the judges can take at most {have}: {short} too few. Raise the judges' limits by {short} in all, add judges, or ask for fewer judges per case.",
    ),
    "E-ASSIGN-LARGE": (
        "一共只有 {need} 份评分，各位评委的最少评审量合计是 {least} 份，多出 {over} 份。请把最少评审量合计降低 {over}，或增加每个案例的评委数。",
        "There are only {need} readings in all, and the judges' fewest cases add up to {least}: {over} too many. Lower them by {over} in all, or ask for more judges per case.",
    ),
    "E-ASSIGN-TIGHTCASES": (
        "这些案例：{cases}，共需要 {need} 份评分；回避之后可以评的评委最多只能评 {have} 份，缺 {short} 份，已评满的评委：{judges}。请把这些评委的最多评审量合计提高 {short}，或增加能评这些案例的评委。",
        "These cases: {cases}. Together they need {need} readings; the judges who may read them can give at most {have}, {short} too few. At their limits: {judges}. Raise their limits by {short} in all, or add judges who may read these cases.",
    ),
    "E-ASSIGN-TIGHTJUDGES": (
        "这些评委：{judges}，最少评审量合计是 {need} 份；回避之后他们可以评的案例只容得下 {have} 份，多出 {short} 份，已排满的案例：{cases}。请把这些评委的最少评审量合计降低 {short}，或增加这些案例的评委数。",
        "These judges: {judges}. Their fewest cases add up to {need} readings; the cases they may read hold only {have}, so {short} are too many. Cases already full: {cases}. Lower their fewest cases by {short} in all, or ask for more judges on these cases.",
    ),
}
