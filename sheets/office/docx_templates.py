"""The letters as templates that open in Word and WPS: the words can be changed there, the tags
in double braces are filled in.

`standard(name, lang)` makes one; `pingxuan template letters` writes them all out to be edited.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sheets.office.docx_layout import Page
from words import say

NAMES = ("announcement", "notice", "result", "ballots")
"""The letters: announcement, 公示 notice, the committee's result page, score sheets."""


def standard(name: str, lang: str) -> bytes:
    """The template of one letter as it comes with the program."""
    return MAKERS[name](lang)


def _announcement(lang: str) -> bytes:
    page = Page()
    _draft(page)
    page.line("{{ title }}", "title", align="center")
    page.line("", line=14)
    page.tag("{%p for block in blocks %}")
    for kind, face in (("head", "head"), ("case", "case")):
        page.tag(f"{{%p if block.kind == '{kind}' %}}")
        align = "center" if kind == "head" else "justify"
        page.line("{{ block.text }}", face, align=align, indent=2 * (kind == "case"))
        page.tag("{%p endif %}")
    page.tag("{%p if block.kind == 'text' %}")
    page.line("{{ block.text }}", indent=2)
    page.tag("{%p endif %}")
    page.tag("{%p endfor %}")
    _signed(page, lang)
    return page.bytes()


def _notice(lang: str) -> bytes:
    page = Page()
    _draft(page)
    page.line(_say(lang, "notice.title"), "title", align="center")
    page.line("", line=14)
    for key in ("intro", "period", "objections"):
        page.line(_say(lang, f"notice.{key}"), indent=2)
    for key in ("contact", "post", "attached"):
        page.line(_say(lang, f"notice.{key}"), indent=2, align="left")
    _signed(page, lang)
    page.line(_say(lang, "notice.list"), "head", align="left", page_before=True)
    page.tag("{%p for tier in tiers %}")
    page.line("{{ tier.name }}", "head", align="center")
    heads = [_say(lang, f"column.{key}") for key in ("number", "title", "unit")]
    row = ["{{ case.number }}", "{{ case.title }}", "{{ case.unit }}"]
    page.table(heads, row, (18, 82, 56), _loop("case in tier.cases"))
    page.line("", line=14)
    page.tag("{%p endfor %}")
    return page.bytes()


def _result(lang: str) -> bytes:
    page = Page()
    _draft(page)
    page.line(_say(lang, "result.title"), "title", align="center")
    page.line("{{ facts }}", "case", align="center", size=12)
    page.line("", line=10)
    keys = ("rank", "case", "title", "unit", "score", "tier")
    heads = [_say(lang, f"column.{key}") for key in keys]
    row = [f"{{{{ line.{key} }}}}" for key in keys]
    page.table(heads, row, (12, 14, 56, 38, 16, 20), _loop("line in lines"), size=10.5)
    page.line("", line=10)
    page.tag("{%p for sentence in remarks %}")
    page.line("{{ sentence }}", size=12, line=20, indent=2)
    page.tag("{%p endfor %}")
    page.line(_say(lang, "result.agreed"), indent=2)
    page.line("", line=14)
    for key in ("counted", "checked", "supervised", "chair"):
        page.line(_say(lang, f"sign.{key}"), line=36)
    page.line(_say(lang, "sign.members"), line=36)
    page.line(_say(lang, "sign.date"), align="right", line=36)
    page.line(_say(lang, "result.digest"), size=9, line=14, align="left")
    return page.bytes()


def _ballots(lang: str) -> bytes:
    """A page per judge; blank cells where nothing was given."""
    page = Page(landscape=True)
    page.tag("{%p for judge in judges %}")
    page.line(_say(lang, "ballots.title"), "title", align="center", size=18, page_before=True)
    page.line(_say(lang, "ballots.judge"), "case", size=12, align="left")
    heads = [_say(lang, f"column.{key}") for key in ("case", "title", "unit")]
    heads += ["{{ name }}", _say(lang, "column.total"), _say(lang, "column.note")]
    row = ["{{ line.case }}", "{{ line.title }}", "{{ line.unit }}"]
    row += ["{{ mark }}", "{{ line.total }}", ""]
    loops = ("{%tc for name in judge.criteria %}", "{%tc for mark in line.marks %}")
    page.table(
        heads,
        row,
        (14, 62, 46, 27, 20, 14) if lang == "en" else (14, 72, 52, 20, 20, 20),
        _loop("line in judge.lines"),
        size=10.5,
        repeat=(3, loops),
    )
    page.line(_say(lang, "ballots.note"), size=10.5, line=18, align="left")
    page.line(_say(lang, "ballots.signed"), "case", size=12, line=32, align="left")
    page.tag("{%p endfor %}")
    return page.bytes()


def _draft(page: Page) -> None:
    """What stands above everything that is not final."""
    page.tag("{%p if draft %}")
    page.line("{{ draft }}", "head", align="center", size=14)
    page.tag("{%p endif %}")


def _signed(page: Page, lang: str) -> None:
    page.line("")
    page.line(_say(lang, "signed.office"), align="right")
    page.line("{{ day }}", align="right")
    page.line("", line=14)


def _loop(each: str) -> tuple[str, str]:
    return f"{{%tr for {each} %}}", "{%tr endfor %}"


def _say(lang: str, key: str) -> str:
    """Words of a template; `[name]` in them is a place to be filled in."""
    text = say(f"letters.{key}", lang)
    return text.replace("[", "{{ ").replace("]", " }}")


MAKERS: Mapping[str, Callable[[str], bytes]] = {
    "announcement": _announcement,
    "notice": _notice,
    "result": _result,
    "ballots": _ballots,
}
