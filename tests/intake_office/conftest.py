"""Makers of office files: Word XML by hand, workbooks by other programs where they are there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

import words
from tests import libreoffice

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{OOXML}"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


@pytest.fixture(autouse=True)
def english():
    words.use("en")


def p(text: str = "", inside: str = "") -> str:
    """A paragraph with one run, and raw XML after it."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{run}{inside}</w:p>"


def tc(*content: str, span: int = 1, merge: str = "") -> str:
    """A cell; `content` is text or raw XML; `merge` is `restart` or `continue`."""
    props = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    props += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    inside = "".join(c if c.startswith("<") else p(c) for c in content) or p()
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, props: str = "") -> str:
    """A row; plain texts become cells."""
    made = "".join(cell if cell.startswith("<w:tc") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{props}</w:trPr>{made}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def docx(*body: str, parts: dict[str, str] | None = None) -> bytes:
    """A Word file with this body and further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("[Content_Types].xml", TYPES)
        new.writestr("_rels/.rels", RELATIONS)
        whole = f"<w:document {W} {MC}><w:body>{''.join(body)}</w:body></w:document>"
        new.writestr("word/document.xml", whole)
        for name, content in (parts or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def form(number: str = "001", title: str = "甲案", unit: str = "某院") -> str:
    """A form as offices draw it: four columns, merged cells, hints in brackets."""
    return tbl(
        tr("编 号", number, "所属系统", "法院"),
        tr("案例名称", tc(title, span=3)),
        tr("参评单位（盖章）", unit, "联系人", "张三"),
        tr(tc("主要事迹", "（限2000字）"), tc("第一段。", "第二段。", span=3)),
    )


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def make(data: bytes | str, name: str = "file.dat") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        return path

    return make


@pytest.fixture(scope="session")
def office() -> Callable[[Path, str], Path]:
    """Have LibreOffice save a file as another kind; skip with a sentence where it is missing."""

    def convert(source: Path, kind: str) -> Path:
        if libreoffice.PROGRAM is None:
            pytest.skip("LibreOffice (soffice) is not installed: its files cannot be made here")
        options = ["--infilter=CSV:44,34,76,1"] if source.suffix == ".csv" else []
        return libreoffice.converted([source], kind, source.parent, *options)[0]

    return convert
