"""What verifying an archive says, line by line: id -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "verify.readme": (
        "评选结果归档包\n\n这里的每个文件都是普通文本。manifest.json 列出全部文件及其 SHA-256。\n核验：pingxuan verify 本文件夹；没有安装任何组件的电脑：python -m award.verify 本文件夹。\n评委核对自己的评分表：pingxuan verify 本文件夹 --receipt 回执。\n公开包里没有评委姓名：评委以回执代替。\n\nArchive of an award's result\n\nEvery file here is plain text. manifest.json lists all files with their SHA-256.\nTo verify: pingxuan verify THIS-FOLDER; on a computer with nothing installed: python -m award.verify THIS-FOLDER.\nA judge checks the own ballot with: pingxuan verify THIS-FOLDER --receipt RECEIPT.\nThe public archive holds no judge's name: a receipt stands for the judge.\n",
        "评选结果归档包\n\n这里的每个文件都是普通文本。manifest.json 列出全部文件及其 SHA-256。\n核验：pingxuan verify 本文件夹；没有安装任何组件的电脑：python -m award.verify 本文件夹。\n评委核对自己的评分表：pingxuan verify 本文件夹 --receipt 回执。\n公开包里没有评委姓名：评委以回执代替。\n\nArchive of an award's result\n\nEvery file here is plain text. manifest.json lists all files with their SHA-256.\nTo verify: pingxuan verify THIS-FOLDER; on a computer with nothing installed: python -m award.verify THIS-FOLDER.\nA judge checks the own ballot with: pingxuan verify THIS-FOLDER --receipt RECEIPT.\nThe public archive holds no judge's name: a receipt stands for the judge.\n",
    ),
    "verify.mark.held": ("[成立]  ", "[held]   "),
    "verify.mark.failed": ("[不成立]", "[FAILED] "),
    "verify.mark.unchecked": ("[未核]  ", "[not checked] "),
    "verify.exit.0": ("全部成立。", "Everything held."),
    "verify.exit.1": (
        "有不成立之处，这个结果不能采信。",
        "Something failed: this result cannot be relied on.",
    ),
    "verify.exit.3": (
        "核过的都成立，但有的没有核。",
        "What was checked held, but something was not checked.",
    ),
    "verify.broken": (
        "“{part}”一项无法核验：{why}",
        'The check of "{part}" could not be carried out: {why}',
    ),
    "verify.files.good": (
        "清单上的 {count} 个文件一个不多、一个不少、没有改动。",
        "The {count} files of the manifest are all there, unchanged, and no other.",
    ),
    "verify.file.changed": ("文件 {name} 被改动过。", "File {name} was changed."),
    "verify.file.missing": ("文件 {name} 不见了。", "File {name} is missing."),
    "verify.file.added": ("文件 {name} 不在清单上。", "File {name} is not in the manifest."),
    "verify.signature.good": (
        "清单的签名成立（密钥 {print}，由 {how} 核验）。",
        "The manifest's signature holds (key {print}, checked by {how}).",
    ),
    "verify.signature.bad": (
        "清单的签名不成立（密钥 {print}，由 {how} 核验）：清单 manifest.json 或签名 signature.json 被改动过。",
        "The manifest's signature does not hold (key {print}, checked by {how}): manifest.json or signature.json was changed.",
    ),
    "verify.signature.none": (
        "清单没有签名：本活动没有密钥。没有与纸上的归档指纹核对过（--digest），包里的一切都可能是事后重做的。",
        "The manifest is not signed: this award has no key. Unless its digest is compared with the archive sheet (--digest), all of it may have been made anew.",
    ),
    "verify.signature.other": (
        "清单与收票单不是同一把密钥签的。",
        "The manifest and the close sheet are signed with different keys.",
    ),
    "verify.digest.archive": (
        "归档指纹与纸上的一致（{digest}，至少 {least} 位）：归档以后什么都没有改。",
        "The digest is that of this archive ({digest}, {least} digits or more): nothing was changed since it was printed.",
    ),
    "verify.digest.close": (
        "收票单的指纹与纸上的一致（{digest}，至少 {least} 位）：收票以后这张单子没有改。",
        "The digest is that of this close sheet ({digest}, {least} digits or more): it was not changed since closing.",
    ),
    "verify.digest.bad": (
        "指纹 {digest} 既不是这个归档包的，也不是它的收票单的，或者不足 {least} 位：不是原来那一份，或抄写有误。",
        "The digest {digest} is neither of this archive nor of its close sheet, or has fewer than {least} digits: another copy, or mistyped.",
    ),
    "verify.digest.open": (
        "本活动是公开模式：评分表没有加密，无法证明收票以前没有人看过或换过；评委可凭回执核对自己的一份（--receipt）。",
        "An open award: ballots were not locked, so nothing proves that nobody read or replaced one before closing; each judge can check the own receipt (--receipt).",
    ),
    "verify.close.good": (
        "收票单的签名成立（截止于 {at}）。",
        "The signature of the close sheet holds (closed at {at}).",
    ),
    "verify.close.bad": (
        "收票单的签名不成立（截止于 {at}）。",
        "The signature of the close sheet does not hold (closed at {at}).",
    ),
    "verify.close.none": (
        "没有收票单：评委在秘书的电脑上打分。",
        "There is no close sheet: judges worked on the award's own computer.",
    ),
    "verify.close.stage": (
        "“{name}”没有收票单：评委在秘书的电脑上打分。",
        "“{name}” has no close sheet: its judges worked on the award's own computer.",
    ),
    "verify.close.unsigned": (
        "收票单没有签名，请与盖章的纸本核对（--digest 后面写纸上的“本单指纹”）。",
        "The close sheet is not signed; compare it with the stamped print (--digest and its digest).",
    ),
    "verify.close.slate.good": ("收票单与评审清单是同一份。", "The close sheet is of this slate."),
    "verify.close.slate.bad": (
        "收票单不是这份评审清单的。",
        "The close sheet is not of this slate.",
    ),
    "verify.close.record.good": (
        "秘书保存的收票记录与收票单一致。",
        "The secretary's record of closing is the close sheet.",
    ),
    "verify.close.record.bad": (
        "秘书保存的收票记录与收票单不一致。",
        "The secretary's record of closing differs from the close sheet.",
    ),
    "verify.rules.good": (
        "规则就是冻结的规则（指纹 {digest}）。",
        "The rules are those that were frozen (digest {digest}).",
    ),
    "verify.rules.bad": (
        "规则与冻结时不同（指纹 {digest}）。",
        "The rules are not those that were frozen (digest {digest}).",
    ),
    "verify.award.good": ("规则与评审清单属于同一个活动。", "Rules and slate are of one award."),
    "verify.award.bad": (
        "规则与评审清单不属于同一个活动。",
        "Rules and slate are of different awards.",
    ),
    "verify.config.good": (
        "config.toml 写的就是这些规则。",
        "config.toml says exactly these rules.",
    ),
    "verify.config.bad": ("config.toml 写的不是这些规则。", "config.toml says other rules."),
    "verify.ballots.good": (
        "{count} 份评分表都与各自的回执相符。",
        "Each of the {count} ballots matches its receipt.",
    ),
    "verify.ballot.changed": (
        "回执 {receipt} 的评分表被改动过。",
        "The ballot of receipt {receipt} was changed.",
    ),
    "verify.ballot.rules": (
        "回执 {receipt} 的评分表是按别的规则打的。",
        "The ballot of receipt {receipt} was given under other rules.",
    ),
    "verify.panel.good": ("计入的正是这些评分表。", "Exactly these ballots were counted."),
    "verify.panel.bad": (
        "计入的评分表与归档的不一致。",
        "The ballots counted are not those in the archive.",
    ),
    "verify.receipts.good": (
        "收票单上的 {count} 个回执与评分表一一对应。",
        "The {count} receipts of the close sheet and the ballots are the same.",
    ),
    "verify.receipts.excused": (
        "与收票单相比，经登记的决定增加 {added} 份，不计 {gone} 份。",
        "Against the close sheet, recorded decisions added {added} ballot(s) and left out {gone}.",
    ),
    "verify.receipt.added": (
        "回执 {receipt} 不在收票单上，也没有准许计入的决定。",
        "Receipt {receipt} is not on the close sheet, and no decision lets it in.",
    ),
    "verify.receipt.gone": (
        "收票单上的回执 {receipts} 没有计入，也没有相应的决定。",
        "Receipts {receipts} of the close sheet were not counted, and no decision says so.",
    ),
    "verify.result.good": (
        "第 {number} 号结果：{cases} 个案例独立重算，全部一致。",
        "Result {number}: {cases} cases recounted independently, all the same.",
    ),
    "verify.result.bad": (
        "独立重算的“{part}”与结果不一致。",
        'Recounted, the part "{part}" of the result differs.',
    ),
    "verify.stage.good": (
        "“{name}”：{cases} 个案例独立重算，全部一致，晋级 {promoted} 个。{parts}",
        "“{name}”: {cases} cases recounted independently, all the same; {promoted} went on. {parts}",
    ),
    "verify.stage.bad": (
        "“{name}”（{cases} 个案例，重算晋级 {promoted} 个）独立重算后不一致：{parts}",
        "“{name}” ({cases} cases, {promoted} going on when recounted) differs in: {parts}",
    ),
    "verify.facts.good": (
        "{count} 个案例的系统、单位、地区、级别与结果所列一致。{names}",
        "Field, unit, region and level of {count} cases are those of the result. {names}",
    ),
    "verify.facts.bad": (
        "案例的系统、单位、地区或级别与结果所列不一致（共 {count} 个）：{names}",
        "Field, unit, region or level of cases ({count}) are not those of the result: {names}",
    ),
    "verify.facts.slate.good": (
        "计名额用的系统、单位、地区、级别与冻结的案例一致（{count} 个）。{names}",
        "Field, unit, region and level are those of the frozen cases ({count}). {names}",
    ),
    "verify.facts.slate.bad": (
        "计名额用的系统、单位、地区或级别与冻结的案例不一致（共 {count} 个）：{names}",
        "Field, unit, region or level are not those of the frozen cases ({count}): {names}",
    ),
    "verify.seats.good": (
        "规则点名的 {count} 位评委各有其位（分组、公布的校正分、权重）。{names}",
        "The {count} judges whom panels, adjustments or weights name have their places. {names}",
    ),
    "verify.seats.bad": (
        "规则点名的评委（{count} 位）中有未计入的：{names}",
        "Of the judges whom panels, adjustments or weights name ({count}) some were not counted: {names}",
    ),
    "verify.votes.good": (
        "“{name}”的公众投票有效票共 {valid} 张，核减都有原因。{names}",
        "Public vote “{name}”: {valid} valid votes; every deduction has its reason. {names}",
    ),
    "verify.votes.bad": (
        "“{name}”的公众投票（有效票 {valid} 张）不符合规则或核减没有原因：{names}",
        "Public vote “{name}” ({valid} valid): no such vote in the rules, or a deduction without a reason: {names}",
    ),
    "verify.decisions.good": (
        "计入的 {count} 项并列裁定都有记录和理由。",
        "The {count} decisions on ties that were counted are recorded with their reasons.",
    ),
    "verify.decisions.bad": (
        "计入的并列裁定与记录的（{count} 项）不一致，或没有理由。",
        "The decisions on ties that were counted are not those recorded ({count}), or have no reason.",
    ),
    "verify.secret.good": (
        "无记名投票的 {count} 张票就是票箱里的票；谁投了哪一张，没有记录。",
        "The {count} ballots of the secret vote are those of the box; nobody knows whose is whose.",
    ),
    "verify.secret.bad": (
        "无记名投票的 {count} 张票与票箱里的不一致。",
        "The {count} ballots of the secret vote are not those of the box.",
    ),
    "verify.written.good": (
        "事件、计量和公众投票与操作记录里的一致。{names}",
        "Events, measures and public votes are those of the log. {names}",
    ),
    "verify.written.bad": (
        "与操作记录里的不一致：{names}",
        "Not what the log says: {names}",
    ),
    "verify.corrections.good": (
        "{count} 处更正：新的一稿只改了退回的打分。{names}",
        "{count} corrections: the new revisions change nothing but the marks that were sent back. {names}",
    ),
    "verify.corrections.bad": (
        "更正（{count} 处）以外也改了，或记录变了：{names}",
        "Beyond the {count} corrections something was changed, or their record was: {names}",
    ),
    "verify.log.good": (
        "操作记录 {count} 条，前后相接（末条 {head}）。",
        "The {count} entries of the log follow one another (last {head}).",
    ),
    "verify.log.bad": (
        "操作记录第 {n} 条接不上。",
        "Entry {n} of the log does not follow the one before.",
    ),
    "verify.log.close.good": (
        "收票单上印的记录指纹在操作记录里。",
        "The log head printed on the close sheet is in the log.",
    ),
    "verify.log.close.bad": (
        "收票单上印的记录指纹不在操作记录里：记录被重做或截断过。",
        "The log head printed on the close sheet is not in the log: the log was made anew or cut.",
    ),
    "verify.log.result.good": (
        "结果上印的记录指纹在操作记录里。",
        "The log head printed with the result is in the log.",
    ),
    "verify.log.result.bad": (
        "结果上印的记录指纹不在操作记录里。",
        "The log head printed with the result is not in the log.",
    ),
    "verify.journal.good": (
        "操作记录 {count} 条的内容逐条核对无误。",
        "The content of all {count} log entries holds.",
    ),
    "verify.journal.same.good": (
        "公开的记录与完整的记录一致。",
        "The public log is the order of the full one.",
    ),
    "verify.journal.same.bad": (
        "公开的记录与完整的记录不一致。",
        "The public log is not the order of the full one.",
    ),
    "verify.cases.good": (
        "{count} 个案例的内容与评审清单一致。{names}",
        "The texts of {count} cases are those of the slate. {names}",
    ),
    "verify.cases.bad": (
        "案例内容与评审清单不一致（共 {count} 个）：{names}",
        "The texts of the cases ({count}) are not those of the slate: {names}",
    ),
    "verify.private.good": (
        "{count} 份公开的评分部分出自保存的评分表。{names}",
        "The {count} published parts come from the ballots that were kept. {names}",
    ),
    "verify.private.bad": (
        "公开的评分部分与保存的评分表不符（共 {count} 份）：{names}",
        "Published parts ({count}) differ from the ballots that were kept: {names}",
    ),
    "verify.named.good": (
        "有姓名的第 {number} 号结果与公开的一致。",
        "Result {number} with names is the public one.",
    ),
    "verify.named.bad": (
        "有姓名的第 {number} 号结果与公开的不一致。",
        "Result {number} with names differs from the public one.",
    ),
    "verify.received.good": (
        "收到的 {count} 份文件重新收一遍，与收票单一致。{names}",
        "The {count} files that came back, collected again, give the close sheet. {names}",
    ),
    "verify.received.bad": (
        "收到的 {count} 份文件重新收一遍，评委 {names} 与收票单不一致。",
        "The {count} files that came back, collected again, differ from the close sheet for: {names}",
    ),
    "verify.unsealed.good": (
        "{count} 份评分表重新拆封，内容与计入的一致。{names}",
        "The {count} ballots, opened again, are those that were counted. {names}",
    ),
    "verify.unsealed.bad": (
        "重新拆封（共 {count} 份）后对不上的：{names}",
        "Opened again ({count} ballots), these are not what was counted: {names}",
    ),
    "verify.unsealed.nokey": (
        "没有重新拆封：归档包里没有开票密钥。",
        "Nothing was opened again: the archive does not hold the opening key.",
    ),
    "verify.unsealed.otherkey": (
        "有 {count} 份是用更早的开票密钥封存的，归档包里没有那把密钥，没有重新拆封。",
        "{count} ballot(s) were sealed to an earlier opening key, which is not in the archive: not opened again.",
    ),
    "verify.unsealed.nocrypto": (
        "没有重新拆封：这台电脑缺少 PyNaCl。",
        "Nothing was opened again: PyNaCl is missing on this computer.",
    ),
    "verify.late.good": (
        "迟到计入的评分表都有决定（{count} 份）。",
        "Every late ballot that counts has its decision ({count}).",
    ),
    "verify.late.bad": (
        "有迟到的评分表没有决定（决定共 {count} 份）。",
        "A late ballot counts without a decision ({count} decisions).",
    ),
    "verify.own.listed.good": (
        "回执 {receipt} 在收票单上。",
        "Receipt {receipt} is on the close sheet.",
    ),
    "verify.own.listed.bad": (
        "回执 {receipt} 不在收票单上。请立即告知秘书和主任。",
        "Receipt {receipt} is not on the close sheet. Tell the secretary and the chair at once.",
    ),
    "verify.own.counted.good": (
        "回执 {receipt} 的评分表计入了结果，内容没有变。",
        "The ballot of receipt {receipt} was counted, unchanged.",
    ),
    "verify.own.counted.bad": (
        "回执 {receipt} 的评分表没有计入，或内容变了。请立即告知秘书和主任。",
        "The ballot of receipt {receipt} was not counted, or was changed. Tell the secretary and the chair at once.",
    ),
    "verify.head.good": ("指纹 {head} 在操作记录里。", "The head {head} is in the log."),
    "verify.head.bad": (
        "指纹 {head} 不在操作记录里：记录被重做或截断过，或抄写有误。",
        "The head {head} is not in the log: the log was made anew or cut, or the head was mistyped.",
    ),
    "verify.folder.store.good": (
        "数据库的每一页、每条记录都完好。",
        "Every page and every entry of the database holds.",
    ),
    "verify.folder.slate.good": (
        "规则和案例与冻结时一致。",
        "Rules and cases are as they were frozen.",
    ),
    "verify.folder.state.good": (
        "收到的文件与计入的评分表一致。",
        "The files that came back and the ballots that count agree.",
    ),
    "verify.folder.none": (
        "还没有冻结，没有可比较的评审清单。",
        "Nothing is frozen yet: there is no slate to compare with.",
    ),
    "verify.archived": ("第 {number} 号结果已归档：", "Result {number} is archived:"),
    "verify.sheet.title": ("归档单", "Archive sheet"),
    "verify.sheet.result": ("{award}，第 {number} 号结果", "{award}, result {number}"),
    "verify.sheet.public": ("公开包指纹", "Digest of the public archive"),
    "verify.sheet.restricted": ("内部包指纹", "Digest of the restricted archive"),
    "verify.sheet.why": (
        "请打印本单，由主任签字，附入会议记录。以后任何人拿到归档包，都能凭指纹查出有没有改过：",
        "Print this sheet, let the chair sign it, keep it with the minutes. Whoever has the archive later finds with it whether anything was changed:",
    ),
    "verify.rebuilt": (
        "已重建 {path}，操作记录末条 {head}。",
        "{path} was rebuilt; the head of its log is {head}.",
    ),
    "verify.lost": (
        "下列导入文件的原件没有找到，不影响结果：{names}。",
        "The originals of these imported files were not found, which does no harm to the result: {names}.",
    ),
    "verify.exported": (
        "操作记录已导出到 {path}（共 {count} 条）。它含有全部内容，请妥善保管。",
        "The log was exported to {path} ({count} entries). It holds everything; keep it safe.",
    ),
}
