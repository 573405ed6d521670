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
}
