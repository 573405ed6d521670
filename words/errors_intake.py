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
        "认不出这是哪一种旧版办公文件。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
        "This old office file is of no kind that is known. Open it in Excel or WPS and save it as .xlsx.",
    ),
    "E-IS-LOCKED": (
        "文件加了密码，读不了。请打开后另存为不加密码的文件再导入。",
        "This file has a password. Open it and save it without one.",
    ),
    "E-IS-DOC": (
        "这是旧版 Word（.doc）或 WPS 文字文件，不能直接导入。请打开后另存为 .docx 再导入。",
        "This is an old Word or WPS text (.doc). Open it and save it as .docx.",
    ),
    "E-IS-ODT": (
        "这是 OpenDocument 文字文件。请打开后另存为 .docx 再导入。",
        "This is an OpenDocument text. Open it and save it as .docx.",
    ),
    "E-IS-PPTX": (
        "这是演示文稿，不能导入。请把内容放进 Word 或 Excel 表格后再导入。",
        "This is a presentation and cannot be imported. Put its content into a document or a spreadsheet.",
    ),
    "E-NEEDS": (
        "读这种文件还缺一个组件（{library}）。请运行：python -m pip install {library}，装好后再试。",
        "Reading such files needs {library}. Run: python -m pip install {library}, then try again.",
    ),
    "E-CONFINED": (
        "文件读不出来，可能已损坏（{why}）。请用 Excel 或 WPS 打开，另存为新文件后再试。",
        "The file cannot be read and may be damaged ({why}). Open it, save it as a new file and try again.",
    ),
    "E-CONFINED-LOCKED": (
        "文件加了密码，读不了。请打开后另存为不加密码的文件再试。",
        "This file has a password. Open it, save it without one and try again.",
    ),
    "E-CONFINED-TIME": (
        "读这个文件超过了 {limit} 秒，已停止。请打开后另存为新文件再试，或分成几个文件。",
        "Reading this file took more than {limit} seconds and was stopped. Save it as a new file, or divide it.",
    ),
    "E-CONFINED-MEMORY": (
        "读这个文件要用的内存超过 {limit}，已停止。很远的单元格里可能有多余内容：请另存为新的 .xlsx 再试。",
        "Reading this file takes more than {limit} of memory and was stopped. There may be a cell far away: save it as a new .xlsx.",
    ),
    "E-CONFINED-OUTPUT": (
        "文件内容太多（超过 {limit}），已停止。请分成几个文件。",
        "There is too much in this file (over {limit}); reading was stopped. Divide it.",
    ),
    "E-NOFILES": (
        "文件夹里没有可以导入的文件（表格、推荐表、文字）。请检查是不是选错了文件夹。",
        "There is no file in this folder that can be imported (table, form, text). Check that it is the right one.",
    ),
    "E-MANYFILES": (
        "文件太多，一次最多 {limit} 个。请检查是不是选错了文件夹，或分几次导入。",
        "There are too many files; the most is {limit} at once. Check the folder, or import in parts.",
    ),
    "E-MUCH": (
        "文件一共 {size}，一次最多 {limit}。请分几次导入。",
        "The files have {size} together; the most is {limit} at once. Import in parts.",
    ),
    "W-SKIPPED-LEFT": (
        "跳过了 {count} 个程序留下的文件：{names}。",
        "{count} files that programs leave behind were passed by: {names}.",
    ),
    "W-SKIPPED-NOFILE": (
        "跳过了 {count} 个不是普通文件的项目（链接、管道等）：{names}。",
        "{count} entries that are no ordinary files (links, pipes) were passed by: {names}.",
    ),
    "W-SKIPPED-DEEP": (
        "有 {count} 个文件夹套得太深，没有读取：{names}。请把文件移到上层。",
        "{count} folders lie too deep and were not read: {names}. Move their files up.",
    ),
    "W-SKIPPED-UNREADABLE": (
        "有 {count} 个文件夹打不开：{names}。请检查权限。",
        "{count} folders cannot be opened: {names}. Check their permissions.",
    ),
    "W-SKIPPED-UNREAD": (
        "有 {count} 个文件没有读取，也不知道属于哪个案例：{names}。需要的话，用 pingxuan attach 加到案例上。",
        "{count} files were not read, and it is not known which case they belong to: {names}. Add them with pingxuan attach.",
    ),
    "E-IS-ZIP": (
        "这是压缩包。请先解压，再导入里面的文件。",
        "This is an archive. Unpack it first and import the files in it.",
    ),
    "E-IS-PDF": (
        "这是 PDF，不能直接导入。请把内容放进 Excel 或 WPS 表格，存为 .xlsx 后再导入。",
        "This is a PDF and cannot be imported. Put its content into a spreadsheet and save it as .xlsx.",
    ),
    "E-IS-PICTURE": (
        "这是图片，不是申报表。要作为附件，请用 pingxuan attach；要导入，请把内容放进表格或 Word 推荐表。",
        "This is a picture, not a table of nominations. Add it with pingxuan attach, or put its content into a spreadsheet or a Word form.",
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
        "这一行附近{why}。请用 Excel 或 WPS 打开检查，另存后再导入。",
        "Near this row {why}. Open the file in Excel or WPS, check it, save it again.",
    ),
    "E-TOML": (
        "TOML 写法有误：{why}。请改正后再导入。",
        "This is not valid TOML: {why}. Mend it and import again.",
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
    "W-NOTSEEN": (
        "这种文件里看不出：哪些行列是隐藏的、哪些格是公式；错误值读作空白；按 000 显示的 7 读作 7；.ods 合并的单元格只有第一格有内容。请核对，或另存为 .xlsx 再导入。",
        "In such a file it cannot be seen what is hidden or computed; errors are read as blank, 7 shown as 007 is read as 7, and in an .ods merged cells have content in the first only. Check it, or save it as .xlsx.",
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
_FORMS: dict[str, tuple[str, str]] = {
    "E-DOCX": (
        "Word 文档读不出来，可能已损坏（{why}）。请用 Word 或 WPS 打开，另存为新的 .docx 再导入。",
        "The document cannot be read and may be damaged ({why}). Open it in Word or WPS and save it as a new .docx.",
    ),
    "E-DOCXSIZE": (
        "文档里的文字和表格太多（{size}，最多 {limit}）。请分成几个文件。",
        "There is too much text or too many cells in this document ({size}; the most is {limit}). Divide it.",
    ),
    "E-NOFORM": (
        "没有找到申报内容。文档开头是：{seen}。至少要有这些项目：{wanted}。叫法不同的，加 --map 叫法=项目。",
        "No nomination was found. The document begins with: {seen}. It needs at least: {wanted}. Where they are called otherwise, add --map NAME=FIELD.",
    ),
    "E-NOLABEL": (
        "缺少“{heading}”这一项。请补上；也可以叫：{also}。别的叫法，加 --map 叫法={field}。",
        "`{heading}` is missing. Add it; it may also be called: {also}. For another name, add --map NAME={field}.",
    ),
    "E-LABELAGAIN": (
        "“{label}”出现了两次，内容不同。请只留一处。",
        "`{label}` is there twice with different content. Keep one.",
    ),
    "W-LABELUNREAD": (
        "“{label}”这一项没有读取（{count} 份表里有）。需要的话，加 --map {label}=项目。",
        "`{label}` was not read (it is in {count} forms). If it is needed, add --map {label}=FIELD.",
    ),
    "W-BODYPARTS": (
        "正文由几项合成：{labels}。请核对。",
        "The text was put together from: {labels}. Check it.",
    ),
    "W-FORMREST": (
        "表中有 {count} 处文字不属于任何项目，没有读取，第一处：{first}。请核对。",
        "{count} texts in the form belong to no label and were not read; the first: {first}. Check them.",
    ),
    "W-TRACKED": (
        "文档里有修订标记：按接受全部修订后的内容读取。请核对。",
        "The document has tracked changes; it was read as if all were accepted. Check it.",
    ),
    "W-AUTONUMBERS": (
        "文档里有自动编号（如“一、二、三”），编号本身没有读取。请核对正文。",
        "The document has automatic numbering; the numbers themselves were not read. Check the text.",
    ),
    "W-NUMBERFOLDER": (
        "表中没有编号，取文件夹名中的编号 {number}。请核对。",
        "The form has no number; {number} was taken from the name of its folder. Check it.",
    ),
    "W-FILESUNFOUND": (
        "没有找到附件：{names}。附件要和表格放在同一文件夹里。",
        "These attachments were not found: {names}. They must lie in the folder of the table.",
    ),
    "E-MANYATTACHED": (
        "这个案例有 {count} 个附件，最多 {limit} 个。请合并或删减。",
        "This case has {count} attachments; the most is {limit}. Put some together or leave some out.",
    ),
}
_MAPPINGS: dict[str, tuple[str, str]] = {
    "E-MAP": (
        "“{text}”不对。请写成 表头=项目，例如 案件名=title；不读的写成 联系人=。",
        "`{text}` is not right. Write HEADING=FIELD, such as 案件名=title; HEADING= leaves a column out.",
    ),
    "E-MAPFIELD": (
        "没有“{name}”这个项目。可以用：{known}。",
        "There is no field `{name}`. There are: {known}.",
    ),
    "E-MAPFILE": (
        "保存的表头对应关系读不懂（{why}）。请改正，或删除这个文件。",
        "The saved headings cannot be understood ({why}). Correct the file, or delete it.",
    ),
    "W-MAPUNUSED": (
        "文件里没有这些表头：{headings}。请核对 --map 的写法。",
        "No file has these headings: {headings}. Check what you wrote after --map.",
    ),
}
_ATTACHMENTS: dict[str, tuple[str, str]] = {
    "E-ATTACHKIND": (
        "这种文件不能作附件（内容和扩展名要相符）。可以用：{known}。",
        "Such a file cannot be an attachment (content and ending must agree). There are: {known}.",
    ),
    "E-EMPTYFILE": (
        "这个附件是空文件。请检查后重新提交。",
        "This attachment is an empty file. Check it and hand it in again.",
    ),
    "E-NOATTACHMENT": (
        "没有附件“{name}”。现有：{known}。",
        "There is no attachment `{name}`. There are: {known}.",
    ),
    "E-ATTACHGONE": (
        "附件“{name}”的文件不见了，或被改动过。请用原件重新 pingxuan attach。",
        "The file of the attachment `{name}` is gone or was changed. Attach the original again with pingxuan attach.",
    ),
    "E-CANNOTOPEN": (
        "打不开附件“{name}”（{why}）。请到评选文件夹的 attachments 里打开。",
        "The attachment `{name}` cannot be opened ({why}). Open it in the folder attachments of the award.",
    ),
    "E-NOTEXT": (
        "这种文件在这里显示不了文字。请用别的程序打开。",
        "The text of such a file cannot be shown here. Open it with another program.",
    ),
}
_TABLES: dict[str, tuple[str, str]] = {
    "E-NOHEADINGS": (
        "没有找到表头。前面的内容是：{seen}。表头至少要有：{wanted}。{hint}",
        "No headings were found. The file begins with: {seen}. It needs at least the headings: {wanted}. {hint}",
    ),
    "E-NOHEADING": (
        "缺少“{heading}”这一列。请加上；也可以叫：{also}。别的叫法，加 --map 表头={field}。",
        "The column `{heading}` is missing. Add it; it may also be called: {also}. For another name, add --map HEADING={field}.",
    ),
    "E-HEADINGTWICE": (
        "“{heading}”和“{other}”是同一项内容的两列。请留一列；不要的一列，加 --map 表头= 即可不读。",
        "`{heading}` and `{other}` are two columns for the same thing. Keep one: --map HEADING= leaves a column out.",
    ),
    "W-HEADING": (
        "不认识“{heading}”这一列，没有读取。需要的话，加 --map {heading}=项目，或改成认识的表头。",
        "The column `{heading}` is not known and was not read. If it is needed, add --map {heading}=FIELD, or rename it.",
    ),
    "W-NAMELESS": (
        "这一列没有表头，内容没有读取，第一格是：{value}。需要的话，请加上表头。",
        "This column has no heading and was not read; it begins with: {value}. Give it a heading if it is needed.",
    ),
    "W-FULLWIDTH": (
        "编号“{number}”是全角，已读作 {narrow}。请核对。",
        "The number {number} is in full-width characters and was read as {narrow}. Check it.",
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
        "没有哪个案例是“{value}”{like}。请改正，或先导入案例。",
        "No case has `{value}`{like}. Correct it, or import the cases first.",
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
    **_REST, **_FILES, **_WORKBOOKS, **_FORMS, **_MAPPINGS, **_ATTACHMENTS,
    **_TABLES, **_TEXTS, **_NOMINATIONS, **_PEOPLE,
}  # fmt: skip
