"""The award under assumptions, in words."""

WORDS = {
    "whatif.head": ("假设：{what}", "What if: {what}"),
    "whatif.without_judges": ("不计评委：{names}", "Without the judges: {names}"),
    "whatif.without_cases": ("不计案例：{names}", "Without the cases: {names}"),
    "whatif.recused": ("另有回避（评委/案例）：{names}", "Recused as well (judge/case): {names}"),
    "whatif.weights": ("权重成为：{list}", "The weights would be: {list}"),
    "whatif.nothing": ("名次、得分、等次都不变。", "No rank, score or tier would change."),
    "whatif.move": (
        "{case}：第 {was_rank} 名 → 第 {now_rank} 名，得分 {was_score} → {now_score}，{was_tier} → {now_tier}",
        "{case}: rank {was_rank} -> {now_rank}, score {was_score} -> {now_score}, {was_tier} -> {now_tier}",
    ),
    "whatif.move_inside": (
        "{case}：第 {was_rank} 名 → 第 {now_rank} 名，得分 {was_score} → {now_score}（{now_tier}，不变）",
        "{case}: rank {was_rank} -> {now_rank}, score {was_score} -> {now_score} (still {now_tier})",
    ),
    "whatif.only_score": (
        "只有得分变动，名次和等次不变：{list}",
        "Only the score differs, rank and tier do not: {list}",
    ),
    "whatif.why_own": ("。原因：它自己的得分变了", ". Because: its own score differs"),
    "whatif.why_others": ("。原因：只是其他案例变动", ". Because: only other cases moved"),
    "whatif.open": (
        "等次“{tier}”会留有并列待定：{cases}",
        "Tier {tier} would be open between {cases}",
    ),
    "whatif.idle": (
        "第 {number} 号决定（{cases}）不再用得上。",
        "Decision number {number} ({cases}) would decide nothing.",
    ),
    "whatif.untouched": (
        "这只是试算：活动本身没有任何改动，也没有登记。",
        "Only tried out: nothing of the award has changed and nothing was logged.",
    ),
}
