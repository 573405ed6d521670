"""Who may come in by the browser, decided without any server."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cli.gate import COOKIE, Gate
from cli.serving import shell_line
from tests.conftest import ROOT

ADDRESS = "127.0.0.1:8765"


@pytest.fixture
def gate() -> Gate:
    return Gate(ADDRESS, 1)


def headers(gate: Gate, **more: str) -> dict[str, str]:
    return {"host": ADDRESS, "cookie": f"{COOKIE}={gate.cookie}", **more}


def test_the_link_lets_in_once(gate: Gate) -> None:
    assert gate.link == f"http://{ADDRESS}/enter?token={gate.token}"
    assert gate.judge("/enter", gate.token, {"host": ADDRESS}) == "enter"
    assert gate.judge("/enter", gate.token, {"host": ADDRESS}) == "no_token"


@pytest.mark.parametrize("token", ["", "x", "é", "x" * 10_000])
def test_a_wrong_token_does_not_use_up_the_link(gate: Gate, token: str) -> None:
    assert gate.judge("/enter", token, {"host": ADDRESS}) == "no_token"
    assert gate.judge("/enter", gate.token, {"host": ADDRESS}) == "enter"


@pytest.mark.parametrize(
    "cookie", ["", "x", f"{COOKIE}=", f"{COOKIE}=wrong", "a=b; c", f'{COOKIE}="\\"', "\x00"]
)
@pytest.mark.parametrize("path", ["/", "/ws", "/static/js/textual.js", "/download/1", "/nothing"])
def test_without_the_cookie_nothing_is_there(gate: Gate, path: str, cookie: str) -> None:
    found = gate.judge(path, gate.token, {"host": ADDRESS, "cookie": cookie, "origin": gate.origin})
    assert found == "no_cookie"


def test_with_the_cookie_the_page_and_its_files_are_there_and_no_list_of_files(gate: Gate) -> None:
    for path in ("/", "/static/js/textual.js", "/static/css/xterm.css"):
        assert gate.judge(path, "", headers(gate)) == "pass"
    for path in ("/static", "/static/", "/static/js/"):
        assert gate.judge(path, "", headers(gate)) == "not_there"


@pytest.mark.parametrize("origin", ["", "null", "http://evil.example", f"https://{ADDRESS}"])
def test_another_page_cannot_connect_even_with_the_cookie(gate: Gate, origin: str) -> None:
    assert gate.judge("/ws", "", headers(gate, origin=origin)) == "wrong_origin"
    assert gate.judge("/ws", "", headers(gate, origin=gate.origin)) == "pass"


@pytest.mark.parametrize("host", ["", "evil.example:8765", "127.0.0.1", "localhost:8765"])
def test_under_another_name_nobody_comes_in(gate: Gate, host: str) -> None:
    """A page elsewhere can make its own name point at this machine."""
    asked = {**headers(gate, origin=f"http://{host}"), "host": host}
    for path in ("/", "/ws", "/enter"):
        assert gate.judge(path, gate.token, asked) == "wrong_host"
    assert not gate.used


def test_no_more_connections_than_allowed(gate: Gate) -> None:
    gate.open = 1
    assert gate.judge("/ws", "", headers(gate, origin=gate.origin)) == "full"
    gate.open = 0
    assert gate.judge("/ws", "", headers(gate, origin=gate.origin)) == "pass"


def test_two_links_share_nothing() -> None:
    one, other = Gate(ADDRESS, 1), Gate(ADDRESS, 1)
    assert len({one.token, one.cookie, other.token, other.cookie}) == 4


def test_a_folder_with_any_name_is_one_word_of_the_command() -> None:
    assert shell_line(["p", "-C", "a b'; rm x"]) == "p -C 'a b'\"'\"'; rm x'"


def test_without_the_extra_it_is_a_sentence() -> None:
    code = (
        "import sys; sys.modules['textual_serve'] = None; sys.modules['aiohttp'] = None\n"
        "from cli.gate import Gate; from cli.serving import application\n"
        "from words import Bad\n"
        "try: application(['x'], Gate('a', 1), 1)\n"
        "except Bad as bad: print(bad.code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "E-NOSERVE"
