"""Which style rules count for a widget is found once: every test starts the same few screens.

Of the pinned Textual private names are touched, and its own `Stylesheet.apply` still says what a
set of rules that match comes to; it is asked once for each such set.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any

import pytest
from textual.css.match import _check_selectors
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.design import ColorSystem
from textual.dom import DOMNode

HEARD = {"display", "layout", "overflow_x", "overflow_y", "pointer"}  # a change is told others
HOVER, WITHIN, EVEN = {"hover"}, {"focus-within"}, {"odd", "even"}
ORDER = {"first-of-type", "last-of-type", "first-child", "last-child", "empty"}

Rules = dict[str, Any]


def quick_styles(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Stylesheet, "parse", _parsed_once(Stylesheet.parse))
    patch.setattr(Stylesheet, "apply", _applied(Stylesheet.apply))
    patch.setattr(Stylesheet, "replace_rules", _only_changes(Stylesheet.replace_rules))
    patch.setattr(RuleSet, "__hash__", object.__hash__)
    patch.setattr(ColorSystem, "generate", _generated_once(ColorSystem.generate))


def _parsed_once(parse: Callable[[Stylesheet], None]) -> Any:
    """The same style sheets in the same colours are the same rules, in one list for all."""
    known: dict[object, tuple[list[RuleSet], dict[str, list[RuleSet]]]] = {}

    def parsed(self: Stylesheet) -> None:
        sources = tuple(self.source.items())
        key = (tuple(sorted(self._variables.items())), sources, frozenset(self._invalid_css))
        if key not in known:
            parse(self)
            known[key] = self.rules, self.rules_map
        self._rules, self._rules_map = known[key]
        self._require_parse = False

    return parsed


def _generated_once(generate: Callable[[ColorSystem], dict[str, str]]) -> Any:
    """The shades of a theme: fifty colours, the same at every start."""
    known: dict[str, dict[str, str]] = {}

    def generated(self: ColorSystem) -> dict[str, str]:
        key = repr(sorted(vars(self).items()))
        if key not in known:
            known[key] = generate(self)
        return dict(known[key])

    return generated


class Candidates:
    """The rules whose names fit a kind of node, and what those of them that match come to."""

    def __init__(self, sheet: Stylesheet, node: DOMNode) -> None:
        names = sheet.rules_map.keys() & node._selector_names
        fitting = {rule for name in names for rule in sheet.rules_map[name]}
        rules = [rule for rule in reversed(sheet.rules) if rule in fitting]
        pseudo = set[str]().union(*(rule.pseudo_classes for rule in rules))
        self.marks = tuple(not pseudo.isdisjoint(some) for some in (HOVER, WITHIN, ORDER, EVEN))
        self.always: list[int] = []
        self.open: list[tuple[int, Any, Any]] = []
        self.known: dict[tuple[int, ...], Rules | None] = {}
        self._sort([one.selectors for rule in rules for one in rule.selector_set], node)

    def _sort(self, selectors: list[Any], node: DOMNode) -> None:
        """Where nothing but the kind of the node decides, it is decided now."""
        for at, chain in enumerate(selectors):
            if chain[-1]._check(node):
                if len(chain) > 1 or chain[0].pseudo_classes:
                    self.open.append((at, chain, chain[-1].pseudo_classes))
                else:
                    self.always.append(at)

    def matching(self, node: DOMNode) -> tuple[int, ...]:
        path = node.css_path_nodes
        return tuple(
            at for at, chain, pseudo in self.open
            if (not pseudo or node.has_pseudo_classes(pseudo)) and _check_selectors(chain, path)
        )  # fmt: skip


def _applied(apply: Any) -> Any:
    kinds: dict[object, Candidates] = {}

    def asked(sheet: Stylesheet, node: DOMNode) -> Rules | None:
        taken: list[Rules] = []
        other = copy(sheet)
        other.replace_rules = lambda _node, rules, animate: taken.append(rules)  # type: ignore
        other._process_component_classes = lambda _node: None  # type: ignore[method-assign]
        apply(other, node)
        return taken[0] if taken else None

    def applied(self: Stylesheet, node: DOMNode, *, animate: bool = False,
                cache: object = None) -> None:  # fmt: skip
        kind = (id(self.rules), type(node), frozenset(node._classes), node._id)
        if kind not in kinds:
            kinds[kind] = Candidates(self, node)
        found = kinds[kind]
        (node._has_hover_style, node._has_focus_within, node._has_order_style,
         node._has_odd_or_even) = found.marks  # fmt: skip
        matching = found.matching(node)
        if matching not in found.known:
            found.known[matching] = asked(self, node)
        if (rules := found.known[matching]) is not None:
            self.replace_rules(node, rules, animate=animate)
        self._process_component_classes(node)

    return applied


def _only_changes(replace: Any) -> Any:
    """A style that stays is not set again; one that nobody hears of yet is put where it belongs."""

    def changed(node: Any, rules: Rules, animate: bool = False) -> None:
        base = node.styles.base
        if animate and rules.get("transitions"):
            replace(node, rules, animate)
        elif not base._rules and not node._is_mounted:
            _fill(base, rules)
        elif base.__dict__.get("_given") != (id(rules), base._updates):
            for key in base._rules.keys() | rules.keys():
                value = rules.get(key)
                if base._rules.get(key) is not value:
                    setattr(base, key, value)
        base.__dict__["_given"] = (id(rules), base._updates)
        node.notify_style_update()

    return staticmethod(changed)


def _fill(base: Any, rules: Rules, kept: dict[tuple[str, int], Any] = {}) -> None:  # noqa: B006
    """The styles of a new widget or of a part of one: a value is checked once."""
    for key, value in rules.items():
        if key in HEARD:
            setattr(base, key, value)
            continue
        if (key, id(value)) not in kept:
            setattr(base, key, value)
            kept[key, id(value)] = (value, base._rules.get(key))  # held, so that its id is its own
        elif (stored := kept[key, id(value)][1]) is not None:
            base._rules[key] = stored
    base._updates += 1
