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
