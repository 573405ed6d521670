"""Everything the program says, in Chinese and English, and how foreign text is made safe to show.

`say("rank.done", number=1)` gives the sentence in the language set with `use()`.
The sentences lie in the modules of this package, one per area, each a table
`WORDS = {id: (Chinese, English)}`; the part of the id before the first dot names the
module (`rank.done` is in `words/rank.py`), error codes (`E-...`) are looked up in
`words/errors.py` and in `words/exchange.py`.

This package imports nothing of ours and nothing heavy, so that every layer may use it.
"""

from __future__ import annotations

from words.catalog import Bad, Problem, entry, language, pick, say, sentence, use

__all__ = ["Bad", "Problem", "entry", "language", "pick", "say", "sentence", "use"]
