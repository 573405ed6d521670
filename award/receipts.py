"""The receipt of a submitted ballot as a page to print: it names no case and no score."""

from __future__ import annotations

from html import escape
from pathlib import Path

from award.folder import Award
from db.receipts import format_receipt
from db.records import Ballot
from files.writing import write_atomic
from words import language, pick, say

PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<style>
  body {{ font: 16pt/1.7 "SimSun", "Noto Serif CJK SC", serif; margin: 3cm 2.5cm; }}
  h1 {{ font-size: 22pt; }} td {{ padding: .2em 1.5em .2em 0; vertical-align: top; }}
  .code {{ font: 24pt monospace; letter-spacing: .08em; }}
</style></head>
<body><h1>{title}</h1><table>
{rows}
</table><p>{keep}</p></body></html>
"""


def save_receipt(award: Award, ballot: Ballot) -> Path:
    """Write the page into the award folder's receipts/ and return where it is.

    The file is named from ids only; the same receipt again gives the same bytes.
    """
    path = award.folder / "receipts" / f"receipt-{ballot.judge}-{ballot.revision}.html"
    path.parent.mkdir(exist_ok=True)
    write_atomic(path, receipt_page(award, ballot).encode("utf-8"), overwrite=True)
    return path


def receipt_page(award: Award, ballot: Ballot) -> str:
    """The page; every value is escaped."""
    name = award.rules.name
    facts = {
        "award": pick((name.zh, name.en)),
        "judge": f"{award.store.judge(ballot.judge).name} ({ballot.judge})",
        "revision": str(ballot.revision),
        "at": ballot.at,
        "digest": ballot.digest,
    }
    rows = [
        f"<tr><td>{say(f'receipt.{key}')}</td><td>{escape(value)}</td></tr>"
        for key, value in facts.items()
    ]
    code = format_receipt(ballot.receipt)
    rows.insert(1, f'<tr><td>{say("receipt.code")}</td><td class="code">{code}</td></tr>')
    return PAGE.format(
        lang="zh-CN" if language() == "zh" else "en",
        title=say("receipt.title"),
        rows="\n".join(rows),
        keep=say("receipt.keep"),
    )
