"""What must be true of tasks at sites."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from support.awaiting import await_value
from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.people import Person, Tenant
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.site_tasks import SiteTask, Template
    from support.world import World

CHANGING = ("version", "updated_at")


class SiteTaskPromises:
    """The part of ``SiteTasks`` that judges."""

    _world: World

    def require_state(self, task: SiteTask, state: str) -> None:
        """:raises Finding: when the task stands elsewhere, or its history does not end there."""
        record = self.record(task)
        ends = record["history"][-1]["status"]
        if (record["status"], ends) != (state, state):
            raise Finding(f"{task.name} should be {state}, and is {record['status']}; its history ends with {ends}")

    def await_state(self, task: SiteTask, state: str) -> None:
        """:raises Finding: when the task does not get there in time."""
        await_value(lambda: self.record(task), lambda record: record["status"] == state, within=self._world.await_seconds,
                    words=lambda record: f"{task.name} should become {state}, and is {record['status']}")
        self.require_state(task, state)

    def require_history(self, task: SiteTask, expected: list[dict[str, str]]) -> None:
        """The task's history has exactly these lines: which state, by whom (empty: nobody), with which comment.

        :raises Finding: showing the lines.
        """
        names = {person.id: name for name, person in self._world.people.items()}
        lines = [{"state": line["status"], "by": names.get(line["person"]["id"], line["person"]["full_name"])
                  if line["person"] else "", "comment": line["comment"] or ""} for line in self.record(task)["history"]]
        if lines != expected:
            raise Finding(f"the history of {task.name} should be {expected}, and is {lines}")

    def require_unchanged(self, task: SiteTask) -> None:
        """:raises Finding: when anything of the task is other than it was noted."""
        different = differences(self._world.noted[task.id], self.record(task))
        if different:
            raise Finding(f"nothing about {task.name} should have changed, and this did: {different}")

    def require_shown(self, task: SiteTask, **expected: Any) -> None:
        """:raises Finding: when the task shows anything else in these fields."""
        record = self.record(task)
        different = differences(expected, {name: record[name] for name in expected})
        if different:
            raise Finding(f"{task.name} is not as it should be: {different}")

    def require_assignee(self, task: SiteTask, person: Person | None) -> None:
        """:raises Finding: when it is somebody else's, or anybody's where it should be nobody's."""
        shown = self.record(task)["assignee"]
        wanted = {"id": person.id, "full_name": person.full_name} if person else None
        if shown != wanted:
            raise Finding(f"{task.name} should be {person.name if person else 'nobody'}'s, and is "
                          f"{shown['full_name'] if shown else 'nobody'}'s")

    def require_answers(self, task: SiteTask, expected: list[dict[str, str]]) -> None:
        """The task has exactly these answers: to which question, what, and whether it is flagged.

        :raises Finding: showing them.
        """
        record = self.record(task)
        texts = {each["id"]: each["text"] for each in record["questions"]}
        found = [{"question": texts[each["question_id"]], "answer": _words(each["answer"]),
                  "flagged": _words(each["flagged"])} for each in record["answers"]]
        if found != expected:
            raise Finding(f"the answers of {task.name} should be {expected}, and are {found}")

    def require_photo(self, task: SiteTask, kind: str, reader: Person) -> None:
        """The task has one photo, of this kind, and whoever fetches it gets what was sent.

        :raises Finding: naming what differs.
        """
        content, photos = self._world.sent["photo"], self.record(task)["photos"]
        shown = [(each["content_type"], each["size"]) for each in photos]
        if shown != [(f"image/{kind}", len(content))]:
            raise Finding(f"{task.name} should have one photo, a {kind} of {len(content)} bytes, and has {shown}")
        answer = self._world.http.ask("GET", f"{task.path}/photos/{photos[0]['id']}", token=reader.access_token)
        got = (answer.status, answer.media_type, answer.headers.get("X-Content-Type-Options"), answer.body == content)
        if got != (200, f"image/{kind}", "nosniff", True):
            raise Finding(f"the photo of {task.name} should be fetched as it was sent, as image/{kind} and not to be "
                          f"guessed at, and is {got}")

    def require_photo_count(self, task: SiteTask, count: int) -> None:
        """:raises Finding: when the task has more or fewer photos, or the database keeps others."""
        shown = len(self.record(task)["photos"])
        if shown != count:
            raise Finding(f"{task.name} should have {count} photos, and has {shown}")

    # What was made

    def require_planned(self, template: Template, due: list[str]) -> None:
        """The template has one task for each of these times, and no other; each is the template's assignee's.

        :raises Finding: naming what is missing and what is too much.
        """
        tasks = self.of_template(template)
        found = [each["planned_at"] for each in tasks]
        if found != due:
            missing, surplus = Counter(due) - Counter(found), Counter(found) - Counter(due)
            raise Finding(f"{template.name} should have {len(due)} tasks, one for each due time, and has {len(found)}; "
                          f"missing: {sorted(missing) or 'none'}; too much: {sorted(surplus.elements()) or 'none'}")
        wrong = [each["planned_at"] for each in tasks if each["assignee"] != template.record["assignee"]]
        if wrong:
            raise Finding(f"each task of {template.name} should be the template's assignee's, and these are not: {wrong}")

    def require_hourly(self, template: Template, hours: int) -> None:
        """One task for each of the next so many full hours.

        :raises Finding: as ``require_planned``.
        """
        self._require_every(template, timedelta(hours=1), hours, _next_hour)

    def require_daily(self, template: Template, local_hour: int, days: int) -> None:
        """One task for each of the next so many times that it is this hour at the site.

        :raises Finding: as ``require_planned``.
        """
        zone = ZoneInfo(template.record["timezone"])
        self._require_every(template, timedelta(days=1), days, lambda moment: _next_at(moment.astimezone(zone), local_hour))

    def _require_every(self, template: Template, step: timedelta, count: int,
                       next_due: Callable[[datetime], datetime]) -> None:
        """From the first due time after the run on; a due time may have passed while it was made."""
        began, ended = self._world.noted["generated"]
        tasks = self.of_template(template)
        firsts = [next_due(began), next_due(ended)]
        first = firsts[1] if tasks and tasks[0]["planned_at"] == written(firsts[1]) else firsts[0]
        self.require_planned(template, [written(first + step * number) for number in range(count)])

    def await_daily(self, template: Template, local_hour: int, days: int) -> None:
        """The same, once somebody has made them."""
        began = self._world.operations.platform_now()
        await_value(lambda: self.of_template(template), lambda tasks: len(tasks) >= days, within=self._world.await_seconds,
                    words=lambda tasks: f"{template.name} should have {days} tasks by itself, and has {len(tasks)}")
        self._world.noted["generated"] = (began, began)
        self.require_daily(template, local_hour, days)

    def require_at(self, template: Template, hour: int) -> None:
        """:raises Finding: when a task of the template is planned for another time of the day, in UTC."""
        planned = [each["planned_at"] for each in self.of_template(template)]
        if not planned or any(f"T{hour:02}:00:00Z" not in each for each in planned):
            raise Finding(f"the tasks of {template.name} should be planned for {hour:02}:00 UTC, and are for {planned}")

    def require_none(self, template: Template) -> None:
        """:raises Finding: when a task of the template was made."""
        self.require_planned(template, [])

    def require_none_stored(self, template: Template) -> None:
        """Once all work has ended: a run that serves one tenant after the other may have served others first.

        :raises Finding: when the database has a task of the template.
        """
        self._world.await_quiet()
        count = self._world.database.value("SELECT count(*) FROM tasks WHERE template_id = :id", id=template.record["id"])
        if count:
            raise Finding(f"no task of {template.name} should have been made, and {count} were")

    def require_only_found(self, person: Person, template: Template, count: int) -> None:
        """The person's list holds so many tasks, all of this template.

        :raises Finding: when it holds more, fewer or others.
        """
        found = Counter(each["template_id"] == template.record["id"] for each in self.listed(person))
        if found != Counter({True: count}):
            raise Finding(f"{person.name} should find {count} tasks of {template.name} and no other, and finds "
                          f"{found[True]} and {found[False]} others")

    def require_days(self, template: Template, first: date, last: date) -> None:
        """One task on each day from the first to the last, as days are at the site.

        :raises Finding: showing the days on which there are tasks.
        """
        zone = ZoneInfo(template.record["timezone"])
        found = [datetime.fromisoformat(each["planned_at"]).astimezone(zone).date() for each in self.of_template(template)]
        if found != [first + timedelta(days=number) for number in range((last - first).days + 1)]:
            raise Finding(f"{template.name} should have a task on each day from {first} to {last}, and has some on {found}")

    def require_code(self, template: Template, reader: Person, code: str) -> None:
        """:raises Finding: when the reader is shown another code."""
        shown = self.read_template(template, reader)["scan_code"]
        if shown != code:
            raise Finding(f"{reader.name} should read the code {code} of {template.name}, and reads {shown}")

    def require_code_hidden(self, template: Template, reader: Person, code: str) -> None:
        """The reader sees the template and its tasks, and nowhere its code.

        :raises Finding: saying where it is shown.
        """
        seen = {"the template": self.read_template(template, reader), "the tasks": self.listed(reader),
                "the templates": all_items(self._world.http, reader, f"{V2}/task-templates")}
        told = [where for where, what in seen.items() if code in json.dumps(what)]
        if told or not seen["the tasks"] or not seen["the templates"]:
            raise Finding(f"{reader.name} should see the tasks of {template.name} without its code, and sees it in {told}")

    def require_upcoming(self, template: Template, due: list[str]) -> None:
        """:raises Finding: when other due times are to come."""
        found = self.upcoming(template)
        if found != due:
            raise Finding(f"of {template.name} {due or 'nothing'} should be to come, and it is {found}")

    def require_as_upcoming(self, template: Template, due: list[str], count: int) -> None:
        """So many were to come, and they are what was made; so nothing is to come any more.

        :raises Finding: naming what differs.
        """
        if len(due) != count:
            raise Finding(f"of {template.name} {count} tasks should have been to come, and {len(due)} were: {due}")
        self.require_planned(template, due)
        self.require_upcoming(template, [])

    def require_no_template(self, reader: Person, name: str) -> None:
        """:raises Finding: when there is a template of this name."""
        found = [each["name"] for each in all_items(self._world.http, reader, f"{V2}/task-templates")]
        if name in found:
            raise Finding(f"there should be no template {name}, and there are {found}")

    def require_all_work(self, template: Template, worker: Person, administrator: Person) -> None:
        """Everything that can be done with a task works on each of the template's.

        :raises Finding: naming what was refused.
        """
        tasks = self.of_template(template)
        if not tasks:
            raise Finding(f"{template.name} should have tasks, and has none")
        for record in tasks:
            task = self.know(record["planned_at"], record)
            for deed in ("start", "put on standby", "resume", "complete"):
                self.do(deed, task, worker)
            self.do("reopen", task, administrator)
            self.require_state(task, "in_progress")

    def told_in_report(self, task: SiteTask, status: str) -> list[str]:
        """What the report of the task must say."""
        record, person = self.record(task), self._world.people
        tenant = next(iter(person.values())).tenant
        times = [record[name][:19].replace("T", " ") for name in ("planned_at", "started_at", "completed_at")]
        day = record["planned_at"][:10]
        return ["Task summary", tenant.name, f"{day} to {day}",
                "Name Site Assignee Planned Status Started Completed Overdue", record["name"], record["site"]["name"],
                record["assignee"]["full_name"], *times, status, "Yes" if record["overdue"] else "No", "Page 1 of 1"]

    # Lists

    def require_listed(self, person: Person, names: list[str], **filters: Any) -> None:
        """The person's list holds exactly the tasks of these names.

        :raises Finding: showing the list.
        """
        found = sorted(each["name"] for each in self.listed(person, **filters))
        if found != sorted(names):
            raise Finding(f"{person.name} should find the tasks {sorted(names)} with {filters or {}}, and finds {found}")

    def require_own_in_list(self, person: Person, tenant: Tenant) -> None:
        """Each task in the person's list shows site and assignee with id and name, and they are the tenant's.

        :raises Finding: naming what is not.
        """
        tasks = self.listed(person)
        own = self._world.stored.ids_of(tenant.id)
        faults = [f"{each['name']}: {part}" for each in tasks for part in ("site", "assignee")
                  if each[part]["id"] not in own or not each[part].get("name", each[part].get("full_name"))]
        if faults or not tasks:
            raise Finding(f"the tasks of {tenant.name} should show its own sites and people: {faults or 'there are none'}")

    # Frames

    def require_frame(self, watcher: Person, topic: str, task: SiteTask, states: list[str]) -> None:
        """The watcher has seen one frame of the task's change on this topic for each of these states, and no other; each
        has the version that the task had then.

        :raises Finding: showing what was seen.
        """
        socket = self._world.live_updates.connect(watcher)
        first = task.record["version"] - len(states) + 1
        expected = [(state, first + number) for number, state in enumerate(states)]

        def seen() -> list[tuple[str, int]]:
            return [(frame.data["status"], frame.data["version"]) for frame in socket.frames
                    if frame.type == "task.changed" and frame.topic == topic and frame.data["id"] == task.id]

        await_value(seen, lambda found: len(found) >= len(expected), within=self._world.await_seconds,
                    words=lambda found: f"{watcher.name} should see {expected} of {task.name} on {topic}, and sees {found}")
        self._world.await_quiet()
        if seen() != expected:
            raise Finding(f"{watcher.name} should see exactly {expected} of {task.name} on {topic}, and sees {seen()}")

    def require_no_frame(self, watcher: Person, topic: str, task: SiteTask) -> None:
        """Once all work has ended, the watcher has seen nothing of the task on this topic.

        :raises Finding: when something came.
        """
        self._world.await_quiet()
        self._world.live_updates.ping(watcher)
        found = [frame.type for frame in self._world.live_updates.connect(watcher).frames
                 if frame.topic == topic and frame.data.get("id") == task.id]
        if found:
            raise Finding(f"{watcher.name} should see nothing of {task.name} on {topic}, and sees {found}")


def _next_hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def _next_at(moment: datetime, hour: int) -> datetime:
    """The next time that it is this hour, where the moment is told."""
    today = moment.replace(hour=hour, minute=0, second=0, microsecond=0)
    return today if today > moment else today + timedelta(days=1)


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, (int, float)) else value


def written(moment: datetime) -> str:
    """A moment as the platform answers it."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
