"""What the screens of a vote by ticks say: id -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    # The list
    "ticks.count": ("已选 {given} / {allowed}", "{given} of {allowed} ticked"),
    "ticks.allowed": ("每张票最多勾选 {allowed} 个", "at most {allowed} ticks"),
    "ticks.exactly": ("每张票要勾选 {allowed} 个", "{allowed} ticks, no fewer"),
    "ticks.col.mark": ("勾选", "tick"),
    "ticks.on": ("[x]", "[x]"),
    "ticks.off": ("[ ]", "[ ]"),
    "ticks.abstained": ("弃权", "abstain"),
    "ticks.recused": ("回避", "recused"),
    "ticks.go_on": (
        "在同意的案例上按空格勾选，再按一次取消。",
        "Press Space on a case you approve of; once more takes it away.",
    ),
    "ticks.ready": ("可以提交了：按 F9。", "Ready to submit: press F9."),
    "ticks.sealed": ("选票已提交，只能看。", "The ballot is submitted; you can only look."),
    "ticks.lack": ("{question}还要勾选 {n} 个", "{question}: {n} more to tick"),
    "ticks.secret": ("无记名投票", "secret ballot"),
    # Keys
    "ticks.do.tick": ("勾选", "tick"),
    "ticks.do.read": ("看材料", "read"),
    "ticks.do.tier": ("等次", "tier"),
    "ticks.do.abstain": ("弃权", "abstain"),
    "ticks.do.list": ("返回列表", "list"),
    # What was done
    "ticks.ticked": ("案例 {case} 已勾选。", "Case {case} ticked. "),
    "ticks.unticked": ("案例 {case} 已取消勾选。", "Case {case} no longer ticked. "),
    "ticks.abstain.on": ("案例 {case} 弃权。", "You abstain on case {case}. "),
    "ticks.abstain.off": ("案例 {case} 不再弃权。", "You no longer abstain on case {case}. "),
    # Overview and submitting
    "ticks.review.title": ("总览：将要提交的选票", "The ballot as it stands"),
    "ticks.review.none": ("一个都没有勾选", "nothing is ticked"),
    "ticks.review.abstained": ("弃权", "Abstained"),
    "ticks.review.recused": ("回避", "Recused"),
    "ticks.review.keys": ("去修改", "change"),
    "ticks.empty": ("注意：这是一张空白票。", "Note: this ballot is empty."),
    "ticks.submit.text": (
        "\n {counts}\n\n 提交后选票会被封存，您和秘书处都不能再改。\n 如需修改，只能由秘书处退回（会留下记录）。\n\n 请输入下面的 4 位确认码：\n",
        "\n {counts}\n\n The ballot will be sealed; nobody can change it.\n Only the secretary can send it back, on record.\n\n Type these four digits:\n",
    ),
    "ticks.submit.own": (
        "\n {counts}\n\n 提交后选票会被封存，并生成要交回秘书的文件。\n 封存后还可以修改，再封存一次就是新的一稿。\n\n 请输入下面的 4 位确认码：\n",
        "\n {counts}\n\n The ballot will be sealed into a file to hand back.\n You may revise later: that makes a new revision.\n\n Type these four digits:\n",
    ),
    "ticks.submit.secret": (
        "\n {counts}\n\n 无记名投票：提交后选票投入票箱，与您的名字分开，\n 只记录您已投票。谁也不能再修改或退回，草稿会被清除。\n\n 请输入下面的 4 位确认码：\n",
        "\n {counts}\n\n Secret ballot: it goes into the box apart from your\n name; only that you voted is kept. Nobody can change it\n or send it back, and the draft is erased.\n\n Type these four digits:\n",
    ),
    "ticks.receipt.secret": (
        "            选票已投入票箱\n\n    评委      {judge}  (已投票)\n\n    回执码    @code@\n\n    无记名投票：回执码只显示这一次，没有和您的名字一起保存。\n    抄下来可以在公布结果时核对；给别人看，别人就知道是哪张票。",
        "            Your ballot is in the box\n\n    Judge     {judge}  (has voted)\n\n    Receipt   @code@\n\n    Secret ballot: the receipt is shown this once and is not kept\n    with your name. Write it down to check the published ballots;\n    whoever sees it knows which one is yours.",
    ),
    "ticks.receipt.voted": (
        "            您已投票\n\n    评委      {judge}\n\n    无记名投票：选票已经和您的名字分开，这里不再显示。@code@",
        "            You have voted\n\n    Judge     {judge}\n\n    Secret ballot: it is kept apart from your name and is not\n    shown here any more.@code@",
    ),
    "ticks.why.secret": ("无记名投票不打印回执", "a secret vote prints no receipt"),
    "ticks.why.gone": ("选票已投入票箱，不再显示", "the ballot is in the box and is not shown"),
    "ticks.receipt": (
        "            选票已提交并封存\n\n    评委      {judge}\n    时间      {at}\n    选票      {counts}\n\n    回执码    @code@\n\n    请抄下或拍照保存回执码。公布结果时，秘书处会公布全部\n    回执码，您可以核对自己的选票是否原样计入。",
        "            Your ballot is submitted and sealed\n\n    Judge     {judge}\n    Time      {at}\n    Ballot    {counts}\n\n    Receipt   @code@\n\n    Write the receipt down or take a photo. All receipts are\n    published with the result, so that you can check yours.",
    ),
    "ticks.do.view": ("查看我的选票 (只读)", "see my ballot (read only)"),
    # Help
    "ticks.help.list": (
        "勾选\n\n每一行是一个案例。用上下键移到同意的案例，按空格勾选，[x] 表示已勾选；再按一次空格取消。屏幕上方一直写着已经选了几个、最多几个。选满以后再勾选会被拒绝：先取消一个，再选另一个。\n\nEnter 打开案例的材料。分等次投票时，按数字键或左右键换等次，带 * 的是现在勾选的等次。按 0 对这个案例弃权，再按一次取消。F3 回避。/ 查找。F4 看整张选票。F9 提交。",
        "Ticking\n\nEach line is a case. Move with Up and Down to a case you approve of and press Space: [x] is a tick, Space again takes it away. The top always says how many are ticked and how many may be. A tick too many is refused: take one away first.\n\nEnter opens the text of the case. Where the vote is tier by tier, digits or Left and Right choose the tier; the one with * is being ticked. 0 abstains on this case, 0 again takes that back. F3 recuses. / finds. F4 shows the whole ballot. F9 submits.",
    ),
    "ticks.help.read": (
        "看材料\n\n上下键、PgUp、PgDn 翻材料。空格勾选或取消这个案例，0 弃权。F7、F8 看上一个、下一个案例。Esc 返回列表。",
        "Reading\n\nUp, Down, PgUp and PgDn move in the text. Space ticks this case or takes the tick away, 0 abstains. F7 and F8 go to the case before and after. Esc goes back to the list.",
    ),
    "ticks.help.review": (
        "总览\n\n这里是将要提交的整张选票：每个等次勾选了哪些案例，哪些弃权，哪些回避。Enter 回到这个案例修改。F9 提交，要输入四位确认码。",
        "Overview\n\nThe whole ballot as it will be submitted: what is ticked on each question, where you abstain, where you are recused. Enter goes back to that case. F9 submits, after four digits.",
    ),
    # Line by line
    "ticks.plain.hello": (
        "{award}：{stage}，投票，评委 {judge}。",
        "{award}: {stage}, a vote, judge {judge}.",
    ),
    "ticks.menu.show_all": ("列出全部案例", "list all cases"),
    "ticks.menu.tick": ("勾选或取消勾选", "tick, or take ticks away"),
    "ticks.menu.abstain": ("对某个案例弃权，或取消弃权", "abstain on a case, or take that back"),
    "ticks.menu.read": ("看某个案例的材料", "read a case"),
    "ticks.menu.recuse": ("回避某个案例", "recuse from a case"),
    "ticks.menu.find": ("查找", "find"),
    "ticks.menu.review": ("总览：看整张选票", "overview: the whole ballot"),
    "ticks.menu.undo": ("撤销", "undo"),
    "ticks.menu.redo": ("恢复撤销的修改", "redo"),
    "ticks.menu.submit": ("提交（以后看回执）", "submit (later: the receipt)"),
    "ticks.menu.leave": ("退出", "leave"),
    "ticks.plain.cases": (
        "案例编号（可以写几个，用空格隔开）：",
        "Numbers of cases, with blanks between them:",
    ),
    "ticks.plain.tier": ("哪个等次？", "Which tier?"),
    "ticks.plain.back": ("返回", "back"),
}
