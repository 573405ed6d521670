"""The screens in a browser: textual-serve behind our gate, on this machine only."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from cli.gate import COOKIE, ENTER, HEADERS, SOCKET, STATUS, Answer, Gate
from words import Bad, say

LOOPBACK = "127.0.0.1"
SECRETS = (
    "PINGXUAN_PASSPHRASE", "PINGXUAN_CHAIR_PASSPHRASE", "PINGXUAN_RECOVERY", "PINGXUAN_CODE",
)  # fmt: skip
WEB = Path(__file__).parent / "web"
Handler = Callable[[Any], Awaitable[Any]]


def application(command: Sequence[str], gate: Gate, port: int) -> Any:
    """The web application: textual-serve's, with our page and the gate before everything.

    Raises E-NOSERVE where the extra is not installed.
    """
    try:
        from aiohttp import web
        from textual_serve.server import Server
    except ImportError:
        raise Bad("E-NOSERVE") from None

    base: Any = Server  # whether the package has types depends on its version

    class Gated(base):  # type: ignore[misc]
        """Their routes, ours in front; nothing is printed and no address is logged."""

        async def _make_app(self) -> Any:
            app = await super()._make_app()
            app.middlewares.append(web.middleware(_before(gate, web)))
            app.router.add_get(ENTER, _nothing)
            return app

        async def on_startup(self, app: Any) -> None:
            return None

    server = Gated(
        shell_line(command),
        host=LOOPBACK,
        port=port,
        title="Pingxuan",
        public_url=gate.origin,
        templates_path=str(WEB),
    )
    return server._make_app()


async def _nothing(_request: Any) -> Any:
    """Never reached: the gate answers this address itself."""
    raise NotImplementedError


def _before(gate: Gate, web: Any) -> Callable[[Any, Handler], Awaitable[Any]]:
    async def before(request: Any, handler: Handler) -> Any:
        headers = {name.lower(): value for name, value in request.headers.items()}
        answer = gate.judge(request.path, request.query.get("token", ""), headers)
        if answer == "enter":
            return _welcome(gate, web)
        if answer != "pass":
            return _refused(answer, web)
        if request.path != SOCKET:
            response = await handler(request)
            response.headers.update(HEADERS)
            return response
        gate.open += 1
        try:
            return await handler(request)
        finally:
            gate.open -= 1

    return before


def _welcome(gate: Gate, web: Any) -> Any:
    response = web.Response(status=302, headers={"Location": "/", **HEADERS})
    response.set_cookie(COOKIE, gate.cookie, httponly=True, samesite="Strict", path="/")
    return response


def _refused(answer: Answer, web: Any) -> Any:
    return web.Response(status=STATUS[answer], text=say(f"serve.{answer}"), headers=HEADERS)


def shell_line(command: Sequence[str]) -> str:
    """textual-serve gives its command to a shell: every word is quoted for that."""
    return subprocess.list2cmdline(command) if os.name == "nt" else shlex.join(command)


def serve(command: Sequence[str], port: int, most: int, tell: Callable[[Gate], object]) -> None:
    """Serve until Ctrl+C. Raises E-NOSERVE, E-PORT."""
    gate = Gate(f"{LOOPBACK}:{port}", most)
    app = application(command, gate, port)
    for name in SECRETS:  # what the shell knew is not for the processes of a browser
        os.environ.pop(name, None)
    from aiohttp import web

    tell(gate)
    try:
        web.run_app(app, host=LOOPBACK, port=port, access_log=None, print=None)
    except OSError as error:
        raise Bad("E-PORT", port=port, why=error.strerror or "") from None


def own_command(*words: str) -> list[str]:
    """This program again, for the process behind one browser window."""
    return [sys.executable, "-m", "cli.main", *words]
