"""Error sentences of votes by ticks, runoffs and secret ballots: code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-TICKS-MANY": (
        "最多勾选 {allowed} 个，已经选满了，没有再勾选。要换一个，请先在已勾选的案例上按空格取消。",
        "At most {allowed} may be ticked and they are; nothing was ticked. To choose another, take a tick away first: Space on a ticked case.",
    ),
    "E-TICKS-FEW": (
        "只勾选了 {given} 个，规则要求勾选 {needed} 个，还不能提交。请继续勾选。",
        "{given} are ticked and the rules want {needed}; it cannot be submitted yet. Tick more.",
    ),
    "E-BOOTH": (
        "投票时不写评语。",
        "A vote takes no remarks.",
    ),
    "E-BOOTH-RECUSE": (
        "再次投票里不能登记回避。要回避的，请不要投票，告诉秘书用 pingxuan recuse 登记；对其中任何一个案例回避的评委不参加。",
        "A recusal is not recorded in a runoff. Do not vote, and tell the secretary, who records it with pingxuan recuse; who is recused from any of the cases stays out.",
    ),
    "E-BOOTH-RECUSED": (
        "这个案例已经登记回避，不能勾选，回避在这里不能撤销。请勾选别的案例；登记有误的，告诉秘书。",
        "You are recused from this case and cannot tick it; that is on record and is not undone here. Tick others, and tell the secretary if it is wrong.",
    ),
    "E-RUNOFF-NONE": (
        "现在没有按规则需要再次投票的并列。没有开始。pingxuan rank 会说明还缺什么；规则要在 ties 里写 runoff。",
        "No tie wants a runoff by the rules now. None was opened. pingxuan rank says what is missing; the rules must name runoff in ties.",
    ),
    "E-RUNOFF-TIE": (
        "需要再次投票的并列是：{tied}。请写全这一组的案例，不多也不少。",
        "The ties that want a runoff are: {tied}. Name all cases of one of them, no more and no fewer.",
    ),
    "E-RUNOFF-NOBODY": (
        "每位评委都对 {cases} 中的案例回避，没有人可以投票。请由委员会决定：pingxuan decide。",
        "Every judge is recused from one of {cases}, so nobody may vote. Let the committee decide: pingxuan decide.",
    ),
    "E-RUNOFF-NUMBER": (
        "没有第 {number} 次再次投票。有的是：{known}。",
        "There is no runoff {number}. There are: {known}.",
    ),
    "E-RUNOFF-WHICH": (
        "请用 --number 写明是哪一次再次投票：{known}。",
        "Say with --number which runoff is meant: {known}.",
    ),
    "E-RUNOFF-CLOSED": (
        "第 {number} 次再次投票已经结束，不再收票。",
        "Runoff {number} is over; it takes no more ballots.",
    ),
    "E-RUNOFF-GONE": (
        "第 {number} 次再次投票已经撤销（{reason}）。",
        "Runoff {number} was taken back ({reason}).",
    ),
    "E-RUNOFF-EMPTY": (
        "第 {number} 次再次投票还没有收到一张票，不能结束。不投了请用 pingxuan runoff undo。",
        "Runoff {number} has no ballot yet and cannot be closed. To give it up use pingxuan runoff undo.",
    ),
    "E-RUNOFF-AWAY": (
        "评委 {judge} 不参加这次再次投票（对其中的案例回避，或不属于本阶段）。参加的是：{voters}。",
        "{judge} does not vote in this runoff (recused from one of the cases, or not of this stage). Who does: {voters}.",
    ),
    "E-RUNOFF-VOTED": (
        "评委 {judge} 在这次再次投票中已经投过票了。没有再记一张。",
        "{judge} has voted in this runoff already. No second ballot was kept.",
    ),
    "E-RUNOFF-CASE": (
        "{case} 不在这次再次投票里，投的是：{cases}。",
        "{case} is not in this runoff, which is between {cases}.",
    ),
    "E-RUNOFF-WANTED": (
        "{where}还有 {places} 个名额，{cases} 并列，按规则再次投票：pingxuan runoff open {example}。参加的评委：{judges}{away}{before}",
        "{where}: {places} left and {cases} are tied; the rules want a runoff: pingxuan runoff open {example}. Who votes: {judges}{away}{before}",
    ),
    "E-RUNOFF-RUNNING": (
        "{where}：{cases} 的第 {number} 次再次投票正在进行，已投 {voted} / {of}，未投：{waiting}。投完后：pingxuan runoff close",
        "{where}: runoff {number} between {cases} is open, {voted} of {of} have voted, not yet: {waiting}. Then: pingxuan runoff close",
    ),
    "E-RUNOFF-IDLE": (
        "第 {number} 次再次投票（{cases}）现在对不上任何并列：打分或决定后来变了。请用 pingxuan runoff undo --number {number} 撤销它，它会保留在记录里。",
        "Runoff {number} ({cases}) meets no tie any more: scores or decisions have changed since. Take it back with pingxuan runoff undo --number {number}; it stays on record.",
    ),
    "E-VOTE-STAGE": (
        "没有要处理的无记名投票阶段（写的是 {stage}，有的是 {known}）。有几个时请用 --stage 写明。",
        "There is no such stage of a secret vote ({stage}; there are: {known}). Where there are several, name one with --stage.",
    ),
    "E-VOTE-CLOSED": (
        "阶段 {stage} 的票箱已经打开，不再收票。",
        "The box of stage {stage} was opened; it takes no more ballots.",
    ),
    "E-VOTE-MEMBER": (
        "{judge} 不参加这次无记名投票（不属于本阶段，不计入评分，或已退出）。",
        "{judge} does not vote here (not of this stage, in the shadow, or gone).",
    ),
    "E-VOTE-TWICE": (
        "{judge} 已经投过票了。什么都没有录入。",
        "{judge} has voted already. Nothing was entered.",
    ),
    "E-VOTE-PAPERS": (
        "有 {papers} 张纸质票，却写了 {voters} 名投票人。两个数要相等；什么都没有录入。",
        "There are {papers} papers and {voters} voters. The two must be equal; nothing was entered.",
    ),
    "E-VOTE-DIFFERS": (
        "两份录入的第 {line} 张票不一样（{first} / {second}）。请对照纸质票改正，再录入；什么都没有录入。",
        "Paper {line} differs in the two files ({first} / {second}). Compare with the paper and mend it; nothing was entered.",
    ),
    "E-VOTE-COUNTED": (
        "两份录入的票数不一样：{first} 张和 {second} 张。什么都没有录入。",
        "The two files have {first} and {second} papers. Nothing was entered.",
    ),
    "E-VOTE-LINE": (
        "第 {line} 张票看不懂：{text}。每行一张票，写勾选的案例编号，用空格隔开；空白票写 -，无效票写 void；分等次的写成 等次=编号 编号；等次=编号。",
        "Paper {line} cannot be read: {text}. One paper per line: the numbers ticked with blanks between them; - for an empty one, void for a void one; tier by tier write KEY=NUMBER NUMBER; KEY=NUMBER.",
    ),
    "E-VOTE-EMPTY": (
        "阶段 {stage} 还没有人投票，不能开箱。",
        "Nobody has voted in stage {stage} yet, so its box stays shut.",
    ),
    "E-VOTE-MISSING": (
        '“{stage}”还有 {count} 名评委没有投：{list}。{quorum}开箱以后他们不能再投，所以没有开箱。请等他们投完；确需现在开箱，请加 --despite-missing --reason "原因"。',
        'In “{stage}” {count} have not voted yet: {list}. {quorum} Once the box is open they cannot vote any more, so it was not opened. Wait for them; to open it now add --despite-missing --reason "the reason".',
    ),
    "E-VOTE-OPEN": (
        "“{stage}”的票箱还没有打开：已投 {voted} / {members}，未投：{waiting}。都投完后：pingxuan vote close",
        "The box of “{stage}” is not open yet: {voted} of {members} have voted, not yet: {waiting}. Once all have: pingxuan vote close",
    ),
    "E-BOX-COUNT": (
        "票箱里有 {ballots} 张票，记录的投票人有 {voters} 名，两个数对不上，没有开箱。可能有评委投票时程序中断：请他再打开一次 pingxuan score，会自动补完；否则票箱文件被换过，请重新投票。",
        "The box holds {ballots} ballots and {voters} people are recorded as having voted, so it was not opened. A judge's program may have stopped while voting: let that judge open pingxuan score once more, which finishes it; else the box was exchanged and the vote must be held again.",
    ),
    "E-SECRET-PACKET": (
        "评委 {judges} 参加的是无记名投票，不能发评审包：请用 pingxuan score 在活动的电脑上投；来不了的，用不写姓名的选票（pingxuan vote paper），装两层信封寄来，再由两人录入（pingxuan vote enter）。",
        "{judges} vote in secret, which packets cannot do: they vote with pingxuan score on the award's computer; who cannot come sends a paper without a name (pingxuan vote paper) in two envelopes, and two people type it in (pingxuan vote enter).",
    ),
    "E-PAPER-SECRET": (
        "评委 {judge} 参加的是无记名投票，不能用写着姓名的打分表。请打印不写姓名的选票（pingxuan vote paper），投入票箱后由两人录入（pingxuan vote enter）。",
        "Judge {judge} votes in secret, so there is no sheet with a name for it. Print papers without a name (pingxuan vote paper), and have two people type in what was in the box (pingxuan vote enter).",
    ),
    "E-VOTE-GONE": (
        "评委 {judge} 已在无记名投票中投票，那张票找不出来，不能去掉。请用 --scores keep。",
        "{judge} has voted in secret; that ballot cannot be found and taken out. Use --scores keep.",
    ),
    "E-RUNOFF-SECRET": (
        "这次再次投票是无记名的，不能按评委 {judge} 录入一张纸质票。请用 pingxuan score 在活动的电脑上投。",
        "This runoff is secret, so no paper can be entered for {judge}. Vote with pingxuan score on the award's computer.",
    ),
}
