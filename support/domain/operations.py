"""The platform's own life, as those who run it see it: parts lost and brought back, time, and what a tenant may."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from support.awaiting import await_value
from support.domain.outcomes import Outcome
from support.domain.people import Tenant
from support.drivers.http import Http, open_client
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.drivers.clock import Clock
    from support.drivers.connections import Connections
    from support.stack.faults import Faults
    from support.world import World

READY_WITHIN_SECONDS = 30.0  # that are waited; how many it may take is the promise
LAST_MINUTE = timedelta(minutes=1)
TRAIL_KEPT = timedelta(days=90)  # what was there before the scenario is some time old already


class Operations:
    """What only somebody can do who runs the platform. The session gives back after the scenario whatever is taken away."""

    def __init__(self, world: World):
        self._world = world
        self.second: Http | None = None  # the platform's second process, where a scenario has begun one
        self.second_address = ""
        self.orphans: set[str] = set()  # ids of tasks that a killed worker had in hand: the broker keeps them for an hour

    # Whom it turns to

    def note_connections(self) -> None:
        """What is turned to from now on is what ``require_known_connections`` looks at."""
        self._world.noted["connections"] = self._connections().size()

    def require_known_connections(self) -> None:
        """Since then the platform turned to Redis, its mail server and the targets of surveys, and to nobody else.

        :raises Finding: naming the others; or when it did not even turn to a target, so that nothing was seen.
        """
        world, target = self._world, self._world.target
        asked, _ = self._connections().since(world.noted["connections"])
        surveyed = {tuple(each.address.rsplit(":", 1)) for each in world.survey_targets.targets}
        told = {(urlsplit(url).hostname, str(urlsplit(url).port))
                for url in (target.database.url.render_as_string(), target.cache.url, target.queue.url, target.mail.url)}
        others = sorted(f"{host}:{port}" for host, port in set(asked) - told - surveyed)
        if others:
            raise Finding("the platform should turn to nobody but its datastores, its mail server and the targets of "
                          f"surveys, and turned to {', '.join(others)}")
        if not surveyed & set(asked):
            raise Finding("the platform should have turned to the targets of the survey, and was not seen to")

    def _connections(self) -> Connections:
        if self._world.target.connections is None:
            raise WrongScenario("whom this target turns to cannot be seen: tag the scenario @requires.faults")
        return self._world.target.connections

    # Parts

    def restart(self) -> None:
        """End the platform as an operator would, and start it again."""
        self._faults().restart("platform")

    def lose_platform(self) -> None:
        """Kill the platform with everything that it has in hand, and begin it again."""
        self._faults().restart("platform", killed=True)

    def begin_platform_without_mail(self) -> float:
        """Begin the platform anew while its mail server is away; after how many seconds it was ready."""
        mail = self._world.target.mail
        if mail is None:
            raise WrongScenario("this target's mail goes somewhere else: tag the scenario @requires.mail")
        mail.go_away()
        self._world.clean_up("bring the mail server back", mail.come_back)
        self._faults().end("platform")
        began = monotonic()
        self._faults().begin("platform")
        await_value(lambda: self._world.http.ask("GET", "/health/ready"), lambda answer: answer.status == 200,
                    within=READY_WITHIN_SECONDS,
                    words=lambda answer: "a platform whose mail server is away should be ready, and answers "
                                         f"{answer.status}: {answer.excerpt}")
        return monotonic() - began

    def end_platform(self) -> None:
        """Tell the platform to leave, and wait until it has."""
        self._faults().end("platform")

    def end_worker(self) -> None:
        """Tell the worker to leave, and wait until it has."""
        self._faults().end("worker")

    def end_scheduler(self) -> None:
        """Tell the scheduler to leave, and wait until it has: what recurs comes only when somebody asks for it."""
        self._faults().end("beat")

    def lose_worker(self) -> None:
        """Kill the worker with everything that it has in hand."""
        self._faults().end("worker", killed=True)
        queue = self._world.target.queue
        if queue is not None:
            lost = queue.taken()
            self.orphans |= {task.id for task in lost}
            self._world.clean_up("forget what the killed worker had in hand", queue.give_up, lost)

    def bring_worker(self) -> None:
        """Start another worker, and wait until it takes tasks."""
        self._faults().begin("worker")

    def take_store_away(self, store: str) -> None:
        """Tell ``postgres`` or ``redis`` to leave, and wait until it has."""
        self._faults().end(store)

    def bring_store_back(self, store: str) -> None:
        """Start it again, and wait until it answers: not until the platform uses it."""
        self._faults().begin(store)

    def process_of_platform(self) -> int:
        """The number of the platform's process."""
        return self._world.target.processes()["platform"]

    def require_process_of_platform(self, number: int) -> None:
        """:raises Finding: when it is another one than before."""
        now = self.process_of_platform()
        if now != number:
            raise Finding(f"the platform should go on as the process {number}, and is {now}: it was restarted")

    def begin_second_process(self) -> None:
        """Begin one more process of the platform, which is reached at ``second``. It ends with the scenario."""
        self.second_address = self._faults().begin_second()
        client = open_client(self.second_address)
        self._world.clean_up("leave the second process", client.close)
        self.second = Http(client, self._world.evidence, self._world.trace)

    @property
    def second_websocket_url(self) -> str:
        """Where the second process is connected to."""
        return f"{self.second_address.replace('http', 'ws', 1)}/ws"

    def _faults(self) -> Faults:
        faults = self._world.target.faults
        if faults is None:
            raise WrongScenario("this target lets none of its parts fail: tag the scenario @requires.faults")
        return faults

    # Time

    def move_clock(self, time: timedelta) -> None:
        """Move the platform's clock; nobody does anything."""
        self._clock().move(time)

    def let_time_pass(self, time: timedelta) -> None:
        """Move the platform's clock; whoever was signed in signs in again, as people do after a while."""
        self.let_time_pass_alone(time)
        for person in list(self._world.people.values()):
            if person.access_token:
                self._world.accounts.sign_in(person).require_accepted()

    def let_time_pass_alone(self, time: timedelta) -> None:
        """Move the platform's clock, and let nobody do anything."""
        self._clock().move(time)
        if self.platform_now() - datetime.now(UTC) > TRAIL_KEPT - timedelta(days=1) and self._world.prepared:
            for name in self._world.prepared.tenants:  # now something happens at each of them: its trail is purged
                self._world.accounts.tenant(name)

    def platform_now(self) -> datetime:
        """The present moment as the platform sees it, where it can be moved; else as we do."""
        clock = self._world.target.clock
        return clock.now() if clock is not None else datetime.now(UTC)

    def go_to(self, time_of_day: str) -> None:
        """Move the platform's clock to the second after it is next this time of the day ("03:03"), in UTC."""
        now, due = self._clock().now(), datetime.strptime(time_of_day, "%H:%M").time()
        next_time = datetime.combine(now.date(), due, UTC)
        if next_time <= now:
            next_time += timedelta(days=1)
        self.let_time_pass(next_time + timedelta(seconds=1) - now)

    def go_to_and_let_be_done(self, time_of_day: str) -> None:
        """The same, and wait until all that this made due by itself has ended."""
        self.go_to(time_of_day)
        self._clock().await_seen()
        self._world.await_quiet()

    def go_to_day(self, month: int, day: int) -> None:
        """Move the platform's clock to noon of the next such day."""
        now = self._clock().now()
        noon = now.replace(month=month, day=day, hour=12, minute=0, second=0, microsecond=0)
        self.let_time_pass((noon if noon > now else noon.replace(year=noon.year + 1)) - now)

    def go_to_last_minute_of_month(self) -> None:
        """Move the platform's clock to one minute before the next month begins, in UTC."""
        now = self._clock().now()
        self.let_time_pass(start_of_next_month(now) - LAST_MINUTE - now)

    def go_to_minute(self, minute: int) -> None:
        """Move the platform's clock by more than an hour, to the first time that it then shows so many minutes past."""
        now = self._clock().now()
        ahead = timedelta(minutes=minute - now.minute, seconds=-now.second, microseconds=-now.microsecond)
        self.let_time_pass(ahead % timedelta(hours=1) + timedelta(hours=1))

    def _clock(self) -> Clock:
        clock = self._world.target.clock
        if clock is None:
            raise WrongScenario("this target's clock cannot be moved: tag the scenario @requires.clock")
        return clock

    # What a tenant may

    def set_quota(self, tenant: Tenant, **quota: int) -> None:
        """Let the tenant have so many ``missions_per_month`` or ``missions_running``."""
        key = self._world.target.platform_key
        answer = self._world.http.ask("PATCH", f"/platform/tenants/{tenant.id}", headers={"X-Platform-Key": key},
                                      json_body=quota)
        Outcome("who runs the platform", f"set the quota of {tenant.name}", answer).require_accepted(200)


def start_of_next_month(moment: datetime) -> datetime:
    """Midnight of the first day of the month after."""
    first = moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return (first + timedelta(days=32)).replace(day=1)
