"""The code letter and the recovery sheet."""

WORDS = {
    "letter.title": ("评委代码函", "Code letter"),
    "letter.award": ("评选活动", "Award"),
    "letter.stage": ("阶段", "Stage"),
    "letter.judge": ("评委", "Judge"),
    "letter.code": ("评委代码", "Your code"),
    "letter.packet": ("评审包文件", "Packet file"),
    "letter.slate": ("评审清单编号", "Slate number"),
    "letter.key": ("评选密钥指纹", "Award key"),
    "letter.opening": ("开票密钥指纹", "Opening key"),
    "letter.deadline": ("截止时间", "Deadline"),
    "letter.mode": ("方式", "Mode"),
    "letter.mode.sealed": (
        "密封：打分加密，开票前任何人都看不到",
        "sealed: scores are locked, nobody can read them before opening",
    ),
    "letter.mode.open": (
        "公开：打分没有加密，请装入信封封好交回",
        "open: scores are not locked, hand them back in a closed envelope",
    ),
    "letter.step1": (
        "把评审包文件 {packet} 复制到您的电脑。",
        "Copy the packet file {packet} to your computer.",
    ),
    "letter.step2": (
        "打开评选程序，输入 pingxuan judge，空一格，把评审包文件拖进窗口，按回车。",
        "Start the program: type pingxuan judge, a space, drag the packet file into the window, press Enter.",
    ),
    "letter.step3": (
        "输入上面的评委代码。大小写、短横线都没有关系；输错了程序会告诉您。核对屏幕上的评审清单编号是否为 {hash}。",
        "Type the code above. Capitals and dashes do not matter, and a slip is noticed. Compare the slate number on the screen: {hash}.",
    ),
    "letter.step4": (
        "逐个案例打分，随时可以关闭，已打的分都保存着。全部打完后按 F9 提交并封存，抄下回执码。",
        "Score the cases; you may stop at any time, everything is kept. When all are done, press F9 to submit and seal, and copy the receipt.",
    ),
    "letter.step5": (
        "把评分表文件 {ballot} 用U盘或邮件交回秘书（作为附件，不要改名、不要压缩）。",
        "Hand the ballot file {ballot} back by stick or mail (as an attachment, not renamed, not zipped).",
    ),
    "letter.back.sealed": (
        "评分表只有主任在开票时才能打开；送文件的人和秘书都看不到您的打分。封存后还可以修改：再次封存会生成新的一稿，以最后一稿为准。",
        "Only the chair can open the ballot, at the opening; neither the courier nor the secretary can read your scores. You may still revise after sealing: the last revision counts.",
    ),
    "letter.back.open": (
        "评分表没有加密，拿到文件的人都能看到打分。请放入信封封好，当面交给秘书。",
        "The ballot is not locked: whoever has the file can read the scores. Put it in a closed envelope and hand it over in person.",
    ),
    "letter.keep": (
        "这张纸请不要与评审包放在一起，也不要拍照转发。代码丢失请联系秘书，换发新的评审包和代码，旧的作废。",
        "Keep this sheet apart from the packet and send no picture of it. If you lose it, ask the secretary: you get a new packet and code, and the old ones no longer count.",
    ),
    "letter.recovery.title": ("开票密钥恢复单", "Recovery sheet of the opening key"),
    "letter.recovery.step1": (
        "打印后装入信封，封口签名，由主任之外的人保管。",
        "Print it, seal it in an envelope, sign across the flap, and let somebody other than the chair keep it.",
    ),
    "letter.recovery.step2": (
        "只有主任的口令忘记时才拆开，按顺序输入十四组符号；输错的那一组程序会指出来。",
        "Open it only if the chair's passphrase is lost, and type the fourteen groups in order; a wrong group is named.",
    ),
    "letter.recovery.step3": (
        "打印后请删除这个文件：拿到它的人可以打开全部评分表。",
        "Delete this file after printing: whoever has it can open every ballot.",
    ),
}
