"""The report: one file, nothing from elsewhere, judges without names unless allowed."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from scoring.result import Decision
from sheets.office.figures import spread_of
from sheets.report import pictures
from sheets.report.charts import Chart, Mark, Row
from sheets.report.cuts import cut_sentences
from sheets.report.page import write_report
from sheets.report.pdf import covering, write_pdf
from sheets.report.svg import to_svg
from tests.export.samples import HOSTILE
from tests.sheets_out.awards import Made, make, rules_data
from words import Bad


class Tags(HTMLParser):
    """Every tag with its attributes, and the text between them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: bytes) -> Tags:
    tags = Tags()
    tags.feed(page.decode("utf-8"))
    return tags


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_loads_nothing_and_runs_nothing(lang: str) -> None:
    page = write_report(make().view(lang))
    names = {tag for tag, _ in read(page).tags}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "a"}
    outside = [v for _, attrs in read(page).tags for v in attrs.values() if v and "://" in v]
    assert set(outside) == {"http://www.w3.org/2000/svg"}  # the name of SVG, not an address
    assert not [k for _, attrs in read(page).tags for k in attrs if k.startswith("on")]
    assert b"@import" not in page
    assert b"url(" not in page


def test_its_policy_allows_its_own_style_sheet_and_nothing_else() -> None:
    page = write_report(make().view()).decode("utf-8")
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    digest = base64.b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = next(
        attrs["content"]
        for tag, attrs in read(page.encode("utf-8")).tags
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert " style=" not in page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_titles_and_names_stay_text(lang: str) -> None:
    marks = ["<script>alert(1)</script>", "</title><b>", '"><svg onload=x>', "&amp;", "{{ 7*7 }}"]
    titles = [*marks, *(text for text in HOSTILE if text.strip())]
    made = make(len(titles), 7, titles=titles, judge_names=titles)
    found = read(write_report(made.view(lang), named=True))
    names = {tag for tag, _ in found.tags}
    assert not names & {"script", "b"}
    assert not [k for _, attrs in found.tags for k in attrs if k.startswith("on")]
    assert all(mark in found.text for mark in marks)


def test_no_judge_is_named_unless_allowed() -> None:
    made = make(20, 7)
    hidden, named = write_report(made.view()), write_report(made.view(), named=True)
    for judge in made.sheet.judges:
        assert judge.name.encode("utf-8") not in hidden
        assert judge.id.encode("utf-8") not in hidden
        assert judge.name.encode("utf-8") in named


def test_without_names_the_order_of_the_judges_shows_nothing() -> None:
    made = make(20, 7)
    sheet = made.sheet
    order = {judge.id: sheet.judges[-1 - at].id for at, judge in enumerate(sheet.judges)}
    turned = replace(
        sheet,
        scores=tuple(replace(row, judge=order[row.judge]) for row in sheet.scores),
        ranking=tuple(
            replace(p, dropped=tuple(replace(d, judge=order[d.judge]) for d in p.dropped))
            for p in sheet.ranking
        ),
    )
    other = Made(made.rules, made.nominations, turned)
    ours, theirs = (pictures.judges(one.view(), named=False) for one in (made, other))
    assert ours == theirs


def test_it_says_what_it_is_who_won_and_how_to_check_it() -> None:
    made = make(20, 7)
    text = read(write_report(made.view(sentences=["规则一。", "规则二。"]))).text
    for words in (
        "正式结果",
        "一、排名与等次",
        "入选分界",
        "规则二。",
        "怎样核对",
        "pingxuan recount",
    ):
        assert words in text
    for place in made.sheet.ranking:
        assert place.score in text
    assert made.view().digest in text


def test_a_provisional_report_says_so_in_a_frame() -> None:
    page = write_report(make(kind="provisional").view()).decode("utf-8")
    assert '<p class="kind draft">临时结果' in page


def test_the_cut_names_the_last_the_next_and_what_decided() -> None:
    sentences = cut_sentences(make(25, 7).view())
    assert len(sentences) == 2
    assert all("由得分决定" in one or "区分" in one for one in sentences)
    assert "第10名" in sentences[0]
    assert "第11名" in sentences[0]


def test_an_open_cut_is_told_and_a_decided_one_too() -> None:
    data = rules_data(ranking={"ties": ["decision"]})
    for tier in data["tier"]:
        tier["size"] = 1
    data["scale"] = {"min": "0", "max": "100", "step": "50"}
    for criterion in data["criterion"]:
        criterion["levels"] = []
    made = make(6, 3, data=data, holes=0)
    (cut, *_) = made.sheet.open_cuts
    assert any(cut.cases[0] in one for one in cut_sentences(made.view()))
    decided = make(6, 3, data=data, holes=0, decisions=[Decision(cut.cases, "chair", 1)])
    assert "由评选委员会决定" in cut_sentences(decided.view())[0]


def test_the_strips_have_a_dot_for_every_valid_ballot_and_a_ring_for_every_dropped() -> None:
    made = make(50, 7)
    chart = pictures.strips(made.view())
    for row, place in zip(chart.rows, made.sheet.ranking, strict=False):
        shapes = [mark.shape for mark in row.marks]
        assert shapes.count("dot") + shapes.count("ring") == place.ballots
        assert shapes.count("ring") == len(place.dropped)
    assert [len(part.rows) for part in chart.parts(45)] == [45, len(chart.rows) - 45]


MARKS = (Mark("dot", Fraction(80)), Mark("range", Fraction(70), Fraction(200)))
CHART = Chart("<t>", 60, 100, (Row("a & b", MARKS, "80"),))


def test_a_picture_is_well_formed_and_keeps_inside_its_frame() -> None:
    tree = ElementTree.fromstring(to_svg(CHART))
    assert tree.attrib["aria-label"] == "<t>"
    numbers = [float(n) for n in re.findall(r"[MH ](\d+\.?\d*)", to_svg(CHART))]
    assert max(numbers) <= 720
    assert 'cx="449.0"' in to_svg(CHART)  # the middle of 60 to 100


@pytest.mark.parametrize(
    ("low", "high"), [(0, 100), (60, 100), (85, 95), (0, 5), (0, 2000), (5, 5)]
)
def test_the_axis_has_a_readable_number_of_ticks(low: int, high: int) -> None:
    ticks = Chart("", low, high, ()).ticks()
    assert 1 <= len(ticks) <= 10
    assert all(low <= tick <= high for tick in ticks)


def test_quartiles_are_those_of_the_textbook() -> None:
    spread = spread_of([Fraction(n) for n in (4, 1, 3, 2, 5)])
    assert spread is not None
    assert [spread.low, spread.lower, spread.middle, spread.upper, spread.high] == [1, 2, 3, 4, 5]
    assert spread_of([]) is None


def test_the_pdf_is_one_and_says_no_name() -> None:
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    made = make(12, 7)
    try:
        data = write_pdf(made.view("en"))
    except Bad as error:
        pytest.skip(str(error))
    assert data.startswith(b"%PDF-")
    assert b"Author" not in data
    assert data == write_pdf(made.view("en"))


def test_a_character_no_font_has_is_named_and_no_pdf_is_written() -> None:
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    with pytest.raises(Bad) as caught:
        covering({"a", "\U0001fbfb", "\ue123"})
    assert caught.value.code == "E-NOGLYPH"
    assert "\U0001fbfb" in str(caught.value)


def test_where_judges_have_a_weight_the_means_by_criterion_say_that_they_leave_it_aside() -> None:
    weighed = make(12, 5, data={**rules_data(), "judge_weights": {"J01": "1.5"}})
    assert read(write_report(weighed.view())).text.count("平均分不计评委权重") == 1
    assert "平均分不计评委权重" not in read(write_report(make().view())).text
