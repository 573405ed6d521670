"""Commands that are not written right: code -> (Chinese, English). All end with exit code 2."""

WORDS = {
    "E-USAGE": (
        "命令写法不对：{why} 请看 {command} --help。",
        "The command is not written right: {why} See {command} --help.",
    ),
    "E-USAGE-OPTION": (
        "没有 {name} 这个选项。可用：{hint}。",
        "There is no option {name}. Try: {hint}.",
    ),
    "E-USAGE-ORDER": (
        "{name} 要写在命令后面，例如：pingxuan rank {name} ……",
        "{name} goes after the command, as in: pingxuan rank {name} ...",
    ),
    "E-USAGE-ARGUMENT": (
        "选项 {name} 写得不对：要写内容的选项（如 -C 文件夹），后面必须写；不要内容的（如 --json），后面不能写。请看 {command} --help。",
        "The option {name} is not written right: one that takes a value (-C DIR) needs it, one that takes none (--json) must have none. See {command} --help.",
    ),
    "E-USAGE-EXTRA": (
        "多写了：{name}。有空格的名称请加引号。请看 {command} --help。",
        "This is too much: {name}. A name with spaces needs quotes. See {command} --help.",
    ),
    "E-USAGE-MISSING": (
        "缺少 {name}。请看 {command} --help。",
        "{name} is missing. See {command} --help.",
    ),
    "E-USAGE-CHOICE": (
        "{name} 只能是：{choices}。请看 {command} --help。",
        "{name} is one of: {choices}. See {command} --help.",
    ),
    "E-USAGE-NUMBER": (
        "{name} 要写整数，如 3。请看 {command} --help。",
        "{name} is a whole number, such as 3. See {command} --help.",
    ),
    "E-USAGE-VALUE": (
        "{name} 的值不对：{why} 请看 {command} --help。",
        "The value of {name} is not right: {why} See {command} --help.",
    ),
    "E-USAGE-TOGETHER": (
        "{one} 和 {other} 不能一起用：一次导入一种。",
        "{one} and {other} cannot be used together: import one kind at a time.",
    ),
    "E-USAGE-LANG": (
        "--lang 后面要写 zh 或 en。",
        "--lang is followed by zh or en.",
    ),
    "E-NOACCESS": (
        "没有权限使用 {path}。请换一个文件夹，或让管理这台电脑的人开放权限。",
        "You have no permission to use {path}. Choose another folder, or ask whoever runs this computer for permission.",
    ),
    "E-SYSTEM": (
        "电脑不让读写 {path}：{why}。已保存的内容都在。请检查磁盘或换一个位置再试。",
        "The computer refused to read or write {path}: {why}. Everything saved is safe. Check the disk or try another place.",
    ),
}
