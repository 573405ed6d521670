"""Lines out, lines in: nothing else. No cursor movement, no colour, no escape byte."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from tui.entry import half_width
from tui.ink import safe_lines
from words import say


class Left(Exception):
    """The input has ended: everything is saved, so leaving is all there is to do."""


class Talk:
    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._in, self._out = stdin, stdout

    def tell(self, text: str = "") -> None:
        """Some lines, cleaned whole: whatever is in them cannot steer a terminal."""
        self._out.write(safe_lines(text) + "\n")
        self._out.flush()

    def ask(self, question: str) -> str:
        """The next line, without blanks at its ends. Raises Left at the end of the input."""
        self._out.write(safe_lines(question) + " ")
        self._out.flush()
        line = self._in.readline()
        if not line:
            raise Left
        return line.strip()

    def choose(self, choices: Sequence[str]) -> int:
        """The number of one of the choices, counted from one; the last one is 0."""
        for number, choice in enumerate(choices[:-1], 1):
            self.tell(f"{number}  {choice}")
        self.tell(f"0  {choices[-1]}")
        while True:
            answer = "".join(map(half_width, self.ask(say("plain.choose"))))
            if answer.isascii() and answer.isdigit() and int(answer) < len(choices):
                return int(answer)
            self.tell(say("plain.choose.again", most=len(choices) - 1))
