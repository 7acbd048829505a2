"""What the run itself says, before and after the lines of the scenarios; and a console that nothing can break."""

from __future__ import annotations

import codecs
import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, TextIO

from support.reporting.masked_stream import MaskedStream
from support.reporting.masking import Mask

_PLAINER = {"·": "-", "…": "...", "“": '"', "”": '"', "’": "'", "→": "->", "×": "x", "–": "-"}


def say(line: str) -> None:
    """One line, at once: somebody may be waiting for it."""
    print(line, flush=True)


def complain(line: str) -> None:
    """One line of what is wrong."""
    print(line, file=sys.stderr, flush=True)


def pass_on(text: str, as_error: bool) -> None:
    """What somebody printed in another process."""
    print(text, end="", file=sys.stderr if as_error else sys.stdout, flush=True)


@contextmanager
def masked_console(mask: Mask) -> Iterator[None]:
    """Whatever anybody prints meanwhile is masked: behave prints the errors of hooks itself, and libraries print too."""
    with redirect_stdout(MaskedStream(sys.stdout, mask)), redirect_stderr(MaskedStream(sys.stderr, mask)):
        try:
            yield
        finally:
            sys.stdout.flush()
            sys.stderr.flush()


@contextmanager
def lasting_console(openers: Iterable[Any] = ()) -> Iterator[None]:
    """Nothing that is printed meanwhile, by anybody, ends the run: see ``LastingStream``.

    :param openers: behave's, for the formatters; those that lead to the console lead to the lasting one from now on.
    """
    output, errors = LastingStream(sys.stdout), LastingStream(sys.stderr)
    for opener in openers:
        if opener.stream is sys.stdout:
            opener.stream = output
    with redirect_stdout(output), redirect_stderr(errors):
        try:
            yield
        finally:
            output.flush()
            errors.flush()


class LastingStream:
    """Writes to ``stream`` while somebody reads it and there is room; afterwards what is written is dropped.

    Whoever reads the console may go away (``behave | head``), or write it where the disk is full: the reports are made
    all the same. What its encoding does not have is written in plainer characters.
    """

    def __init__(self, stream: TextIO):
        self._stream = stream
        self._lost = False
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plainer")

    def write(self, text: str) -> int:
        """Write, or drop."""
        if not self._lost:
            try:
                self._stream.write(text)
            except OSError:
                self._lose()
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of ``lines``."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Hand on what was held back."""
        if not self._lost:
            try:
                self._stream.flush()
            except OSError:
                self._lose()

    def _lose(self) -> None:
        self._lost = True
        # Python writes at its own end what is held back still: that must find somebody who takes it.
        with contextlib.suppress(OSError, ValueError), Path(os.devnull).open("w") as nobody:
            os.dup2(nobody.fileno(), self._stream.fileno())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _plainer(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    return "".join(_PLAINER.get(each, "?") for each in fault.object[fault.start:fault.end]), fault.end


codecs.register_error("plainer", _plainer)
