"""The award folder: config.toml with the rules, award.db with everything else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from award.rules_file import RulesFile, Vouched, default_config_text, load_rules
from db.store import Store
from files.reasons import reason
from files.writing import sweep_below, write_atomic
from scoring.rules import Rules
from words import Bad

CONFIG = "config.toml"
DATABASE = "award.db"
ARCHIVE = "archive"  # the folder that archives are put into


@dataclass(frozen=True)
class Award:
    """An open award: its folder, its rules as read today, its database."""

    folder: Path
    rules_file: RulesFile
    store: Store

    @property
    def rules(self) -> Rules:
        return self.rules_file.rules


def create(folder: Path, config: str | None = None) -> Path:
    """Make an award folder with the default rules and an empty database; return it.

    Rules that are there already stay: written by hand, or left by a `new` that was stopped.
    Raises E-AWARDTHERE where there is an award, E-CANNOTWRITE where nothing can be made.
    """
    if (folder / DATABASE).exists():
        raise Bad("E-AWARDTHERE", path=folder)
    _make_folder(folder)
    text = default_config_text() if config is None else config
    if not (folder / CONFIG).exists():
        write_atomic(folder / CONFIG, text.encode("utf-8"), overwrite=False)
    Store.create(folder / DATABASE, "secretary").close()
    return folder


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Bad("E-CANNOTWRITE", path=folder, why=reason(error)) from None


@contextmanager
def opened(folder: Path, *, readonly: bool = False) -> Iterator[Award]:
    """The award in a folder, closed again at the end.

    Raises E-NOAWARD where there is none, and every mistake of its rules together.
    """
    if not all((folder / name).is_file() for name in (DATABASE, CONFIG)):
        raise Bad("E-NOAWARD", path=folder.absolute())
    with Store.open(folder / DATABASE, readonly=readonly) as store:
        rules_file = load_rules(folder / CONFIG, _vouched(store))
        if not readonly:
            sweep_below(folder)  # what a program that was killed has left in its folders
        yield Award(folder, rules_file, store)


def _vouched(store: Store) -> Vouched | None:
    """The rules file that was frozen last; None before that, and in awards of earlier programs."""
    detail = store.last_detail("slate")
    file, rules = detail.get("file"), detail.get("rules")
    return Vouched(file, rules) if isinstance(file, str) and isinstance(rules, str) else None
