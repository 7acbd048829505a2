"""A text stream that masks whatever anybody prints: behave prints errors of hooks itself, and libraries print too."""

from __future__ import annotations

from typing import Any, TextIO

from support.reporting.masking import Mask


class MaskedStream:
    """Writes to ``stream`` line by line, each line masked. Everything else is the stream's own.

    A line that is not ended yet is held back until its end, ``flush`` or ``close``: a secret may come in two pieces.
    """

    def __init__(self, stream: TextIO, mask: Mask):
        self._stream, self._mask, self._held = stream, mask, ""

    def write(self, text: str) -> int:
        """Write the lines that are complete."""
        lines, newline, self._held = (self._held + text).rpartition("\n")
        if newline:
            self._stream.write(self._mask(lines) + newline)
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Write each of ``lines``."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Write what was held back, too."""
        if self._held:
            held, self._held = self._held, ""
            self._stream.write(self._mask(held))
        self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
