"""An award over a chain of stages is archived and recounted whole; every change is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from award.published import rules_from, rules_json, sheet_of
from award.published_inputs import files_of, inputs_from, veiled
from award.published_names import HIDDEN, Veil, seats_of, under_labels
from award.published_stages import matrices_in, panels_in, published_stages
from award.verify import run, text_of
from award.verifying import verify
from award.verifying_bundle import UNCHECKED, exit_code
from db.payload import Sheet, anonymous_part, pack, receipt
from db.rules_digest import digest_of
from exchange.bundle import MANIFEST, SIGNATURE, read_bundle, with_manifest
from files import canonical
from scoring.cells import Matrix
from scoring.chain_rules import Stage
from scoring.compute import compute_award
from scoring.inputs import AwardInputs
from scoring.recount import recount_award
from scoring.result import DecisionError
from scoring.rules import Rules
from tests.exchange.chain_award import NAMES, archived, build
from tests.exchange.helpers import SIGNER
from tests.exchange.test_verify import bad_lines
from tests.scoring.random_chains import random_chain

GOLDEN = Path(__file__).parent / "golden" / "archive-chain-1"
Files = dict[str, bytes]
Edit = Callable[[Any], None]


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    done = archived(build(tmp_path_factory.mktemp("chain") / "award"))
    return {"public": done.public, "restricted": done.restricted}


@pytest.fixture
def public(bundles: dict[str, Path]) -> Files:
    return read_bundle(bundles["public"])


def remade(files: Mapping[str, bytes], kind: str = "public") -> list[Any]:
    """Verified after somebody with the award's key made the manifest anew."""
    bare = {name: data for name, data in files.items() if name not in {MANIFEST, SIGNATURE}}
    return verify(with_manifest(bare, kind, "chain-1", 1, SIGNER))


def edited(files: Files, name: str, edit: Edit) -> Files:
    value = canonical.loads(files[name])
    edit(value)
    return {**files, name: canonical.dumps(value)}


def failed(lines: list[Any]) -> set[str]:
    return {line.key for line in bad_lines(lines)}


@pytest.mark.parametrize("kind", ["public", "restricted"])
def test_an_untouched_archive_of_a_chain_holds_stage_by_stage(
    bundles: dict[str, Path], kind: str
) -> None:
    lines = run(bundles[kind])
    assert bad_lines(lines) == []
    assert [line.key for line in lines if line.verdict == UNCHECKED] == ["verify.close.none"]
    stages = [line.params["stage"] for line in lines if line.key == "verify.stage.good"]
    assert stages == ["formal", "first", "second", "net", "poll"]


def test_the_golden_archive_of_a_chain_is_read_for_ever() -> None:
    lines = run(GOLDEN)
    assert bad_lines(lines) == []
    assert sum(line.key == "verify.stage.good" for line in lines) == 5


def test_v02_a_flipped_bit_in_any_file_is_named(bundles: dict[str, Path], tmp_path: Path) -> None:
    for kind, bundle in bundles.items():
        copy = Path(shutil.copytree(bundle, tmp_path / kind))
        for path in sorted(p for p in copy.rglob("*") if p.is_file()):
            good = path.read_bytes()
            data = bytearray(good)
            data[len(data) // 2] ^= 1
            path.write_bytes(data)
            lines = run(copy)
            assert exit_code(lines) == 1
            name = path.relative_to(copy).as_posix()
            assert name in "\n".join(map(text_of, bad_lines(lines)))
            path.write_bytes(good)


def test_v02_a_removed_file_is_named(bundles: dict[str, Path]) -> None:
    for bundle in bundles.values():
        files = read_bundle(bundle)
        for gone in files.keys() - {MANIFEST, SIGNATURE}:
            lines = verify({name: data for name, data in files.items() if name != gone})
            assert ("verify.file.missing", gone) in {
                (line.key, line.params.get("name")) for line in bad_lines(lines)
            }


def lifted(votes: Any) -> None:
    votes["counts"][5]["counted"] += 1000


def unreasoned(votes: Any) -> None:
    votes["counts"][2]["reason"] = ""


def other_field(facts: Any) -> None:
    facts["cases"][0]["field"] = "检察院"


def no_events(events: Any) -> None:
    events["events"].clear()


def other_reason(events: Any) -> None:
    events["events"][0]["reason"] = "无"


def quicker(measures: Any) -> None:
    measures["measures"][0]["value"] = 900


def exchanged(seats: Any) -> None:
    """The adjustment of one judge goes to the other."""
    seats["adjusted"][0]["judge"] = seats["panels"][1]["judges"][0]


def raised(seats: Any) -> None:
    seats["adjusted"][0]["points"] = 500


def without_judge(panel: Any) -> None:
    panel["judges"].pop()


FORGERIES: dict[str, tuple[str, Edit, str]] = {
    "votes added": ("votes/net.json", lifted, "verify.stage.bad"),
    "a deduction without a reason": ("votes/net.json", unreasoned, "verify.votes.bad"),
    "another field": ("facts.json", other_field, "verify.facts.bad"),
    "events left out": ("events.json", no_events, "verify.result.bad"),
    "another reason": ("events.json", other_reason, "verify.result.bad"),
    "a measure changed": ("measures.json", quicker, "verify.stage.bad"),
    "another is adjusted": ("seats.json", exchanged, "verify.stage.bad"),
    "another adjustment": ("seats.json", raised, "verify.broken"),
    "a judge left out": ("stages/second.json", without_judge, "verify.panel.bad"),
    "a voter left out": ("stages/poll.json", without_judge, "verify.panel.bad"),
    "a first judge left out": ("panel.json", without_judge, "verify.panel.bad"),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_v03_what_the_holder_of_the_key_changes_is_found_by_the_recount(
    public: Files, name: str
) -> None:
    file, edit, expected = FORGERIES[name]
    assert expected in failed(remade(edited(public, file, edit)))


def test_a_stage_whose_published_numbers_are_others_is_named(public: Files) -> None:
    def better(result: Any) -> None:
        result["stages"][2]["results"][0]["score"] = "9.9"

    lines = bad_lines(remade(edited(public, "result.json", better)))
    assert [(line.key, line.params["stage"]) for line in lines] == [("verify.stage.bad", "second")]


def test_what_was_made_up_beside_the_log_is_found_in_the_restricted_archive(
    bundles: dict[str, Path],
) -> None:
    """Reason and result agree with one another; the log knows another reason."""
    files = read_bundle(bundles["restricted"])
    forged = edited(files, "events.json", other_reason)

    def same(result: Any) -> None:
        result["events"][0]["reason"] = "无"
        for place in result["ranking"]:
            for remark in place.get("remarks", []):
                if remark["code"] == "rejected":
                    remark["params"]["reason"] = "无"

    forged = edited(forged, "result.json", same)
    assert failed(remade(forged, "restricted")) == {"verify.written.bad"}

    forged = edited(files, "facts.json", other_field)
    forged = edited(forged, "result.json", lambda r: r["cases"][0].update(field="检察院"))
    assert "verify.facts.slate.bad" in failed(remade(forged, "restricted"))


def test_a_document_changed_in_the_log_is_found(bundles: dict[str, Path]) -> None:
    files = read_bundle(bundles["restricted"])
    lines = files["journal.jsonl"].splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if b'"public-votes"' in line)
    entry = json.loads(lines[at])
    entry["rows"][-1][2]["payload"] = "e30="
    lines[at] = canonical.dumps(entry) + b"\n"
    changed = {**files, "journal.jsonl": b"".join(lines)}
    assert failed(remade(changed, "restricted")) & {"verify.written.bad", "verify.broken"}


def test_the_public_archive_of_a_chain_names_no_judge(public: Files) -> None:
    told = json.loads(
        b'"' + b"".join(public.values()).replace(b'"', b"").replace(b"\n", b"") + b'"'
    )
    assert [name for name in NAMES.values() if name in told] == []
    assert HIDDEN in told


def test_names_and_ids_of_judges_are_taken_out_of_reasons() -> None:
    veil = Veil({"E1": "1" * 20, "E2": "absent-1"}, ("王建国", "王建"))
    assert veil.text("王建国与E1商定") == f"{HIDDEN}与{HIDDEN}商定"
    assert veil.text("E10 和 E2x 不是评委") == "E10 和 E2x 不是评委"


# -- over random awards -----------------------------------------------------------------------


def named_by_stage(rules: Rules, inputs: AwardInputs) -> tuple[Rules, AwardInputs]:
    """The random award with judges who each belong to one stage, as a folder has them."""
    cases = [one.case for one in inputs.cases]
    matrices = {
        form.key: _renamed(inputs.matrices.get(form.key), form.key, cases, stage)
        for stage in rules.chain
        if (form := stage.form)
    }
    chain = tuple(_stage_renamed(stage) for stage in rules.chain)
    stages = tuple(stage.form for stage in chain if stage.form)
    decisions = tuple(one for one in inputs.decisions if not one.judge)
    return (
        replace(rules, chain=chain, stages=stages),
        replace(inputs, matrices=matrices, decisions=decisions),
    )


def _renamed(matrix: Matrix | None, key: str, cases: list[str], stage: Stage) -> Matrix:
    assert stage.form is not None
    criteria = [one.key for one in stage.form.criteria]
    if matrix is None:
        matrix = Matrix.empty(cases, stage.judges, criteria)
    found = matrix.of_cases(cases)
    cells = {
        (case, f"{key}-{judge}", name): found.cell(c, j, i)
        for c, case in enumerate(found.cases)
        for j, judge in enumerate(found.judges)
        for i, name in enumerate(found.criteria)
    }
    return Matrix.build(cases, [f"{key}-{judge}" for judge in found.judges], criteria, cells)


def _stage_renamed(stage: Stage) -> Stage:
    key = stage.key
    panels = tuple(replace(p, judges=tuple(f"{key}-{j}" for j in p.judges)) for p in stage.panels)
    form = stage.form and replace(
        stage.form, judge_adjust=tuple((f"{key}-{j}", n) for j, n in stage.form.judge_adjust)
    )
    judges = tuple(f"{key}-{j}" for j in stage.judges)
    return replace(stage, form=form, panels=panels, judges=judges)


def ballots_of(rules: Rules, inputs: AwardInputs) -> tuple[dict[str, str], dict[str, bytes]]:
    """A ballot for every judge of every matrix: labels, and published parts by receipt."""
    labels, parts = {}, {}
    for matrix in inputs.matrices.values():
        width = len(matrix.criteria)
        for j, judge in enumerate(matrix.judges):
            places = [matrix.at(c, j, i) for c in range(len(matrix.cases)) for i in range(width)]
            points = matrix.points[:0]
            points.extend(matrix.points[at] for at in places)
            states = bytes(matrix.states[at] for at in places)
            payload = pack(
                Sheet(judge, 1, digest_of(rules), judge, matrix.criteria, matrix.cases, states,
                      points, {}, {})
            )  # fmt: skip
            labels[judge] = receipt(payload)
            parts[receipt(payload)] = anonymous_part(payload)
    return labels, parts


@pytest.mark.parametrize("seed", range(120))
def test_what_is_archived_of_any_chain_is_counted_the_same_again(seed: int) -> None:
    made = random_chain(seed)
    rules, inputs = named_by_stage(made.rules, made.inputs)
    labels, parts = ballots_of(rules, inputs)
    if not rules.stages:
        return
    stages = published_stages(rules, inputs.matrices, labels, parts)
    given = veiled(inputs, Veil(labels, ()), {key: one.matrix for key, one in stages.items()})
    seats = seats_of(rules, labels)
    files = files_of(given, seats)
    for one in stages.values():
        files |= one.files

    again, _ = rules_from(rules_json(rules))
    assert again == rules
    sheets = {name: sheet_of(data, name) for name, data in parts.items()}
    cases = [one.case for one in inputs.cases]
    matrices = matrices_in(again, panels_in(files, again), sheets, cases)
    read = inputs_from(files, matrices, given.decisions, cases)
    assert read == given
    labelled = under_labels(again, seats)
    try:
        first = compute_award(labelled, given)
    except DecisionError:
        return
    assert recount_award(labelled, read) == first
