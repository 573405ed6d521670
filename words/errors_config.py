"""Mistakes in config.toml and what to write instead: code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    # -- the text of the file -----------------------------------------------------------
    "E-RULE-ENCODING": (
        "文件不是 UTF-8 编码（第 {line} 行）。请用记事本“另存为”，编码选 UTF-8。",
        "The file is not UTF-8 text (line {line}). Save it again with the encoding UTF-8.",
    ),
    "E-RULE-LONGLINE": (
        "这一行有 {length} 个字符，最多 {limit} 个。请把内容分成几行。",
        "This line has {length} characters, at most {limit} are read. Put it on several lines.",
    ),
    "E-RULE-DOTS": (
        "这一行引号外有 {count} 个点，最多 {limit} 个。文字要放在英文引号里。",
        "This line has {count} dots outside quotes, at most {limit} are read. Text belongs in quotes.",
    ),
    "E-RULE-ALLDOTS": (
        "到这一行为止，引号外已有 {limit} 多个点，没有读下去。文字要放在英文引号里。",
        "Up to this line there are more than {limit} dots outside quotes; the rest was not read. Text belongs in quotes.",
    ),
    "E-RULE-DEEP": (
        "方括号、花括号一层套一层超过 {limit} 层。请检查有没有漏掉的右括号。",
        "Brackets stand inside one another more than {limit} deep. Look for a closing bracket that is missing.",
    ),
    "E-RULE-FULLWIDTH": (
        "第 {column} 个字符是中文标点“{char}”，这里要用英文标点“{plain}”。",
        "Character {column} is the Chinese punctuation mark {char}; write the plain {plain} here.",
    ),
    "E-RULE-QUOTE": (
        "第 {column} 个字符处：文字的引号没有成对。请在文字前后各写一个英文双引号。",
        "At character {column}: a quotation mark is missing. Text has a plain double quote before and after it.",
    ),
    "E-RULE-BACKSLASH": (
        "第 {column} 个字符处：文字里的反斜杠 \\ 要连写两个。",
        "At character {column}: write a back slash \\ in text twice.",
    ),
    "E-RULE-CONTROL": (
        "第 {column} 个字符处有看不见的控制字符。请删去这一行，重新输入。",
        "At character {column} stands an invisible control character. Delete the line and type it again.",
    ),
    "E-RULE-EQUALS": (
        '第 {column} 个字符处：项的名称后面要写等号，例如 min = "0"。',
        'At character {column}: a key is followed by an equals sign, such as min = "0".',
    ),
    "E-RULE-VALUE": (
        '第 {column} 个字符处：等号后面的内容看不懂。文字要放在英文双引号里，例如 "创新性"。',
        'At character {column}: the value is not understood. Text belongs in double quotes, such as "Effect".',
    ),
    "E-RULE-REPEATED": (
        "第 {column} 个字符处：同一项或同一个表写了两遍。请删去一个。",
        "At character {column}: the same key or table is written twice. Delete one.",
    ),
    "E-RULE-BRACKET": (
        "第 {column} 个字符处：括号没有成对，或者两项之间缺少逗号。",
        "At character {column}: a bracket is not closed, or a comma is missing between two values.",
    ),
    "E-RULE-SYNTAX": (
        "第 {column} 个字符处写法不对。请与默认的 config.toml 对照这一行和上一行。",
        "At character {column} this cannot be read. Compare this line and the one before with the default config.toml.",
    ),
    # -- single keys --------------------------------------------------------------------
    "E-RULE-FORMAT": (
        "format 要写 {known}。如果这个文件来自更新的版本，请先升级程序。",
        "format must be {known}. If the file was made for a newer version, update the program first.",
    ),
    "E-RULE-MISSING": (
        "缺少“{key}”，请补上。",
        "“{key}” is missing; add it.",
    ),
    "E-RULE-NODEFAULT": (
        "缺少“{key}”。它关系到谁获奖，没有默认值，请写明。",
        "“{key}” is missing. A medal depends on it, so there is no default: write it.",
    ),
    "E-RULE-TYPO": (
        "没有“{key}”这一项，是不是“{near}”？",
        "There is no key “{key}”; did you mean “{near}”?",
    ),
    "E-RULE-UNKNOWN": (
        "没有“{key}”这一项，请删去。这里可以写的有：{known}。",
        "There is no key “{key}”; delete it. The keys that may stand here are: {known}.",
    ),
    "E-RULE-NUMBER": (
        '这里要写一个数，例如 "90" 或 "0.5"：用半角数字，最多六位整数、四位小数，不写单位和百分号。',
        'Write a number such as "90" or "0.5" here: plain digits, at most six and four decimals, no unit, no percent sign.',
    ),
    "E-RULE-FLOAT": (
        '小数请写成带英文引号的文字，例如 "0.5"，这样才没有误差。',
        'Write the decimal as text in quotes, such as "0.5", so that it stays exact.',
    ),
    "E-RULE-WHOLE": (
        "这里要写一个整数，不加引号，例如 1。",
        "Write a whole number without quotes here, such as 1.",
    ),
    "E-RULE-ATLEAST": (
        "这个数太小，最小是 {limit}。",
        "This number is too small; the smallest is {limit}.",
    ),
    "E-RULE-ATMOST": (
        "这个数太大，最大是 {limit}。",
        "This number is too large; the largest is {limit}.",
    ),
    "E-RULE-BOOL": (
        "这里只能写 true（是）或 false（否），不加引号。",
        "Write true or false here, without quotes.",
    ),
    "E-RULE-CHOICE": (
        "这里只能从这些里选一个，加英文引号：{allowed}。",
        "Write one of these here, in quotes: {allowed}.",
    ),
    "E-RULE-TEXT": (
        "这里要写文字，前后加英文双引号。",
        "Write text in double quotes here.",
    ),
    "E-RULE-TOOLONG": (
        "这段文字太长，最多 {limit} 个字。",
        "This text is too long, at most {limit} characters.",
    ),
    "E-RULE-INVISIBLE": (
        "文字里有看不见的字符 {char}。请删去这段文字，重新输入。",
        "The text holds an invisible character, {char}. Delete the text and type it again.",
    ),
    "E-RULE-LIST": (
        "“{key}”是一个清单，要放在方括号里，例如 [ … , … ]。",
        "“{key}” is a list and belongs in square brackets, such as [ … , … ].",
    ),
    "E-RULE-TABLE": (
        "“{key}”是一个表：单独一行写 [{key}]（只写一次），下面各项每行一个；或写成 {{ … = … }}。",
        "“{key}” is a table: write [{key}] on a line of its own, once, its keys below it; or write {{ … = … }}.",
    ),
    "E-RULE-TABLES": (
        "“{key}”可以有多个，每个前面单独一行写 [[{key}]]（双方括号）。",
        "There may be several of “{key}”: write [[{key}]], with double brackets, on a line before each.",
    ),
    "E-RULE-LANGUAGES": (
        '“{key}”要写成 {{ zh = "中文", en = "English" }}，至少写一种语言。',
        'Write “{key}” as {{ zh = "中文", en = "English" }}, with one language at least.',
    ),
    "E-RULE-TOOMANY": (
        "这里太多了，最多 {limit} 个。",
        "There are too many of these, at most {limit}.",
    ),
    "E-RULE-EMPTY": (
        "这里至少要有一个。",
        "There must be one of these at least.",
    ),
    "E-RULE-ID": (
        "编号只能用英文小写字母、数字和中间的连字符，例如 award-2026。",
        "An id has lower-case letters, digits and single hyphens between them only, such as award-2026.",
    ),
    "E-RULE-KEY": (
        "代号以英文小写字母开头，只能有小写字母、数字和下划线，最多 32 个，例如 effect。",
        "A key begins with a lower-case letter and has lower-case letters, digits and underscores only, at most 32, such as effect.",
    ),
    "E-RULE-DEADLINE": (
        '截止时间要写成带引号的 "2026-12-31" 或 "2026-12-31 18:00"，日期要存在；没有就写 ""。',
        'Write the deadline in quotes as "2026-12-31" or "2026-12-31 18:00", a day that exists; "" where there is none.',
    ),
    "E-RULE-NAMELESS": (
        "名称和说明是空的。中文 zh、英文 en 至少写一种。",
        "There are no words here. Write zh or en, one at least.",
    ),
    "E-RULE-TWICE": (
        "“{value}”前面已经有了，不能重复。请改名或删去一个。",
        "“{value}” stands above already. Change it, or delete one.",
    ),
    "E-RULE-WRONG": (
        "这里的内容不对。请与默认的 config.toml 对照。",
        "This cannot stand here. Compare it with the default config.toml.",
    ),
    "E-RULE-MORE": (
        "还有 {count} 处错误没有列出。请先改正上面的。",
        "{count} more mistakes are not listed. Correct those above first.",
    ),
    # -- marks --------------------------------------------------------------------------
    "E-RULE-MINMAX": (
        "最高分 {max} 要大于最低分 {min}。",
        "The maximum {max} must be greater than the minimum {min}.",
    ),
    "E-RULE-STEP": (
        "最小分差必须大于 0。",
        "The step must be greater than 0.",
    ),
    "E-RULE-STEPS": (
        "从 {min} 起每次加 {step}，到不了 {max}。请改分差或分值。",
        "From {min} in steps of {step} one never reaches {max}. Change the step or the points.",
    ),
    "E-RULE-WEIGHTS": (
        "各项指标的权重合计是 {sum}，必须是 100。",
        "The weights of the criteria add to {sum}; they must add to 100.",
    ),
    "E-RULE-POINTS": (
        "各项指标的满分合计是 {sum}，必须等于总分满分 {max}（[scale] 的 max）。",
        "The points of the criteria add to {sum}; they must add to the full mark {max} (max in [scale]).",
    ),
    "E-RULE-POINTSMIN": (
        '指标用 points 写满分时，[scale] 的 min 必须是 "0"。',
        'Where criteria have points, min in [scale] must be "0".',
    ),
    "E-RULE-POSITIVE": (
        "必须大于 0。只作参考、不计入总分的指标请写 counted = false。",
        "This must be greater than 0. For a criterion that is shown but not counted write counted = false.",
    ),
    "E-RULE-MIXED": (
        "有的指标写 weight（权重），有的写 points（满分）。只能用一种写法。",
        "Some criteria have weight, some have points. Use one of the two for all.",
    ),
    "E-RULE-UNCOUNTED": (
        "这项指标不计入总分（counted = false），请删去“{key}”。",
        "This criterion is not counted (counted = false): delete “{key}”.",
    ),
    "E-RULE-NOTHINGCOUNTED": (
        "所有指标都不计入总分，无法排名。至少一项要计入。",
        "No criterion is counted, so nothing can be ranked. Count one at least.",
    ),
    "E-RULE-ALLOPTIONAL": (
        "所有计入总分的指标都可以答“不适用”。至少一项必须打分，请删去它的 optional。",
        "Every criterion that counts may be answered “not applicable”. One at least must be scored: delete its optional.",
    ),
    "E-RULE-SCALEPOINTS": (
        "写了 points 的指标，满分就是 points：它自己的 scale 里 max 要写 {max}，或删去这个 scale（从 0 分打起）。",
        "The full mark of a criterion with points are these points: its own scale has max {max}. Or delete the scale; then marks begin at 0.",
    ),
    "E-RULE-SCALEDIFFERS": (
        "按权重计分时，各项的最低分和最高分必须与 [scale] 相同，否则权重失真。分值不同请改用 points。",
        "With weights every criterion has the min and max of [scale], or the weights would lie. For different full marks use points.",
    ),
    "E-RULE-LEVEL": (
        "档次的起点要在 {min} 到 {max} 之间。",
        "A level begins between {min} and {max}.",
    ),
    "E-RULE-LEVELS": (
        "档次要从高到低写，这一档的起点要小于上一档的 {before}。",
        "Levels go from high to low: this one must begin below {before}, the one before it.",
    ),
    # -- counting, ranking, tiers, announcement ---------------------------------------------
    "E-RULE-NOTRIM": (
        '“{key}”只在去高去低（method = "trimmed_mean" 或 "trimmed_sum"）时使用，现在写的是 {method}。请删去它或改 method。',
        '“{key}” is for method = "trimmed_mean" or "trimmed_sum" only, and the method here is {method}. Delete it, or change the method.',
    ),
    "E-RULE-TRIMNOTHING": (
        '最高分和最低分都去掉 0 个，等于直接平均。请改写 method = "mean"，并删去 of、high、low、from。',
        'Nothing is dropped, so this is the plain mean. Write method = "mean" and delete of, high, low and from.',
    ),
    "E-RULE-TRIMALL": (
        "有效评分表 {start} 份时就去掉 {high} 个最高分和 {low} 个最低分，一份也不剩。from 至少写 {least}。",
        "With {start} ballots, dropping {high} highest and {low} lowest leaves nothing. from must be {least} at least.",
    ),
    "E-RULE-TRIMJUDGE": (
        'of = "judge" 总是去掉打分最分散的一位评委，请删去“{key}”。',
        'of = "judge" always leaves out the one judge whose marks spread most: delete “{key}”.',
    ),
    "E-RULE-TRIMONE": (
        "去掉一位评委后至少要剩一位，from 至少写 2。",
        "One judge must remain when one is left out: from must be 2 at least.",
    ),
    "E-RULE-SUMJUDGE": (
        '去掉整位评委（of = "judge"）只能取平均，不能求和。请写 of = "total" 或 "criterion"，或改 method = "trimmed_mean"。',
        'of = "judge" goes with a mean, not with a sum. Write of = "total" or "criterion", or method = "trimmed_mean".',
    ),
    "E-RULE-SUMBALLOTS": (
        '由 {start} 份评分求和，份数不同就不能相比：请把 min_ballots（现在是 {least}）写成 {start}，份数不足的不排名；或写 unequal = "scale"，按比例折算。',
        'The sum is of {start} ballots, and sums of another number cannot be compared: write min_ballots = {start} (it is {least}), so that a case with fewer is not ranked, or unequal = "scale".',
    ),
    "E-RULE-SUMOPTIONAL": (
        '指标 {list} 可以答“不适用”，该项的份数就会不同，求和不能相比。请删去它的 optional，或写 unequal = "scale"，按比例折算。',
        'The criteria {list} may be answered “not applicable”, and sums of another number of marks cannot be compared. Delete their optional, or write unequal = "scale".',
    ),
    "E-RULE-TIESTEP": (
        "没有“{step}”这种并列处理办法。可以写：{known}。",
        "There is no tie step “{step}”. The steps are: {known}.",
    ),
    "E-RULE-TIECRITERION": (
        "没有代号为“{key}”的指标。指标的代号有：{known}。",
        "There is no criterion with the key “{key}”. The keys are: {known}.",
    ),
    "E-RULE-TIEUNCOUNTED": (
        "指标“{key}”不计入总分，不能用来区分名次。请删去这一步。",
        "The criterion “{key}” is not counted, so it cannot decide a rank. Delete this step.",
    ),
    "E-RULE-TIEEXACT": (
        "已经按精确分数排名，再比更多小数没有意义。请删去 more_decimals。",
        "Ranking is by the exact value already, so more decimals say nothing. Delete more_decimals.",
    ),
    "E-RULE-AFTERRUNOFF": (
        "“{step}”写在 runoff 后面：它能分出先后的并列，就不会再投票了。请把它移到 runoff 前面；runoff 后面只能写 decision。",
        "“{step}” stands behind runoff: a tie that it parts is never voted on. Move it before runoff; only decision may follow.",
    ),
    "E-RULE-AFTERDECISION": (
        "委员会决定（decision）之后不再有别的办法，“{step}”永远用不到。请把 decision 放在最后。",
        "Nothing comes after the committee's decision, so “{step}” would never be used. Put decision last.",
    ),
    "E-RULE-NOFIELDS": (
        '公告按系统排序（order = "field"），请在 fields 里写出各系统的先后。',
        "The announcement is ordered by field: name the fields in their order in fields.",
    ),
    "E-RULE-SLOT": (
        "“{slot}”不会被替换。这里可以用的有：{known}。",
        "“{slot}” is not filled in. What may stand in braces here: {known}.",
    ),
}
