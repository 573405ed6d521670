"""What collecting, closing and opening say: id -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "collect.line.taken": (
        "收下：评委 {judge} 第 {seq} 稿，回执 {receipt}",
        "taken: judge {judge}, revision {seq}, receipt {receipt}",
    ),
    "collect.line.earlier": (
        "收下，已有更新的一稿：评委 {judge} 第 {seq} 稿",
        "kept, a newer revision is there: judge {judge}, revision {seq}",
    ),
    "collect.line.aside": (
        "收下，已按决定搁置：评委 {judge} 第 {seq} 稿，回执 {receipt}",
        "kept, set aside by a ruling: judge {judge}, revision {seq}, receipt {receipt}",
    ),
    "collect.line.conflict": (
        "收下，有冲突：评委 {judge} 第 {seq} 稿，回执 {receipt}",
        "kept, in conflict: judge {judge}, revision {seq}, receipt {receipt}",
    ),
    "collect.total": (
        "收下 {taken} 份，已有 {same} 份，旧稿 {earlier} 份，冲突 {conflict} 份，迟到 {late} 份，拒收 {refused} 份；无关文件 {ignored} 个。",
        "{taken} taken, {same} there already, {earlier} older, {conflict} in conflict, {late} late, {refused} refused; {ignored} other files.",
    ),
    "collect.more": (
        "……还有 {count} 个同样的（{code}）。",
        "... and {count} more of the same ({code}).",
    ),
    "collect.missing": ("还没有交回：{judges}。", "Not returned yet: {judges}."),
    "collect.contradict": (
        "互相矛盾、还没有处理：{judges}。",
        "In conflict and not settled: {judges}.",
    ),
    "collect.all": (
        "所有评委都已交回。下一步：pingxuan close。",
        "Everybody has returned. Next: pingxuan close.",
    ),
    "collect.resolved": (
        "已登记：评委 {judge} 以回执 {receipt} 为准，搁置 {count} 份。",
        "Recorded: of judge {judge} the ballot {receipt} holds; {count} set aside.",
    ),
    "collect.status.issue": ("评审包", "Packet"),
    "collect.status.returned": ("交回", "Returned"),
    "collect.status.revision": ("稿次", "Revision"),
    "collect.status.note": ("说明", "Note"),
    "collect.is.returned": ("已交回", "returned"),
    "collect.is.waiting": ("未交回", "waiting"),
    "collect.is.conflict": ("冲突", "conflict"),
    "collect.is.late": ("迟到", "late"),
    "collect.is.here": ("本机提交", "on this computer"),
    "collect.is.withdrawn": ("已退出", "withdrawn"),
    "collect.note.content": ("同一稿次有两份：{receipts}", "two under one number: {receipts}"),
    "collect.note.keys": ("来自两台电脑：{receipts}", "from two computers: {receipts}"),
    "collect.note.receipt": (
        "与另一位评委回执相同：{receipts}",
        "another judge shows the same: {receipts}",
    ),
    "collect.note.late": ("截止后收到：{receipts}", "after closing: {receipts}"),
    "collect.note.aside": ("已搁置：{receipts}", "set aside: {receipts}"),
    "collect.cases.short": (
        "案例 {case}：最多只能得到 {reachable} 份评分表，需要 {needed} 份，无法排名。请补充评委或修改 [missing] min_ballots。",
        "Case {case} can reach {reachable} ballot(s) at most and needs {needed}: it cannot be ranked. Add judges or change [missing] min_ballots.",
    ),
    "collect.cases.waiting": (
        "{count} 个案例还没有凑够评分表（最少的是案例 {case}：已有 {returned} 份，需要 {needed} 份，最多 {reachable} 份）。",
        "{count} case(s) have too few ballots yet (least: case {case}, {returned} in, {needed} needed, {reachable} at most).",
    ),
    "collect.cases.sealed": (
        "按已登记的回避，每个案例都有足够的评分表；未拆封评分表里的回避，拆封后才知道。",
        "By the recusals known, every case has enough ballots; those inside sealed ballots show once they are opened.",
    ),
    "collect.cases.good": ("每个案例都有足够的评分表。", "Every case has enough ballots."),
    "collect.closed": (
        "已截止收票，交回 {returned} 份，共 {judges} 位评委。请打印收票单并发给每位评委，然后再拆封。",
        "Collecting is closed: {returned} of {judges} judges returned. Print the close sheet and send it to every judge before anything is opened.",
    ),
    "collect.closed.again": (
        "早已截止收票，收票单没有变。",
        "Collecting was closed before; the close sheet is the same.",
    ),
    "collect.late": (
        "已登记：评委 {judge} 的迟到评分表（回执 {receipt}）计入。请再运行 pingxuan rank 和 pingxuan finalise，结果会成为新的编号。",
        "Recorded: the late ballot of judge {judge} (receipt {receipt}) counts. Run pingxuan rank and pingxuan finalise again; the result gets a new number.",
    ),
    "collect.opened": (
        "已拆封并核对 {count} 份评分表。",
        "{count} ballot(s) were opened and checked.",
    ),
    "collect.sheet.title": ("收票单", "Close sheet"),
    "collect.sheet.award": ("评选活动", "Award"),
    "collect.sheet.id": ("活动编号", "Award id"),
    "collect.sheet.stage": ("阶段", "Stage"),
    "collect.sheet.slate": ("评审清单", "Slate"),
    "collect.sheet.at": ("截止时间", "Closed at"),
    "collect.sheet.head": ("操作记录末条指纹", "Head of the log"),
    "collect.sheet.digest": ("本单指纹", "Digest of this sheet"),
    "collect.sheet.key": ("活动密钥", "Award key"),
    "collect.sheet.unsigned": (
        "本活动不加密、无签名，收票单以盖章的纸本为准；日后凭“本单指纹”核对归档包。",
        "This award uses no locks: the sheet is not signed, the stamped print counts. Its digest proves the copy in the archive.",
    ),
    "collect.sheet.judges": ("交回情况", "Returned"),
    "collect.sheet.yes": ("已交回", "returned"),
    "collect.sheet.no": ("未交回", "not returned"),
    "collect.sheet.receipts": (
        "回执（按数字排序，不按评委）",
        "Receipts (in order of the digits, not of the judges)",
    ),
    "collect.sheet.files": ("文件指纹（按字母排序）", "File digests (in order)"),
    "collect.sheet.check": (
        "请每位评委在拆封之前核对：自己的回执应在上面的名单里。不在名单里或对不上，请立即告知秘书和主任。",
        "Each judge: before anything is opened, look for your receipt in the list. If it is not there, tell the secretary and the chair at once.",
    ),
    "collect.withdraw.effect": ("影响（还没有执行）：", "The effect (nothing was done yet):"),
    "collect.withdraw.ballot.keep": (
        "评委 {judge} 已交的评分表继续计入；没打的分不再等待。",
        "The ballot of judge {judge} still counts; nothing more is waited for.",
    ),
    "collect.withdraw.ballot.drop": (
        "评委 {judge} 的评分表不再计入。",
        "The ballot of judge {judge} no longer counts.",
    ),
    "collect.withdraw.ballot.none": (
        "评委 {judge} 没有交过评分表。",
        "Judge {judge} has returned nothing.",
    ),
    "collect.withdraw.case": (
        "案例 {case}：评分表 {before} -> {after} 份（需要 {needed} 份）",
        "case {case}: ballots {before} -> {after} (needs {needed})",
    ),
    "collect.withdraw.place": (
        "案例 {case}：名次 {rank} -> {new_rank}，得分 {score} -> {new_score}，等次 {tier} -> {new_tier}",
        "case {case}: rank {rank} -> {new_rank}, score {score} -> {new_score}, tier {tier} -> {new_tier}",
    ),
    "collect.withdraw.sealed": (
        "评分表还没有拆封，名次和等次的变化要到拆封后才知道；上面是每个案例能得到的评分表数。",
        "Nothing has been opened yet, so changes of rank and tier cannot be known; above are the ballots each case can reach.",
    ),
    "collect.withdraw.same": ("名次和等次都不变。", "No rank and no tier changes."),
    "collect.replace.weight.passes": (
        "规则给 {judge} 的评分表 {weight} 倍的权重：{new} 接替他的位置，也按 {weight} 倍计。",
        "The rules weigh the ballot of {judge} {weight} times: {new} takes that place and counts {weight} times too.",
    ),
    "collect.replace.weight.stays": (
        "规则给 {judge} 的评分表 {weight} 倍的权重：他的打分保留，仍按 {weight} 倍计，{new} 按 1 倍计。",
        "The rules weigh the ballot of {judge} {weight} times: it is kept and still counts {weight} times, that of {new} once.",
    ),
    "collect.replace.adjust": (
        "公布的校正分 {points} 是对 {judge} 本人的，不转给 {new}。",
        "The published adjustment of {points} is of {judge} in person; it does not pass to {new}.",
    ),
    "collect.replace.panel": (
        "{new} 接替 {judge} 在 {panel} 组的位置，评同样的案例。",
        "{new} takes the place of {judge} in panel {panel} and reads the same cases.",
    ),
    "collect.withdraw.new": (
        "新评委 {judge}（{name}）加入，评同样的案例。",
        "New judge {judge} ({name}) joins and reads the same cases.",
    ),
    "collect.withdraw.dry": (
        '这只是预览。确认后请加 --yes 和 --reason "原因"。',
        'This was a preview. To do it, add --yes and --reason "the reason".',
    ),
    "collect.withdraw.done": (
        "已登记：评委 {judge} 退出，分数{how}。",
        "Recorded: judge {judge} has left; scores: {how}.",
    ),
    "collect.withdraw.keep": ("保留", "kept"),
    "collect.withdraw.drop": ("不计", "dropped"),
    "collect.withdraw.issue": (
        "请运行 pingxuan issue 给新评委制作评审包。",
        "Run pingxuan issue to make the packet of the new judge.",
    ),
}
