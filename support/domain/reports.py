"""Reports: awaited, fetched, and read as a person reads them."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

from support.awaiting import await_value
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World


class Reports:
    """The files that the platform makes of its records."""

    def __init__(self, world: World):
        self._world = world

    def await_completed(self, report_id: str, reader: Person) -> dict:
        """The report's record, once it is completed.

        :raises Finding: when it is not in time.
        """
        return await_value(lambda: self.read(report_id, reader).record, lambda record: record["status"] == "completed",
                           within=self._world.await_seconds,
                           words=lambda record: f"the report should be completed, and is {record['status']}")

    def read(self, report_id: str, reader: Person) -> Outcome:
        return self._ask(reader, "read the report", f"/reports/{report_id}")

    def fetch(self, report_id: str, reader: Person) -> Outcome:
        return self._ask(reader, "fetch the report", f"/reports/{report_id}/download")

    def text(self, report: dict, reader: Person) -> str:
        """What the report's PDF says, its pages one after the other.

        :raises Finding: when the file is not as announced: its length, kind, name and digest.
        """
        from pypdf import PdfReader  # slow to load, and seldom needed

        answer, file = self.fetch(report["id"], reader).answer, report["file"]
        if answer.status != 200:
            raise Finding(f"{reader.name} should be able to fetch the report, and is answered {answer.status}")
        got = {"content_type": answer.media_type, "size": len(answer.body),
               "sha256": hashlib.sha256(answer.body).hexdigest(), "name": file["name"]}
        said = answer.headers.get("Content-Disposition"), answer.headers.get("Content-Length")
        if got != file or said != (f'attachment; filename="{file["name"]}"', str(file["size"])):
            raise Finding(f"the report should be the file {file}, and what is fetched is {got}, said to be {said}")
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.body)).pages)

    def require_notified(self, report_id: str, person: Person) -> None:
        """The person is told once that this report is ready.

        :raises Finding: when it is told otherwise.
        """
        self._world.await_quiet()
        told = [each for each in self._world.inboxes.notifications(person)
                if each["kind"] == "report.ready" and each["data"].get("id") == report_id]
        if len(told) != 1:
            raise Finding(f"{person.name} should be told once that the report is ready, and is {len(told)} times")

    def require_waiting(self, tenant: Tenant) -> None:
        """Once all work has ended a report of the tenant waits still, and none has been made.

        :raises Finding: when one was, or none waits.
        """
        self._world.await_quiet()
        found = [row["status"] for row in self._world.database.rows("SELECT status FROM reports WHERE tenant_id = :id",
                                                                    id=tenant.id)]
        if found != ["queued"]:
            raise Finding(f"one report of {tenant.name} should wait, and none be made; they are {found or 'none at all'}")

    def require_says(self, text: str, expected: list[str]) -> None:
        """:raises Finding: when one of these is not in the text, whose lines are taken for one."""
        plain = " ".join(text.split())
        missing = [each for each in expected if " ".join(each.split()) not in plain]
        if missing:
            raise Finding(f"the report should say {missing}, and says: {plain}")

    def _ask(self, person: Person, words: str, path: str) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask("GET", f"{V2}{path}", token=person.access_token))
