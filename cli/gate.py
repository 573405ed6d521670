"""Who may come in by the browser: a one-time link, then a cookie; our own address only.

Pure decisions on what a request says. Nothing here knows a web server. What this does not
protect is in docs/serve.md.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from typing import Literal

COOKIE = "pingxuan"
TOKEN_BYTES = 24
ENTER, SOCKET, STATIC = "/enter", "/ws", "/static"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; "
        "style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; "
        "frame-ancestors 'none'; form-action 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

Answer = Literal["pass", "enter", "no_token", "no_cookie", "wrong_host", "wrong_origin", "full",
                 "not_there"]  # fmt: skip
STATUS: Mapping[Answer, int] = {
    "no_token": 403, "no_cookie": 403, "wrong_host": 403, "wrong_origin": 403, "full": 503,
    "not_there": 404,
}  # fmt: skip


def new_secret() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


@dataclass
class Gate:
    """`address` is host:port as the browser has it. `most` connections may be open at a time.

    The link lets in once: the first browser that follows it gets the cookie, a second one
    nothing. `open` counts the connections that are there.
    """

    address: str
    most: int
    token: str = field(default_factory=new_secret)
    cookie: str = field(default_factory=new_secret)
    used: bool = False
    open: int = 0

    @property
    def origin(self) -> str:
        return f"http://{self.address}"

    @property
    def link(self) -> str:
        """What is given to the one who may come in."""
        return f"{self.origin}{ENTER}?token={self.token}"

    def judge(self, path: str, token: str, headers: Mapping[str, str]) -> Answer:
        """What becomes of a request. `headers` by lower-case names."""
        if headers.get("host", "") != self.address:
            return "wrong_host"  # another name for this machine: somebody else's page asks
        if path == ENTER:
            return self._enter(token)
        if not self._has_cookie(headers.get("cookie", "")):
            return "no_cookie"
        if path == SOCKET:
            return self._connect(headers.get("origin", ""))
        if path.startswith(STATIC) and path.endswith(("/", STATIC)):
            return "not_there"  # no list of files
        return "pass"

    def _enter(self, token: str) -> Answer:
        if self.used or not compare_digest(token.encode(), self.token.encode()):
            return "no_token"
        self.used = True
        return "enter"

    def _has_cookie(self, header: str) -> bool:
        try:
            found = SimpleCookie(header).get(COOKIE)
        except CookieError:
            return False
        return found is not None and compare_digest(found.value.encode(), self.cookie.encode())

    def _connect(self, origin: str) -> Answer:
        if origin != self.origin:
            return "wrong_origin"
        return "full" if self.open >= self.most else "pass"
