"""What went wrong and what to do about it: error code -> (Chinese, English)."""

WORDS = {
    "E-FULL": (
        "磁盘已满，没有保存；已保存的内容都在。请腾出空间后再试一次。",
        "The disk is full and this was not saved; everything saved before is safe. Free some space and try again.",
    ),
    "E-READONLY": (
        "文件夹 {path} 不能写入。请把它复制到可以写入的地方再打开。",
        "The folder {path} cannot be written to. Copy it to a place where you may write, and open it there.",
    ),
    "E-LOCKED": (
        "另一个窗口正在使用这个评选活动（{owner}）。请先关闭那个窗口。",
        "Another window is using this award ({owner}). Close that window first.",
    ),
    "E-SIZE": (
        "文件 {name} 太大：{size}，最多 {limit}。",
        "The file {name} is too large: {size}, at most {limit}.",
    ),
    "E-NOFILE": (
        "找不到文件 {path}。请检查路径。",
        "There is no file {path}. Check the path.",
    ),
    "E-NOTFILE": (
        "{path} 不是普通文件（是文件夹、链接或设备），没有读取。请写明里面的那个文件，或先把文件复制到本机再试。",
        "{path} is not a regular file (a folder, a link or a device) and was not read. Name the file itself, or copy it to this computer first.",
    ),
    "E-CANNOTREAD": (
        "不能读取 {path}：{why}。如果正在用 Excel 或 WPS 打开，请先关闭。",
        "{path} cannot be read: {why}. If it is open in Excel or WPS, close it there first.",
    ),
    "E-CANNOTWRITE": (
        "不能写入 {path}：{why}。如果正在用 Excel 或 WPS 打开，请先关闭，或换一个文件名。",
        "{path} cannot be written: {why}. If it is open in Excel or WPS, close it there, or use another name.",
    ),
    "E-EXISTS": (
        "{path} 已经存在，没有覆盖。确实要覆盖请加 --force。",
        "{path} is already there and was not overwritten. Add --force to overwrite it.",
    ),
}
