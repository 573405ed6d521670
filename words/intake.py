"""What the preview of an import says: id -> (Chinese, English)."""

WORDS = {
    "intake.file": ("文件：{name}", "File: {name}"),
    "intake.kind.csv": (
        "CSV 表格，编码 {encoding}，分隔符 {delimiter}，表头在第 {row} 行",
        "CSV table, {encoding}, separated by {delimiter}, headings in row {row}",
    ),
    "intake.kind.xlsx": (
        "工作簿，工作表“{sheet}”，表头在第 {row} 行",
        "Workbook, sheet `{sheet}`, headings in row {row}",
    ),
    "intake.kind.book": (
        "工作簿（xls、et、ods），工作表“{sheet}”，表头在第 {row} 行",
        "Workbook (xls, et, ods), sheet `{sheet}`, headings in row {row}",
    ),
    "intake.kind.form": ("推荐表或文档中的表格", "Form, or a table in a document"),
    "intake.kind.text": (
        "文字，每项内容前写有名称，编码 {encoding}",
        "Text with labels, {encoding}",
    ),
    "intake.kind.toml": ("TOML 文件", "TOML file"),
    "intake.kind.announcement": (
        "公告正文，编码 {encoding}；编号取自“经典案例一”这样的标题，不取先后次序",
        "Text of an announcement, {encoding}; numbers are taken from labels such as 经典案例一, not from the order",
    ),
    "intake.delimiter.comma": ("逗号", "comma"),
    "intake.delimiter.semicolon": ("分号", "semicolon"),
    "intake.delimiter.tab": ("制表符", "tab"),
    "intake.rows": ("共 {count} 行", "{count} rows"),
    "intake.mapping": ("  “{heading}”作为{field}", "  `{heading}` is the {field}"),
    "intake.chosen": (
        "  “{heading}”作为{field}（您指定的）",
        "  `{heading}` is the {field} (as you said)",
    ),
    "intake.ignored": ("  “{heading}”不读（您指定的）", "  `{heading}` is not read (as you said)"),
    "intake.likewise": (
        "另有 {count} 个文件写法相同：{names}",
        "{count} other files are laid out in the same way: {names}",
    ),
    "intake.attachments": (
        "附件 {count} 个，属于 {cases} 个案例：",
        "{count} attachments of {cases} cases:",
    ),
    "intake.page": ("—— 第 {number} 页，共 {count} 页 ——", "-- Page {number} of {count} --"),
    "intake.scan": (
        "（这一页没有文字，可能是扫描件或图片，请用看图的程序打开。）",
        "(This page has no text: it may be a scan or a picture. Open it with another program.)",
    ),
    "intake.textcut": ("（以下太长，没有显示。）", "(The rest is too long and is not shown.)"),
    "intake.attached": ("  {case}：{names}", "  {case}: {names}"),
    "intake.first": ("前 {count} 行：", "The first {count} rows:"),
    "intake.warnings": ("提示 {count} 条：", "{count} things to check:"),
    "intake.problems": (
        "问题 {count} 处，改好之前不会导入任何内容：",
        "{count} things wrong; nothing is imported until they are mended:",
    ),
    "intake.ready": ("可以导入，共 {count} 条。", "Ready to import: {count} in all."),
    "intake.nothing": (
        "没有可以导入的内容：文件里一条也没有。请填好后再导入，或检查是不是选错了文件。",
        "There is nothing to import: the file holds no entry. Fill it in and import it again, or check that it is the right one.",
    ),
    "intake.hint.encoding": (
        "如果看到乱码，请用 --encoding 写明编码（现在按 {encoding} 读）。",
        "If that is garbled, name the encoding with --encoding (now {encoding}).",
    ),
    "intake.hint.headings": (
        "请在表格上方加一行表头；表头叫法不同的，加 --map 表头=项目。",
        "Put a row of headings above; where they are called otherwise, add --map HEADING=FIELD.",
    ),
    "intake.hint.keys": (
        '请用这些名称，写成 名称 = "内容"。',
        'Use these names, each as NAME = "content".',
    ),
    "intake.near": ("，相近的有：{names}", "; similar are: {names}"),
    "intake.notnear": ("，也没有相近的", ", nor anything like it"),
    "intake.toml.at": (
        "第 {line} 行第 {column} 列，{what}",
        "line {line}, column {column}, {what}",
    ),
    "intake.toml.quote": (
        "文字两边的英文引号没有成对",
        "a quotation mark around a text is missing",
    ),
    "intake.toml.control": ("有看不见的控制字符", "there is an invisible control character"),
    "intake.toml.backslash": (
        "文字里的反斜杠要连写两个",
        "a back slash in a text must be written twice",
    ),
    "intake.toml.equals": ("名称后面没有英文等号", "the key is not followed by an equals sign"),
    "intake.toml.value": (
        "等号后面的内容看不懂，文字要放在英文引号里",
        "the value is not understood; a text belongs in quotes",
    ),
    "intake.toml.twice": ("同一项写了两遍", "the same key is written twice"),
    "intake.toml.bracket": (
        "括号没有成对，或两项之间缺少逗号",
        "a bracket is not closed, or a comma is missing between two values",
    ),
    "intake.toml.digits": ("数字太长", "a number is too long"),
    "intake.toml.other": ("写法不对", "it is not written as it should be"),
    "intake.csv.open": (
        "有一个引号到文件末尾也没有配对",
        "a quotation mark is not closed before the end of the file",
    ),
    "intake.csv.long": ("有一格太长", "a cell is too long"),
    "intake.csv.newline": ("有没加引号的换行", "there is a line break outside quotes"),
    "intake.csv.quote": (
        "引号后面还有文字，引号没有成对",
        "a closing quotation mark is followed by text",
    ),
    "intake.field.number": ("编号", "case number"),
    "intake.field.title": ("案例名称", "title"),
    "intake.field.unit": ("单位", "unit"),
    "intake.field.field": ("系统", "field"),
    "intake.field.level": ("层级", "level"),
    "intake.field.region": ("地区", "region"),
    "intake.field.body": ("正文", "text"),
    "intake.field.label": ("公告编号", "announcement label"),
    "intake.field.files": ("附件", "attachments"),
    "intake.field.id": ("评委编号", "judge id"),
    "intake.field.name": ("姓名", "name"),
    "intake.field.judge": ("评委", "judge"),
    "intake.field.case": ("案例编号", "case number"),
    "intake.field.reason": ("理由", "reason"),
}
