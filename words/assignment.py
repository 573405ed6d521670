"""What is said of an assignment before it is made."""

WORDS = {
    "assignment.panel": (
        "评审组 {panel}（{judges}）评 {count} 个案例：{cases}",
        "Panel {panel} ({judges}) reads {count}: {cases}",
    ),
    "assignment.impossible": ("按现在的要求无法分配：", "Nothing can be assigned as wished:"),
    "assignment.head": (
        "{cases} 个案例，每个案例 {ballots} 位评委，共 {readings} 份评分；{judges} 位评委，每人评 {loads} 个。分配种子 {seed}，种子和名单不变，分配就不变。",
        "{cases} cases with {ballots} judges each, {readings} readings in all; {judges} judges with {loads} cases each. The seed is {seed}: with the same seed and lists the assignment is the same.",
    ),
    "assignment.uneven": (
        "各人评审量相差 {gap} 个，这是因为有回避、个人上下限，或为了让评委之间可以比较。",
        "Loads differ by {gap} cases: recusals, limits, or keeping the judges comparable leave no better way.",
    ),
    "assignment.span": ("{low} 至 {high}", "{low} to {high}"),
    "assignment.nofield": ("未分系统", "no field"),
    "assignment.field": (
        "系统“{field}”：{cases} 个案例，每位评委评 {each} 个（平均 {mean} 个）",
        "Field {field}: {cases} cases, {each} for each judge (mean {mean})",
    ),
    "assignment.load": (
        "{judge}：{count} 个（{fields}）：{cases}",
        "{judge}: {count} ({fields}): {cases}",
    ),
    "assignment.connected": (
        "所有评委都由共同评过的案例连在一起，分数可以互相比较。",
        "All judges are linked by cases they share, so their scores can be compared.",
    ),
    "assignment.split": (
        "注意：评委分成了 {parts} 组，各组之间没有共同评的案例，组与组的分数无法比较。",
        "Careful: the judges fall into {parts} groups that share no case, so scores of different groups cannot be compared.",
    ),
    "assignment.part": (
        "第 {nth} 组：评委 {judges}；案例 {cases}",
        "Group {nth}: judges {judges}; cases {cases}",
    ),
    "assignment.many": ("{first} 等 {count} 个", "{first} and others, {count} in all"),
    "assignment.reason.count": (
        "原因：要把 {cases} 个案例和 {judges} 位评委连在一起，至少需要 {need} 份评分，现在只有 {readings} 份，少 {short} 份。",
        "The reason: linking {cases} cases and {judges} judges takes at least {need} readings; there are {readings}, {short} too few.",
    ),
    "assignment.reason.pairs": (
        "原因：由于回避，没有一位评委可以同时评两组的案例。",
        "The reason: because of recusals no judge may read cases of both sides.",
    ),
    "assignment.reason.limits": (
        "原因：回避和评审量的上下限加在一起，任何分配都连不起来（已查证）。",
        "The reason: recusals and limits together leave no assignment that links them (this was proved).",
    ),
    "assignment.reason.unfound": (
        "试过 {tries} 种办法，没有找到能连起来的分配；不能断定没有。可以换一个种子再试。",
        "{tries} attempts found no assignment that links them; there may be one. Another seed may find it.",
    ),
    "assignment.change": (
        "试算过、能连起来的最小改动：{steps}。",
        "The smallest change tried that links them: {steps}.",
    ),
    "assignment.change.more": ("{cases} 各增加一位评委", "one more judge for each of {cases}"),
    "assignment.change.permit": (
        "由评委 {judge} 评案例 {case}（若须回避，则另请一位能评的评委）",
        "let {judge} read {case} (or find another judge who may, where the recusal must stand)",
    ),
    "assignment.change.lower": (
        "每位评委的最少评审量降低 {step}",
        "lower every judge's fewest cases by {step}",
    ),
    "assignment.change.higher": (
        "每位评委的最多评审量提高 {step}",
        "raise every judge's most cases by {step}",
    ),
    "assignment.change.none": (
        "试过增加评委数、放宽上下限、允许个别评审，都不够。请增加不须回避的评委。",
        "More judges per case, wider limits and single permissions were tried and are not enough. Add judges without recusals.",
    ),
    "assignment.comma": ("；", "; "),
}
