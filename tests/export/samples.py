"""Sheets to test with: one made by hand from a small award, and any at all."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from db.records import Ballot, Judge, Nomination
from scoring.cells import Cell, Matrix, State
from scoring.result import CaseScore, Decision, Dropped, Gap, OpenCut, Outcome, Standing, TieUse
from scoring.rules import (
    Aggregation,
    Announce,
    Criterion,
    Missing,
    Rounding,
    Rules,
    Scale,
    ScoreStage,
    Text,
    Tier,
    TieStep,
)
from sheets import sheet_model as model
from sheets.result_sheet import Meta, build

# The payloads of the screens' table of untrusted text, and what spreadsheets take for formulas.
HOSTILE = (
    "Prize [/]",
    "[$error]",
    '[a="',
    "[/",
    "[B]",
    "[ red]",
    "[[x]] [nested",
    "\\leading and trailing\\",
    "[@click=app.quit]x[/]",
    "{0.__class__} {title} %s $t",
    "'); DROP TABLE ballots; --",
    '"quoted", and; split\tby',
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u3000＝1+1",
    "=cmd|' /C calc'!A0",
    "'=1+1",
    "''",
    "#rank",
    "-5",
    "007",
    "1/2",
    "行一\n行二",
)

SCALE = Scale(0, 1000, 5)
RULES = Rules(
    award="award-1",
    name=Text("优秀案例评选", "Case Award"),
    stages=(
        ScoreStage(
            key="score",
            name=Text("评分", "Score"),
            criteria=(
                Criterion("effect", Text("实际成效", "Effect"), 60, SCALE),
                Criterion("spread", Text("示范推广", "Replicability"), 40, SCALE),
            ),
            decimals=1,
            weight_decimals=0,
            aggregation=Aggregation("mean"),
            missing=Missing("exclude", 1),
        ),
    ),
    rounding=Rounding("half_up", 2, "every_stage"),
    rank_exact=False,
    ties=(TieStep("criterion", "effect"), TieStep("median")),
    shared="skip",
    tiers=(
        Tier("classic", Text("经典案例", "Classic"), 1, "open"),
        Tier("excellent", Text("优秀案例", "Excellent"), 1, "open"),
    ),
    announce=Announce(Text("公告", "The Cases"), "field", ("法院", "公安"), "odd_then_even"),
)
RULES_DATA: dict[str, object] = {
    "format": 1,
    "award": {"id": "award-1", "name": {"zh": "优秀案例评选", "en": "Case Award"}},
    "criterion": [{"key": "effect", "weight": "60"}, {"key": "spread", "weight": "40"}],
    "announce": {"fields": ["法院", "公安"], "order": "field"},
}
NOMINATIONS = (
    Nomination("001", "=HYPERLINK(1)", "-甲单位", "公安", "市级", "甲市", ("正文",)),
    Nomination("002", "题目 [/]", "乙单位", "法院", "省级", "", ("正文", "二")),
    Nomination("003", "'丙'", "丙单位", "", "", "", ()),
)
JUDGES = (Judge("J01", "虚构甲", "某处"), Judge("J02", "@虚构乙"))
BALLOTS = (
    Ballot("J02", 2, (), b"2", "b" * 64, "1" * 20, "2026-01-02T10:00:00+08:00"),
    Ballot("J01", 1, (), b"1", "a" * 64, "2" * 20, "2026-01-01T10:00:00+08:00"),
)


def _cell(text: str) -> Cell:
    return Cell(State[text]) if text.isalpha() else Cell(State.SCORED, int(text))


def matrix() -> Matrix:
    """002 is recused for J02, 003 has a hole: points in tenths."""
    rows = {
        ("001", "J01"): ("900", "855"),
        ("001", "J02"): ("885", "800"),
        ("002", "J01"): ("900", "855"),
        ("002", "J02"): ("RECUSED", "RECUSED"),
        ("003", "J01"): ("MISSING", "700"),
        ("003", "J02"): ("ABSTAINED", "ABSTAINED"),
    }
    cells = {
        (case, judge, criterion): _cell(text)
        for (case, judge), texts in rows.items()
        for criterion, text in zip(("effect", "spread"), texts, strict=True)
    }
    return Matrix.build(("001", "002", "003"), ("J01", "J02"), ("effect", "spread"), cells)


def outcome() -> Outcome:
    use = TieUse(
        TieStep("criterion", "effect"),
        ("002", "001"),
        {"001": Fraction(357, 4), "002": Fraction(90)},
        split=True,
    )
    drop = Dropped("J02", "low", Fraction(-171, 2), "effect")
    return Outcome(
        standings=(
            Standing(1, CaseScore("002", Fraction(441, 5), 8820, 1), "classic", (use,)),
            Standing(2, CaseScore("001", Fraction(433, 5), 8660, 2, (drop,)), "excellent", (use,)),
            Standing(None, CaseScore("003", None, None, 0, (), "too_few_ballots")),
        ),
        open_cuts=(OpenCut("excellent", 1, ("001",)),),
        gaps=(Gap("J01", "003", ("effect",)),),
    )


def sheet(number: int = 3) -> model.ResultSheet:
    return build(
        meta=Meta(number, "final", "pingxuan 0.1.0", "c" * 64, "主任办公会同意"),
        rules=RULES,
        rules_data=RULES_DATA,
        nominations=NOMINATIONS,
        judges=JUDGES,
        ballots=BALLOTS,
        matrix=matrix(),
        outcome=outcome(),
        decisions=(Decision(("002", "001"), "chair", 1),),
    )


texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=12),
)
numbers = st.integers(1, 10**6)
fractions = st.fractions().map(lambda value: f"{value.numerator}/{value.denominator}")
names = st.builds(model.Named, texts, texts, texts)
cell_texts = st.one_of(
    st.integers(-999, 999).map(str),
    st.integers(0, 99).map(lambda n: f"{n}.5"),
    st.sampled_from(
        ["missing", "not_applicable", "abstained", "recused", "not_assigned"],
    ),
)
ids = texts.filter(bool)
lists = st.lists(ids, max_size=3).map(tuple)
steps = st.sampled_from(["criterion:effect", "median", "head_to_head", "decision"])
heads = st.builds(
    model.Head,
    format=st.just(1),
    number=numbers,
    kind=st.sampled_from(["provisional", "final"]),
    reason=texts,
    program=texts,
    rules_digest=texts,
    slate_digest=texts,
    data_digest=texts,
    log_head=texts,
)
places = st.builds(
    model.Place,
    rank=st.none() | numbers,
    case=texts,
    tier=texts,
    announce_no=st.none() | numbers,
    score=st.sampled_from(["", "88.50", "-3", "0.00"]),
    exact=st.just("") | fractions,
    ballots=numbers,
    remark=st.sampled_from(["", "too_few_ballots", "blocked", "open_cut", "shared"]),
    tied_with=lists,
    dropped=st.lists(
        st.builds(
            model.DroppedValue, texts, texts, st.sampled_from(["high", "low", "judge"]), fractions
        ),
        max_size=2,
    ).map(tuple),
    ties=st.lists(
        st.builds(
            model.TieLine,
            steps,
            lists,
            st.dictionaries(texts, fractions, max_size=2),
            st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
)
plain_values = st.recursive(
    texts | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


amounts = st.sampled_from(["0", "3.2", "999999.9999"])
# Rules that ask for measures, and what is no such rule at all.
asking = st.fixed_dictionaries({
    table: st.lists(st.fixed_dictionaries({"measure": texts, "name": plain_values}) | plain_values)
    for table in ("factor", "adjust")
})  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn) -> model.ResultSheet:
    """Any sheet at all that hangs together: rankings and rows name cases and judges it has."""
    cases = draw(
        st.lists(
            st.builds(model.SheetCase, texts, texts, texts, texts, texts, texts),
            max_size=4,
            unique_by=lambda case: case.number,
        )
    )
    judges = draw(
        st.lists(
            st.builds(model.SheetJudge, texts, texts), max_size=3, unique_by=lambda judge: judge.id
        )
    )
    criteria = draw(
        st.lists(names, min_size=1, max_size=3, unique_by=lambda criterion: criterion.key)
    )
    cells = st.lists(cell_texts, min_size=len(criteria), max_size=len(criteria)).map(tuple)
    rows = [
        model.ScoreRow(case.number, judge.id, draw(cells), draw(st.just("") | fractions))
        for case in cases
        for judge in judges
    ]
    ranking = [draw(places.map(lambda p, c=case: _of(p, c.number))) for case in cases]
    return model.ResultSheet(
        result=draw(heads),
        award=draw(names),
        tiers=tuple(draw(st.lists(names, max_size=2, unique_by=lambda tier: tier.key))),
        ranking=tuple(ranking),
        open_judges=draw(lists),
        open_cuts=tuple(draw(st.lists(st.builds(OpenCut, texts, numbers, lists), max_size=1))),
        decisions=tuple(
            draw(
                st.lists(
                    st.builds(Decision, lists, st.sampled_from(["chair", "draw"]), numbers, texts),
                    max_size=1,
                )
            )
        ),
        gaps=tuple(draw(st.lists(st.builds(Gap, texts, texts, lists), max_size=1))),
        cases=tuple(cases),
        judges=tuple(judges),
        criteria=tuple(criteria),
        scores=tuple(rows),
        receipts=tuple(
            draw(st.lists(st.builds(model.Receipt, texts, numbers, texts, texts, texts)))
        ),
        rules=draw(st.dictionaries(texts, plain_values, max_size=4) | asking),
        measures=tuple(
            model.MeasuredCase(case.number, key, draw(amounts))
            for key in draw(st.lists(ids, max_size=2, unique=True))
            for case in cases
            if draw(st.booleans())
        ),
    )


def _of(place: model.Place, case: str) -> model.Place:
    return model.Place(**{**place.__dict__, "case": case})
