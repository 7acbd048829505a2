"""What one scenario holds: its people, its named things, its target, its evidence. The one object on behave's context."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from support.data import Data
from support.domain.outcomes import Outcome, Outcomes
from support.domain.parts import part
from support.domain.stored import Stored
from support.drivers.http import Http
from support.drivers.trace import Trace
from support.findings import Finding, WrongScenario
from support.reporting.evidence import Evidence

if TYPE_CHECKING:
    from support.domain.accounts import Accounts
    from support.domain.administration import Administration
    from support.domain.analyses import Analyses
    from support.domain.analytics import Analytics
    from support.domain.approvals import Approvals
    from support.domain.attendance import Attendance
    from support.domain.audit import Audit
    from support.domain.broken_off import BrokenOff
    from support.domain.browsers import Browsers
    from support.domain.call_limits import CallLimits
    from support.domain.clients import Clients
    from support.domain.commissions import Commissions
    from support.domain.connections import Connections
    from support.domain.conversations import Conversations
    from support.domain.crowds import Crowds
    from support.domain.daily_figures import DailyFigures
    from support.domain.deals import Deals
    from support.domain.devices import Devices
    from support.domain.enrolments import Enrolments
    from support.domain.escalations import Escalations
    from support.domain.export_jobs import ExportJobs
    from support.domain.exports import Exports
    from support.domain.faces import Faces
    from support.domain.fences import Fences
    from support.domain.foreign_records import ForeignRecords
    from support.domain.fraud_alerts import FraudAlerts
    from support.domain.heard_answers import HeardAnswers
    from support.domain.inboxes import Inboxes
    from support.domain.interface import Interface
    from support.domain.invitations import Invitations
    from support.domain.job_texts import JobTexts
    from support.domain.job_updates import JobUpdates
    from support.domain.jobs import Jobs
    from support.domain.kept_photos import KeptPhotos
    from support.domain.knowledge import Knowledge
    from support.domain.language_model import LanguageModelWorld
    from support.domain.live_updates import LiveUpdates
    from support.domain.mail import Mailboxes
    from support.domain.mission_findings import MissionFindings
    from support.domain.mission_reports import MissionReports
    from support.domain.missions import Mission, Missions
    from support.domain.operations import Operations
    from support.domain.origins import Origins
    from support.domain.outages import Outages
    from support.domain.overrides import Overrides
    from support.domain.own_record import OwnRecord
    from support.domain.pay_rates import PayRates
    from support.domain.payments import Payments
    from support.domain.people import Person, Tenant
    from support.domain.permissions import Permissions
    from support.domain.plugins import Plugins
    from support.domain.probing import Probing
    from support.domain.projects import Projects
    from support.domain.quiet import Quiet
    from support.domain.record_review import RecordReview
    from support.domain.refusals import Refusals
    from support.domain.repeats import Repeats
    from support.domain.reports import Reports
    from support.domain.requests import Requests
    from support.domain.sales_dashboards import SalesDashboards
    from support.domain.sales_load import SalesLoad
    from support.domain.sales_story import SalesStory
    from support.domain.schedules import Schedules
    from support.domain.security_mail import SecurityMail
    from support.domain.shared_connections import SharedConnections
    from support.domain.site_tasks import SiteTasks
    from support.domain.sites import Sites
    from support.domain.suspensions import Suspensions
    from support.domain.talk_updates import TalkUpdates
    from support.domain.tenant_names import TenantNames
    from support.domain.tenant_people import TenantPeople
    from support.domain.tenant_profile import TenantProfile
    from support.domain.tenants import Tenants
    from support.domain.ticket_updates import TicketUpdates
    from support.domain.tickets import Tickets
    from support.domain.token_budgets import TokenBudgets
    from support.domain.tokens import Tokens
    from support.domain.vendors import Vendors
    from support.domain.versions import Versions
    from support.domain.webhooks import Webhooks
    from support.domain.work_orders import WorkOrders
    from support.domain.worker_processes import WorkerProcesses
    from support.drivers.cache import Cache
    from support.drivers.database import Database
    from support.drivers.queue import Queue
    from support.running.preparation import Prepared
    from support.stand_ins.survey_targets import SurveyTargets
    from support.targets.base import Target


class World:
    """Made fresh for each scenario. What a scenario names ("Priya", "Survey of Dock 4") is found here by its name."""

    # The platform's language: each part is made when a sentence first speaks of it
    own_record: OwnRecord = part("own_record")
    administration: Administration = part("administration")
    invitations: Invitations = part("invitations")
    mailboxes: Mailboxes = part("mail")
    inboxes: Inboxes = part("inboxes")
    schedules: Schedules = part("schedules")
    browsers: Browsers = part("browsers")
    connections: Connections = part("connections")
    tokens: Tokens = part("tokens")
    knowledge: Knowledge = part("knowledge")
    approvals: Approvals = part("approvals")
    mission_findings: MissionFindings = part("mission_findings")
    mission_reports: MissionReports = part("mission_reports")
    projects: Projects = part("projects")
    analyses: Analyses = part("analyses")
    exports: Exports = part("exports")
    export_jobs: ExportJobs = part("export_jobs")
    interface: Interface = part("interface")
    permissions: Permissions = part("permissions")
    probing: Probing = part("probing")
    quiet: Quiet = part("quiet")
    operations: Operations = part("operations")
    attendance: Attendance = part("attendance")
    faces: Faces = part("faces")
    audit: Audit = part("audit")
    requests: Requests = part("requests")
    crowds: Crowds = part("crowds")
    origins: Origins = part("origins")
    refusals: Refusals = part("refusals")
    versions: Versions = part("versions")
    call_limits: CallLimits = part("call_limits")
    repeats: Repeats = part("repeats")
    outages: Outages = part("outages")
    sites: Sites = part("sites")
    overrides: Overrides = part("overrides")
    record_review: RecordReview = part("record_review")
    fraud_alerts: FraudAlerts = part("fraud_alerts")
    pay_rates: PayRates = part("pay_rates")
    enrolments: Enrolments = part("enrolments")
    kept_photos: KeptPhotos = part("kept_photos")
    fences: Fences = part("fences")
    tenants_above: Tenants = part("tenants")
    tenant_names: TenantNames = part("tenant_names")
    suspensions: Suspensions = part("suspensions")
    foreign_records: ForeignRecords = part("foreign_records")
    tenant_people: TenantPeople = part("tenant_people")
    broken_off: BrokenOff = part("broken_off")
    shared_connections: SharedConnections = part("shared_connections")
    work_orders: WorkOrders = part("work_orders")
    security_mail: SecurityMail = part("security_mail")
    vendors: Vendors = part("vendors")
    worker_processes: WorkerProcesses = part("worker_processes")
    tenant_profile: TenantProfile = part("tenant_profile")
    tickets: Tickets = part("tickets")
    escalations: Escalations = part("escalations")
    ticket_updates: TicketUpdates = part("ticket_updates")
    site_tasks: SiteTasks = part("site_tasks")
    reports: Reports = part("reports")
    devices: Devices = part("devices")
    conversations: Conversations = part("conversations")
    language_model: LanguageModelWorld = part("language_model")
    token_budgets: TokenBudgets = part("token_budgets")
    clients: Clients = part("clients")
    deals: Deals = part("deals")
    payments: Payments = part("payments")
    commissions: Commissions = part("commissions")
    sales_dashboards: SalesDashboards = part("sales_dashboards")
    sales_story: SalesStory = part("sales_story")
    plugins: Plugins = part("plugins")
    webhooks: Webhooks = part("webhooks")
    jobs: Jobs = part("jobs")
    job_updates: JobUpdates = part("job_updates")
    job_texts: JobTexts = part("job_texts")
    sales_load: SalesLoad = part("sales_load")
    heard_answers: HeardAnswers = part("heard_answers")
    talk_updates: TalkUpdates = part("talk_updates")
    analytics: Analytics = part("analytics")
    daily_figures: DailyFigures = part("daily_figures")

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
    def missions(self) -> Missions:
        return self.target.missions_class(self)

    @cached_property
    def live_updates(self) -> LiveUpdates:
        return self.target.live_updates_class(self)

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

        :raises Finding: when work goes on for longer than anything may take; names it.
        """
        self.quiet.require()

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
