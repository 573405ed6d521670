"""Every remark of random awards can be said, in both languages."""

from __future__ import annotations

from award.remarks import KNOWN, remark_words
from scoring.compute import compute_award
from tests.scoring.random_chains import random_chain


def test_every_remark_has_its_sentence_with_all_its_values() -> None:
    said: set[str] = set()
    for seed in range(700):
        award = random_chain(seed)
        for standing in compute_award(award.rules, award.inputs).standings:
            for remark in standing.remarks:
                for lang in ("zh", "en"):
                    text = remark_words(award.rules, remark, lang)
                    assert text, remark
                    assert "{" not in text, remark
                said.add(remark.code)
    assert said >= KNOWN
