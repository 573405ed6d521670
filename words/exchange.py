"""Error sentences of the files that cross: code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {}
