"""The file itself: read, told apart, located; the default one, everywhere the same."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import award.rules_file
from award.rules_file import default_config_text, load_rules, rules_of
from tests.config.test_wrong_rules import SAMPLE
from tests.conftest import ROOT
from words import Bad

DEFAULT = (ROOT / "config.toml").read_bytes()


def codes(data: bytes) -> list[str]:
    with pytest.raises(Bad) as caught:
        rules_of(data)
    return [problem.code for problem in caught.value.problems]


def test_a_file_gives_its_rules_name_digest_and_text(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(SAMPLE, encoding="utf-8")
    found = load_rules(path)
    assert (found.name.zh, found.name.en, found.text) == ("案例评选", "Award", SAMPLE)
    assert len(found.digest) == 64


def test_the_digest_is_of_what_is_said() -> None:
    said = rules_of(SAMPLE.encode()).digest
    assert rules_of(b"\xef\xbb\xbf" + SAMPLE.encode()).digest == said
    assert rules_of(SAMPLE.replace("\n", "\r\n").encode()).digest == said
    assert rules_of(("# a remark\n" + SAMPLE.replace(" = ", "=")).encode()).digest == said
    assert rules_of(SAMPLE.replace("size = 2", "size = 4").encode()).digest != said


def test_a_file_in_another_encoding_is_told_to_be_saved_again() -> None:
    assert codes(SAMPLE.encode("gb18030")) == ["E-RULE-ENCODING"]
    assert codes(SAMPLE.encode("utf-16")) == ["E-RULE-ENCODING"]


def test_an_empty_file_lacks_everything_that_is_required() -> None:
    assert set(codes(b"")) == {"E-RULE-MISSING", "E-RULE-NODEFAULT"}


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.toml", "E-NOFILE"), (tmp_path, "E-NOTFILE")):
        with pytest.raises(Bad) as caught:
            load_rules(path)
        assert caught.value.code == code


def test_the_messages_name_the_file_and_show_foreign_text_safely(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(SAMPLE + '"\\u001b[31m\\u202e" = 1\n', encoding="utf-8")
    with pytest.raises(Bad) as caught:
        load_rules(path)
    said = str(caught.value)
    assert said.startswith("rules.toml line 73 [announce] ")
    assert not set(said) & {"\x1b", "\u202e"}


def test_mistakes_are_told_in_the_order_of_the_file() -> None:
    wrong = SAMPLE.replace("size = 3", "size = 0").replace('max = "100"', "max = true")
    with pytest.raises(Bad) as caught:
        rules_of(wrong.replace("places = 2", "places = 9").encode())
    lines = [problem.where.split()[2] for problem in caught.value.problems]
    assert lines == ["10", "46", "63"]


def test_the_default_rules_are_right() -> None:
    assert rules_of(DEFAULT).rules == rules_of(default_config_text().encode()).rules


def test_the_default_text_is_the_root_file() -> None:
    assert default_config_text().encode("utf-8") == DEFAULT


def test_the_clone_has_no_second_copy_that_could_differ() -> None:
    assert not (ROOT / "award" / "config.toml").exists()


def test_the_copy_a_wheel_carries_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").write_text("carried", encoding="utf-8")
    monkeypatch.setattr(award.rules_file, "files", lambda _: tmp_path)
    assert default_config_text() == "carried"


def test_a_wheel_gives_the_same_default_rules(tmp_path: Path) -> None:
    builder = pytest.importorskip("hatchling.builders.wheel").WheelBuilder(str(ROOT))
    wheel = next(iter(builder.build(directory=str(tmp_path), versions=["standard"])))
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "import award.rules_file as file\n"
        "print(file.__file__); sys.stdout.flush()\n"
        "sys.stdout.buffer.write(file.default_config_text().encode('utf-8'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=tmp_path)
    where, _, text = done.stdout.partition(b"\n")
    assert where.decode().startswith(str(tmp_path / "site")), done.stderr.decode()
    assert text == DEFAULT


def test_the_default_file_needs_no_unquoted_decimal() -> None:
    def refuse(text: str) -> float:
        raise AssertionError(text)

    assert tomllib.loads(DEFAULT.decode("utf-8"), parse_float=refuse)["format"] == 1
