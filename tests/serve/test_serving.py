"""The gate before a real web server, a real socket, a real browser. Needs the extra `serve`."""

from __future__ import annotations

import asyncio
import gc
import json
import shutil
import socket
import subprocess
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from award.demo import build
from cli.gate import Gate
from cli.serving import application, own_command

aiohttp = pytest.importorskip("aiohttp")
web = pytest.importorskip("aiohttp.web")
pytest.importorskip("textual_serve")
# The package leaves the pipes of a process that has ended to the garbage collector.
pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"
)
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def award(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("serve") / "demo").award


@pytest.fixture
def who() -> str:
    return "secretary"


@pytest.fixture
def words(award: Path, who: str) -> tuple[str, ...]:
    """What runs behind the window, as `serve` and `serve --judge` start it."""
    what = ("score", "--judge", "J01") if who == "judge" else ("desk",)
    return (*what, "-C", str(award))


@pytest_asyncio.fixture
async def gate(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Gate]:
    settings = tmp_path / "pingxuan" / "screens.json"
    settings.parent.mkdir()
    settings.write_text('{"ruler": "1"}', encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    port = free_port()
    one = Gate(f"127.0.0.1:{port}", 1)
    command = own_command(*words, "--lang", "en")
    runner = web.AppRunner(await application(command, one, port), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield one
    await closed(one)
    await runner.cleanup()
    await ended()
    gc.collect()


async def ended() -> None:
    """The processes behind the windows have gone, and the loop has heard of it: what it does not
    hear would be complained of at the very end of a run, as a failure of the whole.
    """
    for _ in range(400):
        if not any(one.name.startswith("asyncio-waitpid") for one in threading.enumerate()):
            break
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.05)


async def closed(gate: Gate) -> None:
    """Every window has gone, and the process behind it."""
    for _ in range(100):
        if not gate.open:
            return
        await asyncio.sleep(0.1)


async def entered(gate: Gate) -> Any:
    jar = aiohttp.CookieJar(unsafe=True)
    session = aiohttp.ClientSession(cookie_jar=jar)
    async with session.get(gate.link) as answer:
        assert answer.status == 200
        assert "data-session-websocket-url" in await answer.text()
        assert "http://" not in (await answer.text()).replace(gate.origin, "")
    return session


async def test_the_link_opens_the_page_and_only_once(gate: Gate) -> None:
    session = await entered(gate)
    async with session.get(f"{gate.origin}/") as answer:
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    async with session.get(f"{gate.origin}/static/") as answer:
        assert answer.status == 404
    await session.close()
    async with aiohttp.ClientSession() as stranger, stranger.get(gate.link) as answer:
        assert answer.status == 403


async def test_a_stranger_and_a_stranger_s_page_get_no_socket(gate: Gate) -> None:
    session = await entered(gate)
    for origin in ("http://evil.example", "null"):
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(f"{gate.origin}/ws", headers={"Origin": origin})
    await session.close()
    async with aiohttp.ClientSession() as stranger:
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await stranger.ws_connect(f"{gate.origin}/ws", headers={"Origin": gate.origin})


async def test_the_screens_run_behind_the_socket_and_a_second_window_is_refused(
    gate: Gate,
) -> None:
    session = await entered(gate)
    own = {"Origin": gate.origin}
    async with session.ws_connect(f"{gate.origin}/ws?width=80&height=24", headers=own) as window:
        seen = ""
        while "Submitted" not in seen:
            message = await asyncio.wait_for(window.receive(), 20)
            if message.type == aiohttp.WSMsgType.BINARY:
                seen += message.data.decode("utf-8", "replace")
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{gate.origin}/ws", headers=own)
        assert refused.value.status == 503
        await window.send_str(json.dumps(["stdin", "\x1b"]))
    await closed(gate)
    assert gate.open == 0
    await session.close()


@pytest.mark.skipif(BROWSER is None, reason="neither Chromium nor Chrome is on this computer")
@pytest.mark.parametrize("who", ["secretary", "judge"])
async def test_a_browser_follows_the_link_and_shows_the_screen(gate: Gate, tmp_path: Path) -> None:
    assert BROWSER is not None
    words = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path / 'profile'}",
        "--virtual-time-budget=8000",
        "--dump-dom",
        gate.link,
    ]
    done = await asyncio.to_thread(
        subprocess.run, [BROWSER, *words], capture_output=True, text=True, timeout=90
    )
    assert "-first-byte" in done.stdout, done.stderr[-500:]
    assert "xterm-screen" in done.stdout
