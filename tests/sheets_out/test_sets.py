"""`export --set`: whole sets, an index, the same bytes, nothing lost, nobody named in public."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest

from award import delivering
from award.delivering import deliver, refuse_overwriting
from award.demo import build
from cli.main import run
from sheets import export_sets
from sheets.anonymous import anonymise
from sheets.export_sets import INDEX, ITEMS, SETS, items_of, write_set
from sheets.json_sheet import read_json
from sheets.office.source import Source
from sheets.toml_sheet import read_toml
from tests.sheets_out.awards import AT, Made, make
from words import Bad

ROOT = Path(__file__).resolve().parents[2]
PRINT_DIGESTS = """
import hashlib, json
from sheets.export_sets import write_set
from tests.sheets_out.test_sets import source
files = write_set("all", source()).files
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in files.items()}))
"""
MACHINES = [
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "zh_CN.GB18030", "TZ": "Asia/Shanghai"},
]  # fmt: skip


def source(made: Made | None = None, lang: str = "zh") -> Source:
    made = made or make(12, 7)
    return Source(made.sheet, made.rules, made.nominations, lang, AT, ("规则。",))


def test_the_bytes_of_every_format_do_not_depend_on_seed_locale_or_time_zone() -> None:
    found = [
        subprocess.Popen(
            [sys.executable, "-c", PRINT_DIGESTS],
            cwd=ROOT,
            env={**os.environ, **machine, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
        )
        for machine in MACHINES
    ]
    printed = [json.loads(process.communicate()[0]) for process in found]
    assert printed[0] == printed[1]
    endings = {name.rpartition(".")[2] for name in printed[0]}
    assert endings >= {"xlsx", "docx", "html", "toml", "json", "csv", "txt"}


@pytest.mark.parametrize("which", SETS)
def test_each_file_has_a_name_of_its_own_made_of_nothing_anybody_typed(which: str) -> None:
    made = make(5, 7, titles=["../../x", "CON", "a:b", "x.", "长" * 300])
    names = [item.file_name(source(made)) for item in items_of(which)]
    assert len(set(names)) == len(names) > 4
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)?-003(-zh)?\.[a-z]{3,4}", name) for name in names)


def test_drafts_say_so_in_their_names() -> None:
    drafts = {item.file_name(source(make(kind="provisional"))) for item in ITEMS if item.draft}
    assert drafts == {
        "announcement-003-zh-draft.txt",
        "announcement-003-zh-draft.docx",
        "notice-003-zh-draft.docx",
    }


def _said(data: bytes) -> bytes:
    """Everything in a file, the parts of a zip unpacked."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_published_file_names_a_judge_or_a_receipt(lang: str) -> None:
    made = make(12, 7)
    for name, data in write_set("publication", source(made, lang)).files.items():
        said = _said(data)
        for judge in made.sheet.judges:
            assert judge.name.encode("utf-8") not in said, name
            assert re.search(rf"\b{judge.id}\b".encode(), said) is None, name
        for receipt in made.sheet.receipts:
            assert receipt.receipt.encode("utf-8") not in said, name


def test_the_archive_is_read_back_whole_and_the_public_set_without_names() -> None:
    made = make(12, 7)
    files = write_set("all", source(made)).files
    assert read_json(files["result-003.json"]) == read_toml(files["result-003.toml"]) == made.sheet
    hidden = anonymise(made.sheet, "zh")
    assert read_json(files["public-003-zh.json"]) == hidden
    assert read_toml(files["public-003-zh.toml"]) == hidden
    blind = anonymise(made.sheet, "zh", cases=True)
    assert read_json(files["blind-003-zh.json"]) == read_toml(files["blind-003-zh.toml"]) == blind


def test_what_needs_a_missing_library_is_skipped_and_the_rest_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(_: object) -> bytes:
        raise Bad("E-NOLIBRARY", name="xlsxwriter", extra="secretary")

    monkeypatch.setattr(export_sets, "write_xlsx", missing)
    written = write_set("meeting", source())
    unwritten = [problem.where for problem in written.skipped if problem.code != "E-NOGLYPH"]
    assert unwritten == ["summary-003-zh.xlsx"]  # a machine without Chinese fonts has no PDF either
    assert written.failed
    assert "committee-003-zh.docx" in written.files


def test_a_missing_pdf_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: object, **__: object) -> bytes:
        raise Bad("E-NOLIBRARY", name="typst", extra="pdf")

    monkeypatch.setattr(export_sets, "write_pdf", missing)
    written = write_set("publication", source())
    assert [problem.where for problem in written.skipped] == ["report-003-zh.pdf"]
    assert not written.failed


def test_an_unknown_set_is_one_sentence() -> None:
    with pytest.raises(Bad) as caught:
        items_of("everything")
    assert caught.value.code == "E-NOSET"
    assert "publication" in str(caught.value)


# -- putting them in a folder ---------------------------------------------------------------------


def test_a_file_open_in_excel_stays_and_the_new_one_gets_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "summary.xlsx").write_bytes(b"open in Excel")
    really = delivering.write_atomic

    def locked(path: Path, data: bytes, *, overwrite: bool) -> None:
        if path.name == "summary.xlsx":
            raise Bad("E-CANNOTWRITE", path=path, why="Permission denied")
        really(path, data, overwrite=overwrite)

    monkeypatch.setattr(delivering, "write_atomic", locked)
    for _ in range(2):  # a second time it is found again
        paths, told = deliver(tmp_path, {"summary.xlsx": b"new", "other.txt": b"x"})
        assert paths["summary.xlsx"].name == "summary-2.xlsx"
        assert [problem.code for problem in told] == ["W-INUSE"]
    assert (tmp_path / "summary.xlsx").read_bytes() == b"open in Excel"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "other.txt", "summary-2.xlsx", "summary.xlsx"
    ]  # fmt: skip


def test_a_file_somebody_changed_is_not_overwritten_and_nothing_else_is_written(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_bytes(b"mine")
    with pytest.raises(Bad) as caught:
        refuse_overwriting(tmp_path, {"a.txt": b"new"}, force=False)
    assert caught.value.code == "E-EXISTS"
    refuse_overwriting(tmp_path, {"a.txt": b"mine"}, force=False)
    refuse_overwriting(tmp_path, {"a.txt": b"new"}, force=True)


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "exports").write_bytes(b"a file in the way")
    with pytest.raises(Bad) as caught:
        deliver(tmp_path / "exports", {"a.txt": b"x"})
    assert caught.value.code == "E-CANNOTWRITE"


# -- from the command line ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sets") / "demo"
    build(folder)
    return folder / "award"


@pytest.fixture
def award(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "award"))


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names += [value for key, value in attrs if tag == "a" and key == "href" and value]


def test_the_index_lists_every_file_with_its_size_and_sha256(award: Path) -> None:
    assert run(["finalise", "-C", str(award)]) == 0
    assert run(["export", "--set", "publication", "-C", str(award)]) == 0
    folder = award / "exports" / "001-publication-en"
    page = (folder / INDEX).read_text("utf-8")
    links = Links()
    links.feed(page)
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != INDEX}
    assert set(links.names) == set(files)
    for data in files.values():
        assert hashlib.sha256(data).hexdigest() in page
        assert f"{len(data):,}" in page
    assert "default-src &#39;none&#39;" in page


def test_a_set_twice_is_the_same_set(award: Path) -> None:
    for _ in range(2):
        assert run(["export", "--set", "meeting", "-C", str(award)]) == 0
    (folder,) = (award / "exports").iterdir()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert run(["export", "--set", "meeting", "--force", "-C", str(award)]) == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_changed_file_of_a_set_is_not_overwritten(
    award: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["export", "--set", "meeting", "-C", str(award)])
    path = next((award / "exports").rglob("summary-*.xlsx"))
    path.write_bytes(b"signed")
    assert run(["export", "--set", "meeting", "-C", str(award)]) == 1
    assert "[E-EXISTS]" in capsys.readouterr().err
    assert path.read_bytes() == b"signed"


def test_the_secretary_s_own_template_is_used(award: Path) -> None:
    from tests.sheets_out.test_docx import opened, own, texts

    own(award / "templates", "本院公示：{{ number }}")
    assert run(["export", "--set", "publication", "-C", str(award)]) == 0
    letter = next((award / "exports").rglob("notice-*.docx"))
    assert texts(opened(letter.read_bytes())) == ["本院公示：1"]


def test_the_standard_templates_are_written_out_to_be_edited(award: Path) -> None:
    from tests.sheets_out.test_docx import opened

    folder = award / "templates"
    assert run(["template", "letters", "-o", str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == {
        "announcement-en.docx", "notice-en.docx", "result-en.docx", "ballots-en.docx"
    }  # fmt: skip
    notice = opened((folder / "notice-en.docx").read_bytes())
    assert any("{{ award }}" in paragraph.text for paragraph in notice.paragraphs)
    assert run(["export", "--set", "publication", "-C", str(award)]) == 0


@pytest.mark.parametrize("named", [True, False])
def test_the_committee_s_report_names_judges_where_the_rules_say_so(
    award: Path, named: bool
) -> None:
    if named:
        config = award / "config.toml"
        text = config.read_text("utf-8") + '\n[report]\njudges = "named"\n'
        config.write_text(text, encoding="utf-8")
    assert run(["export", "--set", "meeting", "-C", str(award)]) == 0
    page = next((award / "exports").rglob("full-report-*.html")).read_text("utf-8")
    assert ("赵一" in page) is named


def test_an_unknown_set_writes_nothing(award: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--set", "x", "-C", str(award)]) != 0
    assert "[E-NOSET]" in capsys.readouterr().err
    assert not (award / "exports").exists()
