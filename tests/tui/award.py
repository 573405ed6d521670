# ruff: noqa: E501, SIM905
"""The award of the mock-ups: forty cases, four criteria, one judge half way through."""

from __future__ import annotations

from db.records import Judge, Nomination
from scoring.cells import Cell, State
from scoring.rules import (
    Aggregation,
    Announce,
    Criterion,
    Level,
    Missing,
    Rounding,
    Rules,
    Scale,
    ScoreStage,
    Text,
)
from tests.tui.fake_desk import FakeDesk

NAME = Text("2025年度优秀案例评审", "Case Award 2025")
DEADLINE = "6月30日 18:00"
JUDGE = Judge("J01", "王建国", "市人民医院")
SCALE = Scale(0, 1000, 5)


def _levels(*texts: str) -> tuple[Level, ...]:
    return tuple(Level(s * 10, Text(t)) for s, t in zip((90, 80, 70, 60, 0), texts, strict=True))


CRITERIA = (
    Criterion(
        "innovation", Text("创新性", "Innovation"), 30, SCALE,
        Text("与同类做法相比，方法是否有实质改进", "Is the method a real improvement?"),
        _levels("机制首创", "方法有明显改进", "有改进，多为沿用", "改进不明显", "没有新意"),
    ),
    Criterion(
        "feasible", Text("可行性", "Feasibility"), 25, SCALE,
        Text("人力、经费、制度能否长期维持", "Can it be kept up?"),
        _levels("不需额外投入即可维持", "少量投入可维持", "需要专门人员维持", "依赖专项经费", "难以维持"),
    ),
    Criterion("effect", Text("成效", "Effect"), 25, SCALE, Text("成效是否有数据、有对比、可核实", "Are the effects measured?")),
    Criterion("spread", Text("示范推广", "Replicability"), 20, SCALE, Text("其他单位能否照做", "Can others do it?"), optional=True),
)  # fmt: skip
RULES = Rules(
    award="award-1",
    name=NAME,
    stages=(
        ScoreStage(
            "main", Text("评审", "Main"), CRITERIA, 1, 0,
            Aggregation("trimmed_mean", 1, 1, 5), Missing("exclude", 3),
        ),
    ),
    rounding=Rounding("half_up", 1, "every_stage"),
    rank_exact=False,
    ties=(),
    shared="skip",
    tiers=(),
    announce=Announce(Text("公告"), "rank", (), "in_order"),
    recusal_reasons=(
        Text("我或家人在申报单位工作", "I or a family member work for the unit"),
        Text("我参与过该项目", "I took part in the project"),
        Text("与申报人有亲属、师生或合作关系", "I am related to an applicant"),
    ),
)  # fmt: skip

BODY = tuple(
    """一、项目背景
本项目由青山社区卫生服务中心牵头，联合三家村卫生室，围绕高血压、糖尿病管理开展线上随访。服务开展前，辖区慢病规范管理率为 61%，低于全市平均水平。居民反映主要困难是复诊排队时间长、取药不便、医嘱听不懂。
二、主要做法
1. 建立一人一档，家庭医生每两周电话或视频随访一次；
2. 村卫生室配备自助血压计，数据自动上传，异常值 30 分钟内回访；
3. 用药调整由上级医院医师审核，全程留痕，可追溯。
三、成效
截至 2025 年 6 月，累计服务患者 12,345 人次，规范管理率升至 84.6%，血压控制达标率由 48% 升至 67%。患者年均往返医院次数由 9.2 次降至 4.1 次。第三方满意度调查 98.6 分（样本 420 份）。
四、推广情况
已在本市 6 个街道推广；外省 2 个地区来访学习，其中 1 个地区已签订合作协议。推广成本主要为自助血压计采购（每台约 1,800 元）和随访人员培训（每人 2 天）。
五、存在问题
部分高龄患者不会使用智能手机，仍需上门服务；数据平台与市级系统尚未完全对接，存在重复录入。""".split(
        "\n"
    )
)
_TITLES = """多学科联合诊疗模式创新实践 市人民医院
老年人居家安全改造工程 青山街道
村级河道巡查数字化平台 水务局
社区食堂可持续运营机制 和平社区
中小学心理健康三级干预 教育局
园区废水零排放改造 绿源公司
基层慢病管理互联网随访服务 青山社区卫生服务中心
非遗技艺进校园课程体系 文化馆
政务服务一件事一次办 行政审批局
残疾人辅助就业工坊 残联
乡村道路智能养护 交通局
图书馆夜间自助服务 市图书馆
应急志愿者培训网络 应急局
果园减药增效示范 农科所
历史街区消防联防 老城街道
儿童友好公交线路 公交集团
企业碳账户试点 发改委
中医药适宜技术推广 中医院""".split("\n")


def nominations(count: int = 40) -> tuple[Nomination, ...]:
    made = []
    for i in range(count):
        title, unit = _TITLES[i % len(_TITLES)].split(" ")
        made.append(Nomination(f"{i + 1:03}", title, unit, "服务创新", "市级", "", BODY))
    return tuple(made)


SCORED = {
    "001": (880, 850, 870, 850),
    "002": (780, 800, 800, 780),
    "003": (940, 900, 920, 880),
    "004": (820, 860, 840, 810),
    "006": (900, 860, 900, 850),
    "007": (850, 780),
}


def score(desk: FakeDesk, case: str, points: tuple[int, ...]) -> None:
    for criterion, value in zip(CRITERIA, points, strict=False):
        desk.set_cell(case, criterion.key, Cell(State.SCORED, value))


def desk(count: int = 40) -> FakeDesk:
    """The judge of the mock-ups, half way through."""
    made = FakeDesk(RULES, nominations(count), JUDGE)
    for case, points in SCORED.items():
        score(made, case, points)
    made.recuse("005", "我或家人在申报单位工作")
    made.set_doubt("003", True)
    made.set_comment("007", "做法扎实，数据较完整；建议补充成本测算。")
    made.last_case = "007"
    return made


def finished(count: int = 18) -> FakeDesk:
    """The same judge with every case scored, two of them alike and one mistyped."""
    made = desk(count)
    values = [(880 - 10 * (i % 9), 840, 820 + 5 * (i % 5), 800) for i in range(count)]
    for case, points in zip(made.cases, values, strict=True):
        if case.number not in SCORED and case.number != "005":
            score(made, case.number, points)
    score(made, "007", (850, 780, 800, 790))
    score(made, "014", (300, 760, 720, 700))
    score(made, "012", (800, 840, 820, 800))
    score(made, "016", (850, 800, 800, 800))
    return made
