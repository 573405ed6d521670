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
        "{length} 个符号都读到了，但校验不符：有一个打错了，或有两个打反了（看不出在哪一组）。请对照代码函一个一个核对，再输入一遍。",
        "All {length} symbols were read, but they do not check: one is wrong, or two are swapped (which group cannot be told). Compare them with the code letter one by one and type it again.",
    ),
    "E-CODE-LENGTH": (
        "读到 {count} 个符号，分组为 {groups}；代码是三组，每组四个，共 {length} 个。请看哪一组多了或少了，再输入一遍。",
        "Read {count} symbols, in groups of {groups}; a code is three groups of four, {length} in all. See which group has too many or too few, and type it again.",
    ),
    "E-CODE-SYMBOL": (
        "代码里不会有 {symbols}：代码只有数字和大写字母，三组，每组四个。请关掉中文输入法，对照代码函再输入一遍。",
        "No code holds {symbols}: codes are digits and capital letters only, three groups of four. Turn the input method off and type it again as on the code letter.",
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
    "E-FROZEN": (
        "规则和案例自第 {version} 版评审清单（{hash}）以来没有变化，不需要再冻结。下一步：pingxuan issue。",
        "Nothing has changed since slate version {version} ({hash}); there is nothing to freeze. Next: pingxuan issue",
    ),
    "E-NOTFROZEN": (
        "规则和案例还没有冻结。请先运行 pingxuan freeze。",
        "Rules and nominations are not frozen yet. Run pingxuan freeze first.",
    ),
    "E-SLATECHANGED": (
        "冻结第 {version} 版评审清单之后，这些内容改过：{what}。如确要更改，请再运行 pingxuan freeze，已发的评审包都会作废；否则请改回来。",
        "Since slate version {version} was frozen this has changed: {what}. If it is meant, run pingxuan freeze again (all packets are then withdrawn); if not, change it back.",
    ),
    "E-FILEID": (
        "编号“{id}”要用作文件名，只能用英文字母、数字、短横线和下划线，以字母或数字开头，最多64个字符。请改用这样的编号。",
        "The id “{id}” becomes part of file names: letters, digits, - and _ only, a letter or digit first, at most 64. Use such an id.",
    ),
    "E-NOKEYSYET": (
        "还没有密钥。请先运行 pingxuan keys make（秘书和主任各输入自己的口令）。",
        "There are no keys yet. Run pingxuan keys make first; secretary and chair each enter a passphrase.",
    ),
    "E-OPENMODE": (
        'config.toml 里写的是 mode = "open"：打分不加密，没有密钥。如要加密，请在冻结之前改为 "sealed"。',
        'config.toml says mode = "open": scores are not locked and there are no keys. To lock them, write "sealed" before freezing.',
    ),
    "E-KEYSTHERE": (
        "密钥已经有了（开票密钥指纹 {print}）。重新生成会使已发的评审包全部作废；确要如此，请加 --again。",
        "There are keys already (opening key {print}). New ones withdraw every packet that was issued; if that is meant, add --again.",
    ),
    "E-SHORT": (
        "口令太短，至少要 {shortest} 个字符。建议用三四个不相干的词连起来。",
        "The passphrase is too short: at least {shortest} characters. Three or four unrelated words are best.",
    ),
    "E-SAMEPHRASE": (
        "秘书和主任的口令不能相同：两个人各持一个，任何一人都不能单独提前看到打分。",
        "Secretary and chair must not have the same passphrase: each holds one, so that neither can read scores alone.",
    ),
    "E-NODRILL": (
        "还没有演练开票。发评审包之前请运行 pingxuan keys drill：用主任的口令和恢复单各打开一张试验票，确保到时候打得开。",
        "The opening was not tried out yet. Before packets go out run pingxuan keys drill: a test ballot is opened with the chair's passphrase and with the recovery sheet.",
    ),
    "E-RECOVERYLENGTH": (
        "恢复单应有 {length} 个符号（十四组，每组五个），读到 {count} 个。请对照恢复单重新输入。",
        "A recovery sheet has {length} symbols, fourteen groups of five; {count} were read. Type it again as printed.",
    ),
    "E-RECOVERY": (
        "恢复单第 {groups} 组输入有误。请对照恢复单只改这几组。",
        "Group(s) {groups} of the recovery sheet are mistyped. Compare these with the sheet.",
    ),
    "E-OTHERSHEET": (
        "这张恢复单不是这次评选的（应为开票密钥 {print}）。请核对恢复单上的指纹。",
        "This recovery sheet is of another key (needed: opening key {print}). Compare the fingerprint on the sheet.",
    ),
    "E-ISSUED": (
        "每位评委都已有第 {version} 版评审清单的评审包。给某一位换发请用 --judge 编号，旧的随即作废。",
        "Every judge has a packet of slate version {version}. To replace one, use --judge ID; the old packet is then withdrawn.",
    ),
    "E-AWARDKEY": (
        "这个评审包不是同一个评选办公室签发的：以前是 {known}，这次是 {found}。请先不要打分，打电话向秘书核对代码函上的指纹。",
        "This packet was signed by another award office: before it was {known}, now it is {found}. Do not score; call the secretary and compare with the code letter.",
    ),
    "E-OLDPACKET": (
        "这个评审包已经作废，这台电脑上打开过更新的（第 {issue} 次发放）。请打开最新的评审包。",
        "This packet was withdrawn: a newer one (issue {issue}) was opened on this computer. Open the newest packet.",
    ),
    "E-PROGRAM": (
        "这个程序对评审包里规则的理解与秘书的程序不同，多半是版本不同。请使用秘书一起发来的程序。",
        "This program understands the packet's rules otherwise than the secretary's does, most likely it is another version. Use the program that came from the secretary.",
    ),
}
