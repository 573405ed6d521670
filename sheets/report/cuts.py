"""The cut: who was the last in a tier, who the next after it, and what decided between them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.decisions import drawn
from scoring.points import format_exact
from sheets.office.view import Line, View, quoted, tie_words
from words import say
from words.text import clean_line


def cut_sentences(view: View) -> list[str]:
    """A sentence or more for each tier anybody is in, then for what is open."""
    return [*_closed(view), *_open(view)]


def _closed(view: View) -> Iterator[str]:
    ranked = [line for line in view.lines if line.place.rank is not None]
    for tier in view.sheet.tiers:
        inside = [at for at, line in enumerate(ranked) if line.place.tier == tier.key]
        if not inside:
            continue
        last, after = ranked[inside[-1]], ranked[inside[-1] + 1 :]
        name = view.name(tier)
        if after:
            named = {"last": _named(view, last), "next": _named(view, after[0])}
            yield _say(view, "cut", tier=name, **named, why=_why(view, last, after[0]))
        else:
            yield _say(view, "cut_all", tier=name, last=_named(view, last))


def _open(view: View) -> Iterator[str]:
    for cut in view.sheet.open_cuts:
        cases = view.say("comma").join(cut.cases)
        yield view.say("open_cut", tier=view.tier(cut.tier), places=cut.places, cases=cases)


def _named(view: View, line: Line) -> str:
    """Rank, number, title and score of a case."""
    place, title = line.place, clean_line(line.case.title)
    return _say(view, "named", rank=place.rank, case=place.case, title=title, score=place.score)


def _why(view: View, last: Line, after: Line) -> str:
    """What set the two apart: the score, the step of the cascade that did, or the rule."""
    values = Fraction(last.place.score), Fraction(after.place.score)
    if values[0] != values[1]:
        return _say(view, "why_score", difference=format_exact(values[0] - values[1]))
    for tie in last.place.ties:
        pair = tie.values.get(last.place.case), tie.values.get(after.place.case)
        if tie.split and pair[0] and pair[1] and Fraction(pair[0]) != Fraction(pair[1]):
            step = tie_words(view, tie.step)
            if tie.step == "decision":
                lots = drawn(view.sheet.decisions, (last.place.case, after.place.case))
                return _say(view, "why_draw" if lots else "why_decision")
            one, other = (format_exact(Fraction(value)) for value in pair if value)
            return _say(view, "why_step", step=quoted(step), one=one, other=other)
    return _say(view, "why_exact" if view.rules.rank_exact else "why_rule")


def _say(view: View, key: str, **params: object) -> str:
    return say(f"report.{key}", view.lang, **params)
