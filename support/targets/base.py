"""What every target says of itself."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

from support.awaiting import looks
from support.reporting.masking import Mask
from support.settings import UsageError

if TYPE_CHECKING:
    import httpx

    from support.domain.accounts import Accounts
    from support.domain.live_updates import LiveUpdates
    from support.domain.missions import Missions
    from support.drivers.cache import Cache
    from support.drivers.clock import Clock
    from support.drivers.connections import Connections
    from support.drivers.database import Database
    from support.drivers.description import Description
    from support.drivers.pace import Pace
    from support.drivers.queue import Queue
    from support.reporting.evidence import Evidence
    from support.settings import Settings
    from support.stack.faults import Faults
    from support.stand_ins.face_service import FaceService
    from support.stand_ins.language_model import LanguageModel
    from support.stand_ins.mail import MailServer
    from support.stand_ins.webhook_receiver import WebhookReceiver

StandIn = TypeVar("StandIn")

SIGN_INS, SIGN_INS_SECONDS = 8, 61.0  # the platform takes 10 a minute from one address
LOOK_SECONDS = 5.0  # for the whole look at what went away
ENDING_SECONDS = 1.0
LEAST_STATEMENT_SECONDS = 10.0  # longer than any lock is waited for


class Target(ABC):
    """A system to drive. ``start`` begins what takes time; ``open`` waits for it and connects; ``close`` ends it."""

    name = ""
    private_database = ""  # the name of the database that the suite boots where none is given

    def __init__(self, settings: Settings):
        self.settings = settings
        self.base_url = settings.base_url
        self.database: Database | None = None
        self.cache: Cache | None = None
        self.queue: Queue | None = None
        self.clock: Clock | None = None  # the platform's; None where it cannot be moved
        self.mail: MailServer | None = None  # where the platform's mail goes; None where it goes somewhere else
        self.face: FaceService | None = None  # whom the platform asks about faces; None where it is somebody else
        self.language_model: LanguageModel | None = None  # the same of the language model
        self.webhook: WebhookReceiver | None = None  # to whom the platform can post; None where it cannot
        self.faults: Faults | None = None  # ends and begins parts of the platform; None where that is not offered
        self.connections: Connections | None = None  # whom the platform turned to; None where that cannot be seen
        self.evidence: Evidence | None = None  # of the scenario in hand: the datastores' drivers write into it
        self.stand_in_host = settings.stand_in_host

    # The platform's language in this target's words; loaded when a scenario first speaks.

    @property
    def accounts_class(self) -> type[Accounts]:
        from support.domain.accounts import Accounts

        return Accounts

    @property
    def missions_class(self) -> type[Missions]:
        from support.domain.missions import Missions

        return Missions

    @property
    def live_updates_class(self) -> type[LiveUpdates]:
        from support.domain.live_updates import LiveUpdates

        return LiveUpdates

    @property
    def stand_ins(self) -> list[Any]:
        """The outside services that last for the run: those for which the suite stands in."""
        return [each for each in (self.mail, self.face, self.language_model, self.webhook) if each is not None]

    @property
    @abstractmethod
    def capabilities(self) -> frozenset[str]:
        """Which of ``CAPABILITIES`` it offers."""

    @property
    @abstractmethod
    def owns_datastores(self) -> bool:
        """Whether the suite booted all datastores itself, so that it may empty them without a mark."""

    @abstractmethod
    def start(self) -> None:
        """Begin what takes time, and return at once."""

    def start_stand_ins(self) -> None:
        """Let them answer: the platform may turn to them as soon as it is there."""
        for stand_in in self.stand_ins:
            stand_in.start()

    def load(self) -> None:
        """Load the modules that scenarios will need, while something else takes its time."""
        load_modules("database" in self.capabilities)

    @abstractmethod
    def open(self) -> None:
        """Wait until the platform answers, and connect to what is offered.

        :raises TargetUnreachable: when it does not answer in ``settings.boot_seconds``.
        """

    def close(self) -> None:
        """Give back all connections, and end what was started."""
        for driver in (self.database, self.cache, self.queue, *self.stand_ins):
            if driver is not None:
                driver.close()
        if "client" in self.__dict__:
            self.client.close()

    @property
    def platform_key(self) -> str:
        """The key for operations above all tenants; empty where it is not offered."""
        return self.settings.platform_key

    @property
    def signing_key(self) -> str:
        """The key that signs access tokens; empty where it is not offered."""
        return self.settings.signing_key

    @property
    def listed_origin(self) -> str:
        """An origin whose pages it lets in; empty where none is known."""
        return self.settings.listed_origin

    @cached_property
    def client(self) -> httpx.Client:
        """The run's one HTTP client."""
        from support.drivers.http import open_client

        return open_client(self.base_url)

    @cached_property
    def description(self) -> Description:
        """What the platform says of its own interface; asked for once a run.

        :raises Undescribed: when it says nothing that can be read.
        """
        from support.drivers.description import Description

        return Description.read(self.client)

    @cached_property
    def sign_ins(self) -> Pace:
        """How often the suite signs in where everybody comes from one address: less often than the platform allows."""
        from support.drivers.pace import Pace

        return Pace(SIGN_INS, SIGN_INS_SECONDS)

    def address_of(self, name: str) -> str | None:
        """The address from which whoever has this name connects, so that limits by address meet only where a scenario
        wants it; None where the platform is not on this machine."""
        from support.drivers.own_address import address_of

        return address_of(name, self.base_url)

    @property
    def websocket_url(self) -> str:
        parts = urlsplit(self.base_url)
        return urlunsplit(parts._replace(scheme={"http": "ws", "https": "wss"}[parts.scheme], path="/ws"))

    def versions(self) -> dict[str, str]:
        """What the platform and its datastores say of their versions; empty where they can't be asked."""
        answer = self.client.get("/api/version").json()
        versions = {"platform": f"{answer.get('version', '')} {answer.get('build', '')}".strip()}
        if self.database is not None:
            versions["postgresql"] = self.database.value("SHOW server_version")
        if self.cache is not None:
            versions["redis"] = self.cache.version()
        return versions

    def processes(self) -> dict[str, int]:
        """The platform's processes on this machine, by part, where the suite started them."""
        return {}

    def secrets(self) -> list[str]:
        """Values of its own that may never be written anywhere."""
        return []

    def require_same_database(self) -> None:
        """The platform answers from the database that the suite has: true of what the suite itself started.

        :raises UsageError: when it does not: emptying that one would prove nothing, and harm somebody.
        """
        return

    def losses(self) -> list[str]:
        """Parts that the suite started and that ended by themselves, in words; known after ``close`` too."""
        return []

    def went_away(self) -> str:
        """In words why the platform must be taken as gone, else empty. One look from outside, of 5 s at the most.

        A part that the suite started and that ended by itself says so first, then a datastore that is silent; a part that
        was ended on purpose is not gone.
        """
        began = monotonic()
        lost = self.losses()
        if lost:
            return "\n".join(lost)
        from support.targets.datastores import Look

        mask = Mask([*self.settings.secrets(), *self.secrets()])
        away = self.faults.away if self.faults is not None else []
        datastores = Look(mask)
        if self.database is not None and "postgres" not in away:
            datastores.at_database(self.database.url.set(drivername="postgresql").render_as_string(hide_password=False))
        for redis in (self.cache, self.queue):
            if redis is not None and "redis" not in away:
                datastores.at_redis(redis.url)
        platform = "" if "platform" in away else self._wrong_with_platform(mask)
        wrong = "\n".join(filter(None, [*datastores.wrong(), platform]))
        # A process that is being ended closes its connections before it is seen to have ended.
        left = max(0.0, min(ENDING_SECONDS, LOOK_SECONDS - (monotonic() - began)))
        ended = wrong and self.processes() and any(self.losses() for _ in looks(left))
        return "\n".join(self.losses()) if ended else wrong

    def _wrong_with_platform(self, mask: Mask) -> str:
        from support.targets.presence import what_is_wrong_at

        return what_is_wrong_at(self.base_url, mask)

    def undo_faults(self) -> None:
        """Put the clock back and begin every part that was ended: what each scenario does at its end.

        :raises PlatformGone: when a part does not come up again.
        """
        if self.clock is not None:
            self.clock.put_back()
        if self.faults is not None:
            self.faults.restore()

    def tell(self, line: str) -> None:
        """One line to the person who waits, at once."""
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()

    def log_since(self, request_prefix: str) -> str:
        """What platform and worker logged since the first request whose id begins so, where the suite has the logs."""
        return ""

    def connect_datastores(self, database_url: str, redis_url: str, broker_url: str) -> None:
        """Make the drivers for those that are given."""
        def evidence() -> Evidence | None:
            return self.evidence

        if database_url:
            from support.drivers.database import Database

            self.database = Database(database_url, evidence,
                                     answer_seconds=max(self.settings.answer_seconds, LEAST_STATEMENT_SECONDS))
        if redis_url:
            from support.drivers.cache import Cache

            self.cache = Cache(redis_url, evidence)
        if broker_url:
            from support.drivers.queue import Queue

            self.queue = Queue(broker_url, evidence)


def load_modules(with_datastores: bool) -> None:
    """Load what scenarios need of the suite: in slots once, before they part."""
    import support.drivers.description
    import support.drivers.http
    import support.world

    if with_datastores:
        import support.drivers.cache
        import support.drivers.database
        import support.drivers.queue
        import support.running.preparation  # noqa: F401
        from support.data import shared_faker

        shared_faker()  # the baseline's people need names at once


def mail_server(settings: Settings) -> MailServer:
    """Where the platform's mail goes; its port is ours from now on.

    :raises UsageError: when somebody else has the port.
    """
    from support.stand_ins.mail import MailServer

    return _at_port(MailServer, settings, "mail_port", "mail cannot be taken")


def face_service(settings: Settings) -> FaceService:
    """Whom the platform asks about faces; the same of its port. Raises as ``mail_server``."""
    from support.stand_ins.face_service import FaceService

    return _at_port(FaceService, settings, "face_port", "faces cannot be recognised")


def language_model(settings: Settings) -> LanguageModel:
    """Whom the platform asks what people ask it; the same of its port. Raises as ``mail_server``."""
    from support.stand_ins.language_model import LanguageModel

    return _at_port(LanguageModel, settings, "language_model_port", "the language model cannot be stood in for")


def webhook_receiver(settings: Settings) -> WebhookReceiver:
    """To whom the platform can post; the same of its port. Raises as ``mail_server``."""
    from support.stand_ins.webhook_receiver import WebhookReceiver

    return _at_port(WebhookReceiver, settings, "webhook_port", "webhooks cannot be received")


def _at_port(stand_in: Callable[[str, int], StandIn], settings: Settings, name: str, words: str) -> StandIn:
    port = getattr(settings, name)
    try:
        return stand_in(settings.stand_in_host, port)
    except OSError as fault:
        raise UsageError(f"{words} at port {port} of {settings.stand_in_host}: {fault}. "
                         f"Give another: -D {name}=…") from fault
