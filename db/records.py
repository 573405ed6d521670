"""What the award folder's database holds, as plain frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from scoring.cells import Cell

if TYPE_CHECKING:
    from scoring.result import Decision

ResultKind = Literal["provisional", "final"]
CorrectionKind = Literal["sum_wrong", "out_of_range", "objective_differs", "abnormal"]


@dataclass(frozen=True)
class Nomination:
    """A case as it was handed in, cleaned. `number` is its case number, text such as `007`.

    `body` holds paragraphs. `label` is the numbering of a published announcement
    (`经典案例一`), only for checking a round trip. `digest` covers every other field.
    """

    number: str
    title: str
    unit: str
    field: str = ""
    level: str = ""
    region: str = ""
    body: tuple[str, ...] = ()
    label: str = ""
    digest: str = ""


@dataclass(frozen=True)
class Judge:
    """`id` as typed on the command line (`J01`); `unit` for spotting conflicts of interest."""

    id: str
    name: str
    unit: str = ""


@dataclass(frozen=True)
class Recusal:
    """A judge does not score a case. `by` is the judge or `secretary`."""

    judge: str
    case: str
    reason: str
    by: str
    at: str


@dataclass(frozen=True)
class Answer:
    """What one judge has said of one case so far.

    `cells` has a cell for every criterion answered; `doubt` is the judge's own mark.
    """

    case: str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    comment: str = ""
    doubt: bool = False
    recused: Recusal | None = None


@dataclass(frozen=True)
class Entry:
    """One case in a sealed ballot: the cells by criterion, or why there are none."""

    case: str
    cells: Mapping[str, Cell]
    comment: str = ""
    recusal: str = ""  # the reason, where the judge is recused


@dataclass(frozen=True)
class Ballot:
    """A submitted ballot: immutable; a later revision replaces it in the count.

    `payload` is the canonical JSON that was hashed; `receipt` its 20 digits.
    """

    judge: str
    revision: int
    entries: tuple[Entry, ...]
    payload: bytes
    digest: str
    receipt: str
    at: str
    reopened: str = ""  # the reason, once the secretary has sent it back
    rules: str = ""  # the digest of the rules it was given under


@dataclass(frozen=True)
class Progress:
    """How far a judge is, in counts only: no score is in here, by construction."""

    judge: Judge
    done: int
    started: int
    recused: int
    total: int
    submitted: bool
    revision: int
    receipt: str
    last_active: str


@dataclass(frozen=True)
class Source:
    """A file that something was imported from; its bytes are kept in the database."""

    name: str
    digest: str
    size: int


@dataclass(frozen=True)
class Attachment:
    """A file beside a case; its bytes are kept in the award folder under their SHA-256."""

    case: str
    name: str
    digest: str
    size: int


@dataclass(frozen=True)
class Added:
    """What an import did, by number or id."""

    new: tuple[str, ...]
    same: tuple[str, ...]


@dataclass(frozen=True)
class StoredResult:
    """A numbered result; `payload` is the canonical JSON of everything that decided it."""

    number: int
    kind: ResultKind
    payload: bytes
    digest: str
    reason: str  # why a final result was made although something was missing
    at: str


@dataclass(frozen=True)
class Correction:
    """One cell of one revision that was sent back to be corrected, for a reason of the rules.

    sum_wrong: added up wrongly; out_of_range: off the scale; objective_differs: not what the
    objective facts say; abnormal: abnormally high or low.
    """

    judge: str
    revision: int
    case: str
    criterion: str
    kind: CorrectionKind
    note: str
    by: str
    at: str = ""


@dataclass(frozen=True)
class Ruling:
    """A decision with its reason, who entered it and when; `withdrawn` is why it holds no more."""

    decision: Decision
    reason: str
    by: str
    at: str
    withdrawn: str = ""


@dataclass(frozen=True)
class Document:
    """A numbered document of the award, such as a slate; `subject` is the judge it is about.

    `digest` is the canonical digest of the payload in the domain of its kind.
    """

    kind: str
    subject: str
    number: int
    payload: bytes
    digest: str
    at: str


@dataclass(frozen=True)
class Received:
    """A file that came back. `digest` is the SHA-256 of its bytes; `code` empty where taken."""

    digest: str
    name: str
    code: str
    size: int
    at: str
    data: bytes


@dataclass(frozen=True)
class Assignment:
    """Who reads what: `shares` has the cases of every judge who reads any.

    `ballots` and `seed` are what was asked of the plan, to make it again.
    """

    ballots: int
    seed: int
    shares: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Withdrawal:
    """A judge who left. With `keep` the scores handed in count; either way nothing is missing."""

    judge: str
    scores: Literal["keep", "drop"]
    reason: str


@dataclass(frozen=True)
class LogEntry:
    """One line of the hash-chained log. `detail` never holds a score."""

    n: int
    at: str
    actor: str
    action: str
    detail: Mapping[str, object]
    previous: str
    digest: str
