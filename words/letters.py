"""Words of the letters for Word and WPS; `[name]` is filled in when a letter is written."""

WORDS: dict[str, tuple[str, str]] = {
    "letters.draft": (
        "【{kind}；结果编号{number}；不得公布】",
        "[{kind}; result {number}; not for publication]",
    ),
    "letters.signed.office": ("评选委员会办公室", "Office of the Award Committee"),
    # The 公示 notice
    "letters.notice.title": ("关于[award]结果的公示", "Public Notice: Result of [award]"),
    "letters.notice.intro": (
        "[award]共有[cases]个案例参评，[judges]位评委独立评分。按照评选规则计算并经复核，拟评定[tier_counts]。现予公示，名单附后。",
        "[cases] cases took part in [award] and [judges] judges scored them independently. Counted by the rules and checked, the following are proposed: [tier_counts]. The list is attached.",
    ),
    "letters.notice.period": (
        "公示时间：____年__月__日至____年__月__日。",
        "Period of notice: from ____________ to ____________.",
    ),
    "letters.notice.objections": (
        "公示期间，单位和个人如有异议，请以书面形式如实反映。单位提出的应加盖公章，个人提出的应署真实姓名和联系方式。",
        "Objections may be made in writing during this period, by units under their seal and by persons under their name with a way to reach them.",
    ),
    "letters.notice.contact": (
        "联系人：__________　电话：______________",
        "Contact: ______________  Telephone: ______________",
    ),
    "letters.notice.post": (
        "邮箱：______________　地址：________________________",
        "E-mail: ____________  Address: ________________",
    ),
    "letters.notice.list": ("附件", "Attachment"),
    "letters.notice.attached": ("附件：拟评定案例名单", "Attached: list of proposed cases"),
    "letters.tier_count": ("{tier}{count}个", "{count} {tier}"),
    # The committee's result page
    "letters.result.title": ("[award]结果", "Result of [award]"),
    "letters.result.agreed": (
        "以上结果由各评委独立评分，按评选规则计算，经两套算法核对一致，评选委员会予以确认。",
        "The above was scored by each judge independently, counted by the rules in two independent ways with the same result, and is confirmed by the committee.",
    ),
    "letters.result.digest": ("结果校验码 [digest]", "Digest of the result [digest]"),
    "letters.sign.counted": (
        "计票人（签名）：__________________",
        "Counted by: ____________________",
    ),
    "letters.sign.checked": (
        "复核人（签名）：__________________",
        "Checked by: ____________________",
    ),
    "letters.sign.supervised": (
        "监督人（签名）：__________________",
        "Supervised by: ____________________",
    ),
    "letters.sign.chair": (
        "评选委员会主任（签名）：____________",
        "Chair of the committee: ____________________",
    ),
    "letters.sign.members": (
        "委员（签名）：____________________________________",
        "Members: ____________________________________",
    ),
    "letters.sign.date": ("____年__月__日", "Date: ____________"),
    # Score sheets
    "letters.ballots.title": ("[award][judge.stage]评分表", "[award]: Score Sheet[judge.stage]"),
    "letters.ballots.judge": (
        "评委：[judge.name]　　编号：[judge.id]　　[judge.receipt]",
        "Judge: [judge.name]    Id: [judge.id]    [judge.receipt]",
    ),
    "letters.ballots.receipt": ("回执码：{receipt}", "Receipt: {receipt}"),
    "letters.ballots.note": ("[judge.scale]", "[judge.scale]"),
    "letters.ballots.stage": ("“{stage}”", ", {stage}"),
    "letters.ballots.ticks": (
        "同意的打“√”，不同意的空着；须回避的写“回避”。",
        "Tick the cases you approve and leave the others; write “recused” where you are.",
    ),
    "letters.left_out": (
        "不排名：{case}《{title}》，{why}。",
        "Not ranked: {case} {title}, {why}.",
    ),
    "letters.ballots.scale": (
        "每项按 {low} 至 {high} 分打分，最小分差 {step} 分；须回避的写“回避”。",
        "Each criterion from {low} to {high} in steps of {step}; write “recused” where you are.",
    ),
    "letters.ballots.signed": (
        "评委（签名）：________________　　日期：____年__月__日",
        "Signed: ________________    Date: ____________",
    ),
    # Headings of tables
    "letters.column.number": ("序号", "No."),
    "letters.column.rank": ("名次", "Rank"),
    "letters.column.case": ("编号", "Case"),
    "letters.column.title": ("案例名称", "Title"),
    "letters.column.unit": ("参评单位", "Unit"),
    "letters.column.score": ("得分", "Score"),
    "letters.column.tier": ("等次", "Tier"),
    "letters.column.total": ("总分", "Total"),
    "letters.column.note": ("备注", "Note"),
}
