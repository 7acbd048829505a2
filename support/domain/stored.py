"""What stands in the datastores, seen past the platform: rows of a tenant, of a mission, of everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.findings import Finding

if TYPE_CHECKING:
    from support.drivers.cache import Cache
    from support.drivers.database import Database
    from support.drivers.queue import Queue

SIGNS_OF_LIFE = ("cache:worker",)  # keys that come and go with the platform's processes, not with a scenario
# The tables that the areas name. The platform may have more, such as one of frames that are still to be sent.
BUSINESS_TABLES = (
    "people", "sessions", "sites", "missions", "mission_targets", "knowledge_rules", "findings", "approvals", "consents",
    "face_enrolments", "shifts", "attendance_records", "fraud_alerts", "overrides", "work_orders", "task_templates", "tasks",
    "tickets", "ticket_comments", "ticket_escalation_rules", "notifications", "reports",
    "projects", "repositories", "repository_files", "technologies", "analyses", "devices", "jobs", "job_files",
    "conversations", "messages", "usage_records", "token_budgets",
    "clients", "deals", "payments", "invoices", "commissions",
    "plugin_configurations")
# Tables that a platform fills by itself, a moment after what they tell of was answered, or by the clock: what comes into
# them when is no scenario's doing. They are emptied after each, and never counted among what it left.
FILLED_BY_ITSELF = ("call_records", "daily_summaries")
NOT_OF_A_SCENARIO = (*SIGNS_OF_LIFE, "muster:mark")

_TABLES = """SELECT table_name AS name, bool_or(column_name = 'mission_id') AS of_mission
  FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
 WHERE table_schema = 'public' AND table_type = 'BASE TABLE' GROUP BY table_name ORDER BY table_name"""

_OWNED = """SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public'
 GROUP BY table_name HAVING bool_or(column_name = 'tenant_id') AND bool_or(column_name = 'id' AND data_type = 'uuid')
 ORDER BY table_name"""


BY_ITSELF = ("missions.watch", "jobs.watch")  # every ten seconds, whatever a scenario does: no work of its


@dataclass(frozen=True)
class Fingerprint:
    """What all datastores hold: for each table its number of rows and a digest, the names of keys, numbers of tasks."""

    tables: dict[str, str]
    keys: tuple[str, ...]
    tasks: dict[str, int]  # waiting in each queue, and running: those of scenarios

    def differences(self, other: Fingerprint) -> list[str]:
        """In words, what ``other`` has that is not as here."""
        found = [f"table {name}: {self.tables.get(name)} then, {other.tables.get(name)} now"
                 for name in sorted(self.tables.keys() | other.tables.keys())
                 if self.tables.get(name) != other.tables.get(name)]
        if self.keys != other.keys:
            found.append(f"Redis keys: {sorted(set(self.keys) ^ set(other.keys))}")
        if self.tasks != other.tasks:
            found.append(f"tasks: {self.tasks} then, {other.tasks} now")
        return found


class Stored:
    """Reads the datastores; never writes."""

    def __init__(self, database: Database, cache: Cache | None, queue: Queue | None):
        self._database, self._cache, self._queue = database, cache, queue

    def fingerprint(self) -> Fingerprint:
        """Everything, as it is now. Keys that come and go with the clock, not with a scenario, are left out."""
        names = self._tables()
        keys = [key for key in self._cache.keys("*") if key not in NOT_OF_A_SCENARIO] if self._cache else []
        running = [task for task in self._queue.taken() if task.name not in BY_ITSELF] if self._queue else []
        tasks = {**self._queue.waiting(), "running": len(running)} if self._queue else {}
        return Fingerprint(self._digests(names), tuple(keys), tasks)

    def of_tenant(self, tenant_id: str) -> dict[str, str]:
        """For each table of business records the number of the tenant's rows and their digest."""
        names = [table["name"] for table in self._database.rows(_TABLES) if table["name"] in BUSINESS_TABLES]
        return self._digests(names, "tenant_id", tenant_id) | self._digests(["tenants"], "id", tenant_id)

    def of_tenant_apart_from_sign_ins(self, tenant_id: str) -> dict[str, str]:
        """The same without sessions, and without when people were last there."""
        names = [table["name"] for table in self._database.rows(_TABLES)
                 if table["name"] in BUSINESS_TABLES and table["name"] != "sessions"]
        return (self._digests(names, "tenant_id", tenant_id, without="last_login_at")
                | self._digests(["tenants"], "id", tenant_id))

    def everything(self) -> dict[str, str]:
        """For each table the number of its rows and their digest."""
        return self._digests(self._tables())

    def _tables(self) -> list[str]:
        return [table["name"] for table in self._database.rows(_TABLES) if table["name"] not in FILLED_BY_ITSELF]

    def require_everything_as(self, before: dict[str, str]) -> None:
        """:raises Finding: naming the tables that differ from what ``everything`` gave."""
        _require_same("nothing", before, self.everything())

    def require_apart_from_sign_ins_as(self, tenant_id: str, before: dict[str, str]) -> None:
        """:raises Finding: naming the tables that differ from what ``of_tenant_apart_from_sign_ins`` gave."""
        _require_same("nothing but sign-ins", before, self.of_tenant_apart_from_sign_ins(tenant_id))

    def ids_of(self, tenant_id: str) -> set[str]:
        """The ids of all that the tenant has, in whatever table."""
        names = [table["name"] for table in self._database.rows(_OWNED)]
        every = " UNION ALL ".join(f'SELECT id::text FROM "{name}" WHERE tenant_id = :tenant' for name in names)
        return {row["id"] for row in self._database.rows(every, tenant=tenant_id)}

    def of_mission(self, mission_id: str) -> dict[str, int]:
        """For each table that has some, the number of rows that are or belong to the mission."""
        names = [table["name"] for table in self._database.rows(_TABLES) if table["of_mission"]]
        counts = {name: self._count(name, "mission_id", mission_id) for name in names}
        counts["missions"] = self._count("missions", "id", mission_id)
        return {name: count for name, count in counts.items() if count}

    def mission(self, mission_id: str) -> dict | None:
        """The row of a mission, with its creator's and its tenant's name; None when there is none."""
        rows = self._database.rows(
            """SELECT missions.*, people.full_name AS creator, tenants.slug AS tenant
                 FROM missions JOIN people ON people.id = missions.created_by
                 JOIN tenants ON tenants.id = missions.tenant_id WHERE missions.id = :id""", id=mission_id)
        return rows[0] if rows else None

    def mission_figures(self, mission_id: str) -> dict:
        """What the cached record of a mission should say, counted from the tables."""
        return self._database.rows(
            """SELECT status, phase, progress,
                      (SELECT count(*) FROM mission_targets WHERE mission_id = missions.id) AS targets_total,
                      (SELECT count(*) FROM mission_targets WHERE mission_id = missions.id AND status = 'surveyed')
                          AS targets_surveyed,
                      (SELECT count(*) FROM findings WHERE mission_id = missions.id) AS findings_total
                 FROM missions WHERE id = :id""", id=mission_id)[0]

    def cached_mission(self, mission_id: str) -> dict | None:
        """The mission's record in Redis; None when there is none."""
        return self._cache.get_json(f"cache:mission:{mission_id}")

    def require_tenant_as(self, tenant_id: str, before: dict[str, str]) -> None:
        """The tenant's rows are as they were.

        :raises Finding: naming the tables that differ.
        """
        _require_same("nothing of the other tenant", before, self.of_tenant(tenant_id))

    def require_as(self, before: Fingerprint) -> None:
        """Everything is as it was.

        :raises Finding: naming tables, keys and queues that differ.
        """
        found = before.differences(self.fingerprint())
        if found:
            raise Finding("the datastores should hold what was prepared and nothing else, and differ:\n  "
                          + "\n  ".join(found))

    def _digests(self, tables: list[str], column: str = "", value: str = "", *, without: str = "") -> dict[str, str]:
        where = f"WHERE row.{column} = :value" if column else ""
        text = f"(to_jsonb(row) - '{without}')::text" if without else "row::text"
        one_for_each = " UNION ALL ".join(
            f"""SELECT '{table}' AS name, count(*) || ' rows ' ||
                coalesce(left(md5(string_agg(md5({text}), '' ORDER BY md5({text}))), 8), '') AS digest
                FROM "{table}" row {where}""" for table in tables)
        parameters = {"value": value} if column else {}
        return {row["name"]: row["digest"] for row in self._database.rows(one_for_each, **parameters)}

    def _count(self, table: str, column: str, value: str) -> int:
        return self._database.value(f'SELECT count(*) FROM "{table}" WHERE {column} = :value', value=value)


def _require_same(words: str, before: dict[str, str], now: dict[str, str]) -> None:
    different = {name: (before.get(name), now.get(name)) for name in now if now.get(name) != before.get(name)}
    if different:
        raise Finding(f"{words} should have changed, and this did (then, now): {different}")
