"""What can go wrong with result sheets: error code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-ANNOUNCENUMBERS": (
        "公告编号不对：{count} 个案例应各编一号，从 1 到 {count}；这些编号重复或超出：{numbers}。请改正后再导出。",
        "The announcement numbers are wrong: {count} cases need the numbers 1 to {count}, once each; repeated or out of range: {numbers}. Correct them and export again.",
    ),
    "E-SHEETSIZE": (
        "评分汇总表太大：{size} 字节，最多 {limit} 字节，没有读取。请检查是不是选错了文件。",
        "This result sheet is too large: {size} bytes, at most {limit}. It was not read. Check that it is the right file.",
    ),
    "E-SHEETTEXT": (
        "这不是完整的评分汇总表：{why}。请使用导出的原文件。",
        "This is not a whole result sheet: {why}. Use the file as it was exported.",
    ),
    "E-SHEETFORM": (
        "评分汇总表的内容不对：应为{expected}。请使用导出的原文件。",
        "The result sheet does not hold what it should: expected {expected}. Use the file as it was exported.",
    ),
    "E-SHEETCHANGED": (
        "评分汇总表导出后被改动过：内容与表内的校验码不符。请使用导出的原文件。",
        "This result sheet was changed after it was exported: its content does not match its digest. Use the file as it was exported.",
    ),
    "E-CELLSIZE": (
        "文字太长，表格里放不下：{size} 个字，最多 {limit} 个。请缩短后再导出。",
        "The text is too long for a cell: {size} characters, at most {limit}. Shorten it and export again.",
    ),
    "E-NOLIBRARY": (
        '缺少程序库 {name}，这种文件没有写。请运行 pip install "pingxuan[{extra}]"（离线时加 --no-index --find-links 程序库文件夹），再导出一次。',
        'The library {name} is missing and this kind of file was not written. Run pip install "pingxuan[{extra}]" (offline with --no-index --find-links FOLDER) and export again.',
    ),
    "E-TEMPLATE": (
        "模板有错，这份文件没有写：{why}。请用 Word 或 WPS 改正模板，或把它移走，用程序自带的模板。",
        "The template is not right and this file was not written: {why}. Correct it in Word or WPS, or move it away to use the one that comes with the program.",
    ),
    "E-TEMPLATEBRACE": (
        "模板里的“{found}”是全角符号，程序认不出来。请改成半角的 {{{{ 和 }}}}，再导出。",
        "The template has {found} in full-width characters, which cannot be filled in. Type {{{{ and }}}} in half-width ones and export again.",
    ),
    "E-TEMPLATELINK": (
        "模板要从文件以外读取内容（链接的图片或模板），没有使用。请在 Word 或 WPS 里断开链接，或直接插入图片。",
        "The template loads something from outside the file (a linked picture or template) and was not used. Break the link in Word or WPS, or insert the picture itself.",
    ),
    "E-NOGLYPH": (
        "没有写 PDF：这台电脑的字体里缺 {count} 个字（{characters}），印出来会是方框。请安装一种中文字体（如 {families}），或用浏览器打开网页报告，打印为 PDF。",
        "No PDF was written: the fonts of this computer lack {count} characters ({characters}), which would be printed as boxes. Install a Chinese font such as {families}, or open the HTML report in a browser and print it to PDF.",
    ),
    "E-NOSET": (
        "没有“{name}”这一套文件。可用的有：{known}。",
        "There is no set of files called {name}. There are: {known}.",
    ),
    "W-INUSE": (
        "{path} 正被别的程序（如 Excel、WPS）打开，没有动它，新文件写成了 {instead}。",
        "{path} is open in another program (Excel or WPS, perhaps) and was left alone; the new file is {instead}.",
    ),
}
