"""An analysis as an Excel workbook."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import UTC
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reference.exports import content
from reference.exports.content import Row
from reference.projects import rules
from reference.projects.records import Analysis

HEADER = {"font": Font(bold=True, color="FFFFFF"), "fill": PatternFill("solid", start_color="3B82F6")}
AMBER = PatternFill("solid", start_color="FEF3C7")
TIME = "yyyy-mm-dd hh:mm:ss"
WIDEST = 60
# What XML cannot hold, and what a reader would take for it: written as _xHHHH_, as the format has it.
UNWRITABLE = re.compile("[\x01-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def render(analysis: Analysis) -> bytes:
    """The workbook: a summary, and a sheet for each table."""
    book = Workbook()
    _summary(book.active, analysis)
    _sheet(book, "Technologies", list(content.SHORT_TECHNOLOGIES),
           content.rows(content.SHORT_TECHNOLOGIES, analysis.detected_technologies))
    _mark_outdated(_sheet(book, "Dependencies", list(content.SHORT_DEPENDENCIES),
                          content.rows(content.SHORT_DEPENDENCIES, analysis.dependencies)))
    _sheet(book, "Metrics", ["Metric", "Value"], content.metrics(content.SHORT_METRICS, analysis.code_metrics))
    _sheet(book, "Research Gaps", list(content.SHORT_GAPS), content.rows(content.SHORT_GAPS, analysis.research_gaps))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _summary(sheet: Worksheet, analysis: Analysis) -> None:
    sheet.title = "Summary"
    _put(sheet.cell(1, 1), content.TITLE).font = Font(bold=True, size=16)
    _put(sheet.cell(3, 1), "Project")
    _put(sheet.cell(3, 2), analysis.project_path)
    _put(sheet.cell(4, 1), "Analyzed At (UTC)")
    moment = _put(sheet.cell(4, 2), analysis.analyzed_at.astimezone(UTC).replace(tzinfo=None))
    moment.number_format, moment.alignment = TIME, Alignment(horizontal="left")
    for number, count in enumerate(content.summary(analysis), start=7):
        for column, value in enumerate(count, start=1):
            _put(sheet.cell(number, column), value)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 40


def _sheet(book: Workbook, title: str, columns: list[str], rows: Iterable[Row]) -> Worksheet:
    sheet = book.create_sheet(title)
    widths = [len(column) for column in columns]
    for number, row in enumerate([columns, *rows], start=1):
        for place, value in enumerate(row):
            if value is not None:
                _put(sheet.cell(number, place + 1), value)
                widths[place] = min(WIDEST, max(widths[place], len(str(value))))
    for cell in sheet[1]:
        cell.font, cell.fill = HEADER["font"], HEADER["fill"]
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width + 3
    sheet.freeze_panes = "A2"
    return sheet


def _mark_outdated(sheet: Worksheet) -> None:
    status = list(content.SHORT_DEPENDENCIES).index("Status") + 1
    for number in range(2, sheet.max_row + 1):
        cell = sheet.cell(number, status)
        if cell.value == rules.OUTDATED:
            cell.fill = AMBER


def _put(cell: Cell, value: Any) -> Cell:
    """The value in a cell of its kind: text is never a formula."""
    if isinstance(value, str):
        cell.value = UNWRITABLE.sub(lambda sign: f"_x{ord(sign[0]):04X}_", value)
        cell.data_type = "s"
    else:
        cell.value = value
    return cell
