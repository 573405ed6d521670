"""Labels of a form or a pasted text (`案例名称：…`) and the values that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sheets.headings import RecordKind, aliases, fold

LONGEST = 60  # characters of a label, with all its hints in brackets
LIKE_A_LABEL = 14  # folded characters of what may be a label that is not known
SENTENCE = re.compile("[，。；！？,;!?0-9]")
# A label with a colon, at the beginning of a line or after a wide gap.
COLON = re.compile(r"(?:^|\t|\u3000|\s{2,})\s*([^:：\n\t]{1,60}?)\s*[:：]")


@dataclass
class Pair:
    """A label as it is written, the field it fills ("" where not known), its value."""

    label: str
    field: str
    value: str
    line: int = 0

    def more(self, text: str) -> None:
        """Text that goes on below."""
        self.value = f"{self.value}\n{text}" if self.value else text


Record = list[Pair]


@dataclass(frozen=True)
class Labels:
    """The labels that are known for a kind of record, and those the user has named."""

    kind: RecordKind
    mapping: Mapping[str, str] | None = None
    _chosen: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._chosen.update({fold(label): name for label, name in (self.mapping or {}).items()})

    def field(self, text: str) -> str | None:
        """The field of a label: "" for one the user wants ignored, None where it is no label."""
        if len(text) > LONGEST or not text.strip():
            return None
        folded = fold(text)
        return self._chosen.get(folded, aliases(self.kind).get(folded))

    def knows(self, text: str) -> bool:
        return self.field(text) is not None

    def could_be(self, text: str) -> bool:
        """Whether it looks like a label, known or not: short, and no sentence."""
        return self.knows(text) or (
            0 < len(fold(text)) <= LIKE_A_LABEL and not SENTENCE.search(fold(text))
        )

    def split(self, text: str) -> list[Pair]:
        """The pairs of one line such as `参评单位：某院    系统：法院`; none where it is no such.

        The line begins with a known label; others on it may be unknown.
        """
        found = list(COLON.finditer(text))
        if not found or text[: found[0].start(1)].strip() or not self.knows(found[0][1]):
            return []
        ends = [each.start() for each in found[1:]] + [len(text)]
        return [
            Pair(each[1].strip(), self.field(each[1]) or "", text[each.end() : end].strip())
            for each, end in zip(found, ends, strict=True)
        ]


def looks_like_labels(text: str, labels: Labels) -> bool:
    """Whether at least two lines begin with different known labels."""
    found: set[str] = set()
    for line in text.split("\n"):
        found.update(pair.field for pair in labels.split(line)[:1] if pair.field)
        if len(found) >= 2:
            return True
    return False


def records_of_text(lines: Iterable[tuple[int, str]], labels: Labels) -> Iterator[Record]:
    """The records of a text with labels. The label that came first begins each of them."""
    first, record = "", Record()
    for number, line in lines:
        pairs = labels.split(line)
        if pairs and first and pairs[0].field == first and record:
            yield record
            record = []
        for pair in pairs:
            pair.line = number
            first = first or pair.field
            record.append(pair)
        if not pairs and record and line.strip():
            record[-1].more(line.strip())
    if record:
        yield record
