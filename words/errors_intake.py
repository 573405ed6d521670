"""What is wrong (E-) or doubtful (W-) in files from people: code -> (Chinese, English)."""

from __future__ import annotations

_REST: dict[str, tuple[str, str]] = {
    "E-MORE": (
        "还有 {count} 处同类问题（{like}），没有一一列出。先改好上面列出的，再重新导入。",
        "There are {count} more of the same kind ({like}) that are not listed. Mend those listed above and import again.",
    ),
    "W-MORE": (
        "还有 {count} 处同类提示（{like}），没有一一列出。",
        "There are {count} more of the same kind ({like}) that are not listed.",
    ),
}
_FILES: dict[str, tuple[str, str]] = {
    "E-EMPTY": (
        "文件是空的。请检查是不是选错了文件。",
        "The file is empty. Check that it is the right one.",
    ),
    "E-IS-OLE": (
        "这是旧版 Excel（.xls）文件，或者是加了密码的文件。请用 Excel 或 WPS 打开，另存为不加密码的 .xlsx 后再导入。",
        "This is an old Excel (.xls) file, or one with a password. Open it in Excel or WPS and save it as .xlsx without a password.",
    ),
    "E-IS-DOCX": (
        "这是 Word 文档，不能直接导入。请把其中的表格复制到 Excel 或 WPS 表格，存为 .xlsx 后再导入。",
        "This is a Word document and cannot be imported. Copy its table into a spreadsheet and save it as .xlsx.",
    ),
    "E-IS-ODS": (
        "这是 OpenDocument 表格。请打开后另存为 .xlsx 再导入。",
        "This is an OpenDocument sheet. Open it and save it as .xlsx.",
    ),
    "E-IS-ZIP": (
        "这是压缩包。请先解压，再导入里面的文件。",
        "This is an archive. Unpack it first and import the files in it.",
    ),
    "E-IS-PDF": (
        "这是 PDF，不能直接导入。请把内容放进 Excel 或 WPS 表格，存为 .xlsx 后再导入。",
        "This is a PDF and cannot be imported. Put its content into a spreadsheet and save it as .xlsx.",
    ),
    "E-IS-SQLITE": (
        "这是数据库文件，不是申报表。请检查是不是选错了文件。",
        "This is a database, not a table of nominations. Check that it is the right file.",
    ),
    "E-IS-PAGE": (
        "这是网页或程序数据，不是表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
        "This is a web page or program data, not a table. Open it in Excel or WPS and save it as .xlsx.",
    ),
    "E-ENCODING": (
        "文字编码不对：按 {tried} 读不通。请在 WPS 或记事本中另存为 UTF-8；如果是港台的文件，请加 --encoding big5。",
        "The text is not valid {tried}. Save it as UTF-8, or name the encoding, such as --encoding big5.",
    ),
    "E-ENCODINGNAME": (
        "不认识的编码名称：{name}。可以用：{known}。",
        "There is no encoding called {name} here. Known are: {known}.",
    ),
    "E-NUL": (
        "第 {at} 个字节是空字符，文件可能已经损坏。请用 Excel 或 WPS 重新存一次再导入。",
        "Byte {at} is a NUL character: the file may be damaged. Save it again in Excel or WPS and import that.",
    ),
    "E-CSV": (
        "这一行附近的引号不配对或一格太长（{why}）。请用 Excel 或 WPS 打开检查，另存后再导入。",
        "The quotes near this row do not match, or a cell is too long ({why}). Open the file in Excel or WPS, check it, save it again.",
    ),
    "E-TOML": (
        "TOML 写法有误：{why}。请按提示的行、列改正。",
        "This is not valid TOML: {why}. Mend it at that line and column.",
    ),
    "E-TOMLOPEN": (
        "这里的三个引号没有配对的结尾。请补上。",
        "The three quotes here are never closed. Close them.",
    ),
    "E-TOMLDOTS": (
        "引号以外的点太多，没有读取。请把文字放进引号里。",
        "There are too many dots outside quotes; the file was not read. Put texts in quotes.",
    ),
    "E-TOMLDEPTH": (
        "方括号或花括号套得太深或太多，没有读取。请检查文件。",
        "Brackets are nested too deep, or there are too many; the file was not read. Check it.",
    ),
    "E-TOMLLIST": (
        "文件里没有 {wanted} 这样的条目。每一条前面请写一行 {wanted}。",
        "There are no entries such as {wanted} in this file. Write a line {wanted} before each.",
    ),
    "E-TOMLTYPE": (
        "{value} 不是文字。请在两边加上引号。",
        "{value} is not a text. Put it in quotes.",
    ),
    "W-TOMLKEY": (
        "“{key}”没有读取。",
        "`{key}` was not read.",
    ),
    "W-SAMEFILE": (
        "这个文件和前面的一个内容完全相同，只读了一次。",
        "This file is the same as an earlier one, byte for byte; it was read once.",
    ),
    "W-NOROWS": (
        "表头下面没有内容。",
        "There is nothing below the headings.",
    ),
    "E-TOOMANY": (
        "条目太多，最多 {limit} 条。请检查是不是选错了文件。",
        "There are too many entries; the most is {limit}. Check that it is the right file.",
    ),
}
_WORKBOOKS: dict[str, tuple[str, str]] = {
    "E-XLSX": (
        "工作簿读不出来，可能已损坏（{why}）。请用 Excel 或 WPS 打开，另存为新的 .xlsx 后再导入。",
        "The workbook cannot be read and may be damaged ({why}). Open it in Excel or WPS and save it as a new .xlsx.",
    ),
    "E-XLSXROWS": (
        "第 {row} 行的位置乱了，文件可能已损坏。请用 Excel 或 WPS 另存为新的 .xlsx 后再导入。",
        "Row {row} is out of order: the file may be damaged. Save it as a new .xlsx in Excel or WPS.",
    ),
    "E-SHEETS": (
        "有几张工作表都可以导入：{sheets}。请用 --sheet 写明要哪一张。",
        "Several sheets could be imported: {sheets}. Say which one with --sheet.",
    ),
    "E-SHEET": (
        "没有名为“{sheet}”的工作表。这个文件里有：{known}。",
        "There is no sheet `{sheet}`. This file has: {known}.",
    ),
    "E-NOSHEET": (
        "所有工作表都是隐藏的。请取消隐藏，或用 --sheet 写明要哪一张。",
        "All sheets are hidden. Unhide one, or name it with --sheet.",
    ),
    "E-COLUMNS": (
        "这一格太靠右，最多 {limit} 列。请删除右边多余的内容。",
        "This cell is too far to the right; the most is {limit} columns. Delete what is there.",
    ),
    "E-MERGED": (
        "合并的单元格太多，最多 {limit}。请取消合并后再导入。",
        "There are too many merged cells; the most is {limit}. Unmerge them.",
    ),
    "E-FORMULA": (
        "这一格是公式，文件里没有存它的结果。请用 Excel 或 WPS 打开、保存一次，或改成文字。",
        "This cell is a formula without a stored result. Open and save the file in Excel or WPS, or write the text instead.",
    ),
    "E-CELLERROR": (
        "这一格是错误值 {value}。请改成正确的内容。",
        "This cell holds the error {value}. Put the right content there.",
    ),
    "W-COMPUTED": (
        "这一格是公式，用的是上次保存的结果“{value}”。请核对。",
        "This cell is a formula; its last stored result `{value}` was taken. Check it.",
    ),
    "W-DATE": (
        "这一格是日期，读作 {value}。请核对。",
        "This cell is a date and was read as {value}. Check it.",
    ),
    "W-MERGED": (
        "{cells} 是合并的单元格：上下合并的，每一行都取它的内容。请核对。",
        "{cells} are merged: where they are merged downwards, each row gets their content. Check it.",
    ),
    "W-HIDDENROWS": (
        "有 {count} 个隐藏的行（第 {rows} 行），也读了。不需要的请删除。",
        "{count} hidden rows were read too (row {rows}). Delete those that do not belong.",
    ),
    "W-HIDDENCOLUMNS": (
        "有隐藏的列（{columns}），也读了。请核对。",
        "Hidden columns were read too ({columns}). Check them.",
    ),
    "W-SHEETUNREAD": (
        "工作表“{sheet}”没有读取。需要的话，用 --sheet 写明。",
        "The sheet `{sheet}` was not read. Name it with --sheet if it is wanted.",
    ),
    "W-SHEETHIDDEN": (
        "隐藏的工作表“{sheet}”没有读取。需要的话，用 --sheet 写明。",
        "The hidden sheet `{sheet}` was not read. Name it with --sheet if it is wanted.",
    ),
}
_TABLES: dict[str, tuple[str, str]] = {
    "E-NOHEADINGS": (
        "没有找到表头。前面的内容是：{seen}。表头至少要有：{wanted}。如果看到乱码，请用 --encoding 写明编码（现在按 {encoding} 读）。",
        "No headings were found. The file begins with: {seen}. It needs at least the headings: {wanted}. If that is garbled, name the encoding with --encoding (now {encoding}).",
    ),
    "E-NOHEADING": (
        "缺少“{heading}”这一列。请加上；也可以叫：{also}。",
        "The column `{heading}` is missing. Add it; it may also be called: {also}.",
    ),
    "E-HEADINGTWICE": (
        "“{heading}”和“{other}”是同一项内容的两列。请留一列，改掉另一列的表头。",
        "`{heading}` and `{other}` are two columns for the same thing. Keep one and rename the other.",
    ),
    "W-HEADING": (
        "不认识“{heading}”这一列，没有读取。需要的话，请改成认识的表头。",
        "The column `{heading}` is not known and was not read. Rename it if it is needed.",
    ),
    "E-RAGGED": (
        "这一行有 {cells} 格，表头只有 {headings} 格。可能是文字里的逗号没有加引号。请检查这一行。",
        "This row has {cells} cells under {headings} headings. A comma in a text may lack its quotes. Check this row.",
    ),
    "E-BLANK": (
        "“{heading}”没有填。请补上，或删除这一行。",
        "`{heading}` is empty. Fill it in, or delete the row.",
    ),
    "E-LONG": (
        "“{heading}”太长：{length} 个字，最多 {limit}。请缩短。",
        "`{heading}` is too long: {length} characters, at most {limit}. Shorten it.",
    ),
    "W-CLEANED": (
        "去掉了看不见的字符，或把不能显示的字符换成了“〓”。请核对。",
        "Invisible characters were dropped, or unprintable ones became 〓. Check it.",
    ),
}
_TEXTS: dict[str, tuple[str, str]] = {
    "E-HEADLINE": (
        "这一行像是案例的开头，但格式不对：{line}。应当是：经典案例一 · 参评单位:单位 名称。",
        "This line looks like the head of a case but is not in its form: {line}. It should be: 经典案例一 · 参评单位:UNIT TITLE.",
    ),
    "E-LABEL": (
        "从“{label}”里看不出第几号。应当像“经典案例一”。",
        "`{label}` has no number at its end. It should be like 经典案例一.",
    ),
    "E-LABELTWICE": (
        "“{label}”已经出现过（{first}）。请改正其中一个。",
        "`{label}` is there already ({first}). Correct one of them.",
    ),
    "W-LABELGAP": (
        "{group}缺少第 {missing} 号。请核对。",
        "Of {group}, number {missing} is missing. Check it.",
    ),
    "W-NOBODY": (
        "{label}没有正文。",
        "{label} has no text.",
    ),
}
_NOMINATIONS: dict[str, tuple[str, str]] = {
    "W-NUMBERED": (
        "文件里没有编号，已按顺序编为 {first} 至 {last}，共 {count} 个。",
        "The file has no case numbers. They were given in order: {first} to {last}, {count} in all.",
    ),
    "E-NONUMBER": (
        "“{title}”没有编号，而同一文件里别的案例有。请补上。",
        "`{title}` has no number although others in the file have one. Fill it in.",
    ),
    "E-NUMBERTWICE": (
        "编号 {value} 已经用过（{first}）。请改正其中一个。",
        "The number {value} is there already ({first}). Correct one of them.",
    ),
    "W-NUMBERSHORT": (
        "编号 {number} 比别的短，可能是表格软件去掉了前面的零。请核对。",
        "The number {number} is shorter than others: a spreadsheet may have dropped its zeros. Check it.",
    ),
    "W-NUMBERMANGLED": (
        "编号 {number} 像是被表格软件改过的（日期、科学计数或超过 15 位）。请核对。",
        "The number {number} looks changed by a spreadsheet (a date, an exponent, or over 15 digits). Check it.",
    ),
    "W-NUMBERALIKE": (
        "这些编号容易看混：{names}。请核对。",
        "These numbers are easily mistaken for one another: {names}. Check them.",
    ),
    "W-TITLETWICE": (
        "案例名称“{value}”和 {first} 的相同。请核对是不是重复申报。",
        "The title `{value}` is the same as at {first}. Check whether it was handed in twice.",
    ),
    "W-UNITALIKE": (
        "这些参评单位看起来一样，写法不同：{names}。请核对是不是同一个单位。",
        "These units look the same and are written differently: {names}. Check whether they are one.",
    ),
    "W-MIXED": (
        "“{old}”和“{new}”混用；用“{old}”的有 {count} 个案例：{cases}。没有改动。",
        "Both {old} and {new} are used; {old} in {count} cases: {cases}. Nothing was changed.",
    ),
}
_PEOPLE: dict[str, tuple[str, str]] = {
    "W-JUDGEIDS": (
        "文件里没有评委编号，已按顺序编为 {first} 至 {last}，共 {count} 位。",
        "The file has no judge ids. They were given in order: {first} to {last}, {count} in all.",
    ),
    "E-NOJUDGEID": (
        "{name}没有编号，而别的评委有。请补上。",
        "{name} has no id although other judges have one. Fill it in.",
    ),
    "E-JUDGEID": (
        "评委编号“{id}”不能用。请只用文字、数字、点和横线，不要空格，最多 40 个字，例如 J01。",
        "The judge id `{id}` cannot be used. Use letters, digits, dots and hyphens, no spaces, 40 at most, such as J01.",
    ),
    "E-JUDGETWICE": (
        "评委编号 {value} 已经用过（{first}）。请改正其中一个。",
        "The judge id {value} is there already ({first}). Correct one of them.",
    ),
    "W-JUDGENAME": (
        "评委姓名“{value}”和 {first} 的相同。请核对是不是同一人。",
        "The name `{value}` is the same as at {first}. Check whether it is one person.",
    ),
    "W-NAMEALIKE": (
        "这些姓名看起来一样，写法不同：{names}。请核对。",
        "These names look the same and are written differently: {names}. Check them.",
    ),
    "E-JUDGEUNKNOWN": (
        "没有评委“{name}”。现有评委：{known}。请改正，或先导入评委。",
        "There is no judge `{name}`. The judges are: {known}. Correct it, or import the judges first.",
    ),
    "E-JUDGEUNCLEAR": (
        "有几位评委叫“{name}”：{ids}。请写评委编号。",
        "Several judges are called `{name}`: {ids}. Write the judge's id.",
    ),
    "E-NOTARGET": (
        "没有写明回避什么。请填案例编号、参评单位、系统、地区中的至少一项。",
        "It does not say what the judge does not score. Fill in a case number, unit, field or region.",
    ),
    "E-NEEDCASES": (
        "按单位、系统或地区回避，要先有案例。请先导入案例，再导入回避。",
        "A recusal by unit, field or region needs the cases. Import the cases first.",
    ),
    "E-NOCASE": (
        "没有哪个案例是“{value}”。相近的有：{near}。请改正。",
        "No case has `{value}`. Similar are: {near}. Correct it.",
    ),
    "E-NOCASETOGETHER": (
        "没有哪个案例同时符合：{values}。请改正，或只留一项。",
        "No case fits all of: {values}. Correct it, or keep only one of them.",
    ),
    "W-EXPANDED": (
        "评委 {judge} 回避 {count} 个案例：{cases}。请核对。",
        "The judge {judge} does not score {count} cases: {cases}. Check it.",
    ),
    "W-REASONS": (
        "评委 {judge} 对案例 {case} 的回避写了不止一个理由，保留第一个：{kept}。",
        "There is more than one reason why judge {judge} does not score case {case}; the first is kept: {kept}.",
    ),
}
WORDS: dict[str, tuple[str, str]] = {
    **_REST, **_FILES, **_WORKBOOKS, **_TABLES, **_TEXTS, **_NOMINATIONS, **_PEOPLE,
}  # fmt: skip
