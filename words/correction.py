"""Corrections and the list of cases that are checked again, in words."""

WORDS = {
    "correction.sum_wrong": ("合计有误", "added up wrongly"),
    "correction.out_of_range": ("超出分值范围", "out of range"),
    "correction.objective_differs": ("与客观情况不符", "not what the objective facts say"),
    "correction.abnormal": ("畸高畸低", "abnormally high or low"),
    "correction.reason": (
        "更正案例 {case} 的“{criterion}”：{why}。{note}",
        "correction of case {case}, {criterion}: {why}. {note}",
    ),
    "correction.done": (
        "已登记更正：案例 {case} 的“{criterion}”（{why}）。评委 {judge} 的评分表已退回，只能改这一处；提交后成为新的一稿。",
        "Recorded: case {case}, {criterion} ({why}). The ballot of {judge} was sent back for this mark alone; handed in, it is a new revision.",
    ),
    "correction.sample_head": (
        "复核名单：前 {top} 名全部，其余抽 {percent}%，种子 {seed}。",
        "To be checked again: the first {top} of the ranking, {percent} % of the others, seed {seed}.",
    ),
    "correction.case": ("编号", "Case"),
    "correction.title": ("案例名称", "Title"),
    "correction.why": ("为什么", "Why"),
    "correction.found": ("发现的问题", "Found"),
    "correction.first": ("前列", "first of the ranking"),
    "correction.drawn": ("抽中", "drawn"),
    "correction.all": ("全部复核", "all are checked"),
    "correction.enough": (
        "有误 {wrong} 个，名单共 {count} 个，没有超过 {limit}%。",
        "{wrong} of {count} wrong; not more than {limit} %.",
    ),
    "correction.too_many": (
        "有误 {wrong} 个，名单共 {count} 个，超过 {limit}%：须复核全部 {cases} 个案例。",
        "{wrong} of {count} wrong, more than {limit} %: all {cases} cases must be checked.",
    ),
    "correction.drawn_now": (
        "名单已抽定并登记；再次运行显示同一份名单。",
        "The sample is drawn and recorded; run again, the same list is shown.",
    ),
}
