"""An award of several rounds that travelled: a close sheet and a slate for each in the archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.archiving import archive
from award.finalising import finalise
from award.folder import opened
from award.keys import require_keys, signer_of
from award.verify import text_of
from award.verifying import verify, verify_receipt
from award.verifying_bundle import HELD
from exchange.bundle import MANIFEST, SIGNATURE, read_bundle, with_manifest
from exchange.closing import from_toml
from exchange.crypto import Ed25519Signer
from tests.exchange.circle import SECRETARY
from tests.exchange.test_archive_stages import failed
from tests.exchange.test_verify import bad_lines, isolated
from tests.exchange.two_rounds import begun, chair_key


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Ed25519Signer]:
    ring = begun(tmp_path_factory.mktemp("rounds") / "secretary")
    ring.play()
    ring.freeze()
    ring.votes()
    ring.play()
    with opened(ring.folder) as award:
        finalise(award, "", "secretary")
        signer = signer_of(require_keys(award), SECRETARY)
        done = archive(award, None, signer, chair_key(ring.folder))
    return done.public, done.restricted, signer


def test_every_round_has_its_close_sheet_and_its_slate(
    bundles: tuple[Path, Path, Ed25519Signer],
) -> None:
    for bundle in bundles[:2]:
        files = read_bundle(bundle)
        assert {"close/first.toml", "close/second.toml", "slates/first.json"} <= files.keys()
        lines = verify(files)
        assert [text_of(line) for line in lines if line.verdict != HELD] == []
        assert sum(line.key == "verify.close.good" for line in lines) == 2
    assert isolated(bundles[0]).returncode == 0


def test_a_judge_of_any_round_finds_the_own_receipt(
    bundles: tuple[Path, Path, Ed25519Signer],
) -> None:
    files = read_bundle(bundles[0])
    for stage in ("first", "second"):
        receipt = from_toml(files[f"close/{stage}.toml"]).sheet.receipts[0]
        assert bad_lines(verify_receipt(files, receipt)) == []
    assert len(bad_lines(verify_receipt(files, "1" * 20))) == 2


def test_v02_a_close_sheet_or_slate_of_an_earlier_round_left_out_is_found(
    bundles: tuple[Path, Path, Ed25519Signer],
) -> None:
    files = read_bundle(bundles[0])
    for gone, key in (
        ("slates/first.json", "verify.close.slate.bad"),
        ("close/second.toml", "verify.receipts"),
    ):
        bare = {n: d for n, d in files.items() if n not in {gone, MANIFEST, SIGNATURE}}
        again = verify(with_manifest(bare, "public", "cases-two-rounds", 1, bundles[2]))
        keys = failed(again)
        if gone.startswith("slates"):
            assert key in keys
        else:  # a round without a close sheet is said to be one
            told = [line.params["stage"] for line in again if line.key == "verify.close.stage"]
            assert told == ["second"]


def test_v02_a_flipped_bit_in_a_close_sheet_is_named(
    bundles: tuple[Path, Path, Ed25519Signer],
) -> None:
    files = read_bundle(bundles[0])
    data = bytearray(files["close/first.toml"])
    data[len(data) // 2] ^= 1
    lines = verify({**files, "close/first.toml": bytes(data)})
    assert "verify.file.changed" in failed(lines)
