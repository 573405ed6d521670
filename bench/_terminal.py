"""A program in a real pseudo-terminal, its screen read by an emulator."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence

import pyte

KEYS = {
    "enter": "\r", "escape": "\x1b", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C",
    "left": "\x1b[D", "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS",
    "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "undo": "\x1a",
    "redo": "\x19", "quit": "\x11",
}  # fmt: skip


class Terminal:
    """Runs `command`; `raw` keeps every byte it has written."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int] = (80, 24), **environment: str
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "LANG": "C.UTF-8", **environment})
            os.environ.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
            os.execvp(command[0], list(command))
        window = struct.pack("HHHH", size[1], size[0], 0, 0)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, window)

    def send(self, text: str) -> None:
        os.write(self._fd, KEYS.get(text, text).encode())

    def read(self, seconds: float) -> bool:
        """Take in what comes within so many seconds; False where nothing came."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # the program has ended
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    @property
    def text(self) -> str:
        """What is on the screen; the second half of a wide character is no character."""
        rows = self.screen.buffer
        return "\n".join(
            "".join(rows[y][x].data for x in range(self.screen.columns)).rstrip()
            for y in range(self.screen.lines)
        )

    def wait_for(self, wanted: str, seconds: float = 30.0) -> float:
        """Read until the screen shows a text; the seconds since the program started."""
        end = time.perf_counter() + seconds
        while wanted not in self.text:
            if time.perf_counter() > end:
                raise TimeoutError(f"{wanted!r} is not on the screen:\n{self.text}")
            self.read(0.05)
        return time.perf_counter() - self.started

    def settle(self, quiet: float = 0.15) -> str:
        """Read until nothing comes for a moment."""
        while self.read(quiet):
            pass
        return self.text

    def kill(self) -> None:
        """As if the power had gone: no goodbye."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)
