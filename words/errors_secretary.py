"""Error sentences of the secretary's screens: code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-NOPATH": ("请输入文件或文件夹的路径。", "Type the path of a file or folder."),
    "E-TYPEDTWICE": (
        "两次输入的口令不一样，请重新输入。",
        "The two passphrases are not the same. Type them again.",
    ),
    "E-NOTERMINAL": (
        "这个命令要在终端窗口里用。要看进度请运行 pingxuan status。",
        "This command needs a terminal. For how far the award is, run pingxuan status.",
    ),
}
