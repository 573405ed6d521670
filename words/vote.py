"""Secret votes at the command line: id -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "vote.opt.stage": (
        "哪个阶段的无记名投票；只有一个时可以不写",
        "which secret vote; not needed where there is but one",
    ),
    "vote.opt.voters": (
        "投了纸质票的评委，用逗号隔开",
        "the judges who put a paper in, with commas",
    ),
    "vote.opt.checked": ("第二个录入的人", "who typed the second file"),
    "vote.opt.despite": (
        "还有评委没有投也开箱；要写 --reason",
        "open the box although somebody has not voted; needs --reason",
    ),
    "vote.entered": ("{count} 张纸质票已投入票箱。", "{count} papers are in the box."),
    "vote.closed": (
        "票箱已打开，{count} 张票一起进入数据库，按回执码排列。",
        "The box is open: {count} ballots went into the database together, in the order of their receipts.",
    ),
    "vote.closed_already": (
        "票箱早已打开，有 {count} 张票。",
        "The box was opened already: {count} ballots.",
    ),
    "vote.line.voted": ("已投票 {count}：{list}", "Have voted, {count}: {list}"),
    "vote.line.waiting": ("未投票 {count}：{list}", "Not yet, {count}: {list}"),
    "vote.quorum.reached": (
        "规则要求{part}的评委投票：{members} 名中已投 {voted} 名，达到了。",
        "The rules want {part} of the judges to vote: {voted} of {members} have, which is enough.",
    ),
    "vote.quorum.short": (
        "规则要求{part}的评委投票：{members} 名中只投了 {voted} 名，没有达到；这样开箱，投票无效，要重新投。",
        "The rules want {part} of the judges to vote: only {voted} of {members} have. With the box opened like this the vote is not valid and must be held again.",
    ),
    "vote.quorum.failed": (
        "规则要求{part}的评委投票：{members} 名中只投了 {voted} 名，没有达到，投票无效，要重新投。",
        "The rules want {part} of the judges to vote: only {voted} of {members} did, so the vote is not valid and must be held again.",
    ),
    "vote.line.open": (
        "“{stage}”的票箱还没有打开：pingxuan vote close",
        "The box of “{stage}” is not open yet: pingxuan vote close",
    ),
    "vote.line.closed": ("“{stage}”的票箱已经打开。", "The box of “{stage}” is open."),
}
