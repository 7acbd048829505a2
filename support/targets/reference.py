"""The reference platform, booted here for the run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from support.drivers.clock import Clock
from support.drivers.connections import Connections
from support.settings import Settings, UsageError
from support.stack import PartNotReady, Stack
from support.stack.platform_parts import LISTED_ORIGIN, outside
from support.stack.postgres import DATABASE
from support.targets.base import Target, face_service, language_model, mail_server, webhook_receiver
from support.targets.broken_variants import no_such_variant
from support.targets.capabilities import TargetUnreachable

if TYPE_CHECKING:
    from support.domain.missions import Missions
    from support.stack import Addresses


LOG_LINES = 200  # of each part's log, that a failure shows at the most
LATE = "tests.late"
BROKEN = Path(__file__).parents[2] / "tests/broken"


class ReferenceTarget(Target):
    """Boots the embedded stack; datastores that the settings name are used instead of private ones."""

    name = "reference"
    private_database = DATABASE

    def __init__(self, settings: Settings, log_folder: Path):
        super().__init__(settings)
        self.mail = mail_server(settings)
        self.face = face_service(settings)
        self.language_model = language_model(settings)
        self.webhook = webhook_receiver(settings)
        self.stack = Stack(settings, log_folder, platform_module=_platform_module(settings), tell=self.tell,
                           outside=outside(self.mail.url, self.face.url, self.language_model.url))
        self.addresses: Addresses | None = None

    @property
    def capabilities(self) -> frozenset[str]:
        offered = {"database", "cache", "queue", "signing_key", "platform_key", "stand_ins", "clock", "faults", "restart",
                   "mail", "face", "language_model", "webhook", "broken_variants", "listed_origin", "addresses"}
        return frozenset(offered | ({"store_faults"} if self.owns_datastores else set()))

    @property
    def missions_class(self) -> type[Missions]:
        from support.targets.reference_missions import ReferenceMissions

        return ReferenceMissions

    @property
    def owns_datastores(self) -> bool:
        given = self.settings
        return not (given.database_url or given.redis_url or given.broker_url)

    def start(self) -> None:
        self.stack.start()

    def open(self) -> None:
        try:
            self.addresses = self.stack.await_ready()
        except PartNotReady as fault:
            raise TargetUnreachable(str(fault)) from fault
        self.base_url = self.addresses.base_url
        self.connect_datastores(self.addresses.database_url, self.addresses.redis_url, self.addresses.broker_url)
        self.faults = self.stack.faults
        self.clock = Clock(self.stack.clock_file, lambda: self.evidence, self.faults.await_beat)
        self.connections = Connections(self.stack.connections_file)

    def close(self) -> None:
        try:
            super().close()
        finally:
            self.stack.stop()

    @property
    def platform_key(self) -> str:
        return self.addresses.platform_key

    @property
    def signing_key(self) -> str:
        return self.addresses.signing_key

    @property
    def listed_origin(self) -> str:
        return LISTED_ORIGIN

    def processes(self) -> dict[str, int]:
        return self.stack.processes()

    def secrets(self) -> list[str]:
        return self.addresses.secrets() if self.addresses else []

    def losses(self) -> list[str]:
        return [str(loss) for loss in self.stack.losses()]

    def log_since(self, request_prefix: str) -> str:
        return "\n\n".join(f"{part}:\n{self._since(request_prefix, part)}" for part in ("platform", "worker"))

    def _since(self, request_prefix: str, part: str) -> str:
        lines = self.stack.log_tail(part, LOG_LINES).splitlines()
        first = next((number for number, line in enumerate(lines) if request_prefix in line), None)
        return "\n".join(lines[first:]) if first is not None else f"nothing in its last {LOG_LINES} lines"


def _platform_module(settings: Settings) -> str:
    """The module that the platform is started from.

    :raises UsageError: when there is no broken variant of that name.
    """
    broken = settings.broken
    if not broken:
        return LATE if settings.pace == "late" else "reference"
    variants = sorted(path.stem for path in BROKEN.glob("*.py") if not path.stem.startswith("_"))
    if broken not in variants:
        raise UsageError(no_such_variant(broken, variants))
    return f"tests.broken.{broken}"
