"""A hostile config.toml is refused fast, in little memory, with a sentence."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from award.rules_file import LIMIT, load_rules, rules_of
from tests.config.test_wrong_rules import SAMPLE
from words import Bad, sentence

MEGABYTE = 1024 * 1024

HOSTILE = {
    "a key of 20,000 parts": ("a" + ".a" * 20_000 + " = 1", "E-RULE-LONGLINE"),
    "keys of 40 parts on every line": (
        "\n".join(f"x{i}" + ".a" * 40 + " = 1" for i in range(10_000)),
        "E-RULE-ALLDOTS",
    ),
    "headers of 40 parts on every line": (
        "\n".join(f"[x{i}" + ".a" * 40 + "]" for i in range(10_000)),
        "E-RULE-ALLDOTS",
    ),
    "one table under 8,000 headers": (
        "\n".join(f"[a.b{i}]" for i in range(8_000)),
        "E-RULE-ALLDOTS",
    ),
    "30,000 keys in one table": ("\n".join(f"k{i} = {i}" for i in range(30_000)), "E-RULE-UNKNOWN"),
    "10,000 nested arrays": ("a = " + "[" * 10_000 + "]" * 10_000, "E-RULE-LONGLINE"),
    "10,000 nested arrays on lines": ("a = " + "[\n" * 10_000 + "]\n" * 10_000, "E-RULE-DEEP"),
    "10,000 nested inline tables on lines": ("a = " + "{a=[\n" * 10_000, "E-RULE-DEEP"),
    "an integer of 5,000 digits": ("a = " + "9" * 5_000, "E-RULE-LONGLINE"),
    "a decimal of 1,900 digits": ("format = 0." + "9" * 1_900, "E-RULE-FORMAT"),
    "a hex number of 1,900 digits": ("format = 0x" + "f" * 1_900, "E-RULE-FORMAT"),
    "a vast exponent": (SAMPLE.replace('max = "100"', "max = 1e999999999"), "E-RULE-NUMBER"),
    "a long fraction": (SAMPLE.replace("places = 2", "places = 1e-999999999"), "E-RULE-WHOLE"),
    "infinity as the format": ("format = inf", "E-RULE-FORMAT"),
    "not a number as the format": ("format = nan", "E-RULE-FORMAT"),
    "100,000 quotes": ('"' * 100_000, "E-RULE-LONGLINE"),
    "300,000 quotes on lines": ('a = """' + '\\"""\n' * 200_000, "E-RULE-QUOTE"),
    "an endless string": ("a = '''" + "x\n" * 400_000, "E-RULE-QUOTE"),
    "100,000 criteria": ("[[criterion]]\n" * 70_000, "E-RULE-TOOMANY"),
    "100,000 ties": ("[ranking]\nties = [" + '"median",\n' * 90_000 + "]", "E-RULE-TOOMANY"),
    "a lone zero byte": ("\0", "E-RULE-SYNTAX"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_fast_and_in_little_memory(name: str) -> None:
    text, codes = HOSTILE[name]
    data = text.encode("utf-8")[:LIMIT]
    started = time.process_time()  # whatever else the machine is doing
    with pytest.raises(Bad) as caught:
        rules_of(data)
    assert time.process_time() - started < 4
    assert {problem.code for problem in caught.value.problems} & set(codes.split())
    assert len(caught.value.problems) <= 101
    assert all(len(sentence(problem)) < 1000 for problem in caught.value.problems)


def test_memory_stays_bounded() -> None:
    data = HOSTILE["100,000 criteria"][0].encode("utf-8")[:LIMIT]
    tracemalloc.start()
    with pytest.raises(Bad):
        rules_of(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100 * MEGABYTE


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"#" * (LIMIT + 1))
    with pytest.raises(Bad) as caught:
        load_rules(path)
    assert caught.value.code == "E-SIZE"
