"""The photos of check-ins, as they are kept: nobody is shown them, so the database is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.awaiting import await_value
from support.domain.people import Person
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World


class KeptPhotos:
    """Looks for the photos of a person's last record."""

    def __init__(self, world: World):
        self._world = world

    def require(self, person: Person, count: int) -> None:
        """So many are kept, and the record says whether there is one.

        :raises Finding: naming what differs.
        """
        record = self._world.attendance.read(person, person).record
        kept = self._count(person)
        if (kept, record["has_photo"]) != (count, count > 0):
            raise Finding(f"{count} photos of {person.name} should be kept, and {kept} are; the record says that there is "
                          f"{'one' if record['has_photo'] else 'none'}")

    def await_none(self, person: Person) -> None:
        """:raises Finding: when one is still kept after a while."""
        await_value(lambda: self._count(person), lambda kept: kept == 0, within=self._world.await_seconds,
                    words=lambda kept: f"no photo of {person.name} should be kept any more, and {kept} are")

    def _count(self, person: Person) -> int:
        return self._world.database.value("SELECT count(*) FROM attendance_photos WHERE record_id = :id",
                                          id=self._world.attendance.record_of(person)["id"])
