"""The photos of check-ins, as they are kept: nobody is shown them, so the database is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        kept = self._world.database.value("SELECT count(*) FROM attendance_photos WHERE record_id = :id", id=record["id"])
        if (kept, record["has_photo"]) != (count, count > 0):
            raise Finding(f"{count} photos of {person.name} should be kept, and {kept} are; the record says that there is "
                          f"{'one' if record['has_photo'] else 'none'}")
