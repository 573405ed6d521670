"""Two cases side by side, and changing places in one's own order: id -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "pair.title": ("对比两个案例", "Two cases side by side"),
    "pair.do": ("对比", "compare"),
    "pair.do.switch": ("换看另一案", "the other text"),
    "pair.do.focus": ("换到另一案", "the other case"),
    "pair.do.edit": ("修改这一案的打分", "change this case"),
    "pair.do.other": ("另选一案", "choose another"),
    "pair.do.back": ("上一个", "previous"),
    "pair.do.next": ("下一个", "next"),
    "pair.key.sides": ("左右键", "Left/Right"),
    "pair.rank": ("第 {rank} 名", "rank {rank}"),
    "pair.difference": ("相差", "differs"),
    "pair.comment": ("评语 {n}：{text}", "Comment {n}: {text}"),
    "pair.status": (
        "上面是您自己给两案的分。标 > 的一案，按 Enter 可以修改打分，Esc 返回。",
        "Your own marks are above. Enter changes those of the case marked >.",
    ),
    "pair.why.one": ("只有一个案例，没有可以对比的", "there is only one case"),
    "pair.why.ends": ("没有更多案例了。", "There are no more cases."),
    "pair.pick.title": ("与哪个案例对比", "Compare with which case"),
    "pair.pick.first": (
        "案例 {case} {title}，与下面选中的案例对比：",
        "Case {case} {title}, with this one:",
    ),
    "pair.pick.hint": ("编号、名称或单位的一部分", "part of a number, name or unit"),
    "pair.pick.none": ("没有找到。", "Nothing found."),
    "pair.pick.keys": (
        "上下键 选择   Enter 对比   Esc 取消",
        "Up/Down pick   Enter compare   Esc cancel",
    ),
    "pair.help": (
        "对比两个案例\n\n上面的表是您自己给这两个案例的分，下面是材料。窗口窄时一次显示一案的材料，窗口宽时两案并排。\n左右键、Tab 或数字 1、2 换到另一案；上下键、PgUp、PgDn 翻它的材料。\nEnter 打开标 > 的案例修改打分，改完按 Esc 回到这里。F2 写评语。\nF7、F8 把第二个案例换成您的排序里的上一个、下一个；按 = 或 / 另选一个。\nEsc 返回。",
        "Two cases side by side\n\nThe table shows your own marks of the two cases, below is their material. A narrow window shows one text at a time, a wide one both.\nLeft, Right, Tab or the digits 1 and 2 change to the other case; Up, Down, PgUp and PgDn turn its material.\nEnter opens the case marked > to change its marks, Esc comes back here. F2 writes a comment.\nF7 and F8 take the previous or next case of your own order as the second; = or / chooses one.\nEsc goes back.",
    ),
    # Changing places
    "pair.order.key": ("左右键", "Left/Right"),
    "pair.order.do": ("后移/前移", "down/up"),
    "pair.order.title": ("调整名次", "Change places"),
    "pair.order.intro": (
        "让案例 {lower} 排到案例 {upper} 前面。程序不会自己改分。",
        "Case {lower} before case {upper}. No mark is changed by itself.",
    ),
    "pair.order.line": ("{case}  {title}  {total}  {rank}", "{case}  {title}  {total}  {rank}"),
    "pair.order.ask": (
        "下面每一行单独改就够。选一行，按 Enter 才会改：",
        "Each line alone would do. Pick one; only Enter changes it:",
    ),
    "pair.order.way": (
        "案例 {case} 的{name}  {before} 改为 {after}  总分变为 {total}",
        "Case {case} {name}  {before} to {after}  total {total}",
    ),
    "pair.order.none": (
        "只改一项分数做不到。按 = 对比两案，在那里修改几项。",
        "No single mark is enough. Press = to compare them and change several.",
    ),
    "pair.order.keys": (
        "上下键或数字 选择   Enter 改这一项   = 先对比材料   Esc 不改",
        "Up/Down or digit pick   Enter change   = compare   Esc no change",
    ),
    "pair.order.done": (
        "案例 {case} 的{name}已从 {before} 改为 {after}，现在{rank}。按 Ctrl+Z 可以撤销。",
        "Case {case} {name} changed from {before} to {after}, now {rank}. Ctrl+Z takes it back.",
    ),
    "pair.order.why.none": (
        "这个案例没有评完，还没有名次",
        "this case is not complete and has no rank",
    ),
    "pair.order.why.first": ("已经是第一名", "it is the first already"),
    "pair.order.why.last": ("已经是最后一名", "it is the last already"),
    # Line by line
    "pair.plain.second": ("与哪个案例对比，输入编号:", "Compare with which case, its number:"),
    "pair.plain.which": (
        "要调整哪个案例的名次，输入编号（回车返回）:",
        "Which case is to change places, its number (Enter goes back):",
    ),
    "pair.plain.ask": (
        "下面每一行单独改就够。选了才改：",
        "Each line alone would do. Nothing changes unless you choose one:",
    ),
    "pair.plain.none": (
        "只改一项分数做不到。请打开案例修改几项。",
        "No single mark is enough. Open the case and change several.",
    ),
    "pair.plain.done": (
        "案例 {case} 的{name}已从 {before} 改为 {after}，现在{rank}。选择撤销可以取消。",
        "Case {case} {name} changed from {before} to {after}, now {rank}. Undo takes it back.",
    ),
    "pair.plain.way": ("把案例 {case} 往前移", "move case {case} up"),
    "pair.plain.back": ("把案例 {case} 往后移", "move case {case} down"),
    "pair.plain.material": ("要读两案的材料吗？", "Read the material of both?"),
}
