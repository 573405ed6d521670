"""One small award for every kind of rule: name -> (award, what comes out, words of `check`).

What comes out is written `score tier rank`, `-` for a case that is not ranked; what is not
written is not compared. Worked by hand; the arithmetic stands beside each.
"""

from __future__ import annotations

from tests.rulebook.small import Marks, Small, ballot, public, score, tiers

TRIM = {"method": "trimmed_mean", "of": "total", "high": 1, "low": 1, "from": 3}
LEFT = {"method": "trimmed_sum", "of": "total", "high": 2, "low": 2, "from": 7}
SEVEN = {"policy": "exclude", "min_ballots": 7}
DIFFICULTY = {"key": "dd", "name": {"en": "Difficulty"}, "measure": "dd", "takes": "exact"}
GROUPS = {"one": 3, "two": 3, "both": 5}
TWO = [
    {"key": "a", "name": {"en": "A"}, "weight": "60"},
    {"key": "b", "name": {"en": "B"}, "weight": "40"},
]
FULL = [
    {"key": "a", "name": {"en": "A"}, "points": "60"},
    {"key": "b", "name": {"en": "B"}, "points": "40"},
]
QUOTIENT = "90 91.2 92.1 92.4"  # 365.7 / 4 = 91.425
WEST = {"region": "西部"}
VOTES = "编号,得票,核减,原因\nA,1000,,\nB,510,10,刷票\nC,250,,\n"
ONE_ROUND = {"A": "90", "B": "80", "C": "70"}
HALF = {"weights": {"first": "0.5", "net": "0.5"}}
LATE = {
    "key": "late", "name": {"en": "Late"}, "measure": "time", "free": 600, "every": 30,
    "points": "-0.5", "most": "5",
}  # fmt: skip

BASE = {
    "key": "base", "name": {"en": "Base"}, "measure": "base", "free": 0, "every": 1,
    "points": "1", "exact": True,
}  # fmt: skip


def rounding(mode: str, places: int = 2, when: str = "every_stage") -> dict[str, object]:
    return {"rounding": {"mode": mode, "places": places, "when": when}}


def ranking(*ties: str, by: str = "published", shared: str = "skip") -> dict[str, object]:
    return {"ranking": {"by": by, "ties": list(ties), "shared": shared}}


def chain(*stages: object, **more: object) -> dict[str, object]:
    return {"stage": list(stages), **more}


def net(**rule: object) -> Small:
    """One round and a public vote, half each."""
    rules = chain(score("first"), public("net", **rule), total=HALF)
    return Small(rules, {"first": ONE_ROUND}, votes={"net": VOTES})


def promoted(marks: dict[str, str], **rule: object) -> Small:
    """The first round lets some pass into the second, which counts alone."""
    rules = chain(
        score("first", 2, promote=rule), score("second"), total={"weights": {"second": "1"}}
    )
    facts = {"A": WEST, "B": WEST, "C": {"region": "东部"}, "D": {"region": "东部"}}
    return Small(rules, {"first": marks, "second": dict.fromkeys(marks, "50")}, facts)


def votes(marks: Marks, *places: int, paper: tuple[str, ...] = (), **rule: object) -> Small:
    """An approval vote alone: `1` is a tick, and places that stay empty where too few have it."""
    count = max(len(line.split()) for line in marks.values())
    plain = dict.fromkeys(("scale", "criterion", "aggregate", "missing"))
    rules = {**plain, **chain(ballot(count, **rule)), "tier": tiers(*(places or (9,)))}
    return Small(rules, marks, paper=paper)


def _left(count: int) -> dict[str, object]:
    """The sum of what is left of so many judges without the highest and the lowest."""
    how = {"method": "trimmed_sum", "of": "total", "high": 1, "low": 1, "from": count}
    return {
        "aggregate": {**how, "unequal": "refuse"},
        "missing": {"policy": "exclude", "min_ballots": count},
    }


def _times(stage: str) -> list[dict[str, object]]:
    """The difficulty, and what the marks of a dive of two are worth."""
    of = {"stage": stage, "takes": "exact"}
    return [
        {**of, "key": f"dd_{stage}", "name": {"en": f"Difficulty {stage}"}, "measure": "dd"},
        {**of, "key": f"f_{stage}", "name": {"en": f"Share {stage}"}, "value": "0.6"},
    ]


def tied(step: str, one: str, two: str, **rules: object) -> Small:
    return Small({**ranking(step), **rules}, {"A": one, "B": two})


ROWS: dict[str, tuple[Small, dict[str, str], tuple[str, ...]]] = {
    # -- 4: aggregation ---
    "04 mean": (Small({}, {"A": "90 80 70"}), {"A": "80.00"}, ("取平均",)),
    "04 median": (
        Small({"aggregate": {"method": "median"}}, {"A": "90 80 60 70"}),
        {"A": "75.00"},
        ("取中位数",),
    ),
    "04 sum": (
        Small({"aggregate": {"method": "sum"}}, {"A": "90 80 70"}),
        {"A": "240.00"},
        ("相加",),
    ),
    "04 one highest and one lowest total dropped": (
        Small({"aggregate": TRIM}, {"A": "90 80 70 60", "B": "90 90 80 70"}),
        {"A": "75.00", "B": "85.00"},  # of two highest one goes
        ("去掉1个最高分和1个最低分",),
    ),
    "04 below from the plain mean": (
        Small({"aggregate": {**TRIM, "from": 5}}, {"A": "90 80 70 61"}),
        {"A": "75.25"},
        ("有效评分表不足5份的案例，不去掉任何评分",),
    ),
    "04 each criterion trimmed": (
        # a: 70 and 80, b: 10 and 20; 0.6 x 75 + 0.4 x 15
        Small(
            {"criterion": TWO, "aggregate": {**TRIM, "of": "criterion", "low": 0}},
            {"A": "90/10 80/20 70/60"},
        ),
        {"A": "51.00"},
        ("每项指标在各评委的打分中去掉1个最高分",),
    ),
    "04 one whole judge dropped": (
        Small(
            {"aggregate": {"method": "trimmed_mean", "of": "judge", "from": 3}},
            {"A": "100 80 70", "B": "0 70 80"},
        ),
        {"A": "75.00", "B": "75.00"},
        ("去掉一位打分最分散的评委",),
    ),
    "04 points of a ballot added": (
        Small({"criterion": FULL}, {"A": "50/30 40/20"}),
        {"A": "70.00"},
        ("各项得分之和",),
    ),
    "04 a judge with a weight": (
        # (1.5 x 90 + 80) / 2.5
        Small({"judge_weights": {"J1": "1.5"}}, {"A": "90 80"}),
        {"A": "86.00"},
        ("J1为1.5，其余评委为1",),
    ),
    "04 the sum of what is left": (
        # 8 and 8.5, 9 and 9 go: 8.5 + 8.5 + 8.5; B has six marks
        Small(
            {"aggregate": {**LEFT, "unequal": "refuse"}, "missing": SEVEN},
            {"A": "8 8.5 8.5 8.5 9 8.5 9", "B": "9 9 9.5 9 8.5 9 -"},
        ),
        {"A": "25.50", "B": "-"},
        ("去掉2个最高分和2个最低分，其余3个相加", "份数不是7份的案例不排名"),
    ),
    "04 the sum of another number in proportion": (
        # of six 9 and 9 are left: their mean times 3
        Small(
            {"aggregate": {**LEFT, "unequal": "scale"}},
            {"A": "8 8.5 8.5 8.5 9 8.5 9", "B": "9 9 9.5 9 8.5 9 -"},
        ),
        {"A": "25.50", "B": "27.00"},
        ("份数不同的，计入的分数取平均后乘以3",),
    ),
    "04 a difficulty of each case": (
        # 25.5 x 3.2; that of B is not recorded
        Small(
            {"aggregate": {**LEFT, "unequal": "refuse"}, "missing": SEVEN, "factor": [DIFFICULTY]},
            {"A": "8 8.5 8.5 8.5 9 8.5 9", "B": "9 9 9.5 9 8.5 9 9"},
            events=[{"kind": "measure", "case": "A", "measure": "dd", "value": 32, "places": 1}],
        ),
        {"A": "81.60", "B": "-"},
        ("得分乘以该案例登记的 dd；没有登记的案例不排名",),
    ),
    "04 a criterion multiplied": (
        # 2 x 45 + 25
        Small(
            {
                "criterion": FULL,
                "factor": [
                    {
                        "key": "f",
                        "name": {"en": "F"},
                        "criterion": "a",
                        "value": "2",
                        "takes": "exact",
                    },
                ],
            },
            {"A": "50/30 40/20"},
        ),
        {"A": "115.00"},
        ("“A”一项乘以2", "对每项指标的打分分别进行"),
    ),
    "04 rounded before it is multiplied": (
        # 245 / 3 = 81.666..., rounded 81.67, x 3; exact it would be 245.00
        Small(
            {"factor": [{"key": "f", "name": {"en": "F"}, "value": "3", "takes": "rounded"}]},
            {"A": "90 80 75"},
        ),
        {"A": "245.01"},
        ("相乘以前先修约一次",),
    ),
    "04 groups of judges for one dive of two": (
        # 8.5, 8 and 8.5 + 9 + 9, each x 3.2 x 0.6: 16.32 + 15.36 + 50.88; of B a judge is away
        Small(
            chain(
                *(score(key, count, **_left(count)) for key, count in GROUPS.items()),
                factor=[one for key in GROUPS for one in _times(key)],
                total={"add": list(GROUPS)},
            ),
            {
                "one": {"A": "8 8.5 9", "B": "8 8.5 9"},
                "two": {"A": "7.5 8 8.5", "B": "7.5 8 8.5"},
                "both": {"A": "8 8.5 9 9 9.5", "B": "8 8.5 9 9 -"},
            },
            events=[
                {"kind": "measure", "case": case, "measure": "dd", "value": 32, "places": 1}
                for case in "AB"
            ],
        ),
        {"A": "82.56", "B": "-"},
        ("去掉1个最高分和1个最低分，其余3个相加",),
    ),
    # -- 5: missing ---
    "05 excluded": (Small({}, {"A": "90 80 ?"}), {"A": "85.00"}, ("不计入",)),
    "05 too few": (
        Small({"missing": {"policy": "exclude", "min_ballots": 3}}, {"A": "90 80 ?"}),
        {"A": "-"},
        ("不足3份的案例不排名",),
    ),
    "05 the stage waits": (
        Small({"missing": {"policy": "block", "min_ballots": 1}}, {"A": "90 80 ?"}),
        {"A": "-"},
        ("全部案例都不排名",),
    ),
    "05 zero": (
        Small({"missing": {"policy": "zero", "min_ballots": 1}}, {"A": "90 80 ?"}),
        {"A": "56.67"},
        ("按零分计入",),
    ),
    # -- 6: rounding ---
    "06 half up": (Small(rounding("half_up"), {"A": QUOTIENT}), {"A": "91.43"}, ("四舍五入",)),
    "06 half even": (
        Small(rounding("half_even"), {"A": QUOTIENT}),
        {"A": "91.42"},
        ("四舍六入五成双",),
    ),
    "06 down": (Small(rounding("down"), {"A": QUOTIENT}), {"A": "91.42"}, ("直接舍去",)),
    "06 whole numbers": (Small(rounding("half_up", 0), {"A": "91 92"}), {"A": "92"}, ("取整数",)),
    "06 multiples of an interval": (
        Small(
            {
                "rounding": {
                    "mode": "half_up",
                    "places": 1,
                    "when": "every_stage",
                    "interval": "0.5",
                }
            },
            {"A": "91.2 91.3", "B": "91.2 91.2", "C": "91.8 91.8"},  # A is 91.25
        ),
        {"A": "91.5", "B": "91.0", "C": "92.0"},
        ("取0.5的整数倍，四舍五入",),
    ),
    "06 half even by an interval": (
        Small(
            {
                "rounding": {
                    "mode": "half_even",
                    "places": 1,
                    "when": "every_stage",
                    "interval": "0.5",
                }
            },
            {"A": "91.2 91.3"},  # 91.25 lies between 182 and 183 halves
        ),
        {"A": "91.0"},
        (),
    ),
    "06 each criterion": (
        # 0.6 x 91.2 = 54.72 -> 55, 0.4 x 91.2 = 36.48 -> 36
        Small({**rounding("half_up", 0, "every_criterion"), "criterion": TWO}, {"A": "91.2/91.2"}),
        {"A": "91"},
        ("每项指标加权后的得分先",),
    ),
    "06 stages rounded before they are added": (
        # 90.5 -> 91, 80.5 -> 81: (91 + 81) / 2
        Small(
            chain(
                score("first", 2),
                score("second", 2),
                **rounding("half_up", 0),
                total={"weights": {"first": "0.5", "second": "0.5"}},
            ),
            {"first": {"A": "90 91"}, "second": {"A": "80 81"}},
        ),
        {"A": "86"},
        (),
    ),
    "06 rounded at the very end alone": (
        Small(
            chain(
                score("first", 2),
                score("second", 2),
                **rounding("half_up", 0, "final"),
                total={"weights": {"first": "0.5", "second": "0.5"}},
            ),
            {"first": {"A": "90.5 90.5"}, "second": {"A": "80.4 80.4"}},
        ),
        {"A": "85"},  # 85.45; rounded before, 91 and 80, it would be 85.5 and so 86
        ("最后得出总成绩时修约一次",),
    ),
    # -- 7: total ---
    "07 weighted": (
        # 0.7 x 89.05 + 0.3 x 72.5 = 84.085
        Small(
            chain(
                score("first"),
                score("second"),
                scale={"min": "0", "max": "100", "step": "0.01"},
                total={"weights": {"first": "0.7", "second": "0.3"}},
            ),
            {"first": {"A": "89.05"}, "second": {"A": "72.5"}},
        ),
        {"A": "84.09"},
        ("×70%",),
    ),
    "07 added": (
        Small(
            chain(score("first"), score("second"), total={"add": ["first", "second"]}),
            {"first": {"A": "38"}, "second": {"A": "52.5"}},
        ),
        {"A": "90.50"},
        ("阶段first＋阶段second",),
    ),
    # -- 8: votes of the public, 1000, 500 and 250 valid; half the total ---
    "08 against the highest": (
        net(convert="max_ratio", full=100),
        {"A": "95.00", "B": "65.00", "C": "47.50"},
        ("除以最高有效票数",),
    ),
    "08 share": (
        # of 1750: 57.142.. 28.571.. 14.285..
        net(convert="share", full=100),
        {"A": "73.57", "B": "54.29", "C": "42.15"},
        (),
    ),
    "08 points of the rank": (
        net(convert="rank_points", points=["10", "8"]),
        {"A": "50.00", "B": "44.00", "C": "35.00"},
        (),
    ),
    "08 bands": (
        net(convert="bands", bands=[{"from": 500, "points": "90"}, {"from": 251, "points": "60"}]),
        {"A": "90.00", "B": "85.00", "C": "35.00"},
        (),
    ),
    "08 for reference only": (
        Small(
            chain(score("first"), public("net", convert="reference_only")),
            {"first": ONE_ROUND},
            votes={"net": VOTES},
        ),
        {"A": "90.00", "B": "80.00", "C": "70.00"},
        (),
    ),
    # -- 9: bonus and penalty ---
    "09 every started half minute, capped": (
        Small(
            {"adjust": [LATE]},
            {"A": "90", "B": "90", "C": "90"},
            events=[
                {"kind": "measure", "case": "A", "measure": "time", "value": 600},
                {"kind": "measure", "case": "B", "measure": "time", "value": 631},
                {"kind": "measure", "case": "C", "measure": "time", "value": 9999},
            ],
        ),
        {"A": "90.00", "B": "89.00", "C": "85.00"},
        ("0.5分",),
    ),
    "09 in proportion": (
        # 15 of 30 seconds over: half of 0.5
        Small(
            {"adjust": [{**LATE, "exact": True}]},
            {"A": "90"},
            events=[{"kind": "measure", "case": "A", "measure": "time", "value": 615}],
        ),
        {"A": "89.75"},
        ("不足30的按比例",),
    ),
    "09 a base value that must be recorded": (
        # B has 0 recorded, C nothing
        Small(
            {"adjust": [{**BASE, "required": True}]},
            {"A": "90", "B": "80", "C": "85"},
            events=[
                {"kind": "measure", "case": "A", "measure": "base", "value": 3253, "places": 2},
                {"kind": "measure", "case": "B", "measure": "base", "value": 0},
            ],
        ),
        {"A": "122.53", "B": "80.00", "C": "-"},
        ("没有登记 base 的，不计成绩",),
    ),
    "09 a base value that may lack": (
        Small({"adjust": [BASE]}, {"C": "85"}),
        {"C": "85.00"},
        ("没有登记的不加",),
    ),
    "09 bonus": (
        Small(
            {
                "adjust": [
                    {
                        "key": "more",
                        "name": {"en": "More"},
                        "measure": "prizes",
                        "free": 0,
                        "every": 1,
                        "points": "1.5",
                    }
                ]
            },
            {"A": "90"},
            events=[{"kind": "measure", "case": "A", "measure": "prizes", "value": 2}],
        ),
        {"A": "93.00"},
        (),
    ),
    # -- 11: promotion; second round 50 each ---
    "11 the first two": (
        promoted({"A": "90 90", "B": "80 80", "C": "70 70"}, top=2, at_cut="extend"),
        {"A": "50.00", "B": "50.00", "C": "-"},
        (),
    ),
    "11 a tie at the cut lets all pass": (
        promoted({"A": "90 90", "B": "80 80", "C": "70 90"}, top=2, at_cut="extend"),
        {"A": "50.00", "B": "50.00", "C": "50.00"},
        (),
    ),
    "11 a tie at the cut is parted": (
        Small(
            chain(
                score(
                    "first",
                    2,
                    promote={"top": 2, "at_cut": "cascade", "ties": ["high_count:first"]},
                ),
                score("second"),
                total={"weights": {"second": "1"}},
            ),
            {
                "first": {"A": "90 90", "B": "80 80", "C": "70 90"},
                "second": {"A": "50", "B": "50", "C": "50"},
            },
        ),
        {"A": "50.00", "B": "-", "C": "50.00"},
        (),
    ),
    "11 a tie at the cut waits for the committee": (
        promoted({"A": "90 90", "B": "80 80", "C": "70 90"}, top=2, at_cut="decide"),
        {"A": "", "B": "-", "C": "-"},  # the second round cannot begin before
        (),
    ),
    "11 a smallest score": (
        promoted({"A": "90 90", "B": "80 80", "C": "79 80"}, min_score="80"),
        {"A": "50.00", "B": "50.00", "C": "-"},
        (),
    ),
    "11 the best of each region": (
        promoted(
            {"A": "90 90", "B": "80 80", "C": "70 70", "D": "60 60"},
            top=1,
            per="region",
            at_cut="extend",
        ),
        {"A": "50.00", "B": "-", "C": "50.00", "D": "-"},
        (),
    ),
    "11 a ratio of the places": (
        # 1.5 x 2 places = 3
        Small(
            chain(
                score("first", promote={"ratio": "1.5", "at_cut": "extend"}),
                score("second"),
                total={"weights": {"second": "1"}},
                tier=tiers(1, 1),
            ),
            {
                "first": {"A": "90", "B": "80", "C": "70", "D": "60"},
                "second": {"A": "5", "B": "6", "C": "7", "D": "8"},
            },
        ),
        {"A": "5.00", "B": "6.00 t2", "C": "7.00 t1", "D": "-"},
        (),
    ),
    # -- 12: tiers ---
    "12 sizes, and places that stay empty": (
        Small({"tier": tiers(1, 3)}, {"A": "90", "B": "80"}),
        {"A": "90.00 t1", "B": "80.00 t2"},
        ("最多3个",),
    ),
    "12 a percentage is cut off": (
        # 40 % of 4 = 1.6
        Small(
            {
                "tier": [
                    {
                        "key": "t1",
                        "name": {"en": "One"},
                        "percent": "40",
                        "percent_of": "ranked",
                        "at_cut": "open",
                    }
                ]
            },
            {"A": "90", "B": "80", "C": "70", "D": "60"},
        ),
        {"A": "90.00 t1", "B": "80.00", "C": "70.00", "D": "60.00"},
        ("40%",),
    ),
    "12 a preset place stands outside the size": (
        Small(
            {"tier": tiers(1)},
            {"A": "90", "B": "80"},
            events=[{"kind": "preset", "case": "B", "tier": "t1"}],
        ),
        {"A": "90.00 t1", "B": "80.00 t1"},
        (),
    ),
    # -- 13: caps and floors ---
    "13 a cap passes over": (
        Small(
            {"tier": tiers(2), "cap": [{"by": "region", "most": 1, "tier": "t1"}]},
            {"A": "90", "B": "80", "C": "70"},
            {"A": WEST, "B": WEST, "C": {"region": "东部"}},
        ),
        {"A": "90.00 t1", "B": "80.00", "C": "70.00 t1"},
        ("最多1个",),
    ),
    "13 a floor keeps a place": (
        Small(
            {"tier": tiers(2), "floor": [{"by": "region", "value": "西部", "least": 1}]},
            {"A": "90", "B": "80", "C": "70"},
            {"C": WEST},
        ),
        {"A": "90.00 t1", "B": "80.00", "C": "70.00 t1"},
        ("西部",),
    ),
    # -- 14: lines ---
    "14 a line of the total": (
        Small({"line": [{"of": "total", "least": "80"}]}, {"A": "80", "B": "79.9"}),
        {"A": "80.00", "B": "-"},
        ("80",),
    ),
    "14 a line of a criterion": (
        Small(
            {"criterion": TWO, "line": [{"of": "criterion:b", "least": "60"}]},
            {"A": "90/50", "B": "70/60"},
        ),
        {"A": "-", "B": "66.00"},
        (),
    ),
    "14 a line of a stage": (
        Small(
            chain(
                score("first"),
                score("second"),
                line=[{"of": "stage:first", "least": "60"}],
                total={"weights": {"first": "0.5", "second": "0.5"}},
            ),
            {"first": {"A": "59", "B": "60"}, "second": {"A": "100", "B": "60"}},
        ),
        {"A": "-", "B": "60.00"},
        (),
    ),
    "14 a line of one tier": (
        Small(
            {"tier": tiers(1, 1), "line": [{"of": "total", "least": "95", "tier": "t1"}]},
            {"A": "90", "B": "80"},
        ),
        {"A": "90.00 t2", "B": "80.00"},
        (),
    ),
    # -- 15: eligibility, veto, ceiling ---
    "15 rejected, vetoed, at most the second tier": (
        Small(
            {"tier": tiers(1, 1)},
            {"A": "90", "B": "80", "C": "70", "D": "60"},
            events=[
                {"kind": "reject", "case": "A"},
                {"kind": "veto", "case": "B"},
                {"kind": "ceiling", "case": "C", "tier": "t2"},
            ],
        ),
        {"A": "-", "B": "-", "C": "70.00 t2", "D": "60.00 t1"},
        (),
    ),
    # -- 16: ties ---
    "16 another stage": (
        Small(
            chain(
                score("first"),
                score("second"),
                **ranking("stage:second"),
                total={"weights": {"first": "0.5", "second": "0.5"}},
            ),
            {"first": {"A": "90", "B": "80"}, "second": {"A": "70", "B": "80"}},
        ),
        {"B": "80.00  1", "A": "80.00  2"},
        ("阶段second",),
    ),
    "16 a criterion": (
        Small(
            {"criterion": TWO, **ranking("criterion:b")},
            {"A": "80/70", "B": "70/85"},  # 76 both
        ),
        {"B": "76.00  1", "A": "76.00  2"},
        (),
    ),
    "16 the mean of all": (
        tied("mean", "90 80 70", "80 80 79", aggregate={"method": "median"}),
        {"A": "80.00  1", "B": "80.00  2"},
        ("不去高去低",),
    ),
    "16 the median": (
        tied("median", "90 80 70", "100 70 70"),
        {"A": "80.00  1", "B": "80.00  2"},
        (),
    ),
    "16 the highest count": (
        tied("high_count", "90 80 70", "90 90 60"),
        {"B": "80.00  1", "A": "80.00  2"},
        (),
    ),
    "16 head to head": (
        tied("head_to_head", "90 80 70", "81 81 78"),  # one judge against two
        {"B": "80.00  1", "A": "80.00  2"},
        ("两两比较",),
    ),
    "16 more decimals": (
        tied("more_decimals", "80.1 80.1 80", "80.1 80 80.1", **rounding("half_up", 0)),
        {"A": "80  1", "B": "80  1"},
        ("修约以前的精确得分",),
    ),
    "16 less time": (
        Small(
            ranking("less:time"),
            {"A": "80", "B": "80"},
            events=[
                {"kind": "measure", "case": "A", "measure": "time", "value": 70},
                {"kind": "measure", "case": "B", "measure": "time", "value": 60},
            ],
        ),
        {"B": "80.00  1", "A": "80.00  2"},
        ("少者在前",),
    ),
    "16 votes": (
        Small(
            chain(score("first"), public("net", convert="reference_only"), **ranking("votes:net")),
            {"first": {"A": "80", "B": "80", "C": "80"}},
            votes={"net": VOTES.replace("A,1000", "A,400")},
        ),
        {"B": "80.00  1", "A": "80.00  2", "C": "80.00  3"},
        (),
    ),
    # -- 17: shared ranks ---
    "17 ranks that skip": (
        Small(ranking(), {"A": "90", "B": "80", "C": "80", "D": "70"}),
        {"A": "90.00  1", "B": "80.00  2", "C": "80.00  2", "D": "70.00  4"},
        (),
    ),
    "17 ranks that do not skip": (
        Small(ranking(shared="dense"), {"A": "90", "B": "80", "C": "80", "D": "70"}),
        {"D": "70.00  3"},
        ("名次不空出",),
    ),
    "17 at the last place all": (
        Small({"tier": tiers(1, 1, at_cut="include")}, {"A": "90", "B": "90", "C": "80"}),
        {"A": "90.00 t1", "B": "90.00 t1", "C": "80.00 t2"},
        (),
    ),
    "17 at the last place nobody": (
        Small({"tier": tiers(1, 2, at_cut="exclude")}, {"A": "90", "B": "90", "C": "80"}),
        {"A": "90.00 t2", "B": "90.00 t2", "C": "80.00"},
        (),
    ),
    "17 at the last place left open": (
        Small({"tier": tiers(1)}, {"A": "90", "B": "90"}),
        {"A": "90.00", "B": "90.00"},
        (),
    ),
    # -- 18: quorum ---
    # 8 of 11: 24 >= 22; 7 of 11: 21 < 22
    "18 eight of eleven are two thirds": (
        votes({"A": "1 1 1 1 1 1 1 1 ? ? ?"}, quorum=">= 2/3"),
        {"A": "8.00 t1 1"},
        ("不少于3分之2的，投票有效",),
    ),
    "18 seven of eleven are not": (
        votes({"A": "1 1 1 1 1 1 1 ? ? ? ?"}, quorum=">= 2/3"),
        {"A": "-"},
        ("不少于3分之2的，投票有效",),
    ),
    "18 half is not more than half": (
        votes({"A": "1 1 ? ?"}, quorum="> 1/2"),
        {"A": "-"},
        ("超过2分之1的，投票有效",),
    ),
    # -- 19: the part of the base ---
    # of 9: over two thirds needs 7, at least two thirds needs 6
    "19 over two thirds of nine is seven": (
        votes({"A": "1 1 1 1 1 1 1 0 0", "B": "1 1 1 1 1 1 0 0 0"}, threshold="> 2/3"),
        {"A": "7.00 t1 1", "B": "6.00  2"},
        ("得票超过3分之2的通过",),
    ),
    "19 at least two thirds of nine is six": (
        votes({"A": "1 1 1 1 1 1 0 0 0", "B": "1 1 1 1 1 0 0 0 0"}, threshold=">= 2/3"),
        {"A": "6.00 t1 1", "B": "5.00  2"},
        ("得票不少于3分之2的通过",),
    ),
    # 3 votes: of 5 members 6 > 5, of 6 members 6 > 6 not
    "19 of all members": (
        votes({"A": "1 1 1 ? ? ?", "B": "1 1 1 ? ? ?"}, base="members"),
        {"A": "3.00  1"},
        ("以本阶段全体评委为基数",),
    ),
    "19 of those present": (
        votes({"A": "1 1 1 0 0 ?"}, base="present"),
        {"A": "3.00 t1 1"},
        ("以参加投票的评委为基数",),
    ),
    # 4 ballots, one void: of 3 valid 4 > 3; of 4 present 4 > 4 not
    "19 of valid ballots": (
        votes({"A": "1 1 0 1", "B": "0 0 0 1", "C": "0 0 0 1"}, base="valid", paper=("J4",)),
        {"A": "2.00 t1 1"},
        ("以有效票为基数",),
    ),
    # 9 present, 3 recused from A: 4 of 6 is over half, 4 of 9 is not
    "19 of those present and not recused": (
        votes({"A": "1 1 1 1 0 0 - - -", "B": "1 1 1 1 0 0 0 0 0"}, base="present_minus_recused"),
        {"A": "4.00 t1 1", "B": "4.00  1"},
        ("减去对该案例回避的评委为基数",),
    ),
    # tier by tier: A is elected into the first and no candidate for the second
    "19 tier by tier": (
        votes(
            {"A": "1/1 1/0 1/0", "B": "0/1 0/1 1/1", "C": "0/0 0/1 0/0"},
            1,
            1,
            ticks={"t1": 2, "t2": 2},
        ),
        {"A": "3.00 t1 1", "B": "3.00 t2 2"},
        ("分等次投票，每张票最多勾选",),
    ),
    "19 another part for one tier": (
        # two thirds of 3 is 2, over half of 3 is 2; all three are wanted for the first
        votes(
            {"A": "1/1 1/1 0/1", "B": "0/0 0/1 1/1"},
            1,
            1,
            ticks={"t1": 1, "t2": 2},
            thresholds={"t1": ">= 1/1"},
        ),
        {"A": "3.00 t2 1", "B": "-"},
        ("得票须不少于1分之1",),
    ),
    # -- 20: which ballots count ---
    "20 too many ticks void the ballot": (
        votes({"A": "1 1 0 1", "B": "0 1 1 1", "C": "0 0 0 1"}, paper=("J4",)),
        {"A": "2.00  1", "B": "2.00  1", "C": "0.00  3"},  # 4 > 4 not: the void one is there
        ("多选的，整张票无效",),
    ),
    "20 void ballots leave the base": (
        votes({"A": "1 1 0 1", "B": "0 1 1 1", "C": "0 0 0 1"}, paper=("J4",), void_in_base=False),
        {"A": "2.00 t1 1", "B": "2.00 t1 1", "C": "0.00  3"},  # 4 > 3
        ("无效票不计入基数",),
    ),
    "20 too many ticks void what they say on that tier": (
        votes(
            {"A": "1/1 1/0 1/1", "B": "0/1 0/1 1/0"},
            1,
            1,
            ticks={"t1": 1, "t2": 2},
            over="tier",
            paper=("J3",),
        ),
        # the third paper ticks two for t1: void there, its tick for A in t2 counts
        {"A": "2.00 t1 1", "B": "2.00 t2 2"},
        ("多选的，该等次的选票无效",),
    ),
    "20 too few ticks void the ballot": (
        votes({"A": "1 1 1", "B": "1 1 0"}, fewer=False, paper=("J3",)),
        {"A": "2.00 t1 1", "B": "2.00 t1 1"},
        ("少选的与多选同样处理",),
    ),
    # 2 of 4 is not over half; less the one who abstains 4 > 3
    "20 who abstains stays in the base": (
        votes({"A": "1 1 0 a"}),
        {"A": "2.00  1"},
        ("弃权计入基数",),
    ),
    "20 who abstains leaves the base": (
        votes({"A": "1 1 0 a"}, abstained_in_base=False),
        {"A": "2.00 t1 1"},
        ("弃权不计入基数",),
    ),
    # -- 21: recusal ---
    "21 a recused judge leaves the denominator": (
        Small({}, {"A": "90 80 -", "B": "60 60 90"}),
        {"A": "85.00", "B": "70.00"},
        ("回避",),
    ),
    # -- 25: publication ---
    "25 those behind move up": (
        Small(
            {"tier": tiers(1), "publication": {"backfill": True, "reserves": 1}},
            {"A": "90", "B": "80", "C": "70"},
            events=[{"kind": "object", "case": "A"}],
        ),
        {"A": "-", "B": "80.00 t1", "C": "70.00"},
        ("递补",),
    ),
    "25 the place stays empty": (
        Small(
            {"tier": tiers(1), "publication": {"backfill": False}},
            {"A": "90", "B": "80"},
            events=[{"kind": "object", "case": "A"}],
        ),
        {"A": "-", "B": "80.00  2"},
        (),
    ),
}
