"""What the commands say: help and results."""

WORDS = {
    "cli.help": (
        "评选：离线评审。收申报，评委在终端打分，按写明的规则精确排名，每个数字都能解释。",
        "Pingxuan: offline judging. Nominations in, scores in a terminal, an exact ranking by written rules, every number explained.",
    ),
    "cli.help.version": ("显示版本。", "Show the version."),
    "cli.help.help": ("显示这段帮助。", "Show this help."),
    "cli.usage": ("用法：", "Usage: "),
    "cli.options": ("选项", "Options"),
    "cli.lang": (
        "加 --lang zh 或 --lang en 选择语言；每个命令都有 --help。",
        "--lang zh or --lang en chooses the language; every command has --help.",
    ),
    "cli.commands": ("命令", "Commands"),
    "cli.help.new": ("新建一个评选文件夹。", "Make a new award folder."),
    "cli.help.import": (
        "导入申报（CSV、XLSX、TOML、公告文本），或评委、回避名单。",
        "Import nominations (CSV, XLSX, TOML, announcement text), or judges, or recusals.",
    ),
    "cli.help.attach": (
        "把附件加到案例上；--remove 撤下一个。",
        "Put files beside a case; --remove takes one off.",
    ),
    "cli.help.attachments": (
        "列出附件、大小，以及文件里留下的作者、单位等信息。",
        "List the attachments, their sizes, and what they reveal of their authors.",
    ),
    "cli.help.amend": (
        "更正案例，或把案例去掉（要写原因）；冻结过的要再冻结。",
        "Correct cases, or take them off the list (needs a reason); then freeze again.",
    ),
    "cli.help.paper": (
        "纸质打分：sheets 打印空白打分表，enter 录入，check 由另一人核对。",
        "Judges on paper: sheets to print, enter the marks, check by another person.",
    ),
    "cli.opt.amend_remove": (
        "去掉这个案例，可以写多次。",
        "Take this case off the list; may be given several times.",
    ),
    "cli.opt.paper_judge": ("只给这位评委。", "Only this judge."),
    "cli.opt.paper_by": (
        "经手人姓名；不写则询问。",
        "Who does it; asked for where it is not given.",
    ),
    "cli.opt.paper_case": ("只录入这个案例。", "Enter only this case."),
    "cli.help.template": ("生成空白的导入表。", "Write an empty table to fill in."),
    "cli.help.check": ("检查规则，并逐条念出来。", "Check the rules and say them in words."),
    "cli.help.freeze": (
        "冻结规则和案例，生成编号的评审清单。",
        "Freeze rules and nominations as a numbered slate.",
    ),
    "cli.help.keys": (
        "密钥：make 生成，recovery 打印恢复单，drill 演练开票；不写则显示现状。",
        "Keys: make them, print the recovery sheet, drill the opening; alone: how they stand.",
    ),
    "cli.help.issue": (
        "生成每位评委的评审包和代码函。",
        "Make each judge's packet and code letter.",
    ),
    "cli.help.judge": (
        "评委打开评审包，打分，封存评分表。",
        "A judge opens a packet, scores, seals the ballot.",
    ),
    "cli.opt.again": (
        "重新生成密钥（已发的评审包都会作废）。",
        "Make new keys (every issued packet is withdrawn).",
    ),
    "cli.opt.sheet_out": (
        "恢复单写到这个网页文件；不写则显示在屏幕上。",
        "Write the recovery sheet to this page; else it is shown.",
    ),
    "cli.opt.issue_judge": (
        "只给这位评委；已有的评审包随即作废。",
        "Only this judge; a packet that was issued is withdrawn.",
    ),
    "cli.opt.secret_file": (
        "从这个文件读取，不再询问。",
        "Read it from this file instead of asking.",
    ),
    "cli.ask.code": (
        "评委代码",
        "Judge code",
    ),
    "cli.ask.code_unseen": (
        "评委代码（代码函上的三组符号，输入时不显示）",
        "Judge code (three groups on the letter; not shown)",
    ),
    "cli.ask.code.seen": (
        "请输入代码函上的三组符号。输入时看得见，按回车后从屏幕上抹去；请旁人回避。",
        "Type the three groups of the code letter. They are seen while you type and wiped off after Enter; let nobody look on.",
    ),
    "cli.ask.secretary": ("秘书的口令（输入时不显示）", "The secretary's passphrase (not shown)"),
    "cli.ask.chair": ("主任的口令（输入时不显示）", "The chair's passphrase (not shown)"),
    "cli.ask.secretary_new": (
        "请秘书设定口令（输入时不显示）",
        "A new passphrase for the secretary (not shown)",
    ),
    "cli.ask.chair_new": (
        "请主任设定口令（输入时不显示，秘书请回避）",
        "A new passphrase for the chair (not shown; secretary, look away)",
    ),
    "cli.ask.sheet": (
        "请照恢复单输入十四组符号，可以一行一行地输，每行两组；屏幕上看得见，请旁人回避。",
        "Type the fourteen groups of the recovery sheet, line by line as printed, two to a line. They are shown: let nobody look on.",
    ),
    "cli.ask.sheet.line": ("已有 {done} 组，共 {groups} 组", "{done} of {groups} groups"),
    "cli.ask.again": ("请再输一遍{whose}", "Once more {whose}"),
    "cli.whose.secretary": ("秘书的口令", "the secretary's passphrase"),
    "cli.whose.chair": ("主任的口令", "the chair's passphrase"),
    "cli.freeze.stage": ("阶段：{stage}", "Stage: {stage}"),
    "cli.freeze.done": (
        "已冻结：评审清单第 {version} 版，{cases} 个案例，编号 {hash}。方式：{mode}。",
        "Frozen: slate version {version}, {cases} cases, number {hash}. Mode {mode}.",
    ),
    "cli.keys.made": (
        "密钥已生成。评选密钥 {award}，开票密钥 {opening}。下一步：pingxuan keys recovery --out FILE 打印恢复单，再 pingxuan keys drill 演练。",
        "Keys made. Award key {award}, opening key {opening}. Next: print the sheet with pingxuan keys recovery --out FILE, then pingxuan keys drill.",
    ),
    "cli.keys.sheet": (
        "恢复单在 {path}。打印后装入信封封好，并删除这个文件：拿到它的人可以打开全部评分表。",
        "The recovery sheet is {path}. Print it, seal it in an envelope, and delete the file: whoever has it can open every ballot.",
    ),
    "cli.keys.drilled": (
        "演练通过：主任的口令和恢复单都打开了试验票。",
        "The drill has passed: passphrase and recovery sheet have each opened a test ballot.",
    ),
    "cli.keys.undrilled": (
        "还没有演练：请运行 pingxuan keys drill。",
        "Not drilled yet: run pingxuan keys drill.",
    ),
    "cli.issue.done": (
        "评审包在 packets，代码函在 letters。代码函打印后请删除文件；评审包和代码函要分开送给评委。",
        "Packets are in packets, code letters in letters. Print the letters and delete the files; packet and letter travel apart.",
    ),
    "cli.issue.left_out": (
        "评委 {judge} 的评审包装不下案例 {case} 的附件“{name}”（{size}），请另外交给评委。",
        "The packet of judge {judge} has no room for the attachment `{name}` of case {case} ({size}): hand it over separately.",
    ),
    "cli.judge.left_out": (
        "案例 {case} 的附件“{name}”（{size}）没有装进评审包，请向秘书要。",
        "The attachment `{name}` of case {case} ({size}) is not in the packet: ask the secretary for it.",
    ),
    "cli.issue.withdrawn": (
        "评委 {judge} 的第 {issue} 次评审包已作废。",
        "Packet {issue} of judge {judge} is withdrawn.",
    ),
    "cli.judge.opened": (
        "评审清单编号 {hash}（第 {version} 版）：请与代码函核对。方式：{mode}。",
        "Slate number {hash} (version {version}): compare with the code letter. Mode {mode}.",
    ),
    "cli.judge.packet": (
        "评审包：评选活动 {award}，评委 {judge}，第 {issue} 次发放。",
        "Packet: award {award}, judge {judge}, issue {issue}.",
    ),
    "cli.judge.done": (
        "评分表文件：{path}\n请把这个文件交回秘书（U盘或邮件附件）。",
        "Ballot file: {path}\nHand this file back to the secretary (stick or attachment).",
    ),
    "cli.judge.later": (
        "打分都已保存，还没有提交（没评完的案例 {n} 个）。再用同样的命令打开这个评审包就接着评。",
        "Everything is saved; nothing is submitted yet (cases to go: {n}). Open the packet the same way to go on.",
    ),
    "cli.judge.moved": (
        "评审包所在的位置不能写入或已满。草稿保存在 {path}，评分表文件会在 {ballots}。",
        "The packet's place is full or cannot be written to. The draft is kept in {path}; the ballot file will be in {ballots}.",
    ),
    "cli.judge.old": (
        "注意：这个评审包已经作废，这台电脑上打开过第 {issue} 次发放的评审包。现在只能查看，不能修改。",
        "Note: this packet was withdrawn; issue {issue} was opened on this computer. You can look, not change.",
    ),
    "cli.help.score": ("打开一位评委的打分界面。", "Open the scoring screens of one judge."),
    "cli.help.status": (
        "每位评委的进度（只有份数，没有分数）。",
        "How far each judge is (counts, never scores).",
    ),
    "cli.help.collect": (
        "收回评分文件（文件或文件夹，可反复收）。",
        "Take in ballot files or folders of them, as often as liked.",
    ),
    "cli.help.resolve": (
        "裁定冲突的评分表以哪份为准（要写原因）。",
        "Say which of two ballots of a judge holds (needs a reason).",
    ),
    "cli.help.close": ("截止收票，生成收票单。", "End collecting and make the close sheet."),
    "cli.help.accept-late": (
        "经委员会决定，计入一份迟到的评分表（要写原因）。",
        "Let a late ballot in, by a minuted decision (needs a reason).",
    ),
    "cli.help.withdraw-judge": (
        "评委退出：先看影响，再执行（要写原因）。",
        "A judge leaves: the effect first, then it is done (needs a reason).",
    ),
    "cli.help.replace-judge": (
        "更换评委：先看影响，再执行（要写原因）。",
        "A judge is replaced: the effect first, then it is done (needs a reason).",
    ),
    "cli.opt.scores": (
        "已交的分数：keep 保留，drop 不计。",
        "The scores handed in: keep or drop them.",
    ),
    "cli.opt.yes_effect": ("执行；不加只看影响。", "Do it; without this only the effect is shown."),
    "cli.opt.new_name": ("新评委的姓名。", "The name of the new judge."),
    "cli.opt.new_unit": ("新评委的单位。", "The unit of the new judge."),
    "cli.help.serve": (
        "在本机的浏览器里打开屏幕：给出一个只能用一次的链接。",
        "Open the screens in a browser on this computer, by a link that works once.",
    ),
    "cli.opt.serve_judge": (
        "打开这位评委的评分屏幕；不写则是秘书处的。",
        "The scoring screens of this judge; else the secretary's.",
    ),
    "cli.opt.serve_port": ("端口。", "The port."),
    "cli.opt.serve_most": ("最多同时开几个窗口。", "How many windows may be open at a time."),
    "cli.serve.link": (
        "在这台电脑的浏览器里打开上面的链接。它只能用一次，最多同时开 {most} 个窗口。按 Ctrl+C 结束。不要把链接发给别人。",
        "Open the link above in a browser on this computer. It works once; at most {most} window(s) at a time. Ctrl+C ends it. Do not pass the link on.",
    ),
    "cli.help.desk": (
        "打开秘书处的屏幕：进度、排名、全部工作。在评选文件夹里只输入 pingxuan 也可以。",
        "Open the secretary's screens: progress, ranking, all work. In an award folder `pingxuan` alone does it.",
    ),
    "cli.help.recuse": (
        "登记一位评委回避一个案例。",
        "Record that one judge does not score one case.",
    ),
    "cli.opt.recused_judge": ("哪位评委（编号）。", "Which judge, by id."),
    "cli.opt.recused_case": ("哪个案例（编号）。", "Which case, by number."),
    "cli.recuse.done": (
        "已登记：{judge} 回避 {case}。",
        "Recorded: {judge} does not score {case}.",
    ),
    "cli.recuse.same": ("{judge} 早已回避 {case}。", "{judge} was recused from {case} before."),
    "cli.help.assign": (
        "案例太多时分给评委评：每个案例几位评委；先看后定。",
        "Share many cases out among the judges, so many ballots for each; shown before it is done.",
    ),
    "cli.opt.ballots": ("每个案例几位评委。", "How many judges for each case."),
    "cli.opt.assign_seed": (
        "分配种子：种子和名单不变，分配就不变。",
        "The same seed and lists give the same assignment.",
    ),
    "cli.opt.panel": (
        "按评审组分，可写多次，如 a=field:化学、b=K1,K2；组是规则里的 [[stage.panel]]。",
        "By panels, repeatable: a=field:Chemistry, b=K1,K2; the panels are those of [[stage.panel]].",
    ),
    "cli.assign.panels": ("已按 {count} 个评审组分配。", "Assigned to {count} panels."),
    "cli.opt.everybody": (
        "取消分配，每位评委都评全部案例。",
        "Take the assignment back: everybody reads everything.",
    ),
    "cli.opt.assign_yes": ("看过了，就这样分配。", "Do it, having seen it."),
    "cli.assign.dry": (
        "以上只是方案，还没有分配。加 --yes 执行。",
        "This is the plan; nothing is done yet. Add --yes to do it.",
    ),
    "cli.assign.done": (
        "已分配：{judges} 位评委，每个案例 {ballots} 位。",
        "Assigned: {judges} judges, {ballots} for each case.",
    ),
    "cli.assign.everybody": (
        "已取消分配：每位评委都评全部案例。",
        "Taken back: everybody reads everything.",
    ),
    "cli.help.reopen": (
        "退回一份已提交的评分表（要写原因）。",
        "Send a submitted ballot back (needs a reason).",
    ),
    "cli.help.rank": (
        "计算并显示排名；--explain 解释一个案例的每一步。",
        "Rank; --explain shows every step of one case.",
    ),
    "cli.help.vote": (
        "无记名投票：status 看谁投了票，paper 打印选票，enter 把两个人各录一份的纸质票投入票箱，close 开箱。评委用 pingxuan score 投票。",
        "Secret votes: status says who has voted, paper prints ballot papers, enter puts papers in the box that two people typed, close opens it. Judges vote with pingxuan score.",
    ),
    "cli.help.runoff": (
        "再次投票：并列的案例之间重新投票。list 看哪里需要，open 开始，enter 录入纸质票，close 结束，undo 撤销。",
        "Runoffs: vote anew between tied cases. list says where one is wanted, open, enter (a paper ballot), close, undo.",
    ),
    "cli.help.decide": ("登记委员会对并列的决定。", "Record the committee's word on a tie."),
    "cli.help.finalise": (
        "定稿：生成编号的、不可更改的结果。",
        "Freeze a numbered, unchangeable result.",
    ),
    "cli.help.recount": (
        "用第二套独立算法重算已定稿的结果。",
        "Recount a frozen result by the second, independent way.",
    ),
    "cli.help.export": (
        "导出评分汇总表（TOML、CSV）和公告。",
        "Export the result sheets (TOML, CSV) and the announcement.",
    ),
    "cli.help.archive": (
        "把定稿的结果归档（公开包和内部包）。",
        "Archive a final result: a public and a restricted bundle.",
    ),
    "cli.help.verify": (
        "核验归档包或评选文件夹，逐条说明是否成立。",
        "Verify an archive or an award folder, line by line.",
    ),
    "cli.help.rebuild": (
        "用操作记录导出件和收到的文件重建丢失的数据库。",
        "Make a lost database again from the log export and the files received.",
    ),
    "cli.opt.without_key": (
        "内部包里不放开票密钥。",
        "Leave the opening key out of the restricted bundle.",
    ),
    "cli.opt.own_receipt": (
        "只查这个回执：在不在收票单上、有没有计入。",
        "Only look for this receipt: on the close sheet, and counted?",
    ),
    "cli.opt.digest": (
        "印在收票单或归档单上的指纹，至少 32 位；可以给几个。",
        "A digest printed on the close sheet or archive sheet, 32 digits at least; may be repeated.",
    ),
    "cli.opt.head": ("查一条印出来的记录指纹还在不在。", "Look for a log head that was printed."),
    "cli.opt.journal": (
        "操作记录的导出件（pingxuan log --export）。",
        "The log export (pingxuan log --export).",
    ),
    "cli.opt.export_log": (
        "导出完整的操作记录，可用于重建。",
        "Export the whole log, from which the award can be rebuilt.",
    ),
    "cli.help.log": ("操作记录。", "What was done, by whom, and when."),
    "cli.help.backup": ("备份数据库。", "Back the database up."),
    "cli.help.demo": (
        "用内置的示例活动走一遍全流程。",
        "Run the whole job on the built-in example award.",
    ),
    "cli.opt.award": (
        "评选文件夹，默认是当前文件夹。",
        "The award folder; the current one by default.",
    ),
    "cli.opt.json": ("输出 JSON，供程序使用。", "Print JSON for machines."),
    "cli.opt.reason": ("原因，会写入记录。", "The reason; it goes into the log."),
    "cli.opt.by": ("谁做的，会写入记录。", "Who does it; it goes into the log."),
    "cli.opt.force": ("覆盖已有的文件。", "Overwrite files that are there."),
    "cli.opt.judge": ("评委编号，如 J01。", "The judge's id, such as J01."),
    "cli.opt.plain": (
        "不用画面，一行一行地问答。",
        "No screens: question and answer, line by line.",
    ),
    "cli.opt.out_file": ("写到哪个文件。", "The file to write."),
    "cli.opt.out_dir": (
        "写到哪个文件夹，默认是评选文件夹里的 exports。",
        "The folder to write to; exports in the award folder by default.",
    ),
    "cli.opt.set": (
        "导出一整套文件：publication 公布，meeting 会议，archive 存档，all 全部；各放一个文件夹，附目录页。",
        "Write a whole set of files: publication, meeting, archive or all; each in a folder with an index page.",
    ),
    "cli.opt.kind": (
        "chair 主任决定，draw 抽签。",
        "chair: the chair's decision; draw: drawn by lot.",
    ),
    "cli.opt.judges": ("文件里是评委。", "The file holds judges."),
    "cli.opt.recusals": ("文件里是回避名单。", "The file holds recusals."),
    "cli.opt.encoding": (
        "文件编码，认错时用，如 big5。",
        "The encoding, where it was taken wrongly, such as big5.",
    ),
    "cli.opt.text": (
        "读粘贴的文字（标准输入），如“案例名称：……”。",
        "Read pasted text from standard input, such as `案例名称：...`.",
    ),
    "cli.opt.map": (
        "表头=项目，如 案件名=title；表头= 表示不读。可写多次。",
        "HEADING=FIELD, such as 案件名=title; HEADING= leaves a column out. May be repeated.",
    ),
    "cli.opt.save_map": (
        "记住 --map，下次导入时照用。",
        "Remember what --map says for the next import.",
    ),
    "cli.opt.remove": (
        "撤下这个附件（名称或序号，要写原因）。",
        "Take this attachment off, by name or number (needs a reason).",
    ),
    "cli.opt.attachment_text": (
        "显示这个附件的文字（PDF、DOCX、文本）。",
        "Show the text of this attachment (PDF, DOCX, plain text).",
    ),
    "cli.opt.sheet": ("用哪个工作表。", "Which worksheet to use."),
    "cli.opt.dry": ("只预览，不导入。", "Show what would be imported, import nothing."),
    "cli.opt.yes": ("不再询问。", "Do not ask."),
    "cli.opt.explain": (
        "解释这个案例的分数和名次怎么来。",
        "Explain how this case came to its score and rank.",
    ),
    "cli.opt.freeze_despite": (
        "开始后面的阶段，尽管前面还缺分数或票数（须写 --reason）",
        "begin a later stage although scores or votes before it are missing (needs --reason)",
    ),
    "cli.opt.despite": (
        "缺项也定稿（要写原因）。",
        "Freeze although something is missing (needs a reason).",
    ),
    "cli.opt.number": ("第几号结果，默认最新的。", "Which result; the newest by default."),
    "cli.opt.no_screens": ("不询问是否打开界面。", "Do not offer to open the screens."),
    "cli.stopped": ("已停止。", "Stopped."),
    "cli.new.done": (
        "已建好 {path}。下一步：进入该文件夹，改好 config.toml，用 pingxuan check 核对规则，再用 pingxuan import 导入申报表。",
        "{path} is ready. Next: go there, edit config.toml, read the rules with pingxuan check, then pingxuan import FILE.",
    ),
    "cli.check.mode": (
        "评分表以文件传送时的方式——{mode}。直接在评选文件夹里打分的不加密。",
        "Ballots that travel as files are {mode}. Those given in the award folder itself are not locked.",
    ),
    "cli.check.good": (
        "规则没有错误（{path}，指纹 {digest}）。",
        "The rules are in order ({path}, digest {digest}).",
    ),
    "cli.template.done": (
        "已写好 {path}，填好后导入：{command}",
        "{path} is ready; fill it in, then: {command}",
    ),
    "cli.template.letters": (
        "已写好 {path}：用 Word 或 WPS 修改后放在评选文件夹的 templates 里，导出时就用它们。双花括号里的内容由程序填写。",
        "{path} is ready: edit the letters in Word or WPS, put them in the award's folder templates, and export uses them. What stands in double braces is filled in.",
    ),
    "cli.reopen.done": (
        "已退回评委 {judge} 的评分表，修改后会成为新的一稿。",
        "The ballot of {judge} was sent back; its next submission is a new revision.",
    ),
    "cli.decide.done": ("已登记：{cases}。", "Recorded: {cases}."),
    "cli.import.ask": ("导入吗？", "Import?"),
    "cli.import.reading": ("正在读取", "Reading"),
    "cli.import.pasted": ("粘贴的文字", "pasted text"),
    "cli.import.paste": ("请粘贴文字，完成后按 {end}。", "Paste the text, then press {end}."),
    "cli.import.saved": (
        "已记住表头的对应关系：{path}。",
        "The headings are remembered in {path}.",
    ),
    "cli.import.attached": ("附件 {count} 个。", "{count} attachments."),
    "cli.attach.done": (
        "案例 {case}：新加附件 {new} 个，已有 {same} 个。",
        "Case {case}: {new} new attachments, {same} already there.",
    ),
    "cli.attach.removed": (
        "已从案例 {case} 撤下附件“{name}”，原文件仍保留。",
        "`{name}` was taken off case {case}; its file is kept.",
    ),
    "cli.attachments.none": ("没有附件。", "There are no attachments."),
    "cli.attachments.why": (
        "附件里留有下列信息，发给评委前请核对：",
        "The attachments reveal the following; check it before judges get them:",
    ),
    "cli.attachments.gone": ("（文件不见了或被改动过）", "(the file is gone or was changed)"),
    "cli.attachments.author": ("作者：{value}", "author: {value}"),
    "cli.attachments.changed_by": ("最后修改人：{value}", "last changed by: {value}"),
    "cli.attachments.company": ("单位：{value}", "company: {value}"),
    "cli.attachments.manager": ("主管：{value}", "manager: {value}"),
    "cli.attachments.program": ("所用程序：{value}", "made with: {value}"),
    "cli.attachments.created": ("建立时间：{value}", "created: {value}"),
    "cli.attachments.changed": ("修改时间：{value}", "changed: {value}"),
    "cli.attachments.camera": ("照相机：{value}", "camera: {value}"),
    "cli.attachments.serial": ("照相机编号：{value}", "number of the camera: {value}"),
    "cli.attachments.place": ("拍摄地点（经纬度）：{value}", "taken at (coordinates): {value}"),
    "cli.attachments.comment": ("附带文字：{value}", "text inside: {value}"),
    "cli.attachments.copyright": ("版权：{value}", "copyright: {value}"),
    "cli.attachments.people": (
        "修订和批注的作者：{value}",
        "authors of changes and comments: {value}",
    ),
    "cli.attachments.macros": (
        "含有宏（程序）：不要启用。{value}",
        "It has macros (programs): do not enable them.{value}",
    ),
    "cli.import.done": ("新导入 {new} 条，已有 {same} 条。", "{new} new, {same} already there."),
    "cli.import.dry": ("只是预览，没有导入。", "This was a preview; nothing was imported."),
    "cli.status.judge": ("编号", "Id"),
    "cli.status.name": ("评委", "Judge"),
    "cli.status.done": ("已评", "Done"),
    "cli.status.recused": ("回避", "Recused"),
    "cli.status.left": ("待评", "Left"),
    "cli.status.state": ("状态", "State"),
    "cli.status.receipt": ("回执码", "Receipt"),
    "cli.status.is_submitted": ("已提交", "submitted"),
    "cli.status.is_open": ("评分中", "scoring"),
    "cli.status.is_untouched": ("未开始", "not started"),
    "cli.rank.rank": ("名次", "Rank"),
    "cli.rank.case": ("编号", "Case"),
    "cli.rank.title": ("案例名称", "Title"),
    "cli.rank.score": ("得分", "Score"),
    "cli.rank.ballots": ("评分表", "Ballots"),
    "cli.rank.dropped": ("去掉的分", "Dropped"),
    "cli.rank.ties": ("同分依据", "Tie broken by"),
    "cli.rank.tier": ("等次", "Tier"),
    "cli.rank.high": ("高{value}({judge})", "high {value} ({judge})"),
    "cli.rank.low": ("低{value}({judge})", "low {value} ({judge})"),
    "cli.rank.judge": ("整位评委({judge})", "judge {judge}"),
    "cli.rank.cell_high": ("高{judge} {value}", "hi {judge} {value}"),
    "cli.rank.cell_low": ("低{judge} {value}", "lo {judge} {value}"),
    "cli.rank.cell_judge": ("去{judge} {value}", "out {judge} {value}"),
    "cli.rank.by_criterion": ("{name}", "{name}"),
    "cli.rank.by_mean": ("总平均{name}", "mean{name}"),
    "cli.rank.by_median": ("中位数{name}", "median{name}"),
    "cli.rank.by_high_count": ("最高分数{name}", "highs{name}"),
    "cli.rank.by_head_to_head": ("逐一比较{name}", "head to head{name}"),
    "cli.rank.by_more_decimals": ("精确值{name}", "exact value{name}"),
    "cli.rank.by_decision": ("委员会{name}", "committee{name}"),
    "cli.rank.tied": ("并列", "tied"),
    "cli.rank.unranked": ("不排名：{why}", "not ranked: {why}"),
    "cli.rank.too_few_ballots": ("有效评分表不足", "too few ballots"),
    "cli.rank.too_many_ballots": ("有效评分表多于规定份数", "too many ballots"),
    "cli.rank.no_factor": ("系数没有登记", "a factor is not recorded"),
    "cli.rank.no_base": ("应登记的数没有登记", "a measure is not recorded"),
    "cli.rank.open": ("待定", "open"),
    "cli.rank.mixed_panels": ("由不同的评委组评分，不能放在一起排", "scored by different panels"),
    "cli.rank.no_votes": ("没有有效的投票", "no valid votes"),
    "cli.rank.no_quorum": ("参加评审的人数不足", "no quorum"),
    "cli.rank.not_counted": ("不计入", "not counted"),
    "cli.rank.rejected": ("资格审查没有通过", "not eligible"),
    "cli.rank.vetoed": ("一票否决", "vetoed"),
    "cli.rank.struck": ("已经撤下", "struck off"),
    "cli.rank.below_min": ("低于最低分", "below the minimum score"),
    "cli.rank.not_promoted": ("没有进入下一阶段", "not promoted"),
    "cli.rank.open_cut": ("前一阶段末位并列待定", "tied at an earlier cut, undecided"),
    "cli.rank.below_line": ("低于分数线", "below a line"),
    "cli.rank.below_threshold": ("没有达到规定的比例", "under the required share"),
    "cli.rank.not_elected": ("没有当选", "not elected"),
    "cli.rank.blocked": ("等待缺少的打分", "waiting for missing scores"),
    "cli.rank.missing": (
        "缺：评委 {judge} 对 {cases} 的打分。",
        "Missing: judge {judge} on {cases}.",
    ),
    "cli.rank.too_few": (
        "有效评分表的份数不合规定，不排名：{cases}。",
        "Not ranked, since the number of valid ballots is not as the rules ask: {cases}.",
    ),
    "cli.rank.unrecorded": (
        "没有登记 {names}，不计成绩，不排名：{cases}。请用 pingxuan event measure 登记，或从申报表导入（import --measures）。",
        "{names} not recorded, so no score and no rank: {cases}. Record it with pingxuan event measure, or from the list of nominations with import --measures.",
    ),
    "cli.rank.no_measure": (
        "没有登记 {names}，不能乘系数，不排名：{cases}。请用 pingxuan event measure 登记，或从申报表导入（import --measures）。",
        "{names} not recorded, so nothing to multiply by and no rank: {cases}. Record it with pingxuan event measure, or from the list of nominations with import --measures.",
    ),
    "cli.rank.missing_many": ("{first} 等 {count} 个", "{first} and others, {count} in all"),
    "cli.rank.ready": (
        "没有缺项，可以定稿：pingxuan finalise。",
        "Nothing is missing: pingxuan finalise makes it final.",
    ),
    "cli.finalise.done": (
        "已定稿：第 {number} 号结果，数据指纹 {digest}。两套算法结果一致。",
        "Final: result number {number}, digest {digest}. Both ways of counting agree.",
    ),
    "cli.finalise.same": (
        "与第 {number} 号结果完全相同，没有再生成新的编号。",
        "Nothing has changed since result number {number}; no new number was made.",
    ),
    "cli.recount.good": (
        "第 {number} 号结果：独立重算 {cases} 个案例，逐位一致。",
        "Result number {number}: {cases} cases recounted independently, equal to the bit.",
    ),
    "cli.export.done": (
        "已导出第 {number} 号结果（{kind}）：",
        "Exported result number {number} ({kind}):",
    ),
    "cli.export.provisional": ("未定稿", "provisional"),
    "cli.export.final": ("定稿", "final"),
    "cli.demo.made": (
        "示例活动在 {path}：20 个真实案例，7 位虚构评委，分数均为虚构。",
        "The example award is in {path}: twenty real cases, seven invented judges, invented scores.",
    ),
    "cli.demo.next": (
        "打开打分界面：pingxuan score --judge J01 -C {practice}\n看第 11 名为什么没进前十：pingxuan rank --explain {case} -C {award}",
        "Open the scoring screens: pingxuan score --judge J01 -C {practice}\nSee why rank 11 missed the top ten: pingxuan rank --explain {case} -C {award}",
    ),
    "cli.demo.ask": (
        "现在打开打分界面吗（练习用，不影响示例结果）？",
        "Open the scoring screens now (a practice copy; the example result is not touched)?",
    ),
    "cli.help.undecide": (
        "撤销一项已登记的决定（写明原因）。",
        "Withdraw a recorded decision, with a reason.",
    ),
    "cli.help.explain-mark": (
        "登记对偏差较大的打分的书面说明。",
        "Record the written explanation of a mark far from the others.",
    ),
    "cli.help.sample": (
        "抽定并显示复核名单（前几名全部，其余按种子抽取）。",
        "Draw the list of cases to be checked again, and show how the checking stands.",
    ),
    "cli.help.event": (
        "记录对一个案例的决定：不予受理、一票否决、异议成立、等次上限、直接授奖、用时等（要写原因）。",
        "Record what is decided about one case: rejected, vetoed, struck, a ceiling, a preset place, a measure (needs a reason).",
    ),
    "cli.help.correct": (
        "更正一处打分：只退回这一处，原因限于规定的几种。",
        "Send one mark back to its judge to be corrected, for a listed reason only.",
    ),
    "cli.help.results": ("列出全部编号的结果。", "List every numbered result."),
    "cli.help.result": (
        "result diff 1 2：比较两次结果，输入和名次有什么不同、为什么。",
        "result diff 1 2: what differs between two results, in inputs and ranks, and why.",
    ),
    "cli.opt.compare": (
        "平均、中位数、去高去低并排，连同分歧和名次范围。",
        "Mean, median and trimmed mean side by side, with spread and rank range.",
    ),
    "cli.opt.whatif": (
        "试算，可写多次，不改动活动，如 without-judge=J03、recused=J03/007、weight.effect=40、method=median。",
        "Try out, repeatable, nothing is changed: without-judge=J03, recused=J03/007, weight.effect=40, method=median.",
    ),
    "cli.opt.drawn_judge": ("抽签抽中、整位去掉的评委。", "The judge whom a draw leaves out."),
    "cli.opt.explanation": ("书面说明。", "The written explanation."),
    "cli.opt.criterion": (
        "哪一项指标（规则里的 key）。",
        "Which criterion (its key in the rules).",
    ),
    "cli.opt.correct_reason": (
        "原因：sum_wrong 合计有误，out_of_range 超出范围，objective_differs 与客观情况不符，abnormal 畸高畸低。",
        "Why: sum_wrong, out_of_range, objective_differs, abnormal.",
    ),
    "cli.opt.note": ("补充说明，会写入记录。", "A note; it goes into the log."),
    "cli.opt.seed": (
        "抽取用的种子，如当众抽出的号码；默认用评分表的指纹。",
        "The seed, such as numbers drawn in public; the digest of the ballots by default.",
    ),
    "cli.opt.again_sample": ("重新抽取（要写原因）。", "Draw once more (needs a reason)."),
    "cli.opt.example": (
        "建哪个示例；名称见 examples 文件夹。",
        "Which example to build; their names are those in the folder examples.",
    ),
    "cli.undecide.done": ("已撤销第 {number} 号决定。", "Decision number {number} is withdrawn."),
    "cli.demo.example": (
        "示例“{name}”在 {path}；预期结果和手算过程见 {readme}。",
        "The example {name} is in {path}; its results, worked by hand, are in {readme}.",
    ),
}
