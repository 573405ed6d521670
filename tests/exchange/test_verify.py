"""An archive is verified with nothing but Python; whatever was changed in it is named."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from award.archiving import Archived, archive
from award.close_pages import write_sheet
from award.closed import close_record
from award.closing import accept_late
from award.collecting import state_of
from award.finalising import finalise
from award.folder import opened
from award.keys import opening_key, require_keys, signer_of
from award.rebuilding import export_journal, rebuild
from award.verify import main, run, text_of
from award.verifying import verify
from award.verifying_bundle import FAILED, HELD, UNCHECKED, Line, exit_code
from award.verifying_folder import verify_folder
from exchange.bundle import MANIFEST, SIGNATURE, read_bundle, with_manifest
from exchange.collecting import digest_of_state
from exchange.crypto import Ed25519Signer
from exchange.sealing import read_ballot
from files import canonical
from tests.conftest import ROOT
from tests.exchange.circle import CHAIR, SECRETARY, Circle, quick_ballot
from tests.exchange.helpers import refused
from tests.exchange.returned import built, closed, copied, open_all, take
from words import Bad

GOLDEN = Path(__file__).parent / "golden" / "archive-1"
BLOCKED = ("nacl", "pydantic", "sqlite_utils", "textual", "click", "openpyxl", "sqlite3")


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> Circle:
    """An award through the whole circle: one late ballot let in, a final result, an archive."""
    ring = built(tmp_path_factory.mktemp("ring"))
    take(ring, *(quick_ballot(ring.handed[j]) for j in ("J01", "J02")), b"junk")
    closed(ring)
    open_all(ring)
    take(ring, quick_ballot(ring.handed["J03"]))
    with opened(ring.folder) as award:
        accept_late(award, "J03", "minuted", "chair")
    open_all(ring)
    with opened(ring.folder) as award:
        finalise(award, "case 003", "secretary")
        held = require_keys(award)
        archive(award, None, signer_of(held, SECRETARY), opening_key(held, CHAIR))
    return ring


def bundle_of(ring: Circle, kind: str) -> Path:
    return ring.folder / "archive" / f"prize-26-1-{kind}"


@pytest.fixture
def public(ring: Circle, tmp_path: Path) -> Path:
    return Path(shutil.copytree(bundle_of(ring, "public"), tmp_path / "public"))


def bad_lines(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.verdict == FAILED]


@pytest.mark.parametrize("kind", ["public", "restricted"])
def test_an_untouched_archive_holds(ring: Circle, kind: str) -> None:
    lines = run(bundle_of(ring, kind))
    assert {line.verdict for line in lines} == {HELD}
    assert exit_code(lines) == 0


def test_archiving_again_gives_the_same_bytes(ring: Circle, public: Path) -> None:
    with opened(ring.folder) as award:
        held = require_keys(award)
        again = archive(award, 1, signer_of(held, SECRETARY), opening_key(held, CHAIR))
    assert read_bundle(again.public) == read_bundle(public)


def test_the_public_archive_names_no_judge(ring: Circle) -> None:
    text = b"".join(read_bundle(bundle_of(ring, "public")).values()).decode("utf-8")
    for told in ("王建国", "李秀英", "张志强"):
        assert told not in text
    sheet = (bundle_of(ring, "public") / "close-sheet.toml").read_text(encoding="utf-8")
    assert text.replace(sheet, "").count("J01") == 0


def isolated(
    bundle: Path, *words: str, blocked: tuple[str, ...] = BLOCKED
) -> subprocess.CompletedProcess[str]:
    """The verifier in a fresh interpreter without site packages; these cannot be imported."""
    code = (
        "import sys\n"
        "class Block:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name.split('.')[0] in {blocked!r}: raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Block())\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from award.verify import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(bundle), *words, "--lang", "en"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8"},
        timeout=60,
    )


def test_v01_without_pynacl_everything_is_checked_in_plain_python(public: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    code = (
        "import sys; sys.modules['nacl'] = None\n"
        "from award.verify import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(public), "--lang", "en"],
        capture_output=True, text=True, encoding="utf-8", env=env, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "pure Python" in done.stdout


def test_v01_with_the_standard_library_alone_everything_is_checked(public: Path) -> None:
    done = isolated(public)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "[not checked]" not in done.stdout
    assert "config.toml says exactly these rules" in done.stdout
    assert "recounted independently" in done.stdout
    assert "Traceback" not in done.stderr


def test_v01_the_line_in_the_docs_works_in_a_copy_of_the_program(
    public: Path, tmp_path: Path
) -> None:
    """An auditor has Python and our folders, and types one line in the folder of the program."""
    line = "python -m award.verify BUNDLE"
    for page in ("docs/archive.md", "docs/verify.md"):
        assert line in (ROOT / page).read_text(encoding="utf-8")
    clone = tmp_path / "clone"
    for name in ("award", "db", "exchange", "files", "scoring", "sheets", "words"):
        shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    words = [*line.split()[1:-1], str(public)]
    done = subprocess.run(
        [sys.executable, "-S", *words], capture_output=True, text=True, encoding="utf-8",
        cwd=clone, env={"PYTHONIOENCODING": "utf-8"}, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


CONFIG_EDITS = {
    "a weight": ('weight = "', 'weight = "1'),
    "a wording": ('zh = "', 'zh = "新'),
    "another table": ("[award]", "[flavour]\nx = 1\n[award]"),
    "a shadow judge": ("[award]", '[judges]\nshadow = ["J01"]\n[award]'),
    "no TOML": ("[award]", "[award"),
}


@pytest.mark.parametrize("edit", CONFIG_EDITS)
def test_a_changed_rules_file_is_found_without_any_library(public: Path, edit: str) -> None:
    """Also where the manifest was made anew by whoever has the key."""
    config = public / "config.toml"
    text = config.read_text(encoding="utf-8")
    changed = text.replace(*CONFIG_EDITS[edit], 1)
    assert changed != text
    config.write_text(changed, encoding="utf-8")
    keys = {line.key for line in bad_lines(remade(public, Ed25519Signer(b"x" * 32)))}
    assert keys & {"verify.config.bad", "verify.broken"}


def test_v01_a_judge_checks_the_own_receipt_with_the_standard_library(
    ring: Circle, public: Path
) -> None:
    receipt = read_ballot(quick_ballot(ring.handed["J01"])).header.receipt
    grouped = " ".join(receipt[i : i + 4] for i in range(0, 20, 4))
    assert isolated(public, "--receipt", grouped).returncode == 0
    assert isolated(public, "--receipt", "0" * 20).returncode == 1
    assert isolated(public, "--receipt", "12").returncode == 2


FILES = (
    "README.txt", "config.toml", "rules.json", "slate.json", "panel.json", "result.json",
    "log.jsonl", "exceptions.json", "close-sheet.toml", "manifest.json", "signature.json",
)  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_v02_a_flipped_bit_is_named(public: Path, name: str) -> None:
    data = bytearray((public / name).read_bytes())
    data[len(data) // 2] ^= 1
    (public / name).write_bytes(data)
    lines = run(public)
    assert exit_code(lines) == 1
    assert name in "\n".join(map(text_of, bad_lines(lines)))


def test_v02_a_flipped_bit_in_any_ballot_is_named(public: Path) -> None:
    for path in sorted((public / "ballots").iterdir()):
        good = path.read_bytes()
        path.write_bytes(good.replace(b'"points":[', b'"points":[1', 1))
        lines = bad_lines(run(public))
        assert {"name": f"ballots/{path.name}"} in [dict(line.params) for line in lines]
        assert any(line.key == "verify.ballot.changed" for line in lines)
        path.write_bytes(good)


@pytest.mark.parametrize("name", FILES)
def test_v02_a_removed_or_renamed_file_is_named(public: Path, name: str) -> None:
    if name == MANIFEST:
        (public / name).unlink()
        with refused("E-BUNDLE"):
            run(public)
        return
    (public / name).rename(public / "else.json")
    lines = run(public)
    keys = {(line.key, line.params.get("name")) for line in bad_lines(lines)}
    assert ("verify.file.added", "else.json") in keys
    if name == SIGNATURE:
        assert any(line.key == "verify.signature.none" for line in lines)
    else:
        assert ("verify.file.missing", name) in keys


def test_v02_two_ballots_swapped_are_named(public: Path) -> None:
    one, other = sorted((public / "ballots").iterdir())[:2]
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    names = {line.params.get("name") for line in bad_lines(run(public))}
    assert {f"ballots/{one.name}", f"ballots/{other.name}"} <= names


def remade(bundle: Path, signer: Ed25519Signer | None) -> list[Line]:
    """The manifest made anew over what is there now."""
    files = read_bundle(bundle)
    plain = {name: data for name, data in files.items() if name not in {MANIFEST, SIGNATURE}}
    return verify(with_manifest(plain, "public", "prize-26", 1, signer))


@pytest.fixture(scope="module")
def unlocked(tmp_path_factory: pytest.TempPathFactory) -> Archived:
    """An open award through the whole circle."""
    ring = built(tmp_path_factory.mktemp("open"), mode="open")
    take(ring, *map(quick_ballot, ring.handed.values()))
    closed(ring)
    open_all(ring)
    with opened(ring.folder) as award:
        write_sheet(award, close_record(award).signed)  # type: ignore[union-attr]
        finalise(award, "case 003", "secretary")
        return archive(award, None, None, None)


def digest_on(sheet: Path, heading: str) -> str:
    """A digest as somebody copies it from paper."""
    lines = sheet.read_text(encoding="utf-8").split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith(heading))
    return lines[at].partition(": ")[2] or lines[at + 1].strip()


def test_an_open_award_is_proven_by_the_digests_on_paper_alone(unlocked: Archived) -> None:
    bundle = unlocked.public
    keys = [line.key for line in run(bundle) if line.verdict == UNCHECKED]
    assert keys == ["verify.signature.none", "verify.close.unsigned"]
    whole = digest_on(unlocked.sheet, "Digest of the public archive").upper()
    sheet = digest_on(bundle.parents[1] / "close" / "close-sheet.txt", "Digest of this sheet")
    assert exit_code(run(bundle, digests=[whole])) == 3
    lines = run(bundle, digests=[whole[:39], sheet])
    assert exit_code(lines) == 0
    assert "verify.digest.open" in {line.key for line in lines}
    assert isolated(bundle, "--digest", whole, "--digest", sheet).returncode == 0
    assert exit_code(run(bundle, digests=[whole[:20]])) == 1
    restricted = digest_on(unlocked.sheet, "Digest of the restricted archive")
    assert exit_code(run(unlocked.restricted, digests=[restricted, sheet])) == 0


def test_an_open_archive_made_anew_is_found_by_the_digest_on_paper(
    unlocked: Archived, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(unlocked.public, tmp_path / "copy"))
    whole = digest_on(unlocked.sheet, "Digest of the public archive")
    (copy / "README.txt").write_text("other", encoding="utf-8")
    plain = {n: d for n, d in read_bundle(copy).items() if n != MANIFEST}
    again = with_manifest(plain, "public", "prize-26", 1, None)
    assert exit_code(verify(again)) == 3
    assert {line.key for line in bad_lines(verify(again, [whole]))} == {"verify.digest.bad"}


def changed_result(bundle: Path) -> None:
    path = bundle / "result.json"
    result = json.loads(path.read_bytes())
    result["ranking"][0]["score"] = "99.99"
    path.write_bytes(canonical.dumps(result))


def test_v03_a_manifest_made_anew_is_found_by_its_signature_and_by_the_recount(
    public: Path,
) -> None:
    changed_result(public)
    stranger = remade(public, Ed25519Signer(b"x" * 32))
    keys = {line.key for line in bad_lines(stranger)}
    assert {"verify.signature.other", "verify.result.bad"} <= keys
    unsigned = remade(public, None)
    assert "verify.result.bad" in {line.key for line in bad_lines(unsigned)}
    assert any(line.verdict == UNCHECKED for line in unsigned)


def test_v03_a_ballot_that_is_not_on_the_close_sheet_is_found(ring: Circle, public: Path) -> None:
    """L06: the secretary, who has the award key and the code, puts a forged ballot in."""
    receipt = read_ballot(quick_ballot(ring.handed["J01"])).header.receipt
    forged = (public / "ballots" / f"{receipt}.json").read_bytes().replace(b'"5e5e', b'"6f6f')
    from db.receipts import receipt_of

    (public / "ballots" / f"{receipt}.json").unlink()
    (public / "ballots" / f"{receipt_of(forged)}.json").write_bytes(forged)
    panel = (
        (public / "panel.json").read_bytes().replace(receipt.encode(), receipt_of(forged).encode())
    )
    (public / "panel.json").write_bytes(panel)
    with opened(ring.folder, readonly=True) as award:
        signer = signer_of(require_keys(award), SECRETARY)
    keys = {line.key for line in bad_lines(remade(public, signer))}
    assert "verify.receipt.added" in keys
    own = run(public, receipt=receipt)
    assert "verify.own.counted.bad" in {line.key for line in bad_lines(own)}


def test_l06_l07_a_judge_whose_receipt_is_not_listed_is_told(public: Path) -> None:
    lines = run(public, receipt="1234 5678 9012 3456 7890")
    assert {line.key for line in bad_lines(lines)} == {
        "verify.own.listed.bad", "verify.own.counted.bad",
    }  # fmt: skip


def test_v04_it_needs_no_home_no_clock_and_no_place_to_write(public: Path) -> None:
    for path in [*public.rglob("*"), public]:
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    before = {path: path.stat().st_mtime_ns for path in public.rglob("*")}
    assert isolated(public).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in public.rglob("*")} == before
    public.chmod(0o755)
    (public / "ballots").chmod(0o755)


def test_v05_an_archive_of_the_first_version_is_read_for_ever() -> None:
    lines = run(GOLDEN)
    assert bad_lines(lines) == []
    assert exit_code(lines) == 0


def test_l05_a_head_that_was_printed_is_looked_up(ring: Circle, public: Path) -> None:
    sheet = (public / "close-sheet.toml").read_text(encoding="utf-8")
    head = sheet.split('log_head = "')[1][:64]
    assert exit_code(run(public, head=head)) == 0
    assert exit_code(run(public, head=head[:20])) == 0
    assert exit_code(run(public, head="ab" * 32)) == 1
    with opened(ring.folder, readonly=True) as award:
        assert bad_lines(verify_folder(award, head)) == []
        assert len(bad_lines(verify_folder(award, "ab" * 32))) == 1


def test_l04_every_change_of_the_log_is_named(ring: Circle) -> None:
    files = read_bundle(bundle_of(ring, "restricted"))
    lines = files["journal.jsonl"].splitlines(keepends=True)
    for changed in (
        [*lines[:5], lines[5].replace(b"secretary", b"secretory"), *lines[6:]],
        [*lines[:5], *lines[6:]],
        [*lines[:5], lines[6], lines[5], *lines[7:]],
    ):
        bad = bad_lines(verify({**files, "journal.jsonl": b"".join(changed)}))
        assert any(line.key == "verify.log.bad" and line.params["n"] == 5 for line in bad)


def test_l02_a_row_changed_beside_the_log_is_named(ring: Circle) -> None:
    files = read_bundle(bundle_of(ring, "restricted"))
    changed = files["journal.jsonl"].replace(
        "王建国".encode().decode().encode("unicode_escape").replace(b"\\u", b"\\u"), b"\\u0041"
    )
    assert changed != files["journal.jsonl"]
    bad = bad_lines(verify({**files, "journal.jsonl": changed}))
    assert any(line.key == "verify.log.bad" for line in bad)


def test_the_restricted_archive_opens_every_ballot_again(ring: Circle) -> None:
    files = read_bundle(bundle_of(ring, "restricted"))
    receipt = read_ballot(quick_ballot(ring.handed["J01"])).header.receipt
    name = f"private/{receipt}.json"
    changed = {**files, name: files[name].replace(b'"points":[7', b'"points":[8', 1)}
    keys = {line.key for line in bad_lines(verify(changed))}
    assert {"verify.file.changed", "verify.private.bad", "verify.unsealed.bad"} <= keys


def test_the_restricted_archive_without_key_or_crypto_says_what_it_did_not_check(
    ring: Circle,
) -> None:
    done = isolated(bundle_of(ring, "restricted"))
    assert done.returncode == 3, done.stdout + done.stderr
    assert "PyNaCl is missing" in done.stdout


def _zip(path: Path, parts: list[tuple[str, bytes, int]]) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, data, mode in parts:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            made.writestr(info, data)
    return path


def test_a_zip_of_the_folder_is_verified_without_unpacking(public: Path, tmp_path: Path) -> None:
    parts = [(f"x/{name}", data, 0o644) for name, data in read_bundle(public).items()]
    assert exit_code(run(_zip(tmp_path / "a.zip", parts))) == 0


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "evil",
    [
        [("../../evil", b"x", 0o644)],
        [("/etc/evil", b"x", 0o644)],
        [("a", b"x", 0o644), ("a", b"y", 0o644)],
        [("link", b"/etc/passwd", stat.S_IFLNK | 0o777)],
        [("C:\\evil", b"x", 0o644)],
    ],
)
def test_x07_a_hostile_zip_is_refused_and_nothing_is_unpacked(tmp_path: Path, evil) -> None:  # type: ignore[no-untyped-def]
    inside = tmp_path / "inside"
    inside.mkdir()
    path = _zip(inside / "a.zip", [(MANIFEST, b"{}", 0o644), *evil])
    with pytest.raises(Bad) as caught:
        run(path)
    assert caught.value.code in {"E-ZIPHOSTILE", "E-BUNDLE"}
    assert sorted(tmp_path.rglob("*")) == [inside, path]


def test_what_is_no_archive_cannot_be_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert main([str(tmp_path / "no")]) == 2
    assert main([]) == 2
    (tmp_path / "a").symlink_to("/etc/passwd")
    (tmp_path / MANIFEST).write_bytes(b"{}")
    assert main([str(tmp_path)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_l14_a_lost_database_is_rebuilt_from_the_log_and_the_files(
    ring: Circle, tmp_path: Path
) -> None:
    own = copied(ring, tmp_path / "own")
    drop = own.folder.parent / "drop2"
    drop.mkdir()
    with opened(own.folder, readonly=True) as award:
        export_journal(award, tmp_path / "log.jsonl")
        head, was = award.store.head(), digest_of_state(state_of(award))
        for one in award.store.received():
            (drop / f"{one.digest[:8]}.bin").write_bytes(one.data)
    with refused("E-LOSTFILES"):
        rebuild(tmp_path / "no", tmp_path / "log.jsonl", [tmp_path / "own" / "at-J01"])
    assert not (tmp_path / "no" / "award.db").exists()
    rebuild(tmp_path / "again", tmp_path / "log.jsonl", [drop])
    with opened(tmp_path / "again") as award:
        assert (award.store.head(), digest_of_state(state_of(award))) == (head, was)
        assert bad_lines(verify_folder(award)) == []
        assert len(award.store.results()) == 1


def test_l14_an_altered_export_is_refused(ring: Circle, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    with opened(ring.folder, readonly=True) as award:
        export_journal(award, log)
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([*lines[:3], *lines[4:]]))
    with refused("E-JOURNAL"):
        rebuild(tmp_path / "again", log, [bundle_of(ring, "restricted")])
    log.write_bytes(b"".join(lines).replace(b"returned", b"retarned"))
    with pytest.raises(Bad) as caught:
        rebuild(tmp_path / "again", log, [bundle_of(ring, "restricted")])
    assert caught.value.code in {"E-CHAIN", "E-JOURNAL"}
    log.write_bytes(b"{}\n")
    with refused("E-JOURNAL"):
        rebuild(tmp_path / "again", log, [])
    assert not (tmp_path / "again" / "award.db").exists()


def test_l14_the_restricted_archive_is_enough_to_rebuild(ring: Circle, tmp_path: Path) -> None:
    bundle = bundle_of(ring, "restricted")
    rebuild(tmp_path / "again", bundle / "journal.jsonl", [bundle / "received"])
    with opened(tmp_path / "again", readonly=True) as award:
        assert sha256(award.store.results()[0].payload).digest()
        assert bad_lines(verify_folder(award)) == []
