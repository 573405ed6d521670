"""Score sheets on paper: the printed page, and typing them in."""

WORDS: dict[str, tuple[str, str]] = {
    "paper.title": ("打分表", "Score sheet"),
    "paper.mode": (
        "纸质打分：由两人录入核对，录入的人看得到打分",
        "on paper: two people type it in and can read the scores",
    ),
    "paper.how": (
        "每格写一个分数，写清楚；改动处请划掉重写并签名。划掉的案例是您回避的，不打分。还需要回避的，请在该行写“回避”和原因。",
        "One mark in each cell, written clearly; cross out what you change, write it anew and sign beside it. Cases that are struck out are those you are recused from. To recuse yourself from another, write so in its row with the reason.",
    ),
    "paper.how_comment": (
        "评了“{names}”的案例，必须在“评语”一格写明评语；没有评语的案例不算评完。评语留在这张纸上，不录入。",
        "Who marks {names} writes a comment on the case in the last column; without it the case is not finished. Comments stay on this paper and are not typed in.",
    ),
    "paper.comment": ("须写评语", "comment required"),
    "paper.comments": ("评语", "Comment"),
    "paper.number": ("编号", "No."),
    "paper.case": ("案例和单位", "Case and unit"),
    "paper.scale": ("{low}—{high} 分，最小 {step}", "{low} to {high}, steps of {step}"),
    "paper.optional": ("不适用写 -", "not applicable: -"),
    "paper.recused": ("回避：{reason}", "recused: {reason}"),
    "paper.sign": (
        "评委签名：____________________    日期：______________",
        "Judge's signature: ____________________    Date: ______________",
    ),
    "paper.hands": (
        "录入人：______________    核对人：______________（必须是两个人）",
        "Entered by: ______________    Checked by: ______________ (two different people)",
    ),
    "paper.written": (
        "空白打分表在 {folder}，用浏览器打开后打印（A4）。",
        "The blank sheets are in {folder}: open them in a browser and print (A4).",
    ),
    "paper.vote.title": ("无记名选票", "Ballot paper"),
    "paper.vote.how": (
        "在同意的案例右边打勾，不要超过写明的个数；不写姓名，不做别的记号。您对哪个案例回避，就不要勾选它，也不要在纸上写明，请先告诉秘书登记。填好后折起来投入票箱。",
        "Tick the cases you approve of, no more than is said. Write no name and make no other mark. Do not tick a case you are recused from and do not write that here: tell the secretary before. Fold the paper and put it into the box.",
    ),
    "paper.vote.tick": ("勾选（最多 {count} 个）", "Tick (at most {count})"),
    "paper.vote.tier": ("{tier}（最多 {count} 个）", "{tier} (at most {count})"),
    "paper.vote.written": (
        "选票在 {path}，用浏览器打开后打印，每位用纸投票的评委一张，都一样，不写姓名。",
        "The ballot paper is {path}: print it from a browser, one for each judge who votes on paper; all are alike and carry no name.",
    ),
    # Typing in
    "paper.one_judge": ("请写一位评委的编号。", "Name one judge."),
    "paper.who.enter": ("录入人姓名:", "Your name (you enter the marks):"),
    "paper.who.check": ("核对人姓名:", "Your name (you check them):"),
    "paper.enter.how": (
        "照纸上的分数录入，每个回车一次。- 不适用（允许时），h 本案回避，* 本案重录，/ 停下以后再录。每录完一个案例就保存。",
        "Type the marks as on the paper, Enter after each. - not applicable (where allowed), h recused from this case, * this case again, / stop and go on later. Each finished case is saved.",
    ),
    "paper.enter.none": (
        "没有要录入的案例。下一步由另一人运行 pingxuan paper check {judge}。",
        "Nothing to enter. Next, another person runs pingxuan paper check {judge}.",
    ),
    "paper.enter.left": ("还有 {n} 个案例没有录入。", "{n} case(s) are not entered yet."),
    "paper.case.line": (
        "第 {n} 个，共 {total} 个   {case}  {title}  {unit}",
        "{n} of {total}   {case}  {title}  {unit}",
    ),
    "paper.was.rejected": (
        "（{name} 核对时认为不一致，请看纸上重录）",
        "({name} found it different: read the paper again)",
    ),
    "paper.ask": ("{name} ({low}—{high}):", "{name} ({low} to {high}):"),
    "paper.reason": ("回避的原因:", "Reason of the recusal:"),
    "paper.saved": ("{case} 已保存：{marks}", "{case} saved: {marks}"),
    "paper.check.how": (
        "拿着纸质打分表逐个核对。这里只能说一致或不一致，不能改；不一致的由录入人重录。",
        "Hold the paper sheet and compare each case. You can say same or different, not change; what is different is entered anew by the first person.",
    ),
    "paper.check.same": ("一致", "the same"),
    "paper.check.other": ("不一致", "different"),
    "paper.check.stop": ("停下，以后再核对", "stop, go on later"),
    "paper.check.rejected": (
        "不一致的案例：{cases}。请录入人再运行 pingxuan paper enter {judge}。",
        "Different: {cases}. The first person runs pingxuan paper enter {judge} again.",
    ),
    "paper.check.left": (
        "还有 {n} 个案例没有核对或没有录入。",
        "{n} case(s) are not entered or not checked yet.",
    ),
    "paper.done": (
        "全部一致。评委 {judge} 的评分表已生成，回执码 {receipt}。请把回执码抄给评委。",
        "All agree. The ballot of judge {judge} is made; its receipt is {receipt}. Give the receipt to the judge.",
    ),
}
