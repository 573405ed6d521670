"""Slates that change, judges on paper: error code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "E-AMEND-BALLOTS": (
        "评委 {judges} 已在本机提交评分表，打的是现在的案例，不能再改案例。确要更改，请先用 pingxuan reopen 退回。",
        "Judges {judges} have submitted on this computer for the cases as they are. To change a case, send their ballots back first with pingxuan reopen.",
    ),
    "E-AMEND-BOTH": (
        "这个案例既在文件里，又要去掉。请只留一样。",
        "This case is in the file and to be taken off as well. Ask for one of the two.",
    ),
    "E-AMEND-NOTHING": (
        "请写明更正后的文件，或用 --remove 写明要去掉的案例编号。",
        "Name the file with the corrected cases, or the cases to take off with --remove.",
    ),
    "E-PAPER-SAME": (
        "录入和核对必须是两个人，{name} 已经录入过这张打分表。请换一个人核对。",
        "Two different people enter and check; {name} has entered marks of this sheet. Let somebody else check.",
    ),
    "E-PAPER-NAME": (
        "请写明经手人的姓名。",
        "Say who you are: the name goes into the log.",
    ),
    "E-PAPER-NOTHING": (
        "评委 {judge} 的纸质打分表还没有录入。请先运行 pingxuan paper enter {judge}。",
        "Nothing of the paper sheet of judge {judge} is entered yet. Run pingxuan paper enter {judge} first.",
    ),
    "E-PAPER-DONE": (
        "评委 {judge} 的评分表已经有了（回执 {receipt}）。要更改，请先用 pingxuan reopen {judge} 退回。",
        "There is a ballot of judge {judge} already (receipt {receipt}). To change it, send it back first with pingxuan reopen {judge}.",
    ),
    "E-PAPER-STALE": (
        "案例 {case} 在录入之后又改过，不能核对。请按新的录入再核对。",
        "Case {case} was entered anew meanwhile. Check what is entered now.",
    ),
    "E-PAPER-CELLS": (
        "案例 {case} 没有录全，或写了不认识的指标。每个指标都要有分数。",
        "Case {case} is not entered whole, or has a criterion that is not in the rules. Every criterion needs its mark.",
    ),
    "E-COPYPLACE": (
        "没有文件夹 {path}。请检查U盘是否插好，再输入一遍。",
        "There is no folder {path}. See whether the stick is in, and type it again.",
    ),
    "E-COPYDIFFERS": (
        "存到 {path} 的文件读回来不一样，U盘可能有问题。请换一个U盘再存。",
        "The file written to {path} reads back differently: the stick may be bad. Use another one.",
    ),
    "E-ATTACHLEFT": (
        "附件“{name}”太大，没有装进评审包。请向秘书要这个文件。",
        "The attachment `{name}` was too large for the packet. Ask the secretary for the file.",
    ),
}
