"""Keys, values and little measures that the tests of the exchange format share."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import strategies as st

from exchange.crypto import Cost, Ed25519Checker, Ed25519Signer
from words import Bad

CHEAP = Cost(1, 8192)
SIGNER = Ed25519Signer(bytes(range(32)))
CHECKER = Ed25519Checker(SIGNER.public)

SCALARS = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


@contextmanager
def refused(code: str, where: str | None = None) -> Iterator[pytest.ExceptionInfo[Bad]]:
    """The block must raise Bad with this code, and the place if one is named."""
    with pytest.raises(Bad) as caught:
        yield caught
    assert caught.value.code == code
    if where is not None:
        assert caught.value.problems[0].where == where
