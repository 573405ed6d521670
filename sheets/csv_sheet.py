"""The two CSV files of a result: the ranking, and every score.

Each says whether the result is provisional or final, its number and all digests. Words of
states and remarks are in the language asked for; either language is read.
"""

from __future__ import annotations

from sheets.matrix_csv import MatrixCsv, MatrixLine, matrix_of, read_matrix_csv, write_matrix_csv
from sheets.ranking_csv import (
    RankingCsv,
    RankingLine,
    ranking_of,
    read_ranking_csv,
    write_ranking_csv,
)

__all__ = [
    "MatrixCsv",
    "MatrixLine",
    "RankingCsv",
    "RankingLine",
    "matrix_of",
    "ranking_of",
    "read_matrix_csv",
    "read_ranking_csv",
    "write_matrix_csv",
    "write_ranking_csv",
]
