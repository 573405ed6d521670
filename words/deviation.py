"""Marks far from the others, in words."""

WORDS = {
    "deviation.heading": (
        "与其他评委相差较大的打分（照常计入，只作提示）：",
        "Marks far from the others (they count as all others do):",
    ),
    "deviation.line": (
        "{case}：评委 {judge} 打 {total}，与{base}相差 {difference}。",
        "{case}: judge {judge} gave {total}, {difference} against {base}.",
    ),
    "deviation.mean_of_valid": (
        "全部有效评分的平均分 {value} ",
        "the mean of all valid ballots ({value})",
    ),
    "deviation.mean_of_others": (
        "其他评委的平均分 {value} ",
        "the mean of the other judges ({value})",
    ),
    "deviation.median": ("中位数 {value} ", "the median ({value})"),
    "deviation.explained": ("说明：{text}", "Explained: {text}"),
    "deviation.wanted": ("还没有书面说明。", "Not explained yet."),
    "deviation.only_flagged": ("（不要求说明）", "(No explanation is required.)"),
    "deviation.recorded": (
        "已登记评委 {judge} 对 {case} 的打分说明。",
        "The explanation of {judge} for {case} is recorded.",
    ),
    "deviation.shadow": (
        "影子评委（只记录，不计入）：",
        "Shadow judges (recorded, never counted):",
    ),
    "deviation.shadow_line": ("{judge}：{totals}", "{judge}: {totals}"),
    "deviation.calibration": (
        "校准案例（大家都打分，不排名）：",
        "Calibration cases (scored by all, never ranked):",
    ),
    "deviation.calibration_line": ("{case}：{totals}", "{case}: {totals}"),
    "deviation.no_total": ("无", "none"),
}
