"""The keys of the scoring screen: what they are bound to and how they are named."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingType

from tui.keys import COMPARE_KEYS, FIND_KEYS, SPACE_KEYS
from tui.widgets.key_bar import Key
from words import say

BINDINGS: list[BindingType] = [
    Binding("up", "row(-1)", show=False, id="row.up"),
    Binding("down", "row(1)", show=False, id="row.down"),
    Binding("left", "nudge(-1)", show=False, id="score.less"),
    Binding("right", "nudge(1)", show=False, id="score.more"),
    Binding("enter", "next", show=False, id="next"),
    Binding("delete", "clear", show=False, id="clear"),
    Binding(SPACE_KEYS, "doubt", show=False, id="doubt"),
    Binding("pageup", "page(-1)", show=False, id="page.up"),
    Binding("pagedown", "page(1)", show=False, id="page.down"),
    Binding("home", "ends(-1)", show=False, id="top"),
    Binding("end", "ends(1)", show=False, id="end"),
    Binding("tab", "pane(1)", show=False, id="pane.next"),
    Binding("shift+tab", "pane(-1)", show=False, id="pane.back"),
    Binding("f2", "comment", show=False, id="comment"),
    Binding("f3", "recuse", show=False, id="recuse"),
    Binding("f4", "review", show=False, id="review"),
    Binding("f5,ctrl+o", "papers", show=False, id="papers"),
    Binding("f7", "case(-1)", show=False, id="case.back"),
    Binding("f8", "case(1)", show=False, id="case.next"),
    Binding(FIND_KEYS, "find", show=False, id="find"),
    Binding(COMPARE_KEYS, "compare", show=False, id="compare"),
]


def closed_keys(closed: str, *, withdraw: bool) -> Sequence[Key]:
    """The keys for looking, and once for all others why they are off.

    `withdraw`: the case is closed by an own recusal, which can be taken back.
    """
    back = (Key("F3", say("tui.do.unrecuse"), "recuse"),) if withdraw else ()
    off = "marking" if withdraw else "changing"
    return (
        Key(say(f"tui.key.{off}"), say(f"tui.do.{off}"), why_not=closed),
        *back,
        Key("PgUp/PgDn", say("tui.do.paper"), "page(1)"),
        Key("F7", say("tui.do.prev"), "case(-1)"),
        Key("F8", say("tui.do.nextcase"), "case(1)"),
        Key("=", say("pair.do"), "compare"),
        Key("Esc", say("tui.do.list"), "back"),
        Key("F1", say("tui.do.help"), "help"),
    )


def open_keys() -> Sequence[Key]:
    return (
        Key(say("tui.key.digits"), say("tui.do.score")),
        Key(say("tui.key.updown"), say("tui.do.row")),
        Key("Enter", say("tui.do.next"), "next"),
        Key("PgUp/PgDn", say("tui.do.paper"), "page(1)"),
        Key("Ctrl+Z", say("tui.do.undo"), "undo"),
        Key("F2", say("tui.do.comment"), "comment"),
        Key("F3", say("tui.do.recuse"), "recuse"),
        Key(say("tui.key.space"), say("tui.do.doubt"), "doubt"),
        Key("F7", say("tui.do.prev"), "case(-1)"),
        Key("F8", say("tui.do.nextcase"), "case(1)"),
        Key("=", say("pair.do"), "compare"),
        Key("Esc", say("tui.do.list"), "back"),
        Key("F1", say("tui.do.help"), "help"),
    )
