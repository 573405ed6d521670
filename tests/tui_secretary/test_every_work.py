"""What each line of the list of all work shows first has its picture, at both sizes, in both
languages; and every line has one.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from award.collecting import collect
from award.examples import build_example
from award.finalising import finalise
from award.folder import CONFIG, DATABASE
from award.freezing import freeze
from award.issuing import issue
from award.rules_file import default_config_text
from db.records import Judge
from db.store import Store
from tests.exchange.circle import SECRETARY, hand_out, quick_ballot, with_keys
from tests.exchange.helpers import CHEAP
from tests.tui.award import nominations
from tests.tui.screen import ambiguous, overfull
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.office import JUDGES, clock, opened
from tests.tui_secretary.screen import SIZES, Running, running, same_as_golden
from tests.tui_secretary.test_goldens import SCREENS
from tui.office.works import WORKS

WALKS: dict[str, dict[str, Sequence[str]]] = {
    # of an award: the golden, and the keys from the overview
    "working": {
        "paste-kind": ("work:paste",),
        "paste": ("work:paste", "enter"),
        "attachments": ("work:attachments",),
        "assign": ("work:assign",),
        "freeze": ("work:freeze",),
        "backup": ("work:backup",),
    },
    "final": {
        "reopen": ("work:reopen",),
        "recount": ("work:recount",),
        "archive": ("work:archive",),
        "undecide-off": ("work:undecide",),
    },
    "first-round": {"votes": ("work:votes",)},
    "sealed": {
        "keys-again": ("work:keys",),
        "recovery": ("work:recovery",),
        "drill": ("work:drill",),
        "keys-state": ("work:keys-state",),
        "issue": ("work:issue",),
        "pick-judge": ("work:reissue",),
        "issue-again": ("work:reissue", "enter"),
        "paper-sheets": ("work:paper-sheets",),
        "paper-enter": ("work:paper-enter", "end", "enter"),
        "paper-check": ("work:paper-check", "end", "enter"),
        "collect": ("work:collect",),
        "refused": ("work:refused",),
        "settle": ("work:resolve",),
        "settle-one": ("work:resolve", "enter"),
        "close": ("work:close",),
    },
    "science_panels": {"panels": ("work:panels",), "everybody": ("work:everybody",)},
    "diving_platform": {"measures": ("work:measures",)},
}
LIKE = {
    "status": "overview",
    "ranking": "ranking",
    "final": "final",
    "export": "export",
    "result": "results",
    "accept-late": "settle",
    "vote": "vote",
    "runoff": "runoff-open",
    "runoff-undo": "runoff-undo",
}
"""Work whose first screen is that of another golden."""
DRAWN = (  # fingerprints and receipts are drawn anew each time
    re.compile(r"\b[0-9a-f]{4}( [0-9a-f]{4}){3,}"),
    re.compile(r"\b[0-9]{20}\b"),
)


def test_every_work_and_every_form_has_its_goldens() -> None:
    walked = [keys for walk in WALKS.values() for keys in walk.values()]
    shown = [*walked, *(keys for _, keys in SCREENS.values())]
    works = {key[5:] for keys in shown for key in keys if key.startswith("work:")}
    assert works | set(LIKE) == {one.name for one in WORKS}
    held = {path.stem for path in (Path(__file__).parent / "goldens").iterdir()}
    wanted = {f"{name}-{size}-{lang}" for name in LIKE.values() for size in SIZES for lang in LANGS}
    assert wanted <= held


LANGS = ("zh", "en")


@pytest.fixture(scope="module")
def more_masters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    home = tmp_path_factory.mktemp("works")
    names = ("science_panels", "diving_platform")
    return {"sealed": sealed(home / "sealed")} | {n: build_example(n, home / n) for n in names}


def sealed(folder: Path) -> Path:
    """Packets are out; one ballot is back, of another judge two that contradict each other."""
    folder.mkdir()
    (folder / CONFIG).write_text(default_config_text(), encoding="utf-8")
    Store.create(folder / DATABASE, "secretary", clock=clock).close()
    with opened(folder) as award:
        award.store.add_nominations(nominations(6))
        award.store.add_judges([Judge(one.id, one.name, one.unit) for one in JUDGES[:3]])
        with_keys(award)
        freeze(award)
        handed = [
            hand_out(one, folder.parent / one.judge.id)
            for one in issue(award, SECRETARY, (), cost=CHEAP)
        ]
        back = folder.parent / "back"
        back.mkdir()
        for name, one, shift in (("1", handed[0], 0), ("2", handed[1], 0), ("3", handed[1], 5)):
            nonce = name * 32
            (back / f"{name}.ballot").write_bytes(quick_ballot(one, shift=shift, nonce=nonce))
        (back / "4.ballot").write_bytes(b"not a ballot")
        collect(award, [back])
    return folder


@pytest.fixture
def award_of(
    copy: Copy, more_masters: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Copy:
    def make(name: str) -> Path:
        if name in more_masters:
            folder = Path(shutil.copytree(more_masters[name], tmp_path / "award"))
            monkeypatch.chdir(folder)
            return folder
        folder = copy("finished" if name == "final" else name)
        if name == "final":
            with opened(folder) as award:
                finalise(award, "", "secretary")
        return folder

    return make


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", WALKS)
async def test_what_a_line_of_the_list_shows_looks_as_it_should(
    name: str, size: str, lang: str, award_of: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(award_of(name), size, lang) as one:
        for golden, keys in WALKS[name].items():
            await one.press(*keys)
            _look(one, f"{golden}-{size}-{lang}", monkeypatch)
            one.app.go_home()
            await one.settle()


def _look(one: Running, golden: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = one.text
    assert ambiguous(text) <= {"“", "”"}, golden
    assert overfull(one.app) == [], golden
    for pattern in DRAWN:
        text = pattern.sub(lambda found: re.sub(r"\w", "0", found[0]), text)
    same_as_golden(golden, text, monkeypatch)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", SIZES)
async def test_the_headings_of_a_file_look_as_they_should(
    size: str, lang: str, copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a heading that nothing is known of, and the question what it means."""
    folder = copy("working")
    text = "编号,案例名称,哪家报的\n901,新案例,新单位\n"
    (folder / "new.csv").write_text(text, encoding="utf-8")
    async with running(folder, size, lang, ("work:import", "enter")) as one:
        await one.type("new.csv")
        await one.press("enter", "enter", "enter", "f2", "end")
        _look(one, f"mapping-{size}-{lang}", monkeypatch)
        await one.press("enter")
        _look(one, f"mapping-field-{size}-{lang}", monkeypatch)
