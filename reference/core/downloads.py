"""Files that an endpoint answers: tables as CSV, and the headers of a download."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import Response

FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n")
CSV = "text/csv; charset=utf-8"
HTML = "text/html; charset=utf-8"


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> str:
    """A table by RFC 4180."""
    return csv_lines([columns, *rows])


def csv_lines(rows: Iterable[Sequence[str | float | None]]) -> str:
    """Lines by RFC 4180, not all of one length. Text that a spreadsheet would take for a formula gets a leading ``'``."""
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows([_cell(value) for value in row] for row in rows)
    return written.getvalue()


def _cell(value: str | float | None) -> str | float:
    if isinstance(value, str) and value.startswith(FORMULA_BEGINNINGS):
        return f"'{value}"
    return "" if value is None else value


def download(name: str, content: str | bytes, media_type: str) -> Response:
    """The content as a file to be saved under ``name`` (plain ASCII), never to be run where it was fetched."""
    from fastapi import Response  # a worker makes files, and answers nobody

    return Response(content, media_type=media_type, headers={
        "Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"})
