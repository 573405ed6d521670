"""Error sentences of the files that cross: code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-KIND": (
        "这不是所需的文件（需要 {kind}，实际是 {found}）。请把收到的文件本身作为附件发送，不要转换、压缩或粘贴内容。",
        "This is not the kind of file needed ({kind}; found: {found}). Send the file itself as an attachment, not converted, zipped or pasted.",
    ),
    "E-FORMAT": (
        "内容不合格式，此处应为 {need}。文件被改动过，请让对方重新发送原文件。",
        "The content is not in the agreed form: {need} is needed here. The file was altered; ask for the original again.",
    ),
    "E-TRUNCATED": (
        "文件不完整，后面缺了一部分。如果还在复制，请等复制完成；否则请重新发送。",
        "The file is incomplete, its end is missing. If it is still being copied, wait until that is done; else have it sent again.",
    ),
    "E-CANON": (
        "数据不是规定的写法。文件被改动过，请让对方重新发送原文件。",
        "The data is not written in the one agreed way. The file was altered; ask for the original again.",
    ),
    "E-SIG": (
        "签名不符：文件（{kind}）被改动过，或不是出自应签名的人。请联系对方核对，重新发送原文件。",
        "The signature does not hold: the file ({kind}) was altered, or signed by somebody else. Ask the sender, and have the original sent again.",
    ),
    "E-CODE": (
        "评委代码输入有误（共 {length} 个符号，读到 {count} 个有效符号）。请对照代码函重新输入，三组，每组四个。",
        "The judge code was mistyped ({count} usable symbols read, {length} needed). Type it again as on the code letter, three groups of four.",
    ),
    "E-WRONGCODE": (
        "代码打不开这个文件。请核对代码函与文件是否属于同一位评委、同一次发放。",
        "The code does not open this file. Check that the code letter and the file are of the same judge and the same issue.",
    ),
    "E-RECEIPTFORM": (
        "回执应为 {length} 位数字，读到 {count} 个字符。请对照回执重新输入，五组，每组四位。",
        "A receipt has {length} digits; {count} characters were read. Type it again as printed, five groups of four.",
    ),
    "E-PASSPHRASE": (
        "口令不对，密钥没有打开。请检查大小写和输入法后再试。",
        "The passphrase is wrong, the key stays locked. Check capitals and the input method, and try again.",
    ),
    "E-OPEN": (
        "用这把开票密钥打不开这份评分表：它是用别的密钥封的，或被改动过。请让评委重新封送。",
        "This opening key does not open the ballot: it was sealed to another key, or altered. Ask the judge to seal it again.",
    ),
    "E-NOCRYPTO": (
        "这台电脑缺少加密组件 PyNaCl，没有写入任何文件。请用完整安装包，或运行 pip install pynacl。",
        "PyNaCl, the part that seals, is missing on this computer; no file was written. Use the complete kit, or run: pip install pynacl",
    ),
    "E-MEMORY": (
        "内存不足，打开此锁需要 {mib} MiB。请关闭其他程序后再试。",
        "Not enough memory: this lock needs {mib} MiB. Close other programs and try again.",
    ),
    "E-ENROLL": (
        "评委 {judge} 的评分表用的密钥没有登记凭证，没有收下。请让评委用自己的评审包和代码重新封送。",
        "The ballot of judge {judge} uses a key that the packet does not vouch for; it was not taken. Ask the judge to seal again with the own packet and code.",
    ),
    "E-COPY": (
        "评委 {judge} 的信封里装的是另一份评分表的内容。请保留文件，并让评委重新封送。",
        "The envelope of judge {judge} holds what was sealed for another one. Keep the file, and ask the judge to seal again.",
    ),
    "E-RECEIPT": (
        "评委 {judge} 的评分表内容与所报回执 {receipt} 不符。请保留文件，并与评委核对回执。",
        "The ballot of judge {judge} does not match its receipt {receipt}. Keep the file, and compare receipts with the judge.",
    ),
    "E-SLATE": (
        "规则或案例与评审清单的编号不一致。请向秘书索取新的评审包。",
        "The rules or a nomination differ from what the slate hash stands for. Ask the secretary for a new packet.",
    ),
}
