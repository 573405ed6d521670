"""Stages, votes and places in words, as a regulation says them: id -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    # -- stages -------------------------------------------------------------------------
    "stages.stage": ("第{place}阶段“{name}”：{kind}。", "Stage {place}, “{name}”: {kind}."),
    "stages.kind_eligibility": (
        "审查资格，不合格的不进入评选",
        "eligibility; who is rejected does not take part",
    ),
    "stages.kind_score": ("评委打分", "judges score"),
    "stages.kind_public_vote": ("公众投票", "a vote of the public"),
    "stages.kind_vote": ("评委投票（票决）", "judges vote by ticks"),
    "stages.judges": ("本阶段评委{count}名：{list}。", "Judges of this stage, {count}: {list}."),
    "stages.in_stage": ("“{stage}”的{step}", "in “{stage}”, {step}"),
    "stages.panel": ("评审组{name}：{list}。", "Panel {name}: {list}."),
    "stages.panels_plain": (
        "各组评不同的案例，得分直接比较；两个组都评过的案例不排名。",
        "Panels score different cases and their scores are compared as they are; a case scored by two panels is not ranked.",
    ),
    "stages.second_mean": (
        "各组评不同的案例，得分按二次平均法折算：得分×全部案例平均分÷本组案例平均分；两个组都评过的案例不排名。",
        "Panels score different cases; each value is multiplied by the mean of all and divided by the mean of its panel. A case scored by two panels is not ranked.",
    ),
    "stages.judge_adjust": (
        "下列评委的每份总分按公布的数加减：{list}。",
        "To each total of these judges the published number is added: {list}.",
    ),
    # -- how far they are ---------------------------------------------------------------
    "stages.view.waits": ("{name}：未开始", "{name}: not begun"),
    "stages.view.here": (
        "{name}：本机打分，已提交 {returned}/{judges}",
        "{name}: on this computer, {returned} of {judges} in",
    ),
    "stages.view.frozen": (
        "{name}：已冻结 {cases} 个案例，未发评审包，已提交 {returned}/{judges}",
        "{name}: {cases} cases frozen, no packet out, {returned} of {judges} in",
    ),
    "stages.view.collecting": (
        "{name}：收票中，已交回 {returned}/{judges}，案例 {cases} 个",
        "{name}: collecting, {returned} of {judges} returned, {cases} cases",
    ),
    "stages.view.closed": (
        "{name}：已截止收票，待主任开票，交回 {returned}/{judges}",
        "{name}: closed, to be opened by the chair, {returned} of {judges} returned",
    ),
    "stages.view.done": (
        "{name}：已结束，交回 {returned}/{judges}",
        "{name}: done, {returned} of {judges} returned",
    ),
    "stages.view.counted": (
        "{name}：票数已导入，{cases} 个案例",
        "{name}: votes imported for {cases} cases",
    ),
    "stages.view.now": ("当前：{name}", "Now: {name}"),
    # -- the ranking so far -------------------------------------------------------------
    "stages.interim": (
        "{name}的结果。后面的阶段还没有开始，这不是最后的排名。",
        "{name}, its result. Later stages have not begun: this is no final ranking.",
    ),
    "stages.interim.head": ("结果", "Result"),
    "stages.interim.in": ("进入{next}", "goes on to {next}"),
    "stages.interim.next": (
        "下一阶段：{name}，{count} 个案例（{cases}）。发评审包：pingxuan freeze，再 issue；在本机打分：pingxuan score。",
        "Next: {name}, {count} cases ({cases}). By packets: pingxuan freeze, then issue; on this computer: pingxuan score.",
    ),
    # -- the public ---------------------------------------------------------------------
    "stages.convert_max_ratio": (
        "有效票数除以最高有效票数再乘以{full}，为本阶段得分；有效票数是核减以后的票数。",
        "The score is the valid votes over the highest number of valid votes, times {full}; valid votes are those left after deductions.",
    ),
    "stages.convert_share": (
        "有效票数除以有效总票数再乘以{full}，为本阶段得分；有效票数是核减以后的票数。",
        "The score is the valid votes over all valid votes, times {full}; valid votes are those left after deductions.",
    ),
    "stages.convert_rank_points": (
        "按有效票数排名次，依次得分：{list}，以后的得0分；票数相同的取较前的名次。",
        "By the rank of valid votes the points are {list}, then 0; equal votes share the better rank.",
    ),
    "stages.convert_bands": (
        "按有效票数分段得分：{list}，以下的得0分。",
        "By valid votes the points are: {list}; below that 0.",
    ),
    "stages.convert_reference_only": (
        "票数只作参考，不计入总分。",
        "The votes are shown for reference and do not count.",
    ),
    "stages.band": ("满{votes}张得{points}分", "{points} from {votes} votes"),
    "stages.secret": (
        "采用无记名投票：记录谁投了票，不记录谁投了哪张票；在活动的电脑上或用纸质票投，不发评审包，提交后不能修改。",
        "The vote is secret: who has voted is recorded, whose ballot is whose is not. It is cast on the award's computer or on paper, never in packets, and cannot be revised.",
    ),
    # -- approval votes -------------------------------------------------------------------
    "stages.quorum": (
        "参加投票的评委{part}的，投票有效。",
        "The vote is valid if {part} of the judges vote.",
    ),
    "stages.at_least": ("不少于{denominator}分之{numerator}", "at least {numerator}/{denominator}"),
    "stages.more_than": ("超过{denominator}分之{numerator}", "more than {numerator}/{denominator}"),
    "stages.ticks": ("每张票最多勾选{count}个。", "A ballot has at most {count} ticks."),
    "stages.ticks_tier": ("{tier}{count}个", "{tier} {count}"),
    "stages.ticks_per_tier": (
        "分等次投票，每张票最多勾选：{list}；已入选上一等次的不再参加下一等次。",
        "The vote is tier by tier, with at most so many ticks: {list}; who is elected is no candidate for the next tier.",
    ),
    "stages.fewer": ("可以少选。", "Fewer ticks are allowed."),
    "stages.not_fewer": ("少选的与多选同样处理。", "Too few ticks are treated like too many."),
    "stages.over_ballot": ("多选的，整张票无效。", "Too many ticks void the whole ballot."),
    "stages.over_tier": (
        "多选的，该等次的选票无效。",
        "Too many ticks void what the ballot says on that tier.",
    ),
    "stages.base_members": (
        "得票比例以本阶段全体评委为基数。",
        "The base is all judges of the stage.",
    ),
    "stages.base_present": ("得票比例以参加投票的评委为基数。", "The base is those who voted."),
    "stages.base_valid": ("得票比例以有效票为基数。", "The base is the valid ballots."),
    "stages.base_present_minus_recused": (
        "得票比例以参加投票的评委减去对该案例回避的评委为基数。",
        "The base is those who voted, less those recused from the case.",
    ),
    "stages.void_in": ("无效票计入基数。", "Void ballots stay in the base."),
    "stages.void_out": ("无效票不计入基数。", "Void ballots leave the base."),
    "stages.abstained_in": ("弃权计入基数。", "Who abstains stays in the base."),
    "stages.abstained_out": ("弃权不计入基数。", "Who abstains leaves the base of that case."),
    "stages.threshold": ("得票{part}的通过。", "A case needs {part} of its base."),
    "stages.threshold_tier": ("评为{tier}，得票须{part}。", "For {tier} it needs {part}."),
    "stages.by_votes": ("按得票数从高到低排列。", "The order is by the number of votes."),
    "stages.by_ratio": ("按得票比例从高到低排列。", "The order is by the part of the base."),
    # -- promotion ------------------------------------------------------------------------
    "stages.min_score": (
        "得分低于{least}分的不进入下一阶段。",
        "Below {least} a case does not go on.",
    ),
    "stages.top": ("前{top}名进入下一阶段。", "The first {top} go on."),
    "stages.top_per": ("每个{by}的前{top}名进入下一阶段。", "Of each {by} the first {top} go on."),
    "stages.ratio": (
        "按奖项名额的{ratio}倍（不足一个的舍去）进入下一阶段。",
        "{ratio} times as many as there are places go on, cut off to a whole number.",
    ),
    "stages.promote_extend": (
        "末位得分相同的一并进入。",
        "Those tied at the last place all go on.",
    ),
    "stages.promote_cascade": (
        "末位得分相同的，依次比较：{steps}；仍相同的由评选委员会决定。",
        "Those tied at the last place are parted by: {steps}; then the committee decides.",
    ),
    "stages.promote_decide": (
        "末位得分相同的，由评选委员会决定。",
        "Of those tied at the last place the committee decides.",
    ),
    # -- the total --------------------------------------------------------------------------
    "stages.share": ("{stage}×{weight}", "{stage} × {weight}"),
    "stages.plus": ("＋", " + "),
    "stages.total": ("总分＝{list}。", "Total = {list}."),
    "stages.total_rounded": (
        "各阶段得分先修约，再合成总分，总分再修约。",
        "The scores of the stages are rounded before they are added, and the total is rounded.",
    ),
    "stages.total_exact": (
        "各阶段用修约以前的得分合成总分，只在最后修约一次。",
        "The stages enter unrounded; only the total is rounded.",
    ),
    "stages.total_one": ("名次由“{stage}”决定。", "The order is that of “{stage}”."),
    "stages.penalty": (
        "{name}：{measure} 超过{free}的，每超过{every}（不足{every}按{every}计）从“{stage}”得分中扣{points}分{most}。",
        "{name}: for every started {every} of {measure} above {free}, {points} points are taken from the score of “{stage}”{most}.",
    ),
    "stages.bonus": (
        "{name}：{measure} 超过{free}的，每超过{every}（不足{every}按{every}计）在“{stage}”得分中加{points}分{most}。",
        "{name}: for every started {every} of {measure} above {free}, {points} points are added to the score of “{stage}”{most}.",
    ),
    "stages.penalty_exact": (
        "{name}：{measure} 超过{free}的部分，每{every}从“{stage}”得分中扣{points}分，不足{every}的按比例{most}。",
        "{name}: for every {every} of {measure} above {free}, in proportion, {points} points are taken from the score of “{stage}”{most}.",
    ),
    "stages.bonus_exact": (
        "{name}：{measure} 超过{free}的部分，每{every}在“{stage}”得分中加{points}分，不足{every}的按比例{most}。",
        "{name}: for every {every} of {measure} above {free}, in proportion, {points} points are added to the score of “{stage}”{most}.",
    ),
    "stages.penalty_whole": (
        "{name}：从“{stage}”得分中扣去该案例登记的 {measure}×{points}{most}；没有登记的不扣。",
        "{name}: {measure} of the case, times {points}, is taken from the score of “{stage}”{most}; nothing where it is not recorded.",
    ),
    "stages.bonus_whole": (
        "{name}：在“{stage}”得分中加上该案例登记的 {measure}×{points}{most}；没有登记的不加。",
        "{name}: {measure} of the case, times {points}, is added to the score of “{stage}”{most}; nothing where it is not recorded.",
    ),
    "stages.penalty_base": (
        "{name}：从“{stage}”得分中扣去该案例登记的 {measure}×{points}{most}。",
        "{name}: {measure} of the case, times {points}, is taken from the score of “{stage}”{most}.",
    ),
    "stages.bonus_base": (
        "{name}：在“{stage}”得分中加上该案例登记的 {measure}×{points}{most}。",
        "{name}: {measure} of the case, times {points}, is added to the score of “{stage}”{most}.",
    ),
    "stages.needed": (
        "没有登记 {measure} 的，不计成绩，不参加排名。",
        " A case of which {measure} is not recorded has no score and no rank.",
    ),
    "stages.factor_measure": (
        "{name}：{what}乘以该案例登记的 {measure}；没有登记的案例不排名。",
        "{name}: {what} is multiplied by {measure} of the case; a case for which it is not recorded is not ranked.",
    ),
    "stages.factor_value": (
        "{name}：{what}乘以{value}。",
        "{name}: {what} is multiplied by {value}.",
    ),
    "stages.factor_rounded": ("相乘以前先修约一次。", " Before that it is rounded."),
    "stages.of_stage_alone": ("得分", "the score"),
    "stages.of_criterion_alone": ("“{name}”一项", "“{name}”"),
    "stages.of_stage_factor": ("“{stage}”得分", "the score of “{stage}”"),
    "stages.of_criterion_factor": ("“{stage}”中“{name}”一项", "“{name}” in “{stage}”"),
    "stages.most": ("，最多{points}分", ", {points} at most"),
    "stages.line": ("{of}低于{least}分的不排名。", "With {of} below {least} a case is not ranked."),
    "stages.line_tier": (
        "{of}低于{least}分的不能评为{tier}。",
        "With {of} below {least} a case cannot be {tier}.",
    ),
    "stages.of_total": ("总分", "a total"),
    "stages.of_stage": ("“{stage}”得分", "a score in “{stage}”"),
    "stages.of_criterion": ("“{stage}”的“{name}”", "“{name}” in “{stage}”"),
    # -- places -----------------------------------------------------------------------------
    "stages.group_field": ("系统", "field"),
    "stages.group_unit": ("单位", "unit"),
    "stages.group_region": ("地区", "region"),
    "stages.group_level": ("层级", "level"),
    "stages.same": ("同一{by}", "one {by}"),
    "stages.only": ("{by}为“{value}”的", "the {by} “{value}”"),
    "stages.in_tier": ("在{tier}中", "in {tier}"),
    "stages.overall": ("在各等次中合计", "in all tiers together"),
    "stages.cap": ("{who}{where}最多{most}个。", "At most {most} of {who} {where}."),
    "stages.floor": (
        "{who}{where}不少于{least}个（有合格的案例时）。",
        "At least {least} of {who} {where}, if so many qualify.",
    ),
    "stages.passed_over": (
        "因名额已满没有入选的，由后面的名次依次补上，并注明原因。",
        "Who is passed over because a cap is reached is named with the reason, and the next in order comes in.",
    ),
    # -- events and votes on the command line -------------------------------------------------
    "stages.opt_stage": ("哪个阶段（规则里的 key）。", "Which stage (its key in the rules)."),
    "stages.opt_cut": (
        "决定的是哪个阶段的晋级，不写就是最后的名次。",
        "Which stage's cut is decided; without it the final ranking.",
    ),
    "stages.opt_tier": ("哪个等次（规则里的 key）。", "Which tier (its key in the rules)."),
    "stages.opt_measures": (
        "从申报表的列导入规则用到的量（如难度系数）。",
        "Measures the rules ask for (such as difficulties), from columns of the list of nominations.",
    ),
    "stages.event_measured": ("从 {file} 导入", "imported from {file}"),
    "stages.measures_done": (
        "{file}：读到 {count} 个量，其中新登记 {new} 个。",
        "{file}: {count} measures read, {new} of them new.",
    ),
    "stages.opt_measure": ("哪个量，例如 time。", "Which measure, such as time."),
    "stages.opt_value": ("这个量是多少，最多四位小数。", "Its value, at most four decimals."),
    "stages.opt_votes": (
        "文件是公众投票的票数（CSV）。",
        "The file holds the counts of a public vote (CSV).",
    ),
    "stages.event_done": (
        "已记录（第{number}条）：{case} {what}。",
        "Recorded as {number}: {case} {what}.",
    ),
    "stages.event_undone": (
        "第{number}条已撤销，记录保留。",
        "Entry {number} no longer holds; it stays on record.",
    ),
    "stages.event_gone": ("已撤销", "withdrawn"),
    "stages.event_col_state": ("状态", "state"),
    "stages.event_reject": ("不予受理", "rejected"),
    "stages.event_veto": ("一票否决", "vetoed"),
    "stages.event_object": ("异议成立，取消资格", "struck, an objection was upheld"),
    "stages.event_ceiling": ("等次上限", "ceiling"),
    "stages.event_preset": ("直接授奖，不占名额", "preset place, outside the size"),
    "stages.event_measure": ("记录用量", "measure"),
    "stages.event_col_number": ("序号", "No."),
    "stages.event_col_what": ("事项", "what"),
    "stages.event_col_case": ("案例", "case"),
    "stages.event_col_detail": ("阶段/等次/数值", "stage/tier/value"),
    "stages.event_col_reason": ("原因", "reason"),
    "stages.event_col_by": ("经办", "by"),
    "stages.event_col_at": ("时间", "at"),
    "stages.votes_read": ("读到 {count} 个案例的票数。", "The votes of {count} cases were read."),
    "stages.votes_done": ("已导入 {count} 个案例的票数。", "The votes of {count} cases are in."),
    # -- remarks: why a case is not where its number would put it ---------------------------------
    "stages.remark_rejected": ("不予受理：{reason}（{by}）", "rejected: {reason} ({by})"),
    "stages.remark_vetoed": ("一票否决：{reason}（{by}）", "vetoed: {reason} ({by})"),
    "stages.remark_struck": (
        "异议成立，取消资格：{reason}（{by}）",
        "struck, an objection was upheld: {reason} ({by})",
    ),
    "stages.remark_below_min": (
        "{stage}得分{score}，低于{least}分",
        "{score} in {stage}, below {least}",
    ),
    "stages.remark_not_promoted": (
        "{stage}第{rank}名，进入下一阶段的名额为{places}个",
        "rank {rank} in {stage}, {places} go on",
    ),
    "stages.remark_open_cut": (
        "{stage}末位并列，待委员会决定",
        "tied at the cut of {stage}: the committee must decide",
    ),
    "stages.remark_below_line": ("{of}低于{least}分，不排名", "{of} below {least}: not ranked"),
    "stages.remark_below_threshold": (
        "{stage}得{votes}票（基数{base}），未达到规定票数",
        "{votes} votes of {base} in {stage}: below the threshold",
    ),
    "stages.remark_no_quorum": ("{stage}到会人数不足，投票无效", "no quorum in {stage}"),
    "stages.remark_not_elected": ("未当选", "not elected"),
    "stages.remark_cap": (
        "第{rank}名，同{by}名额已满（{tier}每{by}最多{most}个）",
        "rank {rank}, places of this {by} are taken ({tier}: at most {most})",
    ),
    "stages.remark_floor": (
        "第{rank}名，剩余名额须留给{value}（{tier}）",
        "rank {rank}, the places left are kept for {value} ({tier})",
    ),
    "stages.remark_tier_line": (
        "{of}低于{least}分，不能评为{tier}",
        "{of} below {least}: not {tier}",
    ),
    "stages.remark_tier_threshold": (
        "得{votes}票（基数{base}），未达到{tier}的票数",
        "{votes} votes of {base}: below the threshold of {tier}",
    ),
    "stages.remark_ceiling": (
        "不能评为{tier}：{reason}（{by}）",
        "cannot be {tier}: {reason} ({by})",
    ),
    "stages.remark_cut_open": (
        "{tier}末位并列，待委员会决定",
        "tied at the end of {tier}: the committee must decide",
    ),
    "stages.remark_cut_excluded": (
        "{tier}末位并列、名额不够，按规则不入选",
        "tied at the end of {tier}: by the rules none gets in",
    ),
    "stages.remark_preset": (
        "直接授奖，不占名额：{reason}",
        "preset place, outside the size: {reason}",
    ),
    "stages.remark_reserve": ("候补第{number}名", "reserve {number}"),
    "stages.remark_other": ("{stage}没有得分", "no score in {stage}"),
    # -- the trail over the stages ------------------------------------------------------------------
    "stages.heading": ("【{name}】", "[{name}]"),
    "stages.no_counts": ("票数还没有导入：{cases}。", "the votes are not in yet: {cases}."),
    "stages.trail": ("各阶段：", "Stage by stage:"),
    "stages.trail_score": ("{name}：{score}分", "{name}: {score}"),
    "stages.trail_votes": (
        "{name}：有效票{votes}张，折算{score}分",
        "{name}: {votes} valid votes, {score} points",
    ),
    "stages.trail_votes_only": ("{name}：有效票{votes}张", "{name}: {votes} valid votes"),
    "stages.trail_ticks": ("{name}：得{votes}票（基数{base}）", "{name}: {votes} votes of {base}"),
    "stages.trail_none": ("{name}：没有得分", "{name}: no score"),
    "stages.trail_passed": ("{name}：通过", "{name}: passed"),
    "stages.trail_adjusted": ("，其中加减分{points}", ", of it {points} bonus or penalty"),
    "stages.trail_total": (
        "总分＝{list}＝{value}，公布{score}",
        "total = {list} = {value}, published {score}",
    ),
    # -- publication ------------------------------------------------------------------------
    "stages.workdays": (
        "结果公示{count}个工作日。",
        "The result is published for {count} working days.",
    ),
    "stages.backfill": (
        "异议成立的取消资格，后面的名次依次递补。",
        "A case struck on an objection leaves, and those behind move up.",
    ),
    "stages.no_backfill": (
        "异议成立的取消资格，名额空缺，不递补。",
        "A case struck on an objection leaves, and its place stays empty.",
    ),
    "stages.reserves": ("另设候补{count}名。", "There are {count} reserves."),
}
