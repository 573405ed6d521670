"""Why the system refused to read or write: a few words inside a sentence."""

WORDS = {
    "system.access": ("没有权限", "no permission"),
    "system.missing": ("上级文件夹不存在", "the folder it is in does not exist"),
    "system.notfolder": ("路径中有一段不是文件夹", "a part of the path is no folder"),
    "system.folder": ("这是一个文件夹", "it is a folder"),
    "system.exists": ("同名的文件已经存在", "a file of that name is already there"),
    "system.long": ("名称太长", "the name is too long"),
    "system.readonly": ("磁盘是只读的", "the disk is read-only"),
    "system.busy": ("正在被别的程序使用", "another program is using it"),
    "system.device": ("磁盘读写出错", "the disk has failed"),
    "system.loop": ("链接绕成了圈", "its links go round in a circle"),
}
