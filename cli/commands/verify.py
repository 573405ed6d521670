"""`pingxuan verify BUNDLE`: work everything out again and say what held."""

from __future__ import annotations

from pathlib import Path

import click

from award.folder import DATABASE, opened
from award.verify import run, text_of
from award.verifying_bundle import COULD_NOT_RUN, Line, exit_code
from cli import speaking
from cli.options import PATH, json_option
from cli.output import say_lines, show, show_json, talk
from words import Bad, say, sentence


@speaking.command("verify")
@click.argument("bundle", type=PATH, metavar="BUNDLE")
@click.option("--receipt", metavar="CODE", default="", help=say("cli.opt.own_receipt"))
@click.option("--head", metavar="HEAD", default="", help=say("cli.opt.head"))
@click.option("--digest", "digests", metavar="DIGEST", multiple=True, help=say("cli.opt.digest"))
@json_option
def command(bundle: Path, receipt: str, head: str, digests: tuple[str, ...], as_json: bool) -> int:
    try:
        lines = _lines(bundle, receipt, head, digests)
    except Bad as bad:
        say_lines(map(sentence, bad.problems))
        return COULD_NOT_RUN
    code = exit_code(lines)
    if as_json:
        show_json([{"verdict": x.verdict, "key": x.key, **x.params} for x in lines])
    else:
        show(map(text_of, lines))
        talk(f"verify.exit.{code}")
    return code


def _lines(bundle: Path, receipt: str, head: str, digests: tuple[str, ...]) -> list[Line]:
    if not (bundle / DATABASE).exists():
        return run(bundle, receipt, head, digests)
    from award.verifying_folder import verify_folder

    with opened(bundle, readonly=True) as award:
        return verify_folder(award, head)
