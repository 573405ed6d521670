"""`rank --compare` and `rank --what-if`: shown, never written."""

from __future__ import annotations

from award import comparing, supposing
from award.folder import Award
from award.ranking import Ranking
from cli.output import say_lines, show, show_json
from cli.table import Column, lines


def show_comparison(award: Award, ranking: Ranking, as_json: bool) -> int:
    """Three methods side by side, then where the award line would move."""
    found = comparing.comparison_of(award, ranking)
    if as_json:
        show_json(comparing.data(award, found))
        return 0
    rank, case, title, *numbers, tier = comparing.heading()
    right = [Column(name, ">") for name in numbers]
    columns = [Column(rank, ">"), Column(case), Column(title, share=True), *right, Column(tier)]
    show(lines(columns, comparing.rows(award, found)))
    say_lines(comparing.lines(award, found))
    return 0


def show_supposed(award: Award, ranking: Ranking, texts: tuple[str, ...], as_json: bool) -> int:
    """What would move under these assumptions."""
    found = supposing.suppose(award, ranking, texts)
    if as_json:
        show_json(supposing.data(found))
    else:
        show(supposing.lines(award, ranking, found))
    return 0
