"""Mistakes in the stages, votes and places of config.toml: code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-RULE-STAGEONLY": (
        "“{key}”只在写了 [[stage]]（多个阶段）时使用。请删去它，或把各阶段写成 [[stage]]。",
        "“{key}” is for an award with [[stage]]. Delete it, or write the stages as [[stage]].",
    ),
    "E-RULE-STAGEKEY": (
        "{kind} 阶段没有“{key}”这一项，请删去。",
        "A stage of kind {kind} has no “{key}”; delete it.",
    ),
    "E-RULE-JUDGETWICE": (
        "评委 {judge} 已经属于阶段“{stage}”。同一个人参加两个阶段的，请给他另编一个号，例如 {judge}-2，并在 [[person]] 里写明是同一个人。",
        "Judge {judge} belongs to the stage “{stage}” already. A person in two stages has an id for each, such as {judge}-2; [[person]] says that they are one.",
    ),
    "E-RULE-PERSON": (
        "[[person]] 说明几个评委号是同一个人，至少要写两个号。只有一个号的评委不用写。",
        "[[person]] says which ids are one person: write two at least. A judge with one id needs none.",
    ),
    "E-RULE-NOJUDGE": (
        "所说阶段的 judges 里没有评委 {judge}。",
        "There is no judge {judge} among the judges of the stage this is about.",
    ),
    "E-RULE-INTERVAL": (
        '修约间隔要大于 0，并且是所保留小数位的整数倍：places = 1 可以写 "0.5"，places = 0 可以写 5。',
        'The interval must be above 0 and fit the places: "0.5" with places = 1, 5 with places = 0.',
    ),
    "E-RULE-JUDGEWEIGHT": (
        "评委的权重必须大于 0。评分只作记录、不计入结果的评委，请写在 [judges] 的 shadow 里。",
        "The weight of a judge must be greater than 0. Judges who are recorded and never counted stand in shadow of [judges].",
    ),
    "E-RULE-NOPANELS": (
        "二次平均（second_mean）要先写明各评审组 [[stage.panel]]。",
        "second_mean needs the panels: write [[stage.panel]].",
    ),
    "E-RULE-ADJUSTOF": (
        '评委调整分加在总分上，不能与 of = "criterion"（逐项去高去低）同用。',
        'Adjustments of judges are added to totals: they do not go with of = "criterion".',
    ),
    "E-RULE-SUMJUDGES": (
        '由 {start} 份评分求和，而这个阶段只有 {count} 位评委。请改 from，或写 unequal = "scale"，按比例折算。',
        'The sum is of {start} ballots, and the stage has {count} judges. Change from, or write unequal = "scale".',
    ),
    "E-RULE-FACTORUNCOUNTED": (
        "指标“{key}”不计入总分，乘系数没有意义。请删去这个系数。",
        "The criterion “{key}” is not counted, so there is nothing to multiply. Delete this factor.",
    ),
    "E-RULE-FACTOROF": (
        '单项指标乘系数时各项分别计算，去高去低也要逐项进行：请在 [aggregate] 写 of = "criterion"。',
        'Where a criterion has a factor the criteria are counted one by one, and so is what is dropped: write of = "criterion" in [aggregate].',
    ),
    "E-RULE-FACTORADJUST": (
        "评委调整分（judge_adjust）加在总分上，不能与单项指标的系数同用。请删去其中一个。",
        "Adjustments of judges are added to totals: they do not go with a factor of a criterion. Delete one of the two.",
    ),
    "E-RULE-PROMOTE": (
        "请写明谁进入下一阶段：top（前几名）、ratio（名额的几倍）或 min_score（最低分），至少一项。",
        "Say who goes on: top, ratio or min_score, one at least.",
    ),
    "E-RULE-BOTH": (
        "“{one}”和“{other}”只能写一个，请删去一个。",
        "“{one}” and “{other}” exclude each other: delete one.",
    ),
    "E-RULE-NEEDS": (
        "“{key}”要和“{other}”一起使用。请补上后者，或删去前者。",
        "“{key}” goes with “{other}” only. Write that too, or delete this.",
    ),
    "E-RULE-NOTFOR": (
        "写 {value} 时用不到“{key}”，请删去。",
        "With {value} there is no use for “{key}”: delete it.",
    ),
    "E-RULE-RATIO": (
        "按名额的倍数（ratio）晋级，要先有等次，而且各等次写的是名额（size），不是百分比。请改用 top。",
        "ratio is of the places of the tiers, so there must be tiers, and each with a size, not a percentage. Use top instead.",
    ),
    "E-RULE-NOSTAGE": (
        "这里不能写“{key}”。可以写的阶段有：{known}。",
        "“{key}” cannot stand here. The stages that can: {known}.",
    ),
    "E-RULE-WHICHSTAGE": (
        "打分的阶段不止一个（或没有），“{step}”要写明是哪个阶段，例如 criterion:阶段.指标、mean:阶段。打分的阶段：{known}。",
        "There is not just one score stage, so “{step}” must name it, as in criterion:STAGE.KEY or mean:STAGE. Score stages: {known}.",
    ),
    "E-RULE-MAJORITY": (
        '这里要写一个比例，带大于号或大于等于号，例如 ">= 2/3"（不少于三分之二）、"> 1/2"（超过半数）。',
        'Write a fraction with its sign here, such as ">= 2/3" (at least two thirds) or "> 1/2" (more than half).',
    ),
    "E-RULE-TICKS": (
        "这里要写可以勾选几个：一个整数，或各等次各一个，例如 {{ first = 2, second = 5 }}。",
        "Write how many may be ticked: one whole number, or one for each tier, such as {{ first = 2, second = 5 }}.",
    ),
    "E-RULE-SECRETBASE": (
        "无记名投票时，不知道无效票的评委对哪些案例回避，“到会人数减去回避人数”的基数只能包括无效票：请写 void_in_base = true，或换一种 base。",
        "In a secret vote nobody knows from what the judges of void ballots are recused, so void ballots must stay in a base of present_minus_recused: write void_in_base = true, or another base.",
    ),
    "E-RULE-TICKSFOR": (
        "分等次投票时每个等次都要写可以勾选几个，还缺：{tiers}。",
        "In a vote tier by tier every tier has its number of ticks; these are missing: {tiers}.",
    ),
    "E-RULE-NOTIER": (
        "没有代号为“{key}”的等次。等次的代号有：{known}。",
        "There is no tier with the key “{key}”. The keys are: {known}.",
    ),
    "E-RULE-NOVALUE": (
        "没有一个阶段得出分数或票数，无法排名。",
        "No stage gives a score or votes, so nothing can be ranked.",
    ),
    "E-RULE-TOTAL": (
        "各阶段的权重合计是 {sum}，必须是 1。",
        "The weights of the stages add to {sum}; they must add to 1.",
    ),
    "E-RULE-ALONE": (
        "阶段“{key}”按等次分别投票，不能再与别的阶段合成总分。",
        "The stage “{key}” votes tier by tier: it cannot be weighed with other stages.",
    ),
    "E-RULE-ABOVEZERO": (
        "必须大于 0。",
        "This must be greater than 0.",
    ),
    "E-RULE-PERCENT": (
        "百分比要大于 0，不超过 100。",
        "A percentage is above 0 and at most 100.",
    ),
    "E-RULE-FLOORSIZE": (
        "保底个数超过了这个等次的名额 {size}。",
        "The floor is more than the places of this tier, {size}.",
    ),
    "E-RULE-LINEOF": (
        "“{of}”看不懂。可以写 total（总分）、stage:阶段 或 criterion:指标。",
        "“{of}” is not understood. Write total, stage:KEY or criterion:KEY.",
    ),
    "E-EVENT-STAGE": (
        "没有阶段“{stage}”。可以写的有：{known}。",
        "There is no stage “{stage}”. The stages: {known}.",
    ),
    "E-EVENT-TIER": (
        "请用 --tier 写明等次；“{tier}”不是。可以写的有：{known}。",
        "Name the tier with --tier; “{tier}” is none. The tiers: {known}.",
    ),
    "E-EVENT-OBJECT": (
        "规则里没有写公示异议怎样处理，{case} 不能按异议取消。请先在 config.toml 写 [publication]。",
        "The rules do not say what follows an objection, so {case} cannot be struck. Write [publication] in config.toml first.",
    ),
    "E-EVENT-MEASURE": (
        "规则里没有用到“{measure}”。用到的有：{known}。",
        "The rules do not ask for “{measure}”. They ask for: {known}.",
    ),
    "E-EVENT-VALUE": (
        "“{value}”不是一个量。请写数字，最多四位小数，例如 600 或 3.2。",
        "“{value}” is no measure. Write a number with at most four decimals, such as 600 or 3.2.",
    ),
    "E-MEASURES-HEADING": (
        "没有一列写的是规则用到的量。列名可以是：{known}。",
        "No column holds a measure the rules ask for. Its heading may be: {known}.",
    ),
    "E-MEASURES-NUMBER": (
        "量的表要有编号列，好知道每一行是哪个案例。请加上编号。",
        "The table needs a column with the numbers of the cases, to know of which case each line is.",
    ),
    "E-MEASURES-CASE": (
        "没有编号为 {case} 的案例。请改编号，或先导入这个案例。",
        "There is no case {case}. Mend its number, or import the case first.",
    ),
    "E-MEASURES-TWICE": (
        "案例 {case} 的“{measure}”写了两遍。请删去一个。",
        "“{measure}” of case {case} is written twice. Delete one.",
    ),
    "E-MEASURES-NONE": (
        "规则里没有用到任何量（[[factor]]、[[adjust]] 的 measure）。请先写规则。",
        "The rules ask for no measure (measure of [[factor]] or [[adjust]]). Write the rules first.",
    ),
    "E-EVENT-NONE": (
        "没有第 {number} 条记录，或者已经撤销。",
        "There is no entry {number}, or it was withdrawn already.",
    ),
    "E-QUORUM": (
        "“{stage}”参加投票的评委不足规定人数，投票无效，请重新投票。",
        "In “{stage}” too few judges have voted, so the vote is not valid: vote again.",
    ),
    "E-STAGE-JUDGE": (
        "评委 {judge} 不属于任何一个阶段。请在 config.toml 的 judges 里写上。",
        "Judge {judge} belongs to no stage. Write the id into judges of a stage in config.toml.",
    ),
    "E-STAGE-MISSING": (
        '还缺：{what}。请等齐、accept-late 计入迟到的评分表、withdraw-judge 办理评委退出，或 import --votes 导入票数；确需缺着开始下一阶段，请用 pingxuan freeze --despite-missing --reason "原因"。',
        'Missing: {what}. Wait for it, let a late ballot in (accept-late), let the judge leave (withdraw-judge), or import the votes (import --votes). To begin the next stage without it: pingxuan freeze --despite-missing --reason "the reason".',
    ),
    "E-STAGE-PASSED": (
        "“{stage}”已经结束，“{on}”是按它的结果冻结的，不能再改动“{stage}”。单个案例的情况请用 pingxuan event 记录。",
        "“{stage}” is over and “{on}” was frozen on its result; “{stage}” cannot be changed any more. What is decided about a single case is recorded with pingxuan event.",
    ),
    "E-STAGE-OTHER": (
        "评委 {judge} 属于“{stage}”，现在进行的是“{on}”。",
        "Judge {judge} belongs to “{stage}”; the stage that is on now is “{on}”.",
    ),
    "E-STAGE-CASES": (
        "“{stage}”已经截止收票，案例名单不能再增减：{cases}。进入后面阶段的案例仍可更正文字；取消一个案例请用 pingxuan event reject。",
        "Collecting for “{stage}” has ended, so no case can be added, taken off or changed that is in no later stage: {cases}. The text of a case that goes on may still be corrected; to take a case out use pingxuan event reject.",
    ),
    "E-EVENT-PASSED": (
        "“{stage}”已经结束，后面的阶段是按它的结果进行的。请用 --stage 写明从“{on}”或以后的阶段起：--stage {key}。",
        "“{stage}” is over and a later stage stands on its result. Say from which stage on it holds, “{on}” or later: --stage {key}",
    ),
    "E-REPLACE-PANEL": (
        "评委 {judge} 所在的阶段分组评审，保留他的打分又换人，该组就多出一人。请用 --scores drop 让新评委接替他在该组的位置；或只办 withdraw-judge --scores keep，不补人。",
        "The stage of judge {judge} has panels; with the scores kept and another judge the panel would have one too many. With --scores drop the new judge takes the place in the panel; or let the judge leave alone: withdraw-judge --scores keep.",
    ),
    "E-CLOSED-ROUND": (
        "“{stage}”已在 {at} 截止收票，不能再做这件事。下一步：pingxuan rank（主任开票），再用 pingxuan freeze 开始“{next}”。",
        "Collecting for “{stage}” ended at {at}; this cannot be done any more. Next: pingxuan rank (the chair opens the ballots), then pingxuan freeze to begin “{next}”.",
    ),
    "E-FROZEN-ROUND": (
        "“{stage}”已经冻结，没有变化。要开始“{next}”，先 pingxuan close 截止“{stage}”的收票，再 pingxuan rank 开票，然后 pingxuan freeze。",
        "“{stage}” is frozen and nothing has changed. To begin “{next}”, first end collecting for “{stage}” (pingxuan close), open the ballots (pingxuan rank), then run pingxuan freeze.",
    ),
    "E-STAGE-WAITS": (
        "“{stage}”还没有结束，不能开始后面的阶段。",
        "“{stage}” is not finished, so a later stage cannot begin.",
    ),
    "E-VOTES-ONE": (
        "票数请一次导入一个文件。",
        "Import the votes from one file.",
    ),
    "E-VOTES-STAGE": (
        "不清楚是哪个公众投票阶段（写的是 {stage}）。请用 --stage 写明：{known}。",
        "It is not clear which public vote is meant (given: {stage}). Name it with --stage: {known}.",
    ),
    "E-VOTES-CSV": (
        "这个文件不是 CSV 表格。请用电子表格另存为 CSV（UTF-8）。",
        "This is not a CSV table. Save it from a spreadsheet as CSV (UTF-8).",
    ),
    "E-VOTES-HEADING": (
        "第一行要有列名：编号、票数，需要时还有核减、原因。",
        "The first line names the columns: case, votes, and where needed deducted, reason.",
    ),
    "E-VOTES-CASE": (
        "没有编号为“{case}”的案例。",
        "There is no case “{case}”.",
    ),
    "E-VOTES-TWICE": (
        "案例 {case} 前面已经有了。",
        "Case {case} stands above already.",
    ),
    "E-VOTES-NUMBER": (
        "案例 {case} 的票数看不懂：只写整数。",
        "The votes of {case} are not understood: whole numbers only.",
    ),
    "E-VOTES-DEDUCTED": (
        "案例 {case} 的核减票数比得票还多。",
        "More votes are deducted from {case} than it has.",
    ),
    "E-VOTES-REASON": (
        "案例 {case} 核减了票数，请写原因。",
        "Votes are deducted from {case}: give the reason.",
    ),
    "E-RULE-NOTZERO": (
        '加减的分数不能是 0。减分写负数，例如 "-0.5"。',
        'This must not be 0. A penalty is negative, such as "-0.5".',
    ),
}
