"""`pingxuan rank`: the ranking as it stands and what is missing; `--explain` for one case,
`--compare` for other methods, `--what-if` for other assumptions."""

from __future__ import annotations

from pathlib import Path

import click

from award.aside import aside_lines
from award.folder import Award, opened
from award.interim import interim, interim_lines, interim_rows
from award.ranking import Ranking, rank
from award.ranking_words import missing_lines, ranking_rows
from award.rounds import round_name
from cli import speaking
from cli.opening import chair_option, open_if_needed, sheet_option
from cli.options import award_option, json_option
from cli.output import say_lines, show, show_json, talk
from cli.table import Column, lines, terminal_width
from cli.trying import show_comparison, show_supposed
from words import Bad, say


@speaking.command("rank")
@click.option("--explain", metavar="CASE", help=say("cli.opt.explain"))
@click.option("--compare", is_flag=True, help=say("cli.opt.compare"))
@click.option(
    "--what-if", "what_if", multiple=True, metavar="KEY=VALUE", help=say("cli.opt.whatif")
)
@chair_option
@sheet_option
@award_option
@json_option
def command(
    folder: Path,
    explain: str | None,
    as_json: bool,
    compare: bool = False,
    what_if: tuple[str, ...] = (),
    chair_file: Path | None = None,
    sheet_file: Path | None = None,
) -> int:
    if sum(map(bool, (explain, compare, what_if))) > 1:
        raise Bad("E-COMBINE", options="--explain, --compare, --what-if")
    with opened(folder, readonly=True) as award:
        if not (compare or what_if):  # these look only: what is still sealed stays sealed
            open_if_needed(award, chair_file, sheet_file)
        ranking = rank(award)
        if explain:
            return _explain(award, ranking, explain, as_json)
        if compare:
            return show_comparison(award, ranking, as_json)
        if what_if:
            return show_supposed(award, ranking, what_if, as_json)
        return _table(award, ranking, as_json)


def _table(award: Award, ranking: Ranking, as_json: bool) -> int:
    from award.exporting import sheet_of
    from sheets.result_sheet import to_data

    if as_json:
        show_json(to_data(sheet_of(award, ranking)))
    elif stage := interim(award, ranking):
        return _interim(award, ranking, stage)
    else:
        wide = terminal_width() >= 100
        show(lines(_columns(), ranking_rows(award, ranking, wide=wide)))
    say_lines(aside_lines(award, ranking))
    for line in missing_lines(award, ranking):
        click.echo(line, err=True)
    if ranking.complete:
        talk("cli.rank.ready")
    return 0 if ranking.complete else 1


def _interim(award: Award, ranking: Ranking, stage: str) -> int:
    """The stage that was opened last, while others have yet to begin."""
    talk("stages.interim", name=round_name(award.rules, stage))
    columns = _columns()
    wanted = [*columns[:5], Column(say("stages.interim.head"), share=True)]
    show(lines(wanted, interim_rows(award, ranking, stage)))
    say_lines(aside_lines(award, ranking))
    say_lines(interim_lines(award, ranking, stage))
    return 1


def _columns() -> list[Column]:
    def title(key: str) -> str:
        return say(f"cli.rank.{key}")

    return [
        Column(title("rank"), ">"),
        Column(title("case")),
        Column(title("title"), share=True),
        Column(title("score"), ">"),
        Column(title("ballots"), ">"),
        Column(title("dropped"), share=True),
        Column(title("ties"), share=True),
        Column(title("tier")),
    ]


def _explain(award: Award, ranking: Ranking, case: str, as_json: bool) -> int:
    from award.explaining import explanation
    from award.explaining_data import explanation_data

    if as_json:
        show_json(explanation_data(award, ranking, case))
    else:
        show(explanation(award, ranking, case))
    return 0
