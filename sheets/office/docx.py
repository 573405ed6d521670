"""A letter from its template: filled in by a sandbox that knows no code, no files, no loops
but those over the data; the same bytes each time, with nobody's name in the properties.
"""

from __future__ import annotations

import io
import re
import zipfile
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from files.archives import check_zip
from files.reading import read_bounded
from sheets.office.docx_templates import standard
from sheets.office.libraries import library
from words import Bad
from words.text import clean_line

LIMIT = 8 * 2**20
"""Bytes of the largest template that is read."""
FIXED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
UNLIMITED = 2**20
"""Twentieths of a point: wider than any page."""
ZIP_DATE = (2000, 1, 1, 0, 0, 0)
FILTERS = ("default", "escape", "e", "first", "join", "last", "length", "lower", "trim", "upper")
"""What a template may do to a value: nothing that could grow without end."""
WIDE_TAG = re.compile("｛[｛{%％]|[{][｛％]|[％%}]｝|｝[｝}]|％[}]")
"""Double braces typed with a Chinese input method; they would be printed, not filled in."""


def write_letter(
    name: str, lang: str, content: Mapping[str, object], templates: Path | None = None
) -> bytes:
    """The letter `name`. The secretary's own template is used where `templates` has one,
    `announcement-zh.docx` before `announcement.docx`.

    Raises E-NOLIBRARY, E-TEMPLATE with what is wrong in an own template, or what reading does.
    """
    own = own_template(name, lang, templates)
    data = standard(name, lang) if own is None else _read_own(own)
    where = "" if own is None else clean_line(own.name)
    return _filled(data, content, where)


def own_template(name: str, lang: str, folder: Path | None) -> Path | None:
    """The secretary's template of a letter, if there is one."""
    if folder is None:
        return None
    names = (f"{name}-{lang}.docx", f"{name}.docx")
    return next((folder / each for each in names if (folder / each).is_file()), None)


def _read_own(path: Path) -> bytes:
    """A template somebody made: bounded, no bomb, nothing loaded from elsewhere."""
    data = read_bounded(path, LIMIT)
    where = clean_line(path.name)
    check_zip(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            if part.endswith(".rels") and _loads_outside(archive.read(part)):
                raise Bad("E-TEMPLATELINK", where)
            if part.startswith("word/") and part.endswith(".xml"):
                _refuse_wide_tags(archive.read(part).decode("utf-8", "replace"), where)
    return data


def _loads_outside(relations: bytes) -> bool:
    """Whether a part loads anything from outside the file; a link to click on is none."""
    for tag in re.findall(rb"<Relationship [^>]*>", relations):
        if b'TargetMode="External"' in tag and b"/hyperlink" not in tag:
            return True
    return False


def _refuse_wide_tags(xml: str, where: str) -> None:
    for paragraph in xml.split("</w:p>"):
        found = WIDE_TAG.search(re.sub(r"<[^>]*>", "", paragraph))
        if found:
            raise Bad("E-TEMPLATEBRACE", where, found=found.group())


def _filled(data: bytes, content: Mapping[str, object], where: str) -> bytes:
    docxtpl, jinja2 = library("docxtpl", "secretary"), library("jinja2", "secretary")
    try:
        template = docxtpl.DocxTemplate(io.BytesIO(data))
        template.render(_literal(content), _environment(), autoescape=True)
    except jinja2.TemplateError as error:
        why = clean_line(str(error.message or type(error).__name__))[:200]
        raise Bad("E-TEMPLATE", where, why=why) from None
    except (KeyError, ValueError, TypeError, AttributeError):
        raise Bad("E-TEMPLATE", where, why="docx") from None
    out = io.BytesIO()
    _fit_grids(template.docx.element.body)
    _anonymous(template.docx.core_properties)
    template.docx.save(out)
    return repacked(out.getvalue())


def _environment() -> Any:
    """Strict and sandboxed: no globals, few filters, no arithmetic that could fill the memory."""
    jinja2 = library("jinja2", "secretary")
    sandbox = library("jinja2.sandbox", "secretary")

    class Sandbox(sandbox.ImmutableSandboxedEnvironment):  # type: ignore[misc,name-defined]
        intercepted_binops = frozenset(("*", "**", "%"))

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            raise jinja2.sandbox.SecurityError(operator)

    environment = Sandbox(autoescape=True, undefined=jinja2.StrictUndefined)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    return environment


def _literal(value: object) -> Any:
    """The data with every text escaped, also from what docxtpl takes for tags of its own."""
    if isinstance(value, Mapping):
        return {key: _literal(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_literal(part) for part in value]
    if isinstance(value, str):
        markupsafe = library("markupsafe", "secretary")
        return markupsafe.Markup(str(markupsafe.escape(clean_line(value))).replace("_", "&#95;"))
    return value


def _fit_grids(body: Any) -> None:
    """Columns as wide as their cells say: where a template repeats a column, docxtpl makes all
    columns narrower alike. Too many of them for the page take room from the widest.
    """
    qn = library("docx.oxml.ns", "secretary").qn
    width, limit = qn("w:w"), _between_margins(body, qn)
    for table in body.iter(qn("w:tbl")):
        columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
        rows = [_widths_of(row, qn) for row in table.iter(qn("w:tr"))]
        whole = [row for row in rows if len(row) == len(columns) and None not in row]
        if whole:
            level = _level([int(cell.get(width)) for cell in whole[0]], limit)
            for line in (*whole, columns):
                for one, cell in zip(line, whole[0], strict=True):
                    one.set(width, str(min(int(cell.get(width)), level)))


def _widths_of(row: Any, qn: Any) -> list[Any]:
    return [cell.find(f".//{qn('w:tcW')}") for cell in row.findall(qn("w:tc"))]


def _between_margins(body: Any, qn: Any) -> int:
    """The width for text, in twentieths of a point; no limit where a template names none."""
    margins, page = (body.find(f".//{qn(f'w:{name}')}") for name in ("pgMar", "pgSz"))
    if margins is None or page is None:
        return UNLIMITED
    sides = sum(int(margins.get(qn(f"w:{side}"), 0)) for side in ("left", "right"))
    return int(page.get(qn("w:w"), UNLIMITED)) - sides


def _level(widths: Sequence[int], limit: int) -> int:
    """The greatest width no column may pass, so that all together do not pass the limit."""
    levels = range(limit + 1)
    return bisect_right(levels, limit, key=lambda one: sum(min(w, one) for w in widths)) - 1


def _anonymous(properties: Any) -> None:
    """No author, no one who saved it last, one fixed date."""
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category"):
        setattr(properties, name, "")
    properties.created = properties.modified = FIXED
    properties.revision = 1


def repacked(data: bytes) -> bytes:
    """The same parts in a fixed order with a fixed date."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed,
    ):
        for name in sorted(archive.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0
            entry.create_system = 0  # else it says which system wrote it
            fixed.writestr(entry, archive.read(name))
    return out.getvalue()
