"""What a browser is told that may not come in: id -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "serve.no_token": (
        "这个链接不对，或者已经用过。请在终端里按 Ctrl+C，再运行一次 pingxuan serve，用新的链接。",
        "This link is wrong or was used before. Press Ctrl+C in the terminal, run pingxuan serve again and use the new link.",
    ),
    "serve.no_cookie": (
        "请用终端里显示的链接进来。",
        "Please come in by the link that the terminal shows.",
    ),
    "serve.wrong_host": (
        "地址不对。请用终端里显示的链接。",
        "Wrong address. Use the link that the terminal shows.",
    ),
    "serve.wrong_origin": ("别的网页不能连到这里。", "Other pages may not connect to this one."),
    "serve.full": (
        "已经有窗口开着。请先关掉那个窗口，再刷新本页。",
        "A window is open already. Close that one and reload this page.",
    ),
    "serve.not_there": ("没有这一页。", "There is no such page."),
}
