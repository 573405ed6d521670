"""The printed receipt."""

WORDS = {
    "receipt.title": ("评分表回执", "Receipt of a ballot"),
    "receipt.award": ("评选活动", "Award"),
    "receipt.judge": ("评委", "Judge"),
    "receipt.code": ("回执码", "Receipt"),
    "receipt.revision": ("第几稿", "Revision"),
    "receipt.at": ("提交时间", "Submitted"),
    "receipt.digest": ("完整指纹", "Full digest"),
    "receipt.file": ("评分表文件", "Ballot file"),
    "receipt.slate": ("评审清单编号", "Slate number"),
    "receipt.mode": ("方式", "Mode"),
    "receipt.keep": (
        "请妥善保存。公布结果时会同时公布全部回执码，您可以核对自己的评分表是否原样计入。",
        "Please keep this. All receipts are published with the result, so that you can check that your ballot was counted as you gave it.",
    ),
    "receipt.do.copy": ("再存一份评分表文件", "save another copy of the ballot file"),
    "receipt.copy.ask": (
        "存到哪个文件夹？可以把U盘的图标拖进这个窗口，或输入，例如 E:\\",
        "Into which folder? Drag the stick into this window, or type it, such as E:\\",
    ),
    "receipt.copy.hint": ("在这里输入文件夹", "type the folder here"),
    "receipt.copy.line": (
        "要再存一份评分表文件（例如U盘）吗？输入文件夹，直接回车不存:",
        "Save another copy of the ballot file, on a stick? Type the folder; Enter alone for none:",
    ),
    "receipt.copy.keys": ("Enter 保存    Esc 返回", "Enter save    Esc back"),
    "receipt.copy.none": (
        "请输入文件夹，或按 Esc 不存。",
        "Type a folder, or press Esc to save no copy.",
    ),
    "receipt.copied": (
        "已存到 {path}，并读回核对无误。现在可以取出U盘了。",
        "Saved as {path}, read back and found the same. The stick may be taken out now.",
    ),
}
