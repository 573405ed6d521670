"""The digest of a committee's rules: a ballot says under which rules it was given."""

from __future__ import annotations

from dataclasses import asdict

from files import canonical
from scoring.rules import Rules

_ONLY_SHOWN = ("announce", "deadline")  # they decide no medal, and may change after the voting


def digest_of(rules: Rules) -> str:
    """Over everything that decides a medal, and every wording a judge reads while scoring."""
    deciding = {key: value for key, value in asdict(rules).items() if key not in _ONLY_SHOWN}
    return canonical.digest("rules", canonical.dumps(_plain(deciding)))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value
