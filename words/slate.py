"""Slates that change after freezing: what the secretary and the judge are told."""

WORDS: dict[str, tuple[str, str]] = {
    # The secretary
    "slate.changed": (
        "与第 {version} 版相比：{what}。",
        "Compared with version {version}: {what}.",
    ),
    "slate.changed.cases": ("案例 {cases} 有改动", "changed cases: {cases}"),
    "slate.changed.added": ("新增案例 {cases}", "new cases: {cases}"),
    "slate.changed.removed": ("去掉案例 {cases}", "cases taken off: {cases}"),
    "slate.changed.rules": (
        "规则有改动（config.toml：{tables}）",
        "the rules (config.toml: {tables})",
    ),
    "slate.changed.mode": ("密封方式有改动", "the mode"),
    "slate.and": ("；", "; "),
    "slate.reissue": (
        "这些评委的评审包作废，要重新发放：{judges}。请运行 pingxuan issue；评委把新评审包放在原来的文件夹里打开，没有改动的案例不用再打。",
        "The packets of these judges are withdrawn and to be issued again: {judges}. Run pingxuan issue; a judge who opens the new packet in the folder of the old one keeps the scores of what did not change.",
    ),
    "slate.returned": (
        "这些评委已交回的评分表不再计入，要用新评审包确认并重新封存：{judges}。",
        "Ballots that have come back from these judges no longer count; they confirm and seal again with the new packet: {judges}.",
    ),
    "slate.amended": (
        "已登记：更正 {changed}，新增 {added}，去掉 {removed}，没有变化 {same} 个。",
        "Recorded: changed {changed}; added {added}; taken off {removed}; {same} as they were.",
    ),
    "slate.amended.freeze": (
        "评审清单已经冻结过。请再运行 pingxuan freeze，已发的评审包会作废；没有运行之前，其他步骤会提醒您。",
        "The slate was frozen before. Run pingxuan freeze again, which withdraws the packets; until then every step will remind you.",
    ),
    "slate.none": ("无", "none"),
    # The judge
    "slate.title": (
        "评审清单有改动：第 {old} 版 -> 第 {new} 版",
        "The slate has changed: version {old} -> {new}",
    ),
    "slate.kept": (
        "没有改动的 {n} 个案例，打分已带过来。",
        "{n} unchanged case(s): your scores were carried over.",
    ),
    "slate.asked": (
        "{n} 个案例有改动，请逐个确认：{cases}",
        "{n} changed case(s) to confirm one by one: {cases}",
    ),
    "slate.new": ("新增的案例，请打分：{cases}", "New cases, to be scored: {cases}"),
    "slate.removed": ("已去掉、不再评的案例：{cases}", "Cases taken off: {cases}"),
    "slate.recused": (
        "秘书已登记您回避，原来的打分不再计入：{cases}",
        "The secretary has recorded your recusal; your scores are left out: {cases}",
    ),
    "slate.rules": (
        "评选规则也有改动（请看代码函或问秘书），不影响您已打的分。",
        "The rules have changed too (ask the secretary); your scores are not touched by it.",
    ),
    "slate.none_here": (
        "没有在这里找到您上一版的打分。如果您打过分，请退出，把新的评审包放进原来那个文件夹再打开。",
        "No scores of the earlier version were found here. If you have scored before, leave, put the new packet into the folder of the old one, and open it there.",
    ),
    "slate.read_first": (
        "请把上面的评审清单编号与代码函核对。相同就按回车开始；不同请按 Ctrl+C，并打电话给秘书",
        "Compare the slate number above with your letter. The same: press Enter. Not the same: press Ctrl+C and call the secretary",
    ),
    "slate.case": ("第 {n} 个，共 {total} 个要确认", "{n} of {total} to confirm"),
    "slate.why": ("改动的地方", "What has changed"),
    "slate.why.title": ("名称，原来是：{before}", "the title, which was: {before}"),
    "slate.why.unit": ("单位，原来是：{before}", "the unit, which was: {before}"),
    "slate.why.field": ("系统，原来是：{before}", "the field, which was: {before}"),
    "slate.why.level": ("级别，原来是：{before}", "the level, which was: {before}"),
    "slate.why.region": ("地区，原来是：{before}", "the region, which was: {before}"),
    "slate.why.files": (
        "附件有增减或改动，请按 F5 再看一遍",
        "the files beside it: one was added, taken off or changed; F5 shows them",
    ),
    "slate.why.body": (
        "材料正文：第 {before} 段是新的或改过",
        "the material: paragraph(s) {before} are new or changed",
    ),
    "slate.why.gone": (
        "材料正文：删去 {gone} 段",
        "the material: {gone} paragraph(s) were taken out",
    ),
    "slate.why.criterion": ("评分指标：{before}", "the criterion: {before}"),
    "slate.old": ("您原来的打分", "Your scores so far"),
    "slate.old.none": (
        "原来的打分不能沿用，请重新打分。",
        "Your scores cannot be kept; please score anew.",
    ),
    "slate.old.recused": ("您原来申请了回避：{reason}", "You had recused yourself: {reason}"),
    "slate.do.keep": ("保留原来的打分", "keep my scores"),
    "slate.do.anew": ("不保留，重新打分", "score anew"),
    "slate.do.read": ("先看材料", "read the material first"),
    "slate.do.later": ("以后再说", "later"),
    "slate.do.confirm": ("确认改动", "confirm changes"),
    "slate.do.go_on": ("开始", "go on"),
    "slate.resume": (
        "有 {n} 个改动过的案例等您确认，按 F7。确认之前不能提交。",
        "{n} changed case(s) wait for your word: press F7. Submitting waits for it.",
    ),
    "slate.done": ("改动的案例都确认过了。", "All changed cases are confirmed."),
    "slate.why_not": ("没有要确认的改动", "nothing to confirm"),
    "slate.nothing": ("没有原来的打分可保留", "there is nothing to keep"),
    "slate.help": (
        "确认改动\n\n评审清单在您打分之后改过。没有改动的案例，打分已经带过来。\n有改动的案例逐个确认：上面写着哪里改了，下面是您原来的打分。\n1 保留原来的打分。2 不保留，以后在案例列表里重新打。3 先看材料，看完按 Esc 回来。\nEsc 以后再说，下次打开还会问。",
        "Confirming changes\n\nThe slate was changed after you had scored. Unchanged cases keep their scores.\nFor each changed case: above what has changed, below your scores so far.\n1 keeps them. 2 drops them; score the case anew in the list. 3 opens the material first; Esc comes back.\nEsc leaves it for later; you are asked again.",
    ),
}
