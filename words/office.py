"""Words of the office files: tables for Excel and WPS, letters for Word."""

WORDS: dict[str, tuple[str, str]] = {
    "office.day": ("{year}年{month}月{day}日", "{day} {month_name} {year}"),
    **{
        f"office.month.{number}": (f"{number}月", name)
        for number, name in enumerate(
            (
                *("January", "February", "March", "April", "May", "June", "July", "August"),
                *("September", "October", "November", "December"),
            ),
            1,
        )
    },
    "office.semicolon": ("；", "; "),
    "office.colon": ("：", ": "),
    "office.comma": ("、", ", "),
    "office.parted": ("同分，按{step}区分先后", "equal score, parted by {step}"),
    # Names of the worksheets
    "office.sheet.summary": ("评分汇总表", "Summary of Scores"),
    "office.sheet.check": ("复核公式", "Check by formulas"),
    "office.sheet.matrix": ("打分明细", "All scores"),
    "office.sheet.charts": ("图表", "Charts"),
    "office.tab.summary": ("汇总 {stage}", "Summary {stage}"),
    "office.tab.check": ("复核 {stage}", "Check {stage}"),
    "office.tab.matrix": ("明细 {stage}", "Scores {stage}"),
    "office.of_stage": ("“{stage}”{what}", "{what}, {stage}"),
    # Titles and headings
    "office.title": ("{award}{what}", "{award}: {what}"),
    "office.facts": (
        "结果编号：第{number}号　　{kind}　　{day}　　案例{cases}个，评委{judges}人",
        "Result number {number}    {kind}    {day}    {cases} cases, {judges} judges",
    ),
    "office.group.judges": ("各评委总分", "Ballot totals by judge"),
    "office.group.means": ("各项指标平均分（计入的）", "Means by criterion (kept)"),
    "office.group.points": ("各项得分（乘系数后）", "Points by criterion, after factors"),
    "office.group.factors": ("系数", "Factors"),
    "office.head.case": ("编号", "Case"),
    "office.head.title": ("案例名称", "Title"),
    "office.head.unit": ("参评单位", "Unit"),
    "office.head.ballots": ("有效\n票数", "Valid ballots"),
    "office.head.mean": ("平均分\n(修约前)", "Mean, exact"),
    "office.head.score": ("得分", "Score"),
    "office.head.rank": ("名次", "Rank"),
    "office.head.tier": ("等次", "Tier"),
    "office.head.remark": ("备注", "Remark"),
    "office.weight": ("{name}{weight}%", "{name} {weight}%"),
    "office.full": ("{name}（{points}分）", "{name} ({points})"),
    "office.uncounted": ("{name}（不计入）", "{name} (not counted)"),
    "office.unranked": ("不排名", "unranked"),
    # Headings of awards in stages
    "office.head.stage_score": ("阶段\n得分", "Stage score"),
    "office.head.adjusted": ("加减分", "Bonus, penalty"),
    "office.head.votes": ("得票", "Votes"),
    "office.head.deducted": ("核减", "Deducted"),
    "office.head.valid_votes": ("有效票", "Valid votes"),
    "office.head.reason": ("核减原因", "Why deducted"),
    "office.head.ticks": ("同意票", "Ticks"),
    "office.head.base": ("基数", "Base"),
    "office.head.reached": ("达到票数", "Reached"),
    "office.head.total_exact": ("总分\n(修约前)", "Total, exact"),
    "office.head.total": ("总分", "Total"),
    "office.head.counted_total": ("总分（公式）", "Total by formula"),
    "office.head.exact": ("修约前", "Exact"),
    "office.head.panel": ("评审组", "Panel"),
    "office.head.levelled": ("分组折算后", "After panels"),
    "office.head.multiplied": ("乘系数后", "After factors"),
    "office.head.after": ("加减分后", "After bonus, penalty"),
    "office.head.promoted": ("进入下一阶段", "Goes on"),
    "office.head.judge": ("评委", "Judge"),
    "office.head.present": ("参加投票", "Voted"),
    "office.head.broken": ("选票不合规", "Broken"),
    "office.head.valid": ("计入", "Counted"),
    "office.went_on": ("进入", "yes"),
    "office.reached": ("达到", "yes"),
    # Below the table
    "office.legend": (
        "注：▲去掉的最高分　▼去掉的最低分　×整位评委去掉（均划线保留）；“回避”“未评”等不计入，也不按零分算。",
        "Note: ▲ dropped as highest, ▼ dropped as lowest, × whole judge dropped (struck through, kept to be seen); recused or not scored is not counted and is not zero.",
    ),
    "office.weights": (
        "有评委带权重，得分按权重计算；各项指标平均分不计权重，由它推不出得分。此处没有复核公式，可用 pingxuan rank --explain 逐步核对。",
        "Some judges have a weight, and the scores are counted with it; the means by criterion are not, and do not add up to the scores. There is no check by formulas here: pingxuan rank --explain counts step by step.",
    ),
    "office.weights_checked": (
        "有评委带权重，得分按权重计算；各项指标平均分不计权重，由它推不出得分。“复核公式”按权重重算。",
        "Some judges have a weight, and the scores are counted with it; the means by criterion are not, and do not add up to the scores. The check by formulas counts with the weights.",
    ),
    "office.open_cut": (
        "待定：“{tier}”还有{places}个名额，{cases}并列，由评选委员会决定。",
        "Open: {places} place(s) of {tier} are left for {cases}, who are tied; the committee decides.",
    ),
    "office.decided.chair": (
        "委员会决定的先后：{cases}。",
        "Order decided by the committee: {cases}.",
    ),
    "office.decided.draw": ("抽签决定：{cases}。", "Decided by lot: {cases}."),
    "office.runoff": (
        "并列者之间再次投票，名额{places}个：{votes}（票）。评委{members}人，投票{present}人，无效{void}张。",
        "Runoff between the tied for {places} place(s), votes: {votes}. {members} judges, {present} voted, {void} void.",
    ),
    "office.reason": (
        "缺项定稿的原因：{reason}",
        "Made final although incomplete, because: {reason}",
    ),
    "office.digests": (
        "结果校验码 {digest}　规则校验码 {rules}　评分校验码 {data}",
        "Digest of the result {digest}  of the rules {rules}  of the ballots {data}",
    ),
    "office.signatures": (
        "计票人：______________　　复核人：______________　　监督人：______________　　主任：______________　　　　　　____年____月____日",
        "Counted by: ____________    Checked by: ____________    Supervised by: ____________    Chair: ____________        Date: ____________",
    ),
    "office.footer": ("结果第{number}号　{kind}", "Result {number}, {kind}"),
    "office.pages": ("第 &P 页　共 &N 页", "Page &P of &N"),
    # The check by formulas
    "office.group.formula_totals": (
        "各评委总分（由打分明细算出）",
        "Ballot totals, from the marks",
    ),
    "office.head.kept": ("计入份数", "Ballots kept"),
    "office.head.kept_sum": ("计入总分之和", "Sum kept"),
    "office.head.weight_kept": ("计入权重之和", "Sum of weights"),
    "office.head.weight_kept_sum": ("总分×权重之和", "Sum of total × weight"),
    "office.head.counted": ("得分（公式）", "Score by formula"),
    "office.head.same": ("是否相符", "Same?"),
    "office.head.by_score": ("按得分的名次", "Rank by score"),
    "office.same": ("相符", "same"),
    "office.not_same": ("不符", "DIFFERENT"),
    "office.all_same": (
        "公式算出的得分与公布的得分全部相符",
        "Every score by formula is the same as the published one",
    ),
    "office.some_differ": (
        "有得分不符，请不要公布，先查原因",
        "Some scores differ: publish nothing and find out why",
    ),
    "office.check.stages": (
        "由公式重新算出的阶段：{list}；总分由各阶段得分按权重合成。",
        "Counted again by formulas: {list}; the total is the weighted sum of the stages.",
    ),
    "office.check.stages_added": (
        "由公式重新算出的阶段：{list}；总分由各阶段得分相加。",
        "Counted again by formulas: {list}; the total is the sum of the stages.",
    ),
    "office.check.not_stages": (
        "没有公式、按记录列出的阶段：{list}。",
        "Shown as recorded, without formulas: {list}.",
    ),
    "office.check.adjusted": (
        "加减分按记录列出，公式只把它加进阶段得分。",
        "Bonus and penalty stand as recorded; the formulas only add them to the score of the stage.",
    ),
    "office.check.decided": (
        "公式不重算：谁进入下一阶段、否决和异议、名额、同分的先后、去掉哪一位评委。这些按决定列出，可用 pingxuan recount 重算。",
        "Not counted again by formulas: who goes on, vetoes and objections, places, the order of equals, which judge is left out whole. These stand as decided; pingxuan recount counts them again.",
    ),
    # Charts
    "office.all_cases": ("全部案例", "All cases"),
    "office.chart.scores": ("各案例得分（按名次，共{count}个）", "Scores by rank, {count} cases"),
    "office.chart.first_scores": ("前{count}名的得分", "Scores of the first {count}"),
    "office.chart.profile": ("各项指标平均分（按等次）", "Means by criterion and tier"),
    "office.chart.judges": ("各评委总分的高低", "Ballot totals by judge"),
    "office.chart.highest": ("最高", "highest"),
    "office.chart.mean": ("平均", "mean"),
    "office.chart.lowest": ("最低", "lowest"),
    "office.far": ("评委 {judge} 的打分相差 {difference}", "{judge} differs by {difference}"),
    "office.far_explained": (
        "评委 {judge} 的打分相差 {difference}，说明：{text}",
        "{judge} differs by {difference}, explained: {text}",
    ),
}
