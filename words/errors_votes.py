"""Error sentences of votes by ticks, runoffs and secret ballots: code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-TICKS-MANY": (
        "最多勾选 {allowed} 个，已经选满了，没有再勾选。要换一个，请先在已勾选的案例上按空格取消。",
        "At most {allowed} may be ticked and they are; nothing was ticked. To choose another, take a tick away first: Space on a ticked case.",
    ),
    "E-TICKS-FEW": (
        "只勾选了 {given} 个，规则要求勾选 {needed} 个，还不能提交。请继续勾选。",
        "{given} are ticked and the rules want {needed}; it cannot be submitted yet. Tick more.",
    ),
}
