"""`pingxuan import FILE...`: say what was understood, then import all or nothing."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, cast

import click

from award.folder import Award, opened
from award.importing import Kind, Reading, apply, read, save_mapping
from cli import speaking
from cli.errors import exit_code
from cli.options import PATH, award_option
from cli.output import say_lines, talk
from cli.progress import bar
from sheets.opening import MOST_OTHER, Pasted
from sheets.preview_lines import preview_lines
from words import Bad, say


@speaking.command("import")
@click.argument("files", nargs=-1, type=PATH, metavar="FILE...")
@click.option("--judges", is_flag=True, help=say("cli.opt.judges"))
@click.option("--recusals", is_flag=True, help=say("cli.opt.recusals"))
@click.option("--votes", is_flag=True, help=say("stages.opt_votes"))
@click.option("--measures", is_flag=True, help=say("stages.opt_measures"))
@click.option("--stage", default="", metavar="KEY", help=say("stages.opt_stage"))
@click.option("--text", "paste", is_flag=True, help=say("cli.opt.text"))
@click.option("--map", "mapping", multiple=True, metavar="A=B", help=say("cli.opt.map"))
@click.option("--save-map", is_flag=True, help=say("cli.opt.save_map"))
@click.option("--encoding", metavar="NAME", help=say("cli.opt.encoding"))
@click.option("--sheet", metavar="NAME", help=say("cli.opt.sheet"))
@click.option("--dry-run", is_flag=True, help=say("cli.opt.dry"))
@click.option("--yes", is_flag=True, help=say("cli.opt.yes"))
@award_option
def command(
    folder: Path,
    files: tuple[Path, ...],
    judges: bool,
    recusals: bool,
    votes: bool,
    measures: bool,
    stage: str,
    paste: bool,
    mapping: tuple[str, ...],
    save_map: bool,
    encoding: str | None,
    sheet: str | None,
    dry_run: bool,
    yes: bool,
) -> int:
    if not files and not paste:
        raise Bad("E-USAGE-MISSING", name="FILE", command="pingxuan import")
    kind = _kind(judges=judges, recusals=recusals, votes=votes, measures=measures)
    if kind == "votes":
        return _votes(folder, files, stage, dry_run)
    if kind == "measures":
        how = {"encoding": encoding, "sheet": sheet, "mapping": mapping}
        return _measures(folder, files, dry_run, how)
    with opened(folder) as award:
        pasted = [_pasted()] if paste else []
        with bar("cli.import.reading") as progress:
            reading = read(
                award, kind, files, encoding=encoding, sheet=sheet,
                mapping=mapping, pasted=pasted, progress=progress,
            )  # fmt: skip
        say_lines(preview_lines(reading.preview))
        if save_map and reading.typed:
            talk("cli.import.saved", path=save_mapping(award, reading))
        if reading.preview.problems:
            return exit_code(reading.preview.problems)  # the sentences are in the preview
        if dry_run or not (yes or paste or _agreed()):
            talk("cli.import.dry")
            return 0
        return _import(award, reading)


def _votes(folder: Path, files: tuple[Path, ...], stage: str, dry: bool) -> int:
    """Counts of a public vote: one file holds them all."""
    from award.public_votes import import_votes

    if len(files) != 1:
        raise Bad("E-VOTES-ONE")
    with opened(folder) as award:
        count = import_votes(award, files[0], stage, dry=dry)
    talk("stages.votes_read" if dry else "stages.votes_done", count=count)
    return _tried(dry)


def _measures(folder: Path, files: tuple[Path, ...], dry: bool, how: Mapping[str, Any]) -> int:
    """What was measured of the cases, from the columns of a list of nominations."""
    from award.measuring import import_measures

    with opened(folder) as award:
        for path in files:
            done = import_measures(award, path, dry=dry, **how)
            talk("stages.measures_done", file=path.name, count=done.found, new=done.new)
    return _tried(dry)


def _tried(dry: bool) -> int:
    """Said at the end where nothing was to be imported."""
    if dry:
        talk("cli.import.dry")
    return 0


def _kind(**said: bool) -> Kind | Literal["votes", "measures"]:
    """What the files hold; never guessed where two are said."""
    named = [kind for kind, is_said in said.items() if is_said]
    if len(named) > 1:
        raise Bad("E-USAGE-TOGETHER", one=f"--{named[0]}", other=f"--{named[1]}")
    return cast(Any, named[0]) if named else "nominations"  # the keys are these words


def _import(award: Award, reading: Reading) -> int:
    added = apply(award, reading)
    talk("cli.import.done", new=len(added.new), same=len(added.same))
    if reading.preview.attachments:
        talk("cli.import.attached", count=len(reading.preview.attachments))
    return 0


def _pasted() -> Pasted:
    """What comes through standard input, within bounds."""
    if sys.stdin.isatty():
        talk("cli.import.paste", end="Ctrl-Z, Enter" if sys.platform == "win32" else "Ctrl-D")
    data = sys.stdin.buffer.read(MOST_OTHER + 1)
    if len(data) > MOST_OTHER:
        raise Bad("E-SIZE", name=say("cli.import.pasted"), size="> 64 MiB", limit="64 MiB")
    return Pasted(say("cli.import.pasted"), data)


def _agreed() -> bool:
    """Ask a person; a script has said it by calling."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    return click.confirm(say("cli.import.ask"), default=True, err=True)
