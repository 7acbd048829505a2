"""A report as PDF: A4 across, the table's header on each page, the pages numbered, all of it text that can be read."""

from __future__ import annotations

import logging
from functools import lru_cache
from importlib import resources

from fpdf import FPDF
from fpdf.fonts import FontFace

from reference.reports.tables import Table

FONT = "Noto Sans"  # Latin, Greek, Cyrillic and Devanagari; of other scripts a sign is left out
MARGIN = 12  # millimetres
logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells of each part of the font


@lru_cache(maxsize=1)
def font_file() -> str:
    return str(resources.files("fontpkg_noto_sans") / "files" / "NotoSans[wdth,wght].ttf")


class Page(FPDF):
    def __init__(self) -> None:
        super().__init__("landscape", "mm", "A4")
        self.add_font(FONT, "", font_file())
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, MARGIN + 6)

    def footer(self) -> None:
        self.set_y(-MARGIN)
        self.set_font(FONT, size=8)
        self.cell(0, text=f"Page {self.page_no()} of {{nb}}", align="C")


def written(title: str, tenant: str, span: str, table: Table) -> bytes:
    """The whole file."""
    page = Page()
    page.set_title(title)
    page.add_page()
    for size, text in ((16, title), (11, tenant), (11, span)):
        page.set_font(FONT, size=size)
        page.cell(0, text=text, new_x="LMARGIN", new_y="NEXT")
    page.ln(4)
    page.set_font(FONT, size=9)
    with page.table(headings_style=FontFace(fill_color=(225, 225, 225)), text_align="LEFT") as shown:
        for cells in (table.columns, *table.rows):
            shown.row(cells)
    return bytes(page.output())
