"""What one scenario holds: its people, its named things, its target, its evidence. The one object on behave's context."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from support.awaiting import await_value
from support.data import Data
from support.domain.accounts import Accounts
from support.domain.administration import Administration
from support.domain.approvals import Approvals
from support.domain.attendance import Attendance
from support.domain.audit import Audit
from support.domain.broken_off import BrokenOff
from support.domain.browsers import Browsers
from support.domain.call_limits import CallLimits
from support.domain.connections import Connections
from support.domain.crowds import Crowds
from support.domain.enrolments import Enrolments
from support.domain.escalations import Escalations
from support.domain.faces import Faces
from support.domain.fences import Fences
from support.domain.foreign_records import ForeignRecords
from support.domain.fraud_alerts import FraudAlerts
from support.domain.inboxes import Inboxes
from support.domain.interface import Interface
from support.domain.invitations import Invitations
from support.domain.kept_photos import KeptPhotos
from support.domain.knowledge import Knowledge
from support.domain.live_updates import LiveUpdates
from support.domain.mail import Mailboxes
from support.domain.mission_findings import MissionFindings
from support.domain.mission_reports import MissionReports
from support.domain.missions import Mission, Missions
from support.domain.operations import Operations
from support.domain.origins import Origins
from support.domain.outages import Outages
from support.domain.outcomes import Outcome, Outcomes
from support.domain.overrides import Overrides
from support.domain.own_record import OwnRecord
from support.domain.pay_rates import PayRates
from support.domain.people import Person, Tenant
from support.domain.permissions import Permissions
from support.domain.probing import Probing
from support.domain.record_review import RecordReview
from support.domain.refusals import Refusals
from support.domain.repeats import Repeats
from support.domain.reports import Reports
from support.domain.requests import Requests
from support.domain.schedules import Schedules
from support.domain.security_mail import SecurityMail
from support.domain.shared_connections import SharedConnections
from support.domain.site_tasks import SiteTasks
from support.domain.sites import Sites
from support.domain.stored import Stored
from support.domain.suspensions import Suspensions
from support.domain.tenant_names import TenantNames
from support.domain.tenant_people import TenantPeople
from support.domain.tenant_profile import TenantProfile
from support.domain.tenants import Tenants
from support.domain.ticket_updates import TicketUpdates
from support.domain.tickets import Tickets
from support.domain.tokens import Tokens
from support.domain.vendors import Vendors
from support.domain.versions import Versions
from support.domain.work_orders import WorkOrders
from support.domain.worker_processes import WorkerProcesses
from support.drivers.http import Http
from support.drivers.trace import Trace
from support.findings import Finding, WrongScenario
from support.reporting.evidence import Evidence

if TYPE_CHECKING:
    from support.drivers.cache import Cache
    from support.drivers.database import Database
    from support.drivers.queue import Queue
    from support.running.preparation import Prepared
    from support.stand_ins.survey_targets import SurveyTargets
    from support.targets.base import Target


class World:
    """Made fresh for each scenario. What a scenario names ("Priya", "Survey of Dock 4") is found here by its name."""

    def __init__(self, target: Target, evidence: Evidence, trace: Trace, data: Data, await_seconds: float,
                 prepared: Prepared | None = None):
        self.target = target
        self.evidence = evidence
        self.mask = evidence.mask
        self.trace = trace
        self.data = data
        self.await_seconds = await_seconds
        self.prepared = prepared
        self.noted: dict[str, Any] = {}  # how something was, to be compared with how it is later
        self.http = Http(target.client, evidence, trace)

        self.tenants: dict[str, Tenant] = {}
        self.people: dict[str, Person] = {}
        self.missions_by_name: dict[str, Mission] = {}
        self.sent: dict[str, Any] = {}  # what was sent last, by its kind
        self.outcomes = Outcomes()  # of what was tried
        self._acting: Person | None = None
        self._clean_ups: list[tuple[str, Callable[..., None], tuple[Any, ...]]] = []

    # The platform's language, in the target's own words where it has some

    @cached_property
    def accounts(self) -> Accounts:
        return self.target.accounts_class(self)

    @cached_property
    def own_record(self) -> OwnRecord:
        return OwnRecord(self)

    @cached_property
    def administration(self) -> Administration:
        return Administration(self)

    @cached_property
    def invitations(self) -> Invitations:
        return Invitations(self)

    @cached_property
    def mailboxes(self) -> Mailboxes:
        return Mailboxes(self)

    @cached_property
    def inboxes(self) -> Inboxes:
        return Inboxes(self)

    @cached_property
    def schedules(self) -> Schedules:
        return Schedules(self)

    @cached_property
    def browsers(self) -> Browsers:
        return Browsers(self)

    @cached_property
    def connections(self) -> Connections:
        return Connections(self)

    @cached_property
    def tokens(self) -> Tokens:
        return Tokens(self)

    @cached_property
    def missions(self) -> Missions:
        return self.target.missions_class(self)

    @cached_property
    def live_updates(self) -> LiveUpdates:
        return self.target.live_updates_class(self)

    @cached_property
    def knowledge(self) -> Knowledge:
        return Knowledge(self)

    @cached_property
    def approvals(self) -> Approvals:
        return Approvals(self)

    @cached_property
    def mission_findings(self) -> MissionFindings:
        return MissionFindings(self)

    @cached_property
    def mission_reports(self) -> MissionReports:
        return MissionReports(self)

    @cached_property
    def interface(self) -> Interface:
        return Interface(self)

    @cached_property
    def permissions(self) -> Permissions:
        return Permissions(self)

    @cached_property
    def probing(self) -> Probing:
        return Probing(self)

    @cached_property
    def operations(self) -> Operations:
        return Operations(self)

    @cached_property
    def attendance(self) -> Attendance:
        return Attendance(self)

    @cached_property
    def faces(self) -> Faces:
        return Faces(self)

    @cached_property
    def audit(self) -> Audit:
        return Audit(self)

    @cached_property
    def requests(self) -> Requests:
        return Requests(self)

    @cached_property
    def crowds(self) -> Crowds:
        return Crowds(self)

    @cached_property
    def origins(self) -> Origins:
        return Origins(self)

    @cached_property
    def refusals(self) -> Refusals:
        return Refusals(self)

    @cached_property
    def versions(self) -> Versions:
        return Versions(self)

    @cached_property
    def call_limits(self) -> CallLimits:
        return CallLimits(self)

    @cached_property
    def repeats(self) -> Repeats:
        return Repeats(self)

    @cached_property
    def outages(self) -> Outages:
        return Outages(self)

    @cached_property
    def sites(self) -> Sites:
        return Sites(self)

    @cached_property
    def overrides(self) -> Overrides:
        return Overrides(self)

    @cached_property
    def record_review(self) -> RecordReview:
        return RecordReview(self)

    @cached_property
    def fraud_alerts(self) -> FraudAlerts:
        return FraudAlerts(self)

    @cached_property
    def pay_rates(self) -> PayRates:
        return PayRates(self)

    @cached_property
    def enrolments(self) -> Enrolments:
        return Enrolments(self)

    @cached_property
    def kept_photos(self) -> KeptPhotos:
        return KeptPhotos(self)

    @cached_property
    def fences(self) -> Fences:
        return Fences(self)

    @cached_property
    def tenants_above(self) -> Tenants:
        return Tenants(self)

    @cached_property
    def tenant_names(self) -> TenantNames:
        return TenantNames(self)

    @cached_property
    def suspensions(self) -> Suspensions:
        return Suspensions(self)

    @cached_property
    def foreign_records(self) -> ForeignRecords:
        return ForeignRecords(self)

    @cached_property
    def tenant_people(self) -> TenantPeople:
        return TenantPeople(self)

    @cached_property
    def broken_off(self) -> BrokenOff:
        return BrokenOff(self)

    @cached_property
    def shared_connections(self) -> SharedConnections:
        return SharedConnections(self)

    @cached_property
    def work_orders(self) -> WorkOrders:
        return WorkOrders(self)

    @cached_property
    def security_mail(self) -> SecurityMail:
        return SecurityMail(self)

    @cached_property
    def vendors(self) -> Vendors:
        return Vendors(self)

    @cached_property
    def worker_processes(self) -> WorkerProcesses:
        return WorkerProcesses(self)

    @cached_property
    def tenant_profile(self) -> TenantProfile:
        return TenantProfile(self)

    @cached_property
    def tickets(self) -> Tickets:
        return Tickets(self)

    @cached_property
    def escalations(self) -> Escalations:
        return Escalations(self)

    @cached_property
    def ticket_updates(self) -> TicketUpdates:
        return TicketUpdates(self)

    @cached_property
    def site_tasks(self) -> SiteTasks:
        return SiteTasks(self)

    @cached_property
    def reports(self) -> Reports:
        return Reports(self)

    @cached_property
    def stored(self) -> Stored:
        return Stored(self.database, self.target.cache, self.target.queue)

    @cached_property
    def survey_targets(self) -> SurveyTargets:
        from support.stand_ins.survey_targets import SurveyTargets

        targets = SurveyTargets(self.target.stand_in_host)
        self.clean_up("close the survey's targets", targets.close)
        return targets

    # The datastores, seen from outside

    @property
    def has_datastores(self) -> bool:
        return self.target.database is not None

    @property
    def database(self) -> Database:
        return self._offered("database")

    @property
    def cache(self) -> Cache:
        return self._offered("cache")

    @property
    def queue(self) -> Queue:
        return self._offered("queue")

    def _offered(self, capability: str) -> Any:
        driver = getattr(self.target, capability)
        if driver is None:
            raise WrongScenario(f"this target offers no {capability}: tag the scenario @requires.{capability}")
        return driver

    # Who and what a sentence speaks of

    def person(self, name: str) -> Person:
        """The person of that name; "she", "he" and "they" are who acted last."""
        if name in ("she", "he", "they"):
            if self._acting is None:
                raise WrongScenario(f'"{name}" stands for nobody yet: name a person first')
        elif name not in self.people:
            raise WrongScenario(f"{name} is nobody yet: say first who that is, as in"
                              f" 'Given {name} runs missions at Acme'; known are {', '.join(self.people) or 'none'}")
        else:
            self._acting = self.people[name]
        return self._acting

    @property
    def acting(self) -> Person | None:
        """Whom "she" means."""
        return self._acting

    def now_acts(self, person: Person | None) -> Person | None:
        """Let "she" mean this person."""
        self._acting = person
        return person

    def mission(self, name: str) -> Mission:
        """The mission of that name; "it" and "the mission" are the one spoken of last."""
        if name not in ("it", "its", "the mission"):
            if name not in self.missions_by_name:
                raise WrongScenario(f'no mission is called "{name}" here; known are {list(self.missions_by_name)}')
            self.missions_by_name[name] = self.missions_by_name.pop(name)  # now the one spoken of last
        if not self.missions_by_name:
            raise WrongScenario(f'"{name}" stands for no mission yet: name one first')
        return next(reversed(self.missions_by_name.values()))

    def tried(self, person: str) -> Outcome:
        """The outcome of the last attempt, which was this person's."""
        return self.outcomes.of(self.person(person).name)

    def let_pass(self, moment: datetime) -> None:
        """Wait until a moment that the platform's own rules name: what may still happen before it has happened then."""
        threading.Event().wait(max(0.0, (moment - datetime.now(UTC)).total_seconds()))

    def await_quiet(self) -> None:
        """Wait until no work is in hand any more: what is to happen has happened, and what is not to will not.

        What was committed is handed to the queue a moment later: until then no work is seen, and there is some.

        :raises Finding: when work goes on for longer than anything may take; names it.
        """
        if self.has_datastores:
            await_value(self._not_handed_over, lambda count: count == 0, within=self.await_seconds,
                        words=lambda count: f"what was committed should be handed over, and {count} messages wait")
        still_working = self.queue.await_idle(self.await_seconds, self.operations.orphans)
        if still_working:
            raise Finding(f"all work should have ended, and this goes on: {', '.join(map(str, still_working))}")

    def _not_handed_over(self) -> int:
        return self.database.value("SELECT count(*) FROM outbox WHERE sent_at IS NULL")

    # Leaving nothing

    def clean_up(self, words: str, action: Callable[..., None], *arguments: Any) -> None:
        """Call ``action`` when the scenario is over, however it ends; the last registered first."""
        self._clean_ups.append((words, action, arguments))

    def put_back(self) -> None:
        """Clear away what the scenario made so far, as it is done after each scenario."""
        self.close()
        self.prepared.reset.run()

    def close(self) -> None:
        """Clean up, each thing once, in the reverse order; one that fails does not keep the others from theirs.

        :raises Finding: at the end, naming every clean-up that failed.
        """
        failures = []
        while self._clean_ups:
            words, action, arguments = self._clean_ups.pop()
            try:
                action(*arguments)
            except Exception as fault:
                failures.append(f"could not {words}: {fault}")
        if failures:
            raise Finding("\n".join(failures))
