"""Error sentences of one part: code -> (Chinese, English)."""

WORDS: dict[str, tuple[str, str]] = {}
