"""How a number came about, in words."""

WORDS = {
    "explain.ballots": ("一、评委打分", "1. What the judges gave"),
    "explain.judge": ("评委", "Judge"),
    "explain.total": ("总分", "Total"),
    "explain.use": ("处理", "Use"),
    "explain.not_counted": ("{name}（不计入）", "{name} (not counted)"),
    "explain.state.missing": ("未评", "missing"),
    "explain.state.not_applicable": ("不适用", "n/a"),
    "explain.state.abstained": ("弃权", "abstained"),
    "explain.state.recused": ("回避", "recused"),
    "explain.state.not_assigned": ("未分配", "not assigned"),
    "explain.use.kept": ("计入", "kept"),
    "explain.use.part_dropped": ("部分去掉", "partly dropped"),
    "explain.use.incomplete": ("不完整，不计入", "incomplete, not counted"),
    "explain.use.absent": ("不计入", "not counted"),
    "explain.dropped.high": ("去掉（最高）", "dropped (highest)"),
    "explain.dropped.low": ("去掉（最低）", "dropped (lowest)"),
    "explain.dropped.judge": ("去掉（整位评委）", "dropped (this judge)"),
    "explain.counting": ("二、合成：有效评分表 {count} 份", "2. Counting: {count} valid ballots"),
    "explain.part": ("{name} 均值 {mean}", "{name}: mean {mean}"),
    "explain.part_sum": (
        "{name} 均值 {mean} × {left} = {sum}",
        "{name}: mean {mean} * {left} = {sum}",
    ),
    "explain.dropped_of": ("{name} 去掉：{list}", "{name}, dropped: {list}"),
    "explain.weighted_part": (
        "{name} 均值 {mean}，权重 {weight}%",
        "{name}: mean {mean}, weight {weight}%",
    ),
    "explain.weight": ("权重", "Weight"),
    "explain.weighed": (
        "计入的总分各乘以评委权重，合计 {total} ÷ 权重合计 {count} = {value}",
        "totals kept, each times the weight of its judge: {total} / {count} (sum of the weights) = {value}",
    ),
    "explain.shared_loss": (
        "相同的几份只去掉其中一部分，这几份的权重按同一比例减少",
        "of several equal ones only some go: the weight of each is lessened by the same part",
    ),
    "explain.quotient": (
        "计入的总分合计 {total} ÷ {count} = {value}",
        "totals kept: {total} / {count} = {value}",
    ),
    "explain.sum_left": ("计入的总分合计 = {value}", "totals kept, added up = {value}"),
    "explain.sum_scaled": (
        "计入的总分合计 {total} ÷ {count} × {left}（按{left}个折算）= {value}",
        "totals kept: {total} / {count} * {left} (brought to {left}) = {value}",
    ),
    "explain.sum_weighed": (
        "计入的总分各乘以评委权重，合计 {total} ÷ 权重合计 {count} × {left} = {value}",
        "totals kept, each times the weight of its judge: {total} / {count} (sum of the weights) * {left} = {value}",
    ),
    "explain.whole": ("本阶段", "the stage"),
    "explain.times": (
        "{what}：{before} × {number}（{name}）= {after}",
        "{what}: {before} * {number} ({name}) = {after}",
    ),
    "explain.times_rounded": (
        "{what}：{value} 先修约为 {before}，× {number}（{name}）= {after}",
        "{what}: {value}, rounded {before}, * {number} ({name}) = {after}",
    ),
    "explain.no_times": ("{what}：{value}", "{what}: {value}"),
    "explain.times_published": ("{what}：{how} = {value}", "{what}: {how} = {value}"),
    "explain.second_mean": (
        "二次平均：{value} × {overall} ÷ {panel}（全部案例平均分÷本组平均分）= {result}",
        "second mean: {value} × {overall} / {panel} (the mean of all / that of the panel) = {result}",
    ),
    "explain.adjusted": ("加减分 {points}，得 {value}", "bonus and penalty {points}: {value}"),
    "explain.from_parts": ("各项合成 = {value}", "put together from the criteria = {value}"),
    "explain.published": ("{how} = {value}", "{how} = {value}"),
    "explain.tie_split": (
        "{cases} 同分，比较{step}：{values}，分出先后",
        "{cases} tied; {step} compared: {values}; this parts them",
    ),
    "explain.tie_same": (
        "{cases} 同分，比较{step}：{values}，仍相同",
        "{cases} tied; {step} compared: {values}; still equal",
    ),
    "explain.decided": (
        "{cases} 同分，由评选委员会决定先后：{order}",
        "{cases} tied; the committee decided the order: {order}",
    ),
    "explain.drawn": (
        "{cases} 同分，由抽签决定先后：{order}",
        "{cases} tied; lots decided the order: {order}",
    ),
    "explain.still_tied": ("与 {cases} 仍然并列", "still tied with {cases}"),
    "explain.rank": ("三、名次：第 {rank} 名，{tier}", "3. Rank {rank}, {tier}"),
    "explain.no_tier": ("未入选", "no tier"),
    "explain.open": (
        "等次待定：末位并列，等评选委员会决定",
        "tier open: tied at the cut, the committee has to decide",
    ),
    "explain.too_few": (
        "三、不排名：有效评分表 {count} 份，规则要求至少 {minimum} 份",
        "3. Not ranked: {count} valid ballots, the rules ask for at least {minimum}",
    ),
    "explain.unranked": ("三、不排名：{why}", "3. Not ranked: {why}"),
}
