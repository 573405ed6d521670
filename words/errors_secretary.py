"""Error sentences of the secretary's screens: code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-NOPATH": ("请输入文件或文件夹的路径。", "Type the path of a file or folder."),
    "E-NOCAUSE": (
        "还没有选更正的原因。请用上键回到那一题，按它前面的数字。",
        "No cause of the correction is picked yet. Go up to that question and press its digit.",
    ),
    "E-NOORDER": (
        "请按会议决定的先后，写出同分的案例：{cases}。程序不替会议排先后。",
        "Write the tied cases in the order the meeting decided: {cases}. The program puts none first.",
    ),
    "E-NOTPICKED": (
        "还没有选以哪份为准。请用上键回到那一题，按它前面的数字。",
        "No ballot is picked yet. Go up to that question and press its digit.",
    ),
    "E-PASTE-NOTHING": (
        "还没有贴进文字。请先粘贴，再按 F2。",
        "Nothing is pasted yet. Paste a text first, then press F2.",
    ),
    "E-PASTE-LONG": (
        "贴进来的文字有 {n} 字，最多 {most} 字。请存成文件，用“导入”读。",
        "The pasted text has {n} characters; at most {most} fit here. Save it as a file and import that.",
    ),
    "E-NUMBER": ("请输入不小于 {least} 的整数。", "Type a whole number of at least {least}."),
    "E-WHATIF-NOTHING": (
        "请写要试什么，如 without-judge=J03。",
        "Say what to try, such as without-judge=J03.",
    ),
    "E-JUDGE-NAMELESS": (
        "评委的编号和姓名都要填。",
        "A judge needs a number and a name.",
    ),
    "E-PAPER-MARK": ("{name}：{why}。请照纸上重填。", "{name}: {why}. Read the paper again."),
    "E-CANNOTEDIT": (
        "打不开 {name}（{why}）。请在文件夹里用记事本打开它。",
        "{name} cannot be opened ({why}). Open it in the folder with a text editor.",
    ),
    "E-CREATE-LIST": (
        "“{what}”这一题里，“{part}”看不懂。请写成“名称 数字”，用逗号隔开，如：创新性 25，成效 75。",
        "In the answer to '{what}' the part '{part}' is not understood. Write name and number, separated by commas: Innovation 25, Effect 75.",
    ),
    "E-ASSIGN-LATE": (
        "已经有评委交了评分表（{judges}），不能再改分配。要改，请先退回这些评分表。",
        "Ballots are in already ({judges}); the assignment can no longer change. Send them back first.",
    ),
    "E-NOSERVE": (
        "没有安装浏览器方式所需的组件。请安装：pip install 'pingxuan[serve]'。在终端里用 pingxuan desk 不需要它。",
        "What the browser way needs is not installed: pip install 'pingxuan[serve]'. In a terminal pingxuan desk does without it.",
    ),
    "E-PORT": (
        "端口 {port} 用不了：{why}。请用 --port 换一个。",
        "Port {port} cannot be used: {why}. Choose another one with --port.",
    ),
    "E-RULE-KEYS": (
        "键名应写成 f3 或 ctrl+z 这样的文字，几个键用逗号隔开，最多 8 个，中间不要空格。",
        "Write keys as text such as f3 or ctrl+z, several separated by commas without spaces, at most 8.",
    ),
    "E-TYPEDTWICE": (
        "{whose}两次输入的不一样，请把这两遍都重新输入。",
        "The two times {whose} was typed are not the same. Type it again both times.",
    ),
    "E-NOTERMINAL": (
        "这个命令要在终端窗口里用。要看进度请运行 pingxuan status。",
        "This command needs a terminal. For how far the award is, run pingxuan status.",
    ),
}
