"""The rules of an award in words, as a regulation says them: id -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "rules.line": ("第 {line} 行", "line {line}"),
    "rules.comma": ("、", ", "),
    "rules.semicolon": ("；", "; "),
    # -- the award and the marks --------------------------------------------------------
    "rules.award": ("评选活动：{name}。", "The award: {name}."),
    "rules.deadline": (
        "评分截止时间：{deadline}（仅提示，逾期仍可提交）。",
        "Scores are due by {deadline} (shown only, not enforced).",
    ),
    "rules.weights": (
        "评分指标{count}项，权重分别为：{list}，合计100%。",
        "Criteria and their weights: {list}; together 100%.",
    ),
    "rules.weight": ("{name}{weight}%", "{name} {weight}%"),
    "rules.points": (
        "评分指标{count}项，满分分别为：{list}，合计{sum}分。",
        "Criteria and their full marks: {list}; together {sum} points.",
    ),
    "rules.full": ("{name}{points}分", "{name} {points}"),
    "rules.scale": (
        "每项指标从{low}分打到{high}分，最小分差{step}分。",
        "Each criterion is marked from {low} to {high} in steps of {step}.",
    ),
    "rules.scale_one": (
        "“{name}”从{low}分打到{high}分，最小分差{step}分。",
        "“{name}” is marked from {low} to {high} in steps of {step}.",
    ),
    "rules.uncounted": (
        "“{name}”只打分供参考，不计入总分。",
        "“{name}” is marked for information and does not count.",
    ),
    "rules.optional": (
        "“{name}”可以答“不适用”；该评分表中它的权重按比例分给其余指标。",
        "“{name}” may be answered “not applicable”; in that ballot its weight goes to the other criteria in proportion.",
    ),
    "rules.optional_points": (
        "“{name}”可以答“不适用”；该评分表按其余指标的得分比例折算为满分。",
        "“{name}” may be answered “not applicable”; that ballot is scaled up from the other criteria to the full mark.",
    ),
    "rules.comment": (
        "给“{name}”打分，须对该案例写评语；没有评语的案例不算打完。",
        "Whoever marks “{name}” writes a comment on the case; without it the case is not finished.",
    ),
    "rules.ballot_weighted": (
        "一份评分表的总分是各项得分按权重加权的平均分。",
        "The total of a ballot is the mean of its marks, weighted.",
    ),
    "rules.ballot_sum": (
        "一份评分表的总分是各项得分之和。",
        "The total of a ballot is the sum of its marks.",
    ),
    # -- from ballots to one number -----------------------------------------------------
    "rules.score": (
        "一个案例的得分：{method}，{rounding}。",
        "The score of a case: {method}, {rounding}.",
    ),
    "rules.mean": ("全部有效评分表的总分取平均", "the mean of the totals of all valid ballots"),
    "rules.median": (
        "全部有效评分表的总分取中位数（份数为双时取中间两个的平均）",
        "the median of the totals of all valid ballots (of an even number, the mean of the middle two)",
    ),
    "rules.sum": (
        "全部有效评分表的总分相加（少一份评分表，得分就少一份）",
        "the sum of the totals of all valid ballots (one ballot fewer is that much less)",
    ),
    "rules.trim_total": (
        "在各评委的总分中{drop}，其余取平均",
        "of the judges' totals leave out {drop} and take the mean of the rest",
    ),
    "rules.trim_criterion": (
        "每项指标在各评委的打分中{drop}，其余取平均，再把各项合成总分",
        "of the judges' marks for each criterion leave out {drop} and take the mean of the rest, then put the criteria together",
    ),
    "rules.trim_judge": (
        "去掉一位打分最分散的评委的评分表，其余取平均",
        "leave out the ballots of the one judge whose totals spread most and take the mean of the rest",
    ),
    "rules.sum_total": (
        "在各评委的总分中{drop}，其余{left}个相加",
        "of the judges' totals leave out {drop} and add up the {left} that are left",
    ),
    "rules.sum_criterion": (
        "每项指标在各评委的打分中{drop}，其余{left}个相加，再把各项合成总分",
        "of the judges' marks for each criterion leave out {drop} and add up the {left} that are left, then put the criteria together",
    ),
    "rules.sum_total_plain": (
        "{left}位评委的总分相加",
        "the totals of the {left} judges added up",
    ),
    "rules.sum_criterion_plain": (
        "每项指标由{left}位评委的打分相加，再把各项合成总分",
        "for each criterion the marks of the {left} judges added up, then the criteria put together",
    ),
    "rules.sum_refuse": (
        "按{start}份有效评分表求和；份数不是{start}份的案例不排名，因为份数不同的和不能相比。",
        "The sum is of {start} valid ballots; a case with another number is not ranked, since sums of different numbers cannot be compared.",
    ),
    "rules.sum_scale": (
        "按{start}份有效评分表求和；份数不同的，计入的分数取平均后乘以{left}。",
        "The sum is of {start} valid ballots; with another number it is the mean of what is left times {left}.",
    ),
    "rules.each": (
        "因单项指标有系数，上述办法对每项指标的打分分别进行，乘以系数后再合成总分。",
        "Since criteria have factors, this is done with the marks of each criterion, which are multiplied and then put together.",
    ),
    "rules.drop_both": (
        "去掉{high}个最高分和{low}个最低分",
        "the {high} highest and {low} lowest",
    ),
    "rules.drop_high": ("去掉{high}个最高分", "the {high} highest"),
    "rules.drop_low": ("去掉{low}个最低分", "the {low} lowest"),
    "rules.from": (
        "有效评分表不足{start}份的案例，不去掉任何评分，直接取平均。",
        "A case with fewer than {start} valid ballots has nothing dropped: the plain mean counts.",
    ),
    "rules.equal_extremes": (
        "最高分或最低分有几个相同的，只去掉规定的个数。",
        "Of several equal highest or lowest only the stated number is dropped.",
    ),
    "rules.judge_weights": (
        "评委权重：{list}，其余评委为1；求平均、求和、取中位数和比较评委人数时，每份评分表按评委权重计。",
        "Weights of judges: {list}, all others 1; in every mean, sum and median, and where judges are counted, a ballot counts with the weight of its judge.",
    ),
    "rules.judge_weight": ("{judge}为{weight}", "{judge} {weight}"),
    "rules.judge_weights_trim": (
        "去掉最高分、最低分按份数计，不看权重；相同的几份只去掉其中一部分的，各份的权重按同一比例减少。",
        "What is dropped is counted in ballots, whatever their weight; where only some of several equal ones go, the weight of each is lessened by the same part.",
    ),
    "rules.spread": (
        "打分最分散，是指该评委给各案例的最高总分与最低总分相差最大；相同的比次高与次低之差，依此类推；仍相同的抽签决定并记录。",
        "The spread is the judge's highest total less the lowest; where equal, the second highest less the second lowest, and so on; where still equal, a recorded draw decides.",
    ),
    # -- rounding -----------------------------------------------------------------------
    "rules.rounding": ("保留{places}位小数，{mode}", "rounded to {places} decimals, {mode}"),
    "rules.rounding_interval": (
        "取{interval}的整数倍，{mode}（修约间隔{interval}）",
        "rounded to multiples of {interval}, {mode}",
    ),
    "rules.rounding_whole": ("取整数，{mode}", "rounded to a whole number, {mode}"),
    "rules.half_up": ("四舍五入", "half up"),
    "rules.half_even": ("四舍六入五成双", "half to even"),
    "rules.down": ("多余的小数直接舍去", "further decimals cut off"),
    "rules.every_criterion": (
        "每项指标加权后的得分先按同样办法修约，再合成总分。",
        "Each criterion's share of a total is rounded in the same way before it is added.",
    ),
    "rules.every_criterion_times": (
        "每项指标的得分乘以系数后先按同样办法修约，再合成总分。",
        "What each criterion gives is multiplied, rounded in the same way, and then added.",
    ),
    "rules.every_stage": (
        "计算过程中不修约，得出案例得分时修约一次。",
        "Nothing is rounded on the way; the score of the case is rounded once.",
    ),
    "rules.final": (
        "计算过程中不修约，最后得出总成绩时修约一次。",
        "Nothing is rounded on the way; only the final score is rounded, once.",
    ),
    # -- missing and recused ------------------------------------------------------------
    "rules.exclude": (
        "没有打完分的评分表不计入，也不按零分算。",
        "A ballot that is not complete does not count; it is not taken as zero.",
    ),
    "rules.block": (
        "只要还有一份评分表没有打完，全部案例都不排名，等齐为止。",
        "As long as one ballot is not complete no case is ranked.",
    ),
    "rules.zero": (
        "没有打的分、没有交的评分表，都按零分计入。",
        "Marks that were not given and ballots that were not handed in count as zero.",
    ),
    "rules.recusal": (
        "评委回避的案例，该评委不打分，不计入该案例的有效评分表。",
        "A judge recused from a case does not score it and is not among its valid ballots.",
    ),
    "rules.reasons": ("回避的情形：{list}。", "Reasons for a recusal: {list}."),
    "rules.minimum": (
        "有效评分表不足{count}份的案例不排名。",
        "A case with fewer than {count} valid ballots is not ranked.",
    ),
    # -- ranking ------------------------------------------------------------------------
    "rules.by_published": (
        "名次按公布的得分（修约以后的）从高到低排列。",
        "Cases are ranked by the published (rounded) score, the highest first.",
    ),
    "rules.by_exact": (
        "名次按修约以前的精确得分从高到低排列。",
        "Cases are ranked by the exact score before rounding, the highest first.",
    ),
    "rules.ties": (
        "得分相同的，依次按下列办法区分，高者在前：{list}。",
        "Equal scores are parted by these steps in order, the higher first: {list}.",
    ),
    "rules.ties_rounded": (
        "上述平均分和中位数，按得分的同样办法修约后比较。",
        "Means and medians are rounded like the score before they are compared.",
    ),
    "rules.step": ("（{place}）{step}", "({place}) {step}"),
    "rules.no_ties": (
        "得分相同的，不再区分，名次并列。",
        "Equal scores are not parted; they share a rank.",
    ),
    "rules.tie_criterion": (
        "“{name}”的平均分（计入的评分表）",
        "the mean mark for “{name}” in the ballots that were kept",
    ),
    "rules.tie_mean": (
        "全部有效评分表总分的平均分（不去高去低）",
        "the mean total of all valid ballots, nothing dropped",
    ),
    "rules.tie_median": ("全部有效评分表总分的中位数", "the median total of all valid ballots"),
    "rules.tie_high_count": (
        "给出其中最高总分的评委人数",
        "the number of judges who gave the highest total among them",
    ),
    "rules.tie_head_to_head": (
        "两两比较：都评过两个案例的评委中，多数人打分较高的一方胜，比胜出次数",
        "duels: of the judges who scored both, the case that more of them put higher wins; the number of wins",
    ),
    "rules.tie_more_decimals": ("修约以前的精确得分", "the exact score before rounding"),
    "rules.tie_stage": ("“{name}”得分", "the score in “{name}”"),
    "rules.tie_votes": ("“{name}”得票数", "the votes in “{name}”"),
    "rules.tie_less": ("“{name}”，少者在前", "“{name}”, the less the better"),
    "rules.tie_runoff": (
        "只在并列者之间重新投票的得票数",
        "the votes of a new ballot between those tied alone",
    ),
    "rules.tie_decision": (
        "由评选委员会决定，并记录在案",
        "the committee decides, and the decision is recorded",
    ),
    "rules.shared_skip": (
        "仍并列的名次相同，其后的名次相应空出（如1、2、2、4）。",
        "Those still equal share a rank and the ranks after it are skipped (1, 2, 2, 4).",
    ),
    "rules.shared_dense": (
        "仍并列的名次相同，其后的名次不空出（如1、2、2、3）。",
        "Those still equal share a rank and no rank is skipped (1, 2, 2, 3).",
    ),
    # -- tiers and announcement ---------------------------------------------------------
    "rules.no_tiers": ("只排名次，不分等次。", "Cases are ranked only; there are no tiers."),
    "rules.tier_first": (
        "{name}：从第一名起依次评出，最多{size}个；{at_cut}。",
        "{name}: from the first rank on, at most {size}; {at_cut}.",
    ),
    "rules.tier_next": (
        "{name}：接着依次评出，最多{size}个；{at_cut}。",
        "{name}: the next in order, at most {size}; {at_cut}.",
    ),
    "rules.percent_first": (
        "{name}：从第一名起依次评出，最多为{of}的{size}，不足一个的舍去；{at_cut}。",
        "{name}: from the first rank on, at most {size} of {of}, cut off to a whole number; {at_cut}.",
    ),
    "rules.percent_next": (
        "{name}：接着依次评出，最多为{of}的{size}，不足一个的舍去；{at_cut}。",
        "{name}: the next in order, at most {size} of {of}, cut off to a whole number; {at_cut}.",
    ),
    "rules.percent_of_entries": ("参评案例数", "the cases that take part"),
    "rules.percent_of_ranked": ("排名案例数", "the cases that are ranked"),
    "rules.cut_open": (
        "末位并列、名额不够的，由评选委员会决定谁入选",
        "of those tied for the last places the committee decides who gets them",
    ),
    "rules.cut_include": (
        "末位并列的全部入选，可以超过名额",
        "those tied for the last place all get in, above the number",
    ),
    "rules.cut_exclude": (
        "末位并列、名额不够的都不入选，名额空缺",
        "of those tied for the last places none gets in, and the places stay empty",
    ),
    "rules.announce_rank": ("公告按名次编号", "The announcement is numbered by rank"),
    "rules.announce_field": (
        "公告按系统编号（{list}，其他在后），同一系统内按名次",
        "The announcement is numbered by field ({list}, others after them) and within a field by rank",
    ),
    "rules.in_order": ("{numbering}，按编号顺序刊登。", "{numbering}, and printed in that order."),
    "rules.odd_then_even": (
        "{numbering}，先刊登单号、再刊登双号。",
        "{numbering}, and printed with the odd numbers first, then the even ones.",
    ),
}
