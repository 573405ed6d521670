"""`pingxuan check`: the rules in words, or every mistake in them."""

from __future__ import annotations

from pathlib import Path

from award.folder import CONFIG, opened
from award.rules_words import rules_in_words
from award.strangers import refuse_strangers
from cli import speaking
from cli.options import award_option
from cli.output import show, talk
from words import language, say


@speaking.command("check")
@award_option
def command(folder: Path) -> None:
    with opened(folder, readonly=True) as award:
        mode = say(f"letter.mode.{award.rules_file.exchange.mode}")
        show([*rules_in_words(award.rules, language()), say("cli.check.mode", mode=mode)])
        if award.store.judges():
            refuse_strangers(award)
        talk("cli.check.good", path=folder / CONFIG, digest=award.rules_file.digest[:12])
