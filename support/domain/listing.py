"""Lists as people read them: all their pages together, or page by page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.http import Http
from support.findings import Finding

LARGEST_PAGE = 100


@dataclass(frozen=True)
class Pages:
    """A list read page by page: what was asked, and every page as it was answered."""

    path: str
    size: int
    pages: list[dict]

    @property
    def items(self) -> list[dict]:
        return [item for page in self.pages for item in page["items"]]

    def require_each_once(self, count: int) -> None:
        """So many records, each on exactly one page; every page but the last is full, and says how many there are.

        :raises Finding: showing the pages.
        """
        sizes = [len(page["items"]) for page in self.pages]
        expected = [min(self.size, count - start) for start in range(0, count, self.size)]
        said = {(page["total"], page["limit"]) for page in self.pages}
        offsets = [page["offset"] for page in self.pages]
        doubled = [identifier for identifier, times in Counter(item["id"] for item in self.items).items() if times > 1]
        if sizes != expected or said != {(count, self.size)} or doubled or offsets != list(range(0, count, self.size)):
            raise Finding(f"{self.path} in pages of {self.size} should show {count} records on pages of {expected}, each "
                          f"once, and shows pages of {sizes}, each said to be (total, limit) {sorted(said)} "
                          f"at {offsets}; shown twice: {doubled or 'none'}")


def in_pages(http: Http, person: Person, path: str, size: int, **filters: Any) -> Pages:
    """The list in pages of ``size``, until one says that nothing follows."""
    pages: list[dict] = []
    while True:
        answer = http.ask("GET", path, token=person.access_token,
                          parameters={"limit": size, "offset": size * len(pages)} | filters)
        pages.append(Outcome(person.name, f"list {path}", answer).record)
        if not pages[-1]["items"] or size * len(pages) >= pages[-1]["total"]:
            return Pages(path, size, pages)


def all_items(http: Http, person: Person, path: str, **filters: Any) -> list[dict]:
    """All records of a list, in its order.

    :raises Finding: when the pages do not add up to the total that the list states.
    """
    pages = in_pages(http, person, path, LARGEST_PAGE, **filters)
    if len(pages.items) != pages.pages[0]["total"]:
        raise Finding(f"{person.name}'s list {path} should state how many it holds: it states {pages.pages[0]['total']}, "
                      f"and shows {len(pages.items)}")
    return pages.items
