"""A packet opens with its own code only, whole or not at all, and holds one judge's data."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import pytest

from award.folder import CONFIG, opened
from award.freezing import freeze
from cli.judging import keymap_of
from exchange.codes import ALPHABET, parse_code
from exchange.crypto import Ed25519Signer, box, derive_key
from exchange.fields import pack, plain
from exchange.objects import PacketBody, PacketKeys
from exchange.packet import PURPOSE, OpenPacket, read_packet, write_packet
from tests.exchange.circle import (
    CASES,
    NAMES,
    RECUSED,
    Circle,
    Handed,
    code_of,
    frozen_award,
    issue_all,
    make_award,
)
from tests.exchange.helpers import SIGNER, refused
from words import Bad


def opened_by(handed: Handed, code: str | None = None) -> OpenPacket:
    return read_packet(handed.packet.read_bytes()).opened(code or handed.code)


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code,
        lambda code: code.lower(),
        lambda code: code.replace("-", ""),
        lambda code: code.replace("0", "O").replace("1", "l").replace("8", "B"),
        lambda code: " " + code.replace("-", " \u2014 ") + " ",
        lambda code: "".join(chr(ord(c) + 0xFEE0) for c in code),
    ],
    ids=["as printed", "lower case", "no dashes", "look-alikes", "blanks", "full width"],
)
def test_p01_a_code_may_be_typed_in_many_ways(built: Circle, typed) -> None:  # type: ignore[no-untyped-def]
    handed = built.handed["J01"]
    assert opened_by(handed, typed(handed.code)).header.judge == "J01"


def test_p02_no_single_wrong_symbol_and_no_swap_gets_as_far_as_the_lock(built: Circle) -> None:
    code = parse_code(built.handed["J01"].code)
    closed = read_packet(built.handed["J01"].packet.read_bytes())
    wrong = [code[:i] + s + code[i + 1 :] for i in range(12) for s in ALPHABET if s != code[i]]
    for i, j in combinations(range(12), 2):
        if code[i] != code[j]:
            symbols = list(code)
            symbols[i], symbols[j] = symbols[j], symbols[i]
            wrong.append("".join(symbols))
    length = dict.fromkeys(("", code[:-1], code + "0"), "E-CODE-LENGTH")
    for typed, why in {**dict.fromkeys(wrong, "E-CODE"), **length}.items():
        with refused(why):
            closed.opened(typed)


def test_p03_the_code_of_another_judge_or_award_opens_nothing(built: Circle) -> None:
    with refused("E-WRONGCODE"):
        opened_by(built.handed["J01"], built.handed["J02"].code)


def test_p04_a_cut_or_changed_packet_is_never_shown(built: Circle) -> None:
    handed = built.handed["J01"]
    data = handed.packet.read_bytes()
    rng = random.Random(1)
    cuts = [data[:n] for n in rng.sample(range(len(data) - 1), 60)]
    flips = []
    for n in rng.sample(range(len(data)), 120):
        flips.append(data[:n] + bytes([data[n] ^ 1 << rng.randrange(8)]) + data[n + 1 :])
    for wrong in (*cuts, *flips):
        try:
            found = read_packet(wrong).opened(handed.code)
        except Bad:
            continue
        assert found.file == opened_by(handed).file  # a flip that mail may make as well


def test_p04_a_packet_whose_content_was_signed_anew_still_needs_the_code(built: Circle) -> None:
    packet = opened_by(built.handed["J01"])
    header = replace(packet.header, key=SIGNER.public.hex(), judge="J02")
    data = write_packet(header, packet.body, built.handed["J02"].code, SIGNER)
    with refused("E-WRONGCODE"):
        read_packet(data).opened(built.handed["J01"].code)


def test_p04_a_packet_that_does_not_hold_what_its_slate_says_is_refused(built: Circle) -> None:
    packet = opened_by(built.handed["J01"])
    cases = (replace(packet.body.cases[0], title="改"), *packet.body.cases[1:])
    with refused("E-SLATE", "001"):
        write_packet(packet.header, replace(packet.body, cases=cases), "", SIGNER)
    assert packet.header.lock is not None
    key = derive_key(parse_code(built.handed["J01"].code), PURPOSE, packet.header.lock)
    forged = box(key, pack(replace(packet.body, cases=cases)))
    from exchange import envelope

    header = plain(replace(packet.header, key=SIGNER.public.hex()))
    data = envelope.write("packet", header, forged, Ed25519Signer(SIGNER.seed))
    with refused("E-SLATE", "001"):
        read_packet(data).opened(built.handed["J01"].code)


def test_p15_a_packet_names_no_other_judge_and_no_count_of_judges(built: Circle) -> None:
    for judge, handed in built.handed.items():
        body = json.dumps(plain(opened_by(handed).body), ensure_ascii=False)
        clear = handed.packet.read_text(encoding="ascii").splitlines()[1]
        for other in NAMES.keys() - {judge}:
            code = built.handed[other].code
            secrets = (other, NAMES[other], f"{other} 的单位", code, code.replace("-", ""))
            assert not [one for one in secrets if one in body or one in clear]
        assert not re.search(rf"{judge} 的单位", body)
        assert (RECUSED[2] in body) == (judge == RECUSED[0])


def test_p15_the_keys_of_a_packet_are_exactly_these(built: Circle) -> None:
    """A row number or a count would need a key of its own."""
    assert set(plain(opened_by(built.handed["J01"]).body)) == {
        "judge_name", "deadline", "slate", "cases", "recused", "enrol", "log_head",
    }  # fmt: skip


def test_p15_the_label_of_an_old_announcement_does_not_reach_a_judge(tmp_path, built) -> None:  # type: ignore[no-untyped-def]
    from award.freezing import cases_of
    from tests.exchange.circle import nomination

    labelled = replace(nomination("001"), label="经典案例一")
    assert "经典案例一" not in json.dumps(plain(cases_of([labelled], {})[0]), ensure_ascii=False)


def test_p16_the_shared_parts_of_all_packets_are_the_same(built: Circle) -> None:
    bodies = [opened_by(handed).body for handed in built.handed.values()]
    shared = {pack(replace(body, judge_name="x", recused=(), enrol=None)) for body in bodies}
    assert len(shared) == 1
    assert tuple(case.number for case in bodies[0].cases) == CASES
    assert len({body.enrol for body in bodies}) == len(bodies)


def test_a_new_packet_withdraws_the_old_one_and_has_a_new_code(around: Circle) -> None:
    again = issue_all(around.folder, "J02")["J02"]
    assert (again.issue, again.withdrawn) == (2, 1)
    packet = read_packet(again.packet.read_bytes())
    with refused("E-WRONGCODE"):
        packet.opened(around.handed["J02"].code)
    assert around.handed["J02"].packet.name != again.packet.name


def test_issuing_twice_makes_nothing_new(around: Circle) -> None:
    with refused("E-ISSUED"):
        issue_all(around.folder)


def test_a_body_is_read_back_as_it_was(built: Circle) -> None:
    body = opened_by(built.handed["J02"]).body
    assert isinstance(body, PacketBody)
    assert body.judge_name == NAMES["J02"]
    assert [(one.case, one.reason) for one in body.recused] == [RECUSED[1:]]


def test_nothing_is_issued_before_freezing(tmp_path) -> None:  # type: ignore[no-untyped-def]
    folder = make_award(tmp_path / "award")
    with refused("E-NOTFROZEN"):
        issue_all(folder)


def test_nothing_is_issued_of_a_slate_that_is_no_longer_true(around: Circle) -> None:
    from tests.exchange.circle import nomination

    with opened(around.folder) as award:
        award.store.add_nominations([nomination("013")])
    with refused("E-SLATECHANGED"):
        issue_all(around.folder, "J01")


def test_s02_issuing_cut_off_after_the_files_is_simply_run_again(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    from db.store import Store

    folder = tmp_path / "award"
    frozen_award(folder)

    def dies(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Store, "add_document", dies)
        with pytest.raises(KeyboardInterrupt):
            issue_all(folder)
    issued = issue_all(folder)
    assert [one.issue for one in issued.values()] == [1, 1, 1]
    packet = read_packet(issued["J01"].packet.read_bytes())
    assert packet.opened(code_of(issued["J01"])).header.judge == "J01"


def test_the_committee_s_keys_travel_with_the_packet_and_bear_on_nothing(tmp_path: Path) -> None:
    rules, bodies = [], []
    for name in ("plain", "keyed"):
        folder = make_award(tmp_path / name, mode="open")
        if name == "keyed":
            with (folder / CONFIG).open("a", encoding="utf-8") as config:
                config.write('\n[keys]\nundo = "ctrl+z,f12"\nfind = "slash"\n')
        with opened(folder) as award:
            rules.append(freeze(award).slate.rules_digest)
        issued = issue_all(folder, "J01")["J01"]
        bodies.append(read_packet(issued.packet.read_bytes()).opened(code_of(issued)).body)
    assert rules[0] == rules[1]
    assert "keys" not in plain(bodies[0])
    work = SimpleNamespace(packet=SimpleNamespace(body=bodies[1]))
    assert keymap_of(work) == {"find": "slash", "undo": "ctrl+z,f12"}  # type: ignore[arg-type]


def test_keys_that_this_program_does_not_know_are_left_alone() -> None:
    odd = (PacketKeys("fly", "f2"), PacketKeys("undo", "no key+"), PacketKeys("find", "f12"))
    work = SimpleNamespace(packet=SimpleNamespace(body=SimpleNamespace(keys=odd)))
    assert keymap_of(work) == {"find": "f12"}  # type: ignore[arg-type]
