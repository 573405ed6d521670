"""What was done to the award, an action of the log each: `log.act.<action>`."""

WORDS = {
    "log.act.create": ("新建了评选", "created the award"),
    "log.act.add-nominations": (
        "导入了案例：新增 {new} 个，已有 {same} 个",
        "imported cases: {new} new, {same} there already",
    ),
    "log.act.add-judges": (
        "导入了评委：新增 {new} 位，已有 {same} 位",
        "imported judges: {new} new, {same} there already",
    ),
    "log.act.add-recusals": (
        "登记了回避：新增 {new} 条，已有 {same} 条",
        "entered recusals: {new} new, {same} there already",
    ),
    "log.from": ("（文件：{file}）", " (file: {file})"),
    "log.act.recuse": (
        "评委 {judge} 申请回避案例 {case}",
        "judge {judge} stepped back from case {case}",
    ),
    "log.act.withdraw-recusal": (
        "评委 {judge} 撤回了对案例 {case} 的回避",
        "judge {judge} took the recusal of case {case} back",
    ),
    "log.act.submit": (
        "评委 {judge} 提交了评分表第 {revision} 稿，回执码 {receipt}",
        "judge {judge} submitted revision {revision} of the ballot, receipt {receipt}",
    ),
    "log.act.revise": (
        "评委 {judge} 收回了评分表第 {revision} 稿，另写一稿",
        "judge {judge} took revision {revision} of the ballot back to write another",
    ),
    "log.act.reopen": (
        "退回了评委 {judge} 的评分表第 {revision} 稿",
        "sent revision {revision} of the ballot of judge {judge} back",
    ),
    "log.act.decide": (
        "登记了第 {number} 号决定（{kind}）：{about}",
        "recorded decision {number} ({kind}): {about}",
    ),
    "log.kind.chair": ("委员会决定", "the committee's word"),
    "log.kind.draw": ("抽签", "drawn by lot"),
    "log.about.cases": ("{cases}，好的在前", "{cases}, the best first"),
    "log.about.judge": ("评委 {judge}", "judge {judge}"),
    "log.act.decision-withdrawn": ("撤销了第 {subject} 号决定", "took decision {subject} back"),
    "log.act.result": (
        "保存了第 {number} 号结果（{kind}）",
        "stored result {number} ({kind})",
    ),
    "log.act.export": (
        "导出了第 {result} 号结果，{count} 个文件",
        "exported result {result}, {count} files",
    ),
    "log.act.collect": ("收回了 {files} 个新文件", "took in {files} new files"),
    "log.act.open": ("拆封了 {ballots} 份评分表", "opened {ballots} ballots"),
    "log.act.slate": (
        "冻结了第 {number} 版评审清单，{cases} 个案例",
        "froze slate {number}, {cases} cases",
    ),
    "log.act.keys": ("生成了密钥（第 {number} 次）", "made keys (number {number})"),
    "log.act.drill": ("试拆通过", "tried out the opening"),
    "log.act.issue": (
        "给评委 {subject} 发了第 {number} 次评审包：{file}",
        "issued packet {number} to judge {subject}: {file}",
    ),
    "log.act.close": (
        "结束了收票：{judges} 位评委中 {returned} 位交回",
        "closed collecting: {returned} of {judges} judges returned",
    ),
    "log.act.late": (
        "计入了评委 {subject} 迟到的评分表，回执码 {receipt}",
        "let the late ballot of judge {subject} in, receipt {receipt}",
    ),
    "log.act.ruling": (
        "评委 {judge} 有几份不同的评分表，保留了回执码为 {keeps} 的一份",
        "of several ballots of judge {judge}, kept the one with receipt {keeps}",
    ),
    "log.act.withdrawal": (
        "评委 {subject} 退出评审，{scores}",
        "judge {subject} left; {scores}",
    ),
    "log.scores.keep": ("已交的分数保留", "the scores handed in still count"),
    "log.scores.drop": ("已交的分数不计", "the scores do not count"),
    "log.act.assignment": (
        "分配了评委看哪些案例（第 {number} 次）",
        "assigned the cases to judges (number {number})",
    ),
    "log.act.attach": (
        "给 {listed} 登记了 {files} 个附件，第一个是：{first}",
        "attached {files} files to {listed}, the first: {first}",
    ),
    "log.act.detach": (
        "取消了 {listed} 的附件：{first}",
        "took a file off {listed}: {first}",
    ),
    "log.act.previous-differs": (
        "评委 {judge} 的评分表（回执码 {receipt}）所写的上一稿和收到的不同",
        "the ballot of judge {judge} (receipt {receipt}) names another earlier revision than was received",
    ),
    "log.act.amendment": ("更改了案例 {subject}", "amended case {subject}"),
    "log.act.correction": (
        "登记了更正：评委 {subject} 对案例 {case} 的{criterion}打分，{reason}",
        "recorded a correction: mark of judge {subject} for case {case}, {criterion}: {reason}",
    ),
    "log.act.explanation": (
        "登记了评委 {judge} 对案例 {case} 打分的说明",
        "recorded what judge {judge} says of the mark for case {case}",
    ),
    "log.act.sample": (
        "抽定了复核名单，{cases} 个案例，种子 {seed}",
        "drew the cases to be checked again: {cases}, seed {seed}",
    ),
    "log.act.paper": (
        "纸面评分：计入了评委 {judge} 的评分表，回执码 {receipt}",
        "on paper: the ballot of judge {judge} was taken in, receipt {receipt}",
    ),
    "log.act.paper-entry": (
        "纸面评分：录入了评委 {subject} 对案例 {case} 的打分",
        "on paper: typed the marks of judge {subject} for case {case}",
    ),
    "log.act.paper-check": (
        "纸面评分：核对了评委 {subject} 对案例 {case} 的打分，{agreed}",
        "on paper: checked the marks of judge {subject} for case {case}: {agreed}",
    ),
    "log.agreed.yes": ("相符", "they agree"),
    "log.agreed.no": ("不相符", "they do not agree"),
    "log.act.event": ("第 {number} 条：案例 {case}，{what}", "entry {number}: case {case}, {what}"),
    "log.act.unevent": ("撤销了第 {withdrawn} 条", "took entry {withdrawn} back"),
    "log.act.voted": ("无记名投票：{listed} 已投票", "secret vote: {listed} voted"),
    "log.act.secret-ballots": (
        "无记名投票：阶段 {subject} 开箱，{ballots} 张票{missing}",
        "secret vote: the box of stage {subject} was opened, {ballots} ballots{missing}",
    ),
    "log.not_voted": ("；没有投的：{listed}", "; not voted: {listed}"),
    "log.act.runoff": ("{what}", "{what}"),
    "log.act.runoff-ballot": (
        "再次投票：收到评委 {judge} 的票，回执码 {receipt}",
        "runoff: the ballot of judge {judge} came in, receipt {receipt}",
    ),
    "log.act.runoff-voted": (
        "再次投票（无记名）：{judge} 已投票",
        "secret runoff: {judge} voted",
    ),
    "log.runoff.open": (
        "开始第 {runoff} 次再次投票：{cases} 中选 {places} 个",
        "opened runoff {runoff}: {places} of {cases}",
    ),
    "log.runoff.close": ("结束第 {runoff} 次再次投票{missing}", "closed runoff {runoff}{missing}"),
    "log.runoff.withdraw": ("撤销第 {runoff} 次再次投票", "took runoff {runoff} back"),
    "log.act.public-votes": (
        "导入了 {cases} 个案例的公众投票，共 {valid} 票",
        "imported the public votes of {cases} cases, {valid} votes",
    ),
    "log.reason": ("；原因：{reason}", "; reason: {reason}"),
    "log.and": ("、", ", "),
    "log.more": ("等 {count} 个", " and others, {count} in all"),
    "log.actor.secretary": ("秘书", "secretary"),
    "log.actor.chair": ("主任", "chair"),
    "log.line": (
        "{n}  {at}  {actor}：{what}  〔{digest}〕",
        "{n}  {at}  {actor}: {what}  [{digest}]",
    ),
}
