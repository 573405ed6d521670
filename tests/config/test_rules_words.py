"""The rules said in words, as a regulation would say them, in both languages."""

from __future__ import annotations

import copy
import itertools
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from award.rules_file import default_config_text, rules_of
from award.rules_words import rules_in_words
from scoring import chain_rules as chain_types
from scoring import rules as types
from scoring.config import parse_rules
from tests.config.test_parse_rules import summing
from tests.config.test_wrong_rules import SAMPLE
from words.rules import WORDS
from words.stages import WORDS as STAGES

HERE = Path(__file__).parent


def default_in_words() -> str:
    rules = rules_of(default_config_text().encode("utf-8")).rules
    return "\n".join(line for lang in ("zh", "en") for line in rules_in_words(rules, lang)) + "\n"


def changed(table: str, **values: Any) -> dict[str, Any]:
    data: dict[str, Any] = copy.deepcopy(tomllib.loads(SAMPLE))
    data[table] = {**data.get(table, {}), **values}
    return data


def said(data: dict[str, Any], lang: str = "zh") -> str:
    return "\n".join(rules_in_words(parse_rules(data), lang))


def test_the_default_rules_in_words_are_the_ones_on_file() -> None:
    assert default_in_words() == (HERE / "default_rules.txt").read_text(encoding="utf-8")


def test_the_score_is_said_as_a_regulation_says_it() -> None:
    text = said(changed("rounding"))
    assert "去掉1个最高分和1个最低分，其余取平均，保留2位小数，四舍五入" in text


@pytest.mark.parametrize(
    ("table", "values", "zh", "en"),
    [
        ("aggregate", {"of": "criterion"}, "在各评委的打分中去掉", "for each criterion leave"),
        ("aggregate", {"low": 0}, "去掉1个最高分，其余取平均", "leave out the 1 highest and take"),
        ("aggregate", {"high": 0}, "去掉1个最低分，其余取平均", "leave out the 1 lowest and take"),
        ("aggregate", {"from": 7}, "不足7份的案例，不去掉任何评分", "fewer than 7 valid"),
        ("missing", {"policy": "block"}, "全部案例都不排名", "no case is ranked"),
        ("missing", {"policy": "zero"}, "都按零分计入", "count as zero"),
        ("missing", {"min_ballots": 4}, "不足4份的案例不排名", "fewer than 4 valid ballots is not"),
        ("rounding", {"mode": "half_even"}, "四舍六入五成双", "half to even"),
        ("rounding", {"mode": "down"}, "直接舍去", "cut off"),
        ("rounding", {"places": 0}, "取整数，四舍五入", "rounded to a whole number, half up"),
        ("rounding", {"when": "every_criterion"}, "每项指标加权后的得分先", "share of a total is"),
        ("rounding", {"when": "final"}, "最后得出总成绩时修约一次", "only the final score"),
        ("ranking", {"by": "exact"}, "修约以前的精确得分从高到低", "by the exact score"),
        ("ranking", {"ties": []}, "不再区分，名次并列", "not parted"),
        ("ranking", {"ties": ["mean"]}, "（1）全部有效评分表总分的平均分", "(1) the mean total"),
        ("ranking", {"ties": ["high_count"]}, "给出其中最高总分的评委人数", "gave the highest"),
        ("ranking", {"ties": ["head_to_head"]}, "两两比较", "duels"),
        ("ranking", {"ties": ["more_decimals"]}, "（1）修约以前的精确得分", "(1) the exact score"),
        ("ranking", {"shared": "dense"}, "名次不空出（如1、2、2、3）", "no rank is skipped"),
        ("announce", {"order": "rank"}, "按名次编号，按编号顺序刊登", "rank, and printed in"),
        ("announce", {"sequence": "odd_then_even"}, "先刊登单号、再刊登双号", "odd numbers first"),
    ],
)  # fmt: skip
def test_each_rule_is_said_in_both_languages(
    table: str, values: dict[str, Any], zh: str, en: str
) -> None:
    assert zh in said(changed(table, **values), "zh")
    assert en in said(changed(table, **values), "en")


@pytest.mark.parametrize(
    ("method", "zh"), [("mean", "平均"), ("median", "中位数"), ("sum", "相加")]
)
def test_the_other_methods_are_said(method: str, zh: str) -> None:
    data = changed("award")
    data["aggregate"] = {"method": method}
    assert f"全部有效评分表的总分{'取' * (method != 'sum')}{zh}" in said(data)
    assert "去掉" not in said(data)


def test_a_judge_left_out_is_said_with_what_spread_means() -> None:
    data = changed("award")
    data["aggregate"] = {"method": "trimmed_mean", "of": "judge", "from": 5}
    assert "去掉一位打分最分散的评委的评分表，其余取平均" in said(data)
    assert "最高总分与最低总分相差最大" in said(data)


def test_weights_of_judges_are_said_with_what_dropping_makes_of_them() -> None:
    data = changed("judge_weights", J01="2", J07="0.5")
    assert "评委权重：J01为2、J07为0.5，其余评委为1" in said(data)
    assert "按份数计，不看权重" in said(data)
    assert "J01 2, J07 0.5, all others 1" in said(data, "en")
    data["aggregate"] = {"method": "median"}
    assert "按份数计" not in said(data)


def test_full_marks_are_said_with_their_sum() -> None:
    assert "满分分别为：成效60分、创新40分，合计100分" in said(summing())
    assert "“成效”从0分打到60分，最小分差0.5分" in said(summing())
    assert "各项得分之和" in said(summing())


def test_what_is_not_counted_or_may_be_left_out_is_said() -> None:
    data = changed("award")
    data["criterion"][0]["optional"] = True
    assert "“文字”只打分供参考，不计入总分" in said(data)
    assert "“成效”可以答“不适用”" in said(data)
    data["criterion"][0]["comment"] = True
    assert "给“成效”打分，须对该案例写评语" in said(data)
    points = summing()
    points["criterion"][0]["optional"] = True
    assert "折算为满分" in said(points)


@pytest.mark.parametrize("at_cut", get_args(types.AtCut))
def test_every_way_at_the_cut_is_said(at_cut: str) -> None:
    data = changed("award")
    data["tier"][0]["at_cut"] = at_cut
    assert f"最多2个；{WORDS[f'rules.cut_{at_cut}'][0]}" in said(data)


def test_an_award_of_no_tiers_says_so() -> None:
    data = changed("award")
    del data["tier"]
    assert "只排名次，不分等次" in said(data)


def test_every_sentence_is_used_by_some_rules() -> None:
    used = "\n".join(map(said, _many()))
    unused = [
        key
        for key, (zh, _) in WORDS.items()
        if zh.split("{", maxsplit=1)[0].strip("“（") not in used
    ]
    assert set(unused) <= {"rules.line"}


def summed(of: str, high: int, unequal: str) -> dict[str, Any]:
    """The sum of what is left."""
    data = changed("missing", min_ballots=5)
    low = high
    data["aggregate"] = {"method": "trimmed_sum", "of": of, "high": high, "low": low, "from": 5,
                         "unequal": unequal}  # fmt: skip
    return data


def factored(method: str) -> dict[str, Any]:
    """A factor of a criterion and one of the whole."""
    data = changed("rounding", when="every_criterion")
    trims = {"of": "criterion", "high": 1, "low": 1, "from": 5}
    data["aggregate"] = {"method": method, **(trims if method == "trimmed_mean" else {})}
    one = {"key": "dd", "name": {"zh": "难度"}, "takes": "exact", "measure": "dd"}
    two = {"key": "all", "name": {"zh": "总系数"}, "takes": "rounded", "value": "1.33"}
    return {**data, "factor": [{**one, "criterion": "effect"}, two]}


def test_a_sum_of_what_is_left_says_of_how_many_it_is() -> None:
    text = said(summed("criterion", 1, "refuse"))
    assert "每项指标在各评委的打分中去掉1个最高分和1个最低分，其余3个相加" in text
    assert "按5份有效评分表求和；份数不是5份的案例不排名" in text
    assert "计入的分数取平均后乘以3" in said(summed("total", 1, "scale"))
    assert "5位评委的总分相加" in said(summed("total", 0, "scale"))
    assert "only the stated number" not in said(summed("total", 0, "scale"), "en")


def test_a_factor_says_what_is_multiplied_and_what_is_rounded_before() -> None:
    text = said(factored("mean"))
    assert "难度：“成效”一项乘以该案例登记的 dd；没有登记的案例不排名。" in text
    assert "总系数：得分乘以1.33。相乘以前先修约一次。" in text
    assert "乘以系数后先按同样办法修约" in text
    assert "对每项指标的打分分别进行" in text
    assert "“Novelty”" not in said(factored("mean"), "en").split("难度", 1)[1].split("\n")[0]


def _many() -> list[dict[str, Any]]:
    """Awards that use every rule between them."""
    choices: dict[tuple[str, str], tuple[Any, ...]] = {
        ("aggregate", "of"): ("total", "criterion"),
        ("aggregate", "high"): (0, 1),
        ("missing", "policy"): get_args(types.MissingPolicy),
        ("rounding", "mode"): get_args(types.RoundingMode),
        ("rounding", "when"): get_args(types.RoundingWhen),
        ("rounding", "places"): (0, 2),
        ("ranking", "shared"): get_args(types.SharedRank),
        ("ranking", "ties"): ([], ["mean", "high_count", "head_to_head", "more_decimals"]),
        ("announce", "order"): get_args(types.AnnounceOrder),
        ("announce", "sequence"): get_args(types.AnnounceSequence),
    }
    single = [changed(t, **{k: v}) for (t, k), values in choices.items() for v in values]
    whole = [changed("award") for _ in range(4)]
    methods = ("mean", "median", "sum", "trimmed_mean")
    for data, method, at_cut in zip(
        whole, methods, itertools.cycle(get_args(types.AtCut)), strict=False
    ):
        trim = {"of": "judge", "from": 5} if method == "trimmed_mean" else {}
        data["aggregate"] = {"method": method} | trim
        data["tier"][0]["at_cut"] = at_cut
        data["criterion"][0]["optional"] = True
    del whole[0]["tier"]
    points = summing()
    points["criterion"][0]["optional"] = True
    low = changed("aggregate", low=0)
    alike = changed("ranking", by="exact", ties=["decision"])
    heavy = changed("judge_weights", J1="2")
    single += [summed(of, high, unequal) for of in ("total", "criterion") for high in (0, 1)
               for unequal in ("refuse", "scale")]  # fmt: skip
    single += [factored("mean"), factored("trimmed_mean")]
    return [*single, *whole, points, low, alike, heavy, changed("aggregate", high=0), *_chains()]


def _chains() -> list[dict[str, Any]]:
    """A chain of stages, and one with the other words of the same rules."""
    chain = tomllib.loads((HERE / "chain.toml").read_text(encoding="utf-8"))
    other = copy.deepcopy(chain)
    del other["stage"][1]["promote"]
    other["ranking"]["ties"] = ["votes:net", "mean:first"]
    for tier, of in zip(other["tier"], ("entries", "ranked"), strict=True):
        del tier["size"]
        tier |= {"percent": "12.5", "percent_of": of}
    return [chain, other]


def test_every_sentence_about_stages_is_used_by_some_rules() -> None:
    used = "\n".join(map(said, [*_chains(), *_more_chains(), *_factored_chains()]))
    elsewhere = ("opt_", "event_", "remark_", "trail", "votes_done", "votes_read", "heading",
                 "no_counts", "view", "interim")  # fmt: skip
    first = {
        key: zh.split("{", maxsplit=1)[0].strip("，“")
        for key, (zh, _) in STAGES.items()
        if not key.removeprefix("stages.").startswith(elsewhere)
    }
    assert [key for key, start in first.items() if start not in used] == []


def _factored_chains() -> list[dict[str, Any]]:
    """Factors of a stage and of a criterion, in a chain and alone; penalties in proportion."""
    data = _chains()[0]
    one = {"key": "dd", "name": {"zh": "难度"}, "takes": "rounded", "measure": "dd"}
    two = {"key": "all", "name": {"zh": "总系数"}, "takes": "exact", "value": "1.33"}
    both = [{**one, "stage": "second", "criterion": "talk"}, {**two, "stage": "second"}]
    made = [{**data, "factor": both, "adjust": [{**data["adjust"][0], "exact": True}]}]
    bonus = {**data["adjust"][0], "exact": True, "points": "1"}
    base = {**bonus, "free": 0, "every": 1}
    less = {**base, "points": "-1"}
    made += [{**data, "adjust": [one]} for one in (bonus, base, less)]
    made += [{**data, "adjust": [{**one, "required": True}]} for one in (bonus, base, less)]
    return [*made, factored("mean")]


def _more_chains() -> list[dict[str, Any]]:
    """Every choice of promotion, conversion and vote, one award each."""
    made = []
    for convert, values in CONVERSIONS.items():
        data = _chains()[0]
        data["stage"][3]["public"] = {"convert": convert, **values}
        if convert == "reference_only":
            data["total"] = {"weights": {"second": "1"}}
        made.append(data)
    for base in get_args(chain_types.Base):
        data = _chains()[0]
        relative = base.startswith("present")
        data["stage"][4]["vote"] |= {"base": base, "by": "ratio", "fewer": False, "over": "tier"}
        data["stage"][4]["vote"] |= {"ticks": {"gold": 2, "silver": 3}, "abstained_in_base": True}
        data["stage"][4]["vote"] |= {"void_in_base": False} if relative else {}
        data["stage"][4]["vote"]["secret"] = base == "members"
        if not relative:
            del data["stage"][4]["vote"]["void_in_base"]
        made.append(data)
    for by in get_args(chain_types.GroupBy):
        data = _chains()[0]
        data["cap"] = [{"by": by, "most": 1}, {"by": by, "most": 1, "value": "甲"}]
        data["stage"][1]["promote"] = {"top": 3, "at_cut": "extend"}
        data["stage"][1]["second_mean"] = False
        data["rounding"]["when"] = "final"
        data["line"] = [{"of": "stage:second", "least": 1}]
        data["adjust"][0]["points"] = "1"
        data["publication"] = {"backfill": True, "workdays": 5}
        made.append(data)
    return made


CONVERSIONS: dict[str, dict[str, Any]] = {
    "max_ratio": {"full": 100},
    "share": {"full": 100},
    "rank_points": {"points": ["10", "5"]},
    "reference_only": {},
}


if __name__ == "__main__":  # writes the golden file anew; read the difference
    print(default_in_words(), end="")
