"""Edits that make chain.toml wrong: name -> (what is replaced, by what, the codes expected).

As in wrong_rules.py; the sentences of every row, in both languages, are in wrong_chain.txt.
"""

from __future__ import annotations

from tests.config.wrong_rules import factor

FOUR = '[scale]\nmin = "0"\nmax = "100"\nstep = "1"\n'
TOTAL = '[total]\nweights = { second = "0.7", net = "0.3" }\n'
BANDS = 'bands = [{ from = 100, points = "10" }, { from = 50, points = "5.5" }]'
SUM = 'method = "trimmed_sum"\nof = "total"\nhigh = 1\nlow = 1\nfrom = 5\nunequal = "refuse"'

ROWS: dict[str, tuple[str, str, str]] = {
    # -- stages ---
    "stage without a key": ('key = "formal"\n', "", "E-RULE-MISSING"),
    "stage without a kind": ('kind = "eligibility"\n', "", "E-RULE-NODEFAULT"),
    "kind nobody knows": ('kind = "eligibility"', 'kind = "check"', "E-RULE-CHOICE"),
    "stage key twice": ('key = "formal"', 'key = "net"', "E-RULE-TWICE"),
    "stage name twice": ('zh = "复评"', 'zh = "初评"', "E-RULE-TWICE"),
    "stage without words": (
        '{ zh = "形式审查", en = "Formal check" }',
        '{ zh = "", en = "" }',
        "E-RULE-NAMELESS",
    ),
    "typing mistake in a stage": (
        'judges = ["E1", "E2"]',
        'judge = ["E1", "E2"]',
        "E-RULE-NODEFAULT E-RULE-TYPO",
    ),
    "stages as one table": (
        '[[stage]]\nkey = "formal"',
        '[[stages]]\nkey = "formal"',
        "E-RULE-TYPO",
    ),
    "no scale anywhere": (FOUR, "", "E-RULE-NODEFAULT"),
    "scale in an eligibility stage": (
        'kind = "eligibility"',
        'kind = "eligibility"\nscale = { min = 0, max = 1, step = 1 }',
        "E-RULE-STAGEKEY",
    ),
    "promotion from eligibility": (
        'kind = "eligibility"',
        'kind = "eligibility"\npromote = { min_score = 1 }',
        "E-RULE-STAGEKEY",
    ),
    "public vote without conversion": (
        f'public = {{ convert = "bands", {BANDS} }}\n',
        "",
        "E-RULE-NODEFAULT",
    ),
    "wrong step of a stage's scale": ('step = "0.5"', 'step = "0.3"', "E-RULE-STEPS"),
    "wrong weights in a stage": (
        'name = { zh = "答辩", en = "Talk" }\nweight = "100"',
        'name = { zh = "答辩", en = "Talk" }\nweight = "90"',
        "E-RULE-WEIGHTS",
    ),
    "trimming said in part in a stage": (
        'method = "median"',
        'method = "trimmed_mean"',
        "E-RULE-NODEFAULT E-RULE-NODEFAULT E-RULE-NODEFAULT E-RULE-NODEFAULT",
    ),
    "wrong at the top, told once": ('step = "1"', 'step = "0"', "E-RULE-STEP"),
    "rounding of a stage with when": (
        'mode = "half_even"',
        'mode = "half_even"\nwhen = "final"',
        "E-RULE-UNKNOWN",
    ),
    # -- judges, panels, adjustments ---
    "judge in two stages": ('judges = ["J1", "J2"]', 'judges = ["J1", "E2"]', "E-RULE-JUDGETWICE"),
    "judge twice in a stage": (
        'judges = ["J1", "J2"]',
        'judges = ["J1", "J1"]',
        "E-RULE-JUDGETWICE",
    ),
    "judges not named": ('judges = ["J1", "J2"]\n', "", "E-RULE-NODEFAULT"),
    "stranger in a panel": ('judges = ["E2"]', 'judges = ["E3"]', "E-RULE-NOJUDGE"),
    "judge in two panels": ('judges = ["E2"]', 'judges = ["E1"]', "E-RULE-TWICE E-RULE-TWICE"),
    "empty panel": ('judges = ["E2"]', "judges = []", "E-RULE-EMPTY"),
    "interval of a stage finer than its places": (
        'mode = "half_even"',
        'mode = "half_even"\ninterval = "0.25"',
        "E-RULE-INTERVAL",
    ),
    "weight of a stranger": (
        'judge_weights = { E2 = "1.5" }',
        'judge_weights = { J1 = "1.5" }',
        "E-RULE-NOJUDGE",
    ),
    "weight of nothing, and one below": (
        'judge_weights = { E2 = "1.5" }',
        'judge_weights = { E1 = "0", E2 = "-1" }',
        "E-RULE-JUDGEWEIGHT E-RULE-JUDGEWEIGHT",
    ),
    "weight at the top of a judge of no score stage": (
        "format = 1",
        'format = 1\njudge_weights = { V1 = "2", J1 = "2" }',
        "E-RULE-NOJUDGE",
    ),
    "weights of judges at a vote": (
        'kind = "vote"',
        'kind = "vote"\njudge_weights = { V1 = "2" }',
        "E-RULE-STAGEKEY",
    ),
    "second mean without panels": (
        'judges = ["J1", "J2"]',
        'judges = ["J1", "J2"]\nsecond_mean = true',
        "E-RULE-NOPANELS",
    ),
    "stranger adjusted": ("{ E1 = ", "{ E9 = ", "E-RULE-NOJUDGE"),
    "adjustment that is no number": ('E1 = "0.5"', 'E1 = "half"', "E-RULE-NUMBER"),
    "adjustment with trimming by criterion": (
        '[aggregate]\nmethod = "mean"',
        '[aggregate]\nmethod = "trimmed_mean"\nof = "criterion"\nhigh = 1\nlow = 1\nfrom = 5',
        "E-RULE-ADJUSTOF",
    ),
    # -- promotion ---
    "promotion of nobody": (
        '{ top = 2, per = "region", at_cut = "decide" }',
        "{}",
        "E-RULE-PROMOTE",
    ),
    "top and ratio": ('ratio = "1.5"', 'ratio = "1.5", top = 3', "E-RULE-BOTH"),
    "cut not said": (', at_cut = "decide"', "", "E-RULE-NODEFAULT"),
    "cut nobody knows": ('at_cut = "decide"', 'at_cut = "open"', "E-RULE-CHOICE"),
    "groups without a number": ("{ top = 2, per", "{ min_score = 5, per", "E-RULE-NEEDS"),
    "groups by colour": ('per = "region"', 'per = "colour"', "E-RULE-CHOICE"),
    "cascade without steps": (', ties = ["median:first"]', "", "E-RULE-NODEFAULT"),
    "steps without a cascade": ('at_cut = "cascade"', 'at_cut = "extend"', "E-RULE-NEEDS"),
    "step that looks ahead": ('["median:first"]', '["stage:second"]', "E-RULE-NOSTAGE"),
    "ratio with percentages": (
        "size = 3",
        'percent = "40"\npercent_of = "ranked"',
        "E-RULE-RATIO",
    ),
    "ratio of nothing": ('ratio = "1.5"', 'ratio = "0.1"', "E-RULE-ABOVEZERO"),
    "nobody goes on": ("top = 2", "top = 0", "E-RULE-ATLEAST"),
    # -- votes of the public ---
    "bands not said": (", " + BANDS, "", "E-RULE-NODEFAULT"),
    "bands with another conversion": (
        'convert = "bands"',
        'convert = "max_ratio", full = 100',
        "E-RULE-NOTFOR",
    ),
    "full mark not said": (f'convert = "bands", {BANDS}', 'convert = "share"', "E-RULE-NODEFAULT"),
    "bands that rise": ("{ from = 50", "{ from = 100", "E-RULE-LEVELS"),
    "conversion nobody knows": ('convert = "bands"', 'convert = "log"', "E-RULE-CHOICE"),
    "vote for reference in the total": (
        f'convert = "bands", {BANDS}',
        'convert = "reference_only"',
        "E-RULE-NOSTAGE",
    ),
    # -- approval votes ---
    "quorum without a sign": ('quorum = ">= 2/3"', 'quorum = "2/3"', "E-RULE-MAJORITY"),
    "more than the whole": ('threshold = "> 1/2"', 'threshold = "> 3/2"', "E-RULE-MAJORITY"),
    "part as a per cent": ('threshold = "> 1/2"', 'threshold = "50%"', "E-RULE-MAJORITY"),
    "threshold of no tier": ("{ gold = ", "{ bronze = ", "E-RULE-NOTIER"),
    "secret with void ballots left out of a base of recusals": (
        'base = "present"|void_in_base = true',
        'base = "present_minus_recused"|secret = true\nvoid_in_base = false',
        "E-RULE-SECRETBASE",
    ),
    "no ticks": ("ticks = 4", "ticks = 0", "E-RULE-TICKS"),
    "ticks as text": ("ticks = 4", 'ticks = "4"', "E-RULE-TICKS"),
    "ticks for one tier": ("ticks = 4", "ticks = { gold = 2 }", "E-RULE-TICKSFOR"),
    "ticks for no tier": (
        "ticks = 4",
        "ticks = { gold = 2, silver = 3, tin = 1 }",
        "E-RULE-NOTIER",
    ),
    "void ballots not said": ("void_in_base = true\n", "", "E-RULE-NODEFAULT"),
    "void ballots for members": ('base = "present"', 'base = "members"', "E-RULE-NOTFOR"),
    "base nobody knows": ('base = "present"', 'base = "all"', "E-RULE-CHOICE"),
    "abstentions not said": ("abstained_in_base = false\n", "", "E-RULE-NODEFAULT"),
    # -- the total, ties ---
    "step behind a runoff": (
        '"runoff", "decision"',
        '"runoff", "median:first", "decision"',
        "E-RULE-AFTERRUNOFF",
    ),
    "weights that do not add to 1": ('second = "0.7"', 'second = "0.6"', "E-RULE-TOTAL"),
    "weight of no stage": ('net = "0.3"', 'web = "0.3"', "E-RULE-NOSTAGE"),
    "weight of nothing": (
        '{ second = "0.7", net = "0.3" }',
        '{ second = "1", net = "0" }',
        "E-RULE-ABOVEZERO",
    ),
    "total not said": (TOTAL, "", "E-RULE-NODEFAULT"),
    "total with a vote by tiers": (
        'ticks = 4|net = "0.3"',
        'ticks = { gold = 2, silver = 3 }|poll = "0.3"',
        "E-RULE-ALONE",
    ),
    "tie on no stage": ('"stage:second"', '"stage:third"', "E-RULE-NOSTAGE"),
    "tie on votes of a score stage": ('"stage:second"', '"votes:second"', "E-RULE-NOSTAGE"),
    "tie on a criterion, stage not said": (
        '"criterion:first.effect"',
        '"criterion:effect"',
        "E-RULE-WHICHSTAGE",
    ),
    "tie on a mean, stage not said": ('"criterion:first.effect"', '"mean"', "E-RULE-WHICHSTAGE"),
    "tie on a criterion of another stage": ("first.effect", "first.talk", "E-RULE-TIECRITERION"),
    "less of nothing": ('"less:time"', '"less"', "E-RULE-TIESTEP"),
    # -- places, lines, bonus and penalty ---
    "penalty in a vote": ('stage = "second"\nmeasure', 'stage = "net"\nmeasure', "E-RULE-NOSTAGE"),
    "penalty, stage not said": ('stage = "second"\nmeasure', "measure", "E-RULE-NODEFAULT"),
    "penalty of nothing": ('points = "-0.5"', 'points = "0"', "E-RULE-NOTZERO"),
    "penalty without a unit": ("every = 30\n", "", "E-RULE-NODEFAULT"),
    "penalty every nothing": ("every = 30", "every = 0", "E-RULE-ATLEAST"),
    "largest penalty below zero": ('most = "5"', 'most = "-5"', "E-RULE-ABOVEZERO"),
    "required said with a word": ("every = 30", 'every = 30\nrequired = "yes"', "E-RULE-BOOL"),
    "required in a factor": (
        "[[adjust]]",
        factor("[[adjust]]", stage="second", required="true"),
        "E-RULE-UNKNOWN",
    ),
    "factor, stage not said": ("[[adjust]]", factor("[[adjust]]"), "E-RULE-NODEFAULT"),
    "factor of a public vote": (
        "[[adjust]]",
        factor("[[adjust]]", stage="net"),
        "E-RULE-NOSTAGE",
    ),
    "factor of a criterion of another stage": (
        "[[adjust]]",
        factor("[[adjust]]", stage="second", criterion="effect"),
        "E-RULE-TIECRITERION",
    ),
    "factor of a criterion where judges are adjusted": (
        "[[adjust]]",
        factor("[[adjust]]", stage="first", criterion="effect"),
        "E-RULE-FACTORADJUST",
    ),
    "sum of more ballots than there are judges": (
        'method = "median"|min_ballots = 2',
        f"{SUM}|min_ballots = 5",
        "E-RULE-SUMJUDGES",
    ),
    "line about nothing": ('of = "total"', 'of = "everything"', "E-RULE-LINEOF"),
    "line on no stage": ('of = "total"', 'of = "stage:formal"', "E-RULE-NOSTAGE"),
    "line on no criterion": ("second.talk", "second.walk", "E-RULE-TIECRITERION"),
    "line for no tier": (
        'least = "8.5"\ntier = "gold"',
        'least = "8.5"\ntier = "tin"',
        "E-RULE-NOTIER",
    ),
    "cap for no tier": ('most = 1\ntier = "gold"', 'most = 1\ntier = "tin"', "E-RULE-NOTIER"),
    "cap by colour": ('by = "field"', 'by = "colour"', "E-RULE-CHOICE"),
    "cap without a number": ("most = 1\n", "", "E-RULE-NODEFAULT"),
    "floor above the size": ("least = 1\n", 'least = 3\ntier = "gold"\n', "E-RULE-FLOORSIZE"),
    "floor for nobody": ('value = "西部"\n', "", "E-RULE-NODEFAULT"),
    "size and percentage": (
        "size = 3",
        'size = 3\npercent = "40"\npercent_of = "ranked"',
        "E-RULE-RATIO E-RULE-BOTH",
    ),
    "percentage of what": ('size = 3|ratio = "1.5"', "percent = 40|top = 3", "E-RULE-NODEFAULT"),
    "percentage above 100": (
        'size = 3|ratio = "1.5"',
        'percent = 101\npercent_of = "ranked"|top = 3',
        "E-RULE-PERCENT",
    ),
    "of what without a percentage": ("size = 3", 'size = 3\npercent_of = "ranked"', "E-RULE-NEEDS"),
    "backfill not said": ("backfill = false\n", "", "E-RULE-NODEFAULT"),
    "backfill as text": ("backfill = false", 'backfill = "no"', "E-RULE-BOOL"),
}
