"""Runoffs: id -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "runoff.name": ("再次投票", "Runoff"),
    "runoff.approve": ("同意", "Approve"),
    "runoff.opt.number": (
        "再次投票的编号；只有一次时可以不写",
        "number of the runoff; not needed while there is one",
    ),
    "runoff.opt.judge": ("纸质票是哪位评委的", "whose paper ballot it is"),
    "runoff.opt.checked": (
        "第二个人：对照纸质票核对过",
        "the second person, who compared it with the paper",
    ),
    "runoff.none": (
        "没有需要再次投票的并列，也没有开过再次投票。",
        "No tie wants a runoff, and none was opened.",
    ),
    "runoff.none.short": ("没有要再次投票的并列", "no tie wants a runoff"),
    "runoff.away": (
        "；{judges} 对其中的案例回避，不参加",
        "; {judges} recused from one of them stay out",
    ),
    "runoff.before": (
        "（已经投过 {count} 次，仍然并列；也可以用 pingxuan decide 决定）",
        " ({count} held already and still tied; pingxuan decide settles it too)",
    ),
    "runoff.opened": ("第 {number} 次再次投票已开始。", "Runoff {number} is open."),
    "runoff.open_already": (
        "第 {number} 次再次投票已经开始了。",
        "Runoff {number} is open already.",
    ),
    "runoff.task": (
        "{where}：在 {cases} 中最多选 {places} 个。参加的评委：{judges}",
        "{where}: choose at most {places} of {cases}. Who votes: {judges}",
    ),
    "runoff.vote_with": (
        "每位评委：pingxuan score --judge {judge}；纸质票：pingxuan runoff enter --judge {judge} 案例 … --by 录入人 --checked-by 核对人",
        "Each judge: pingxuan score --judge {judge}; on paper: pingxuan runoff enter --judge {judge} CASE ... --by NAME --checked-by NAME",
    ),
    "runoff.entered": (
        "评委 {judge} 的纸质票已录入，回执码 {receipt}。",
        "The paper ballot of {judge} is entered, receipt {receipt}.",
    ),
    "runoff.closed": ("第 {number} 次再次投票已结束。", "Runoff {number} is closed."),
    "runoff.closed_already": (
        "第 {number} 次再次投票早已结束。",
        "Runoff {number} was closed already.",
    ),
    "runoff.undone": (
        "第 {number} 次再次投票已撤销，不再计入。",
        "Runoff {number} was taken back and does not count.",
    ),
    "runoff.not_voted": ("没有投的：{list}。", "Not voted: {list}."),
    "runoff.ballots": (
        "收到 {present} 张票（应到 {of} 人），其中无效 {void} 张。",
        "{present} ballots of {of} judges, {void} of them void.",
    ),
    "runoff.votes": ("  {case}  {votes} 票", "  {case}  {votes}"),
    "runoff.line": (
        "第 {number} 次（{state}）{where}：{cases} 中选 {places} 个；已投 {voted} / {of}，未投：{waiting}",
        "Runoff {number} ({state}) {where}: {places} of {cases}; {voted} of {of} have voted, not yet: {waiting}",
    ),
    "runoff.state.open": ("进行中", "open"),
    "runoff.state.closed": ("已结束", "closed"),
    "runoff.state.withdrawn": ("已撤销", "taken back"),
    "runoff.do.close": ("投票结束，计票", "the voting is over: count"),
    "runoff.do.paper": ("录入一张纸质票", "enter a paper ballot"),
    "runoff.ask.number": ("第几次", "Number of the runoff"),
    "runoff.none.held": ("没有再次投票", "there is no runoff"),
    "runoff.ask.do": ("要做什么", "What to do"),
    "runoff.ask.judge": ("纸质票：评委", "paper: judge"),
    "runoff.ask.cases": ("纸质票：勾选的案例", "paper: cases ticked"),
    "runoff.ask.by": ("纸质票：录入人", "paper: entered by"),
    "runoff.ask.checked": ("纸质票：核对人", "paper: checked by"),
}
