"""The audit trail: followed from some moment on, read in parts, fetched as a table, and changed behind its back."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from support.domain.audit_promises import BROWSER, AuditPromises
from support.domain.generations import V2
from support.domain.listing import LARGEST_PAGE
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.drivers.at_once import at_once
from support.findings import WrongScenario

if TYPE_CHECKING:
    from support.domain.missions import Mission
    from support.world import World

TRAIL = f"{V2}/audit"
FOREIGN_ADDRESS = "203.0.113.9"  # of nobody: kept for documentation
FORMULA = "=1+1"

# What somebody does to an event who has the database: the words of a feature -> the statement, with the trigger away.
TAMPERING = {
    "the person of": "UPDATE audit_events SET person_id = gen_random_uuid() WHERE id = :id",
    "the values of": "UPDATE audit_events SET changes = '[]' WHERE id = :id",
    "the time of": "UPDATE audit_events SET at = at - interval '1 hour' WHERE id = :id",
    "the address of": "UPDATE audit_events SET ip = '10.0.0.1' WHERE id = :id",
    "the deed of": "UPDATE audit_events SET action = 'mission.resume' WHERE id = :id",
    "the number of": "UPDATE audit_events SET sequence = sequence + 1000 WHERE id = :id",
    "all of": "DELETE FROM audit_events WHERE id = :id",
}


class Audit(AuditPromises):
    """The trail of a tenant is read in the name of its administrator, whose own looks at it are left out."""

    def __init__(self, world: World):
        self._world = world
        # tenant's id -> the number of the last event of each chain when it began to be followed
        self._followed: dict[str, dict[str, int]] = {}
        self._looks: set[str] = set()  # ids of the requests by which this suite has looked
        self.looked_at: list[dict] = []  # the events that a sentence looked at last
        self.asked: tuple[Person, list[dict]]  # whose events were fetched last, and which these are
        self.noted: list[dict] = []  # all that a trail told, to be compared with later
        self._noted_of: Tenant | None = None
        self.tampered: dict = {}  # the event that somebody has changed or removed, as it was

    # Reading

    def follow(self, tenant: Tenant) -> None:
        """From here on. What was told before is not looked at any more."""
        self._world.people.setdefault(tenant.administrator.name, tenant.administrator)  # signs in again when time passes
        self._followed[tenant.id] = {each["chain"]: each["sequence"] for each in self.all(tenant)}

    def since(self, tenant: Tenant, **filters: Any) -> list[dict]:
        """What the trail has told since it began to be followed, oldest first.

        :raises WrongScenario: when the scenario does not follow it.
        """
        if tenant.id not in self._followed:
            raise WrongScenario(f"say from where on: Given the trail of {tenant.name} is followed from here on")
        last = self._followed[tenant.id]
        return [each for each in self.all(tenant, **filters) if each["sequence"] > last.get(each["chain"], 0)]

    def note(self, tenant: Tenant) -> None:
        """Keep all that the trail tells now, to be compared with later."""
        self.noted, self._noted_of = self.all(tenant), tenant

    def all(self, tenant: Tenant, **filters: Any) -> list[dict]:
        """Everything that the trail tells, oldest first, but for what tells of the suite's own looks at it."""
        found: dict[str, dict] = {}
        offset, total = 0, 1
        while offset < total:  # each look is told, and moves what follows by one: then a page begins with a known one
            page = self._page(tenant.administrator, {"limit": LARGEST_PAGE, "offset": offset, **filters})
            found |= {each["id"]: each for each in page["items"]}
            offset, total = offset + LARGEST_PAGE, page["total"]
        return sorted((each for each in found.values() if each["request_id"] not in self._looks),
                      key=lambda each: (each["chain"], each["sequence"]))

    def _page(self, reader: Person, parameters: dict[str, Any]) -> dict:
        return self.look(reader, **parameters).record

    def look(self, reader: Person, **parameters: Any) -> Outcome:
        """Look into the trail, whatever becomes of it; that this was done is told in it, and left out here."""
        outcome = self.read(reader, **parameters)
        self._looks.add(outcome.answer.request_id)
        return outcome

    def read(self, reader: Person, part: str = "events", **parameters: Any) -> Outcome:
        """Read the trail, one of its events or the outcome of its check, as somebody of the scenario does."""
        answer = self._world.http.ask("GET", f"{TRAIL}/{part}", token=reader.access_token, parameters=parameters)
        return Outcome(reader.name, f"read the trail ({part})", answer)

    def fetch(self, reader: Person, **parameters: Any) -> Outcome:
        """Fetch the events as a table."""
        answer = self._world.http.ask("GET", f"{TRAIL}/events.csv", token=reader.access_token, parameters=parameters)
        return Outcome(reader.name, "fetch the trail as a table", answer)

    def ask(self, reader: Person, question: str) -> Outcome:
        """Ask the trail for a filter's name with its value; "of …" stands for an id."""
        name, _, value = question.partition(" ")
        foreign = self._world.accounts.tenant("Globex")
        meant = {"of the administrator of Globex": foreign.administrator.id, "of Globex": foreign.id}
        return self.look(reader, **{name: meant.get(value, value)})

    def fetch_of(self, whose: Person, reader: Person) -> Outcome:
        """Fetch all that somebody did since the trail is followed as a table."""
        events = self.since(whose.tenant, person_id=whose.id)
        self.asked = whose, events
        return self.fetch(reader, person_id=whose.id, at_from=events[0]["at"])

    def read_all(self, reader: Person) -> list[Outcome]:
        """The trail, one of its events, its table and its check, as somebody of the scenario reads them."""
        event = self._page(reader.tenant.administrator, {"limit": 1})["items"][0]
        return [self.read(reader), self.read(reader, f"events/{event['id']}"), self.fetch(reader),
                self.read(reader, "check")]

    def check(self, tenant: Tenant) -> dict:
        """What the platform says of the trail's wholeness."""
        return self.read(tenant.administrator, "check").record

    def typed(self) -> dict[str, str]:
        """What was sent with the attempts to sign in: addresses and passwords."""
        return {f"what was typed as {name}": str(self._world.sent["sign-in"][name]) for name in ("email", "password")}

    def secrets(self) -> dict[str, str]:
        """What nobody but its owner may know, and what the platform keeps of it."""
        secrets = {f"{person.name}'s password": person.password for person in self._world.people.values()}
        secrets |= {f"{person.name}'s {kind} token {number}": answer[f"{kind}_token"] for kind in ("access", "refresh")
                    for person in self._world.people.values() for number, answer in enumerate(person.answers)}
        kept = self._world.database.rows(
            "SELECT 'a password hash' AS what, password_hash AS secret FROM people WHERE password_hash IS NOT NULL"
            " UNION ALL SELECT 'the hash of a refresh token', token_hash FROM refresh_tokens"
            " UNION ALL SELECT 'the hash of a cookie', cookie_hash FROM sessions WHERE cookie_hash IS NOT NULL")
        return secrets | {f"{row['what']} ({number})": row["secret"] for number, row in enumerate(kept)}

    def table(self, outcome: Outcome) -> list[list[str]]:
        """The rows of a fetched table, its header first."""
        outcome.require_accepted(200)
        return list(csv.reader(io.StringIO(outcome.answer.body.decode("utf-8"), newline="")))

    # Doing

    def pause_as_if_from_elsewhere(self, mission: Mission, by: Person) -> None:
        """Pause it from an address of one's own, and claim to be passing on somebody else's call."""
        answer = self._world.http.ask("POST", f"{mission.path}/pause", token=by.access_token,
                                      from_address=self._world.target.address_of(by.email), headers={
                                          "X-Forwarded-For": FOREIGN_ADDRESS, "Forwarded": f"for={FOREIGN_ADDRESS}",
                                          "X-Real-IP": FOREIGN_ADDRESS, "User-Agent": BROWSER})
        outcome = Outcome(by.name, f"pause {mission.name}", answer)
        mission.answered = outcome.record
        self._world.outcomes.keep(outcome)

    def rename_under_a_formula(self, mission: Mission, by: Person) -> None:
        """Rename it by a request whose id a spreadsheet would take for a formula."""
        answer = self._world.http.ask("PATCH", mission.path, token=by.access_token, json_body={"name": "Round"},
                                      headers={"X-Request-ID": FORMULA})
        Outcome(by.name, f"rename {mission.name}", answer).require_accepted(200)

    def rename_at_once(self, missions: list[Mission]) -> list[Outcome]:
        """Rename all of these at the same moment."""
        return at_once([lambda mission=mission: self._world.missions.attempt("rename", mission) for mission in missions])

    def suspend_and_activate(self, tenant: Tenant, reason: str) -> None:
        """Close the tenant to its people, and open it again, as who runs the platform."""
        for verb, body in (("suspend", {"reason": reason}), ("activate", None)):
            answer = self._world.http.ask("POST", f"/platform/tenants/{tenant.id}/{verb}", json_body=body,
                                          headers={"X-Platform-Key": self._world.target.platform_key})
            Outcome("who runs the platform", f"{verb} {tenant.name}", answer).require_accepted(200)

    def try_to_change(self, person: Person, tenant: Tenant) -> list[Outcome]:
        """Whatever else than reading somebody might try with the trail, one of its events, its table and its check."""
        event = self._page(tenant.administrator, {"limit": 1})["items"][0]
        return [Outcome(person.name, f"{method} /audit/{part}",
                        self._world.http.ask(method, f"{TRAIL}/{part}", token=person.access_token, json_body=body))
                for part in ("events", f"events/{event['id']}", "events.csv", "check")
                for method, body in (("POST", {"action": "mission.pause"}), ("PUT", event), ("PATCH", {"role": "viewer"}),
                                     ("DELETE", None))]

    # Behind the platform's back

    def tamper(self, what: str, event: dict) -> None:
        """Do to an event what somebody can who owns the database: take its guard away, change or remove it, put it back."""
        self.tampered = event
        database = self._world.database
        with database.transaction():
            database.execute("ALTER TABLE audit_events DISABLE TRIGGER USER")
            database.execute(TAMPERING[what], id=event["id"])
            database.execute("ALTER TABLE audit_events ENABLE TRIGGER USER")

    def refused_by_the_database(self, statement: str) -> str:
        """Why the database refuses a plain statement; empty where it does not (nothing of it stays, either way)."""
        database = self._world.database
        with suppress(_Undone), database.transaction():
            try:
                database.execute(statement)
            except Exception as refusal:
                return str(getattr(refusal, "orig", refusal)).splitlines()[0]
            raise _Undone
        return ""

    def take_back_changes(self) -> None:
        """Until the scenario is over each change of a mission fails when all is written, as when two get in each other's
        way."""
        self._world.clean_up("let missions be changed again", self._world.database.execute,
                             "DROP FUNCTION IF EXISTS muster_takes_back CASCADE")
        self._world.database.execute(
            "CREATE FUNCTION muster_takes_back() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE serialization_failure; END $$")
        self._world.database.execute(
            "CREATE CONSTRAINT TRIGGER muster_takes_back AFTER UPDATE ON missions DEFERRABLE INITIALLY DEFERRED"
            " FOR EACH ROW EXECUTE FUNCTION muster_takes_back()")

    def take_no_more_events(self) -> None:
        """From now on no event can be stored, until the scenario is over or ``take_events_again``."""
        self._world.database.execute(
            "ALTER TABLE audit_events ADD CONSTRAINT muster_takes_no_more CHECK (false) NOT VALID")
        self._world.clean_up("let events be stored again", self.take_events_again)

    def take_events_again(self) -> None:
        self._world.database.execute("ALTER TABLE audit_events DROP CONSTRAINT IF EXISTS muster_takes_no_more")


class _Undone(Exception):
    """Ends a transaction that is not to be kept."""
