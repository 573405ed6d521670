"""Reading what units send: 100,000 rows of a workbook in every way, and 1,000 Word forms.

Each in a process of its own, for honest memory: the most that it and the process that reads for
it held at one time.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from bench._rows import Row

ROWS = 100_000
FORMS = 1_000
HEAD = ("编号", "案例名称", "参评单位", "系统", "层级", "地区", "正文")
READ = """
import json, resource, sys, time
from pathlib import Path
from sheets import xlsx_table
from sheets.intake import read_nominations
if sys.argv[2] == "slow":
    xlsx_table.FROM = 1 << 40
start = time.perf_counter()
seen = []
preview = read_nominations([Path(sys.argv[1])], progress=seen.append)
took = time.perf_counter() - start
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
work = sum(one.ru_utime + one.ru_stime for one in used)
print(json.dumps([took, work, len(preview.rows), len(preview.problems), len(seen)]))
"""


def run() -> list[Row]:
    if find_spec("xlsxwriter") is None or find_spec("python_calamine") is None:
        return [Row("not measured", note="xlsxwriter or python-calamine is missing")]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        book, plain, forms = folder / "a.xlsx", folder / "a.csv", folder / "forms"
        _book(book)
        _csv(plain)
        _forms(forms)
        return [
            _row("100,000 rows of XLSX, nothing but values", book, ROWS),
            _row("the same, every cell looked at", book, ROWS, "slow"),
            _row("100,000 rows of CSV", plain, ROWS),
            _row("1,000 Word forms in a folder", forms, FORMS),
        ]


def _row(name: str, path: Path, expected: int, how: str = "fast") -> Row:
    command = [sys.executable, "-c", READ, str(path), how]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    most = 0
    while process.poll() is None:
        most = max(most, _resident(process.pid))
        time.sleep(0.02)
    assert process.stdout
    seconds, work, count, problems, told = json.loads(process.stdout.read())
    assert (count, problems) == (expected, 0), f"{name}: {count} rows, {problems} problems"
    note = f"{work:.2f} s of processor; progress told {told} times"
    return Row(name, seconds, megabytes=most / 1024, note=note)


def _resident(pid: int) -> int:
    """KiB in memory of a process and its children together, where the system says (Linux)."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0
    own = re.search(r"VmRSS:\s+(\d+)", status)
    return (int(own[1]) if own else 0) + sum(_resident(int(child)) for child in children)


def _cells(n: int) -> tuple[str, ...]:
    body = f"案例{n}的正文，说明做法与成效。\n第二段。" * 3
    return (
        f"{n:06d}",
        f"第{n}号案例：基层治理创新实践",
        f"第{n % 300}人民法院",
        "法院",
        "市级",
        "唐山市",
        body,
    )


def _book(path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("申报")
        sheet.write_row(0, 0, HEAD)
        for n in range(1, ROWS + 1):
            sheet.write_row(n, 0, _cells(n))


def _csv(path: Path) -> None:
    import csv

    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *(_cells(n) for n in range(1, ROWS + 1))])


def _forms(folder: Path) -> None:
    """A form saved by Word's own library, its values put in for each case."""
    import docx

    document = docx.Document()
    table = document.add_table(rows=0, cols=4)
    for label, value, other, more in (
        ("编号", "NUMBER", "系统", "法院"),
        ("案例名称", "TITLE", "地区", "唐山市"),
        ("参评单位（盖章）", "UNIT", "联系人", "张三"),
        ("主要事迹", "BODY", "", ""),
    ):
        for cell, text in zip(table.add_row().cells, (label, value, other, more), strict=True):
            cell.text = text
    made = io.BytesIO()
    document.save(made)
    folder.mkdir()
    for n in range(1, FORMS + 1):
        number, title, unit, *_, body = _cells(n)
        values = {"NUMBER": number, "TITLE": title, "UNIT": unit, "BODY": body * 20}
        (folder / f"{n}.docx").write_bytes(_filled(made.getvalue(), values))


def _filled(data: bytes, values: dict[str, str]) -> bytes:
    def put(text: bytes) -> bytes:
        for name, value in values.items():
            text = text.replace(name.encode(), value.replace("\n", "").encode())
        return text

    return _rewritten(data, "word/document.xml", put)


def _rewritten(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return out.getvalue()
