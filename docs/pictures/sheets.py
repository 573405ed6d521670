"""Draw the pictures of docs/sheets.md: `python docs/pictures/sheets.py` in the root of the clone.

Exports an invented award of 20 and one of 200 cases and two of the examples, lets LibreOffice,
Chromium and poppler render them, and puts small PNGs beside this file.
Nothing here is needed to run the program.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from award.rules_words import rules_in_words  # noqa: E402
from sheets.export_sets import index_page, write_set  # noqa: E402
from sheets.office.source import Source  # noqa: E402
from tests.sheets_out.awards import AT, make  # noqa: E402
from tests.sheets_out.chains import example_source  # noqa: E402
from words import use  # noqa: E402

CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-pdf-header-footer",
)  # fmt: skip
PICTURES = (  # cases or example, language, file, pages, name of the picture, dots per inch
    (20, "zh", "summary-003-zh.xlsx", (1, 4), "summary-20-zh", 62),
    (20, "en", "summary-003-en.xlsx", (1, 2), "summary-20-en", 62),
    (200, "zh", "summary-003-zh.xlsx", (1, 2), "summary-200-zh", 62),
    (200, "en", "summary-003-en.xlsx", (1, 1), "summary-200-en", 62),
    (20, "zh", "full-report-003-zh.html", (1, 3), "report-20-zh", 48),
    (20, "en", "full-report-003-en.html", (1, 3), "report-20-en", 48),
    (200, "zh", "full-report-003-zh.html", (10, 12), "report-200-zh", 48),
    (200, "en", "full-report-003-en.html", (1, 2), "report-200-en", 48),
    (20, "zh", "full-report-003-zh.pdf", (1, 3), "report-pdf-zh", 48),
    (20, "zh", "announcement-003-zh.docx", (1, 2), "announcement-zh", 48),
    (20, "zh", "notice-003-zh.docx", (1, 2), "notice-zh", 48),
    (20, "en", "notice-003-en.docx", (1, 2), "notice-en", 48),
    (20, "zh", "committee-003-zh.docx", (1, 2), "committee-zh", 48),
    (20, "zh", "blank-ballots-003-zh.docx", (1, 1), "ballot-blank-zh", 48),
    (20, "zh", "ballots-003-zh.docx", (1, 1), "ballot-filled-zh", 48),
    (20, "en", "ballots-003-en.docx", (1, 1), "ballot-filled-en", 48),
    (20, "zh", "index.html", (1, 1), "index-zh", 48),
    ("cases_two_rounds", "zh", "summary-001-zh.xlsx", (1, 1), "stages-summary-zh", 62),
    ("cases_two_rounds", "zh", "summary-001-zh.xlsx", (2, 5), "stages-check-zh", 48),
    ("cases_two_rounds", "en", "full-report-001-en.html", (1, 3), "stages-report-en", 48),
    ("approval_vote", "zh", "summary-001-zh.xlsx", (1, 4), "ticks-zh", 48),
)


def source_of(award: int | str, lang: str, scratch: Path) -> Source:
    """An invented award of so many cases, or an example by its name."""
    if isinstance(award, str):
        return example_source(award, scratch / award, lang)
    made = make(award, 7 if award == 20 else 11)
    words = tuple(rules_in_words(made.rules, lang))
    return Source(made.sheet, made.rules, made.nominations, lang, AT, words)


def export(folder: Path, award: int | str, lang: str) -> None:
    """Every file of the award, and its index."""
    use(lang)
    source = source_of(award, lang, folder.parent)
    written = write_set("all", source)
    files = {**written.files, "index.html": index_page("all", source, written, {})}
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)


def to_pdf(path: Path, scratch: Path) -> Path:
    """The file as PDF, by the program that would open it."""
    out = scratch / f"{path.parent.name}-{path.name}.pdf"
    if path.suffix == ".pdf":
        return path
    if path.suffix == ".html":
        profile = f"--user-data-dir={scratch}/chromium"
        run(*CHROMIUM, profile, f"--print-to-pdf={out}", path.as_uri())
        return out
    profile = f"-env:UserInstallation=file://{scratch}/office"
    run(
        "soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(scratch), str(path)
    )
    (scratch / f"{path.stem}.pdf").replace(out)
    return out


def draw(pdf: Path, pages: tuple[int, int], name: str, dots: int, scratch: Path) -> None:
    """The pages beside each other as one picture of few colours."""
    first, last = map(str, pages)
    run("pdftoppm", "-png", "-r", str(dots), "-f", first, "-l", last, str(pdf), str(scratch / name))
    parts = sorted(str(path) for path in scratch.glob(f"{name}-*.png"))
    columns = "2" if len(parts) == 4 else str(len(parts))
    target = HERE / f"{name}.png"
    run("montage", *parts, "-tile", f"{columns}x", "-geometry", "+4+4", "-background", "#888888",
        "-strip", "-colors", "24", f"PNG8:{target}")  # fmt: skip
    sys.stdout.write(f"{target.name}: {target.stat().st_size:,} bytes\n")


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        for cases, lang, file, pages, picture, dots in PICTURES:
            folder = scratch / f"{cases}-{lang}"
            if not folder.exists():
                export(folder, cases, lang)
            draw(to_pdf(folder / file, scratch), pages, picture, dots, scratch)


if __name__ == "__main__":
    main()
