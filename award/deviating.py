"""Marks that lie far from the others': flagged as the rules say, explained in writing.

A mark is never removed and never changed here. An explanation is about one total: where the
ballot is corrected and the total is another, a new one is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from award.folder import Award
from db.limits import REMARK, require_text
from db.reader import Reader
from files import canonical
from scoring.cells import Matrix
from scoring.deviation import Base, Flag, flags
from scoring.points import format_fixed, round_to
from scoring.rules import Rules
from sheets.sheet_model import FarMark
from words import Bad, Problem, say
from words.text import clean_line

KIND = "explanation"
Explained = Mapping[tuple[str, str, str], str]  # judge, case, total -> text


@dataclass(frozen=True)
class Mark:
    """A flagged total of a stage, from what it differs, and what was written about it."""

    stage: str
    flag: Flag
    base: Base
    explanation: str
    required: bool

    @property
    def waits(self) -> bool:
        return self.required and not self.explanation


def marks_of(award: Award, matrices: Mapping[str, Matrix]) -> tuple[Mark, ...]:
    """The flagged totals of the counted matrices of all stages that are scored, in their order;
    none where the rules flag none.
    """
    sides, rules = award.rules_file.sides, award.rules
    if sides.yardstick is None:
        return ()
    found = [
        (stage.key, flag)
        for stage in rules.passes()
        if stage.kind == "score" and stage.form and stage.key in matrices
        for flag in flags(
            sides.yardstick, stage.form, stage.rounding or rules.rounding, matrices[stage.key]
        )
    ]
    texts = _explanations(award.store) if found else {}
    return tuple(
        Mark(stage, flag, sides.yardstick.base, texts.get(_about(flag), ""), sides.explain)
        for stage, flag in found
    )


def explain_mark(award: Award, judge: str, case: str, text: str, by: str) -> None:
    """Keep the written explanation of a flagged total.

    Raises E-NOEXPLANATION, E-TOOLONG, or E-NOFLAG where nothing is flagged there.
    """
    from award.ranking import rank

    text = clean_line(text)
    if not text:
        raise Bad("E-NOEXPLANATION")
    require_text(judge, "text", text, REMARK)
    marks = rank(award).marks
    found = [one.flag for one in marks if (one.flag.judge, one.flag.case) == (judge, case)]
    if not found:
        known = ", ".join(f"{one.flag.judge} {one.flag.case}" for one in marks) or "-"
        raise Bad("E-NOFLAG", judge=judge, case=case, known=known)
    payload = {"judge": judge, "case": case, "total": _exact(found[0]), "text": text, "by": by}
    detail = {"judge": judge, "case": case}
    award.store.add_document(
        KIND, f"{judge}/{case}", canonical.dumps(payload), detail=detail, actor=by
    )


def _explanations(store: Reader) -> Explained:
    """What was explained; of several for the same total the newest."""
    read = (canonical.loads(one.payload) for one in store.documents(KIND))
    return {
        (str(one["judge"]), str(one["case"]), str(one["total"])): str(one["text"])
        for one in read
        if isinstance(one, dict)
    }


def _about(flag: Flag) -> tuple[str, str, str]:
    return flag.judge, flag.case, _exact(flag)


def _exact(flag: Flag) -> str:
    return f"{flag.total.numerator}/{flag.total.denominator}"


def mark_line(rules: Rules, mark: Mark) -> str:
    """`C03: J7 gave 78.00, 13.19 below the mean of all (91.19)`, and the explanation."""
    flag = mark.flag
    line = say(
        "deviation.line",
        case=flag.case,
        judge=flag.judge,
        total=_points(rules, flag.total),
        difference=signed(rules, flag.difference),
        base=base_words(rules, mark),
    )
    if mark.explanation:
        return line + " " + say("deviation.explained", text=mark.explanation)
    return line + " " + say("deviation.wanted" if mark.waits else "deviation.only_flagged")


def base_words(rules: Rules, mark: Mark) -> str:
    """`the mean of all (91.19)`."""
    return say(f"deviation.{mark.base}", value=_points(rules, mark.flag.base))


def signed(rules: Rules, value: Fraction) -> str:
    """`-13.19`, `+13.19`, rounded as the rules round."""
    return ("+" if value > 0 else "") + _points(rules, value)


def unexplained(rules: Rules, mark: Mark) -> Problem:
    """What is still to be done about a mark."""
    flag = mark.flag
    about = {"judge": flag.judge, "case": flag.case, "base": base_words(rules, mark)}
    return Problem("E-UNEXPLAINED", "", {**about, "difference": signed(rules, flag.difference)})


def far_mark(mark: Mark) -> FarMark:
    """A mark as the sheets keep it."""
    flag = mark.flag
    base = f"{flag.base.numerator}/{flag.base.denominator}"
    return FarMark(flag.case, flag.judge, _exact(flag), base, mark.base, mark.explanation)


def mark_data(rules: Rules, mark: Mark) -> dict[str, object]:
    """A mark for machines: exact values as fractions, the difference also as published."""
    flag = mark.flag
    return {
        "case": flag.case,
        "judge": flag.judge,
        "total": _exact(flag),
        "base": f"{flag.base.numerator}/{flag.base.denominator}",
        "from": mark.base,
        "difference": _points(rules, flag.difference),
        "explanation": mark.explanation,
        "required": mark.required,
    }


def _points(rules: Rules, value: Fraction) -> str:
    places = rules.rounding.places
    return format_fixed(round_to(value, places, rules.rounding.mode), places)
