"""Error sentences of reading and writing files: code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-ZIP": (
        "文件已损坏，打不开。请用 Excel、WPS 或 Word 打开后另存一份，再导入。",
        "The file is damaged and cannot be opened. Open it in Excel, WPS or Word, save it again, and import that.",
    ),
    "E-ZIPHOSTILE": (
        "文件里有不该有的内容（{part}），没有打开。请对方用 Excel、WPS 或 Word 另存一份。",
        "The file holds something that has no place in it ({part}) and was not opened. Ask for a copy saved again from Excel, WPS or Word.",
    ),
    "E-ZIPLOCKED": (
        "文件有密码，打不开。请去掉密码后再导入。",
        "The file has a password. Remove the password and import it again.",
    ),
    "E-ZIPSIZE": (
        "文件展开后太大，最多 {limit}。请去掉图片，或分成几个文件。",
        "The file is too large once unpacked; the most is {limit}. Take the pictures out, or split it.",
    ),
}
