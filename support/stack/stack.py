"""The processes of one run, from nothing to ready and back to nothing."""

from __future__ import annotations

import atexit
import contextlib
import os
import secrets
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from support.addresses import next_number
from support.cache_folder import cache_folder
from support.reporting.masking import Mask
from support.settings import Settings
from support.stack import platform_parts, postgres, redis_server
from support.stack.addresses import Addresses
from support.stack.cluster_cache import ClusterCache, kept_password, key_of
from support.stack.failures import PartLost, PartNotReady, PortTaken, Stopping
from support.stack.faults import Faults
from support.stack.ports import LOOPBACK, Port
from support.stack.processes import Part, Processes
from support.stack.run_folder import RunFolder, clear_what_dead_runs_left, everybody_may_pass

# The beat has nothing to do in the first seconds, and loads for half a second on the cores that the first scenarios want.
BEAT_FOLLOWS_AFTER = 3.0  # seconds: a short run is over by then
ATTEMPTS = 3  # when somebody else takes a port between its choice and the start of its server


class Stack:
    """The processes of one run: postgres, redis, platform, worker, beat, in a private folder.

    Addresses in ``settings`` replace the part that they are of. ``platform_module`` is what the platform is started
    from (``python -m <platform_module> api``), ``schema_module`` what its schema is made by (``… migrate``).
    ``outside``: what the platform is told of outside services (platform_parts.outside); it knows the others by itself.
    ``log_folder``: where each part's log goes (``<part>.log``); none: into the private folder, which goes at the end.
    ``tell(line)`` reaches the person who waits.
    ``phases``: seconds that each took, from its own start: cluster, postgres, redis, migration, platform, worker,
    ready (the whole), stop.
    """

    def __init__(self, settings: Settings, log_folder: Path | None = None, *, platform_module: str = "reference",
                 schema_module: str = "reference", outside: Mapping[str, str] | None = None,
                 tell: Callable[[str], None] = lambda line: None):
        self.phases: dict[str, float] = {}
        self.folder: Path | None = None  # the private one, from ``start`` to ``stop``
        self.faults: Faults | None = None  # as soon as everything is ready
        self._settings = settings
        self._log_folder = log_folder
        self._platform_module = platform_module
        self._schema_module = schema_module
        self._outside = outside or {}
        self._tell = tell
        self._mask = Mask(settings.secrets())
        self._process_id = os.getpid()
        self._lock = threading.RLock()
        self._boot: threading.Thread | None = None
        self._run_folder: RunFolder | None = None
        self._processes: Processes | None = None
        self._over = threading.Event()  # ready, or failed, or stopped
        self._failure: BaseException | None = None
        self._addresses: Addresses | None = None
        self._lost: list[PartNotReady] = []
        self._unstartable: list[PartNotReady] = []
        self._ports: list[Port] = []
        self._cache: Path | None = None
        self._told: dict[str, str] = {}
        self._binaries: postgres.Binaries | None = None  # where PostgreSQL is our own
        self._beat_lock = threading.Lock()
        self._beat_is_begun = False
        self._began = 0.0

    def start(self) -> None:
        """Begin to boot everything in the background, and return at once. A second call does nothing."""
        with self._lock:
            if self._boot is not None:
                return
            self._began = time.monotonic()
            atexit.register(self.stop)
            self._boot = threading.Thread(target=self._run_boot, name="boot of the stack", daemon=True)
            try:
                self._prepare()
            except OSError as error:
                self._failure = PartNotReady("folder", f"can't be made: {error}", advice="See that TMPDIR and the "
                                             "folder for the logs can be written, and have room.")
                self._over.set()
            else:
                self._boot.start()

    def await_ready(self) -> Addresses:
        """Wait until every part answers (beat apart), and answer where they are.

        :raises PartNotReady: as soon as one can't come up, or after ``settings.boot_seconds``; all is stopped then.
        :raises UsageError: when a given address can't be used.
        """
        self.start()
        try:
            while not self._over.wait(0.5):
                pass
        except BaseException:
            self.stop()
            raise
        if self._failure is not None:
            self.stop()
            raise self._failure
        return self._addresses

    def stop(self) -> None:
        """End every process and remove the private folder. Safe at any moment, and when called again."""
        if os.getpid() != self._process_id:
            return  # a fork of the run has no say in it
        with self._lock:
            if self._run_folder is None:
                return
            began = time.monotonic()
            if self._processes:
                self._lost = self.losses()
                self._processes.end_all()
            if self._boot.is_alive():
                self._boot.join()
            for port in self._ports:
                port.release()
            self._run_folder.remove()
            self._run_folder = self.folder = None
            if not self._over.is_set():
                self._failure = PartNotReady("stack", "was stopped before it was ready", advice="Start it again.")
                self._over.set()
            atexit.unregister(self.stop)
            self.phases["stop"] = time.monotonic() - began

    @property
    def connections_file(self) -> Path:
        """Whom the platform's processes turned to; not there while they did not."""
        return platform_parts.connections_file(self._run_folder.folder("tmp"))

    @property
    def clock_file(self) -> Path:
        """By how many seconds the platform's clock is ahead; not there while it is right."""
        return self.folder / "clock"

    def processes(self) -> dict[str, int]:
        """Part -> process id, of the parts that live."""
        return self._processes.living() if self._processes and self._run_folder else {}

    def losses(self) -> list[PartNotReady]:
        """The parts that ended by themselves; after ``stop``: those that had."""
        if self._run_folder is None or self._processes is None:
            return list(self._lost)
        lost = self._unstartable + self._processes.losses()
        return [PartLost.of(each) for each in lost] if self.faults else lost

    def log_tail(self, part: str, lines: int = 20) -> str:
        """The last lines of a part's log, with secrets masked; empty when there is none."""
        return self._processes.log_tail(part, lines) if self._processes else ""

    def _prepare(self) -> None:
        self._run_folder = RunFolder(reachable_by_everybody=postgres.user() is not None)
        self.folder = self._run_folder.path
        logs = self._log_folder or self._run_folder.folder("logs")
        logs.mkdir(parents=True, exist_ok=True)
        self._cache = cache_folder(self._settings.cache, "clusters")
        self._processes = Processes(self.folder, logs.resolve(), self._mask,
                                    deadline=self._began + self._settings.boot_seconds)

    def _run_boot(self) -> None:
        try:
            self._attempt_to_boot()
        except Stopping:
            return
        except BaseException as failure:  # told to whoever waits
            self._failure = failure
            self._processes.end_all()
            self._over.set()
            return
        self.phases["ready"] = time.monotonic() - self._began
        self._over.set()
        clear_what_dead_runs_left()
        with contextlib.suppress(Stopping):
            self._processes.pause(BEAT_FOLLOWS_AFTER)
            self.begin_beat()

    def begin_beat(self) -> None:
        """Begin the beat, where that has not been done yet: for whoever needs it sooner than it comes by itself."""
        with self._beat_lock:
            if self._beat_is_begun:
                return
            self._beat_is_begun = True
            try:
                platform_parts.spawn(self._processes, "beat", self._platform_module, self._told)
            except PartNotReady as failure:
                self._unstartable.append(failure)

    def _attempt_to_boot(self) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                self._boot_once()
                return
            except PortTaken:
                if attempt == ATTEMPTS:
                    raise
                self._processes.end_all(for_good=False)

    def _boot_once(self) -> None:
        for port in self._ports:
            port.release()
        web, database, cache = self._ports = [Port(), Port(), Port()]
        password = kept_password(self._cache) if self._cache else secrets.token_urlsafe(32)
        redis_password = secrets.token_urlsafe(32)
        self._addresses = self._addresses_at(web, postgres.url(database, password), cache, redis_password)
        for secret in self._addresses.secrets():
            self._mask.learn(secret)
        self._told = platform_parts.environment(self._addresses, web, self._settings, self._run_folder.folder("tmp"),
                                                self.clock_file, self._outside)
        # Both import for about a second, and wait for the database by themselves: they begin while it is made.
        processes, module = self._processes, self._platform_module
        platform = platform_parts.spawn(processes, "platform", module, self._told)
        worker = platform_parts.spawn(processes, "worker", module, self._told)
        redis = None
        if not self._settings.redis_url:
            redis = redis_server.spawn(processes, self._run_folder.folder("redis"), cache, redis_password)
        if self._settings.database_url:
            with self._phase("migration"):
                platform_parts.migrate(processes, self._schema_module, self._told)
        else:
            self._boot_postgres(database, password)
        if redis:
            processes.wait_until(lambda: redis_server.answers(cache, redis_password), "redis",
                                 lambda: "does not answer a ping")
            cache.release()
            self.phases["redis"] = redis.seconds()
        # The web port stays ours: a platform that was ended has to be begun again at the same address.
        health = platform_parts.Health(web)
        processes.wait_until(health.answers, "platform", health.words)
        self.phases["platform"] = platform.seconds()
        processes.wait_until(health.is_ready, "platform", health.words, blamed=lambda: health.down)
        self.phases["worker"] = worker.seconds()
        stores = {}
        if not self._settings.database_url:
            stores["postgres"] = lambda: True  # its start waits until it takes connections
        if redis:
            stores["redis"] = lambda: redis_server.answers(cache, redis_password)
        self.faults = Faults(processes, lambda part: self._begin_again(part, database, cache, redis_password),
                             lambda part: platform_parts.ready_file(part, self._told), health, self._settings.boot_seconds,
                             self._spawn_second, stores, self.begin_beat)

    def _begin_again(self, part: str, database: Port, cache: Port, redis_password: str) -> Part:
        """Start a part that was ended, at the address that it had."""
        if part == "postgres":
            return postgres.start(self._processes, self._binaries, self._run_folder.path / "postgres", database,
                                  within=self._settings.boot_seconds)
        if part == "redis":
            return redis_server.spawn(self._processes, self._run_folder.folder("redis"), cache, redis_password)
        return platform_parts.spawn(self._processes, part, self._platform_module, self._told)

    def _spawn_second(self) -> tuple[Part, platform_parts.Health, str]:
        port = Port()
        self._ports.append(port)
        part = platform_parts.spawn(self._processes, platform_parts.SECOND, self._platform_module,
                                    {**self._told, "PORT": str(port.number)})
        return part, platform_parts.Health(port), f"http://{LOOPBACK}:{port.number}"

    def _boot_postgres(self, port: Port, password: str) -> None:
        binaries = self._binaries = postgres.find_binaries(self._readable_place(), self._run_folder.also_remove)
        data = self._run_folder.path / "postgres"
        shutil.rmtree(data, ignore_errors=True)  # of an attempt that lost its port
        with self._phase("cluster"):
            if self._cache:
                kept = ClusterCache(self._cache, self._run_archiver, self._run_folder.also_remove,
                                    self._processes.is_stopping, self._settings.boot_seconds, self._tell)
                words = (binaries.version, *postgres.initdb_options(binaries.major), postgres.DATABASE, password,
                         self._schema_module)
                kept.take(key_of(words, platform_parts.migration_files(self._schema_module)), data,
                          lambda: self._make_cluster(binaries, data, password))
            else:
                self._make_cluster(binaries, data, password)
        with self._phase("postgres"):
            postgres.start(self._processes, binaries, data, port)

    def _make_cluster(self, binaries: postgres.Binaries, data: Path, password: str) -> None:
        """Initialised, with the newest schema, and stopped. On a port of its own: the platform must not meet it yet."""
        postgres.initialise(self._processes, binaries, data, password)
        port = Port()
        postgres.start(self._processes, binaries, data, port)
        with self._phase("migration"):
            platform_parts.migrate(self._processes, self._schema_module,
                                   {**self._told, "DATABASE_URL": postgres.url(port, password)})
        self._processes.end("postgres", signal.SIGINT)

    def _run_archiver(self, command: list) -> None:
        self._processes.run("cluster", command, {}, cwd=Path("/"))

    def _readable_place(self) -> Path:
        if self._cache and everybody_may_pass(self._cache):
            return self._cache
        return self._run_folder.path

    def _addresses_at(self, web: Port, database_url: str, cache: Port, redis_password: str) -> Addresses:
        given = self._settings
        redis_url = given.redis_url or redis_server.url(cache, redis_password, redis_server.PLATFORM_NUMBER)
        own_broker_url = redis_server.url(cache, redis_password, redis_server.BROKER_NUMBER)
        return Addresses(
            base_url=f"http://{LOOPBACK}:{web.number}",
            database_url=plain_postgresql(given.database_url) or database_url,
            redis_url=redis_url,
            broker_url=given.broker_url or (next_number(redis_url) if given.redis_url else own_broker_url),
            platform_key=given.platform_key or secrets.token_urlsafe(48),
            signing_key=secrets.token_urlsafe(48))

    @contextlib.contextmanager
    def _phase(self, name: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.phases[name] = time.monotonic() - began


def plain_postgresql(url: str) -> str:
    """The address without a word on the driver: postgresql://…"""
    _, separator, rest = url.partition("://")
    return f"postgresql://{rest}" if separator else url
