"""Pages from their templates: escaped, strict, with a policy that lets nothing load or run."""

from __future__ import annotations

import base64
from hashlib import sha256
from importlib.resources import files
from typing import Any

from sheets.office.libraries import library


def page_of(template: str, content: dict[str, Any]) -> bytes:
    """The page of a template beside this module. Raises E-NOLIBRARY."""
    jinja2 = library("jinja2", "secretary")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    style = files(__package__).joinpath("report.css").read_text("utf-8")
    source = files(__package__).joinpath(template).read_text("utf-8")
    made: str = environment.from_string(source).render(
        **content, css=finished(style), policy=_policy(style)
    )
    return made.encode("utf-8")


def finished(markup: str) -> Any:
    """Our own markup, not to be escaped again."""
    return library("markupsafe", "secretary").Markup(markup)


def _policy(style: str) -> str:
    """Nothing is loaded and nothing runs; the one style sheet is named by its hash."""
    digest = base64.b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
