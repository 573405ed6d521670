"""Methods side by side, in words."""

WORDS = {
    "compare.mean": ("平均", "Mean"),
    "compare.median": ("中位数", "Median"),
    "compare.trimmed_mean": ("去高去低", "Trimmed"),
    "compare.trimmed_sum": ("去高去低求和", "Sum of what is left"),
    "compare.sum": ("合计", "Sum"),
    "compare.several": ("各阶段规定的方法", "the method of each stage"),
    "compare.spread": ("分歧", "Spread"),
    "compare.range": ("名次范围", "Rank range"),
    "compare.same": (
        "改用“{method}”：各等次的案例不变。",
        "By {method}: every tier has the same cases.",
    ),
    "compare.moved": ("改用“{method}”：", "By {method}:"),
    "compare.shift": (
        "{tier}：进 {entering}；出 {leaving}",
        "{tier}: in {entering}; out {leaving}",
    ),
    "compare.usual_trim": (
        "规则没有去高去低的，“去高去低”一栏按去掉 1 个最高分和 1 个最低分（满 3 份时）计算。",
        "Where the rules do not trim, the column Trimmed drops one highest and one lowest (from 3 ballots).",
    ),
    "compare.own": (
        "规则用的是“{method}”，名次和等次以它为准；其余只供参考。分歧：最高与最低之差。名次范围：任意去掉一位评委。",
        "The rules use {method}: only this decides. Spread: highest minus lowest. Rank range: any one judge left out.",
    ),
}
