"""Words of the report."""

WORDS: dict[str, tuple[str, str]] = {
    "report.title": ("{award}结果报告", "{award}: report of the result"),
    "report.numbered": ("{number}、{head}", "{number}. {head}"),
    "report.fact.number": ("结果编号", "Result number"),
    "report.fact.day": ("日期", "Date"),
    "report.fact.cases": ("案例数", "Cases"),
    "report.fact.judges": ("评委人数", "Judges"),
    "report.ranking": ("排名与等次", "Ranking and tiers"),
    "report.cuts": ("入选分界", "The cut"),
    "report.strips": ("各案例的评分", "The ballots of each case"),
    "report.strips_note": (
        "每一点是一份评分表的总分；空心的是去掉的最高、最低分；竖线是公布的得分。不标明评委。",
        "Each dot is the total of one ballot; hollow ones were dropped; the stroke is the published score. Judges are not named.",
    ),
    "report.strips_note_beyond": (
        "每一点是一份评分表的总分；空心的是去掉的最高、最低分。公布的得分经过求和、系数或加减分，与总分不是一个尺度，只写在右边。不标明评委。",
        "Each dot is the total of one ballot; hollow ones were dropped. Sums, factors, bonus or penalty put the published score on another scale than the ballots: it stands at the right alone. Judges are not named.",
    ),
    "report.strips_note_stages": (
        "打分的阶段：每一点是一份评分表的总分，空心的是去掉的，竖线是该阶段得分（尺度相同时）。投票的阶段：横条是有效票数或同意票数。不标明评委。",
        "In stages with scores each dot is the total of one ballot, hollow ones were dropped, the stroke is the score of the stage where it is of that scale. In votes a bar is the number of valid votes or ticks. Judges are not named.",
    ),
    "report.legend.votes": ("有效票", "valid votes"),
    "report.legend.ticks": ("同意票（右边是同意票/基数）", "ticks (at the right: ticks/base)"),
    "report.legend.dot": ("计入的总分", "ballot kept"),
    "report.legend.ring": ("去掉的总分", "ballot dropped"),
    "report.legend.tick": ("公布的得分", "published score"),
    "report.tier_end": ("以上为{tier}", "{tier} above"),
    "report.profile": ("各项指标", "The criteria"),
    "report.profile_note": (
        "各等次案例在每项指标上的平均分。",
        "The mean of the cases of each tier for every criterion.",
    ),
    "report.profile_weights": (
        "平均分不计评委权重，由它推不出得分。",
        " Weights of judges are left aside here, so the means do not add up to the scores.",
    ),
    "report.judges": ("评委打分的分布", "How the judges marked"),
    "report.judges_note": (
        "每行是一位评委全部总分的分布，右边是中位数。打分高低不同是正常的，不影响公正。",
        "Each row shows how the totals of one judge lie, with the median at the right. That some mark higher than others is normal.",
    ),
    "report.judges.range": ("最低到最高", "lowest to highest"),
    "report.judges.box": ("中间一半", "middle half"),
    "report.judges.tick": ("中位数", "median"),
    "report.a_judge": ("评委{number}", "Judge {number}"),
    "report.progress_head": ("评分进度与回避", "Ballots and recusals"),
    "report.progress": (
        "评委{judges}人，计入评分表{given}份。",
        "{judges} judges; {given} ballots were counted.",
    ),
    "report.no_recusal": ("没有评委回避。", "No judge was recused."),
    "report.recusals": (
        "回避{count}人次：{list}。回避的评委不打分，也不计入该案例的有效评分表。",
        "Recusals, {count} in all: {list}. A recused judge does not score the case and is not among its valid ballots.",
    ),
    "report.recused_by": ("案例{case}，{judge}", "case {case}, {judge}"),
    "report.recused_count": ("案例{case}，{count}人", "case {case}, {count}"),
    "report.rules": ("评选规则", "The rules"),
    "report.verify_head": ("怎样核对", "How to check this"),
    "report.verify.formulas": (
        "用 Excel 或 WPS 打开评分汇总表，看“复核公式”一页：每个得分都由公式从打分明细重新算出。",
        "Open the workbook in Excel or WPS: on its second sheet formulas count every score again from the marks.",
    ),
    "report.verify.recount": (
        "在评选文件夹里运行 pingxuan recount --number {number}：程序用另一套算法把结果重算一遍，逐位比较。",
        "Run pingxuan recount --number {number} in the award's folder: the result is counted by a second, independent way and compared to the last digit.",
    ),
    "report.verify.digest": (
        "下列校验码应与会上签字的汇总表、公布的文件一致；内容改动一个字，校验码就不同。",
        "The digests below must be those on the signed summary and on every published file; one changed character changes them.",
    ),
    # The cut
    "report.named": (
        "第{rank}名 {case}《{title}》，{score}分",
        "rank {rank}, {case} {title}, {score}",
    ),
    "report.cut": (
        "{tier}的最后一个是{last}；其后是{next}。{why}",
        "The last of {tier} is {last}; after it comes {next}. {why}",
    ),
    "report.cut_all": (
        "{tier}的最后一个是{last}，其后没有排名的案例。",
        "The last of {tier} is {last}; no ranked case comes after it.",
    ),
    "report.why_score": ("由得分决定，相差{difference}分。", "The score decided, by {difference}."),
    "report.why_step": (
        "两者得分相同，按{step}区分：{one}比{other}。",
        "Both have the same score; {step} parted them: {one} against {other}.",
    ),
    "report.why_decision": (
        "两者得分相同，由评选委员会决定。",
        "Both have the same score; the committee decided.",
    ),
    "report.why_draw": (
        "两者得分相同，由抽签决定。",
        "Both have the same score; lots were drawn.",
    ),
    "report.why_exact": (
        "公布的得分相同，由修约以前的精确得分决定。",
        "The published scores are equal; the exact scores before rounding decided.",
    ),
    "report.why_rule": (
        "两者得分相同，按规则对末位并列的规定处理。",
        "Both have the same score; the rule for ties at the end of a tier decided.",
    ),
}
