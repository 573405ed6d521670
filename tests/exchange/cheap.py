"""The program with cheap locks, for tests that run it as a process: `-m tests.exchange.cheap`.

Only what is locked here becomes cheap; a lock says itself what it cost, so everything opens.
"""

from __future__ import annotations

import sys

from cli.main import run
from exchange import crypto
from tests.exchange.helpers import CHEAP

crypto.PASSPHRASE_COST = crypto.CODE_COST = CHEAP

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
