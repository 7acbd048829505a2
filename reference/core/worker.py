"""The worker's and the scheduler's processes, and the sign of life that tells others that a worker works."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

HEARTBEAT_KEY = "cache:worker"
HEARTBEAT_SECONDS = 1.0
HEARTBEAT_LIFE_SECONDS = 5
RESTART_SECONDS = 0.5

log = logging.getLogger(__name__)


def run_worker() -> None:
    """Take tasks until told to stop."""
    from celery.signals import worker_init, worker_process_init, worker_ready, worker_shutting_down

    from reference.core import database, loading, outbox, stores
    from reference.core.settings import settings
    from reference.core.tasks import QUEUES, WATCH_SECONDS, WATCHES, celery

    stop = threading.Event()
    say_ready(False)

    @worker_init.connect  # before it forks its slots
    def _is_loaded(**_: Any) -> None:
        loading.records_are_known()
        loading.is_over()

    @worker_process_init.connect
    def _begin_process(**_: Any) -> None:
        database.leave_connections_behind()
        stores.forget_connections()
        database.configure(pool_size=2, max_overflow=0)
        database.after_commit(outbox.deliver_now)

    @worker_ready.connect
    def _is_ready(**_: Any) -> None:
        threading.Thread(target=_beat, args=(stop,), name="heartbeat", daemon=True).start()
        for name in WATCHES:  # what a lost worker had in hand, at once
            celery.send_task(name, queue="maintenance", expires=WATCH_SECONDS)

    @worker_shutting_down.connect
    def _is_leaving(**_: Any) -> None:
        stop.set()

    database.await_schema()
    database.leave_connections_behind()
    try:
        celery.worker_main([
            "worker", "--pool", "prefork", "--concurrency", str(settings().worker_slots), "--queues", ",".join(QUEUES),
            "--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel", settings().log_level])
    finally:
        if not stop.is_set():
            begin_anew()


def begin_anew() -> None:
    """Replace this process by a fresh one of the same command.

    Celery ends where it loses Redis with tasks in hand (kombu gives them back on the connection that is gone). The
    tasks in hand are found again: by the watches, which each worker asks for when it is ready.
    """
    log.warning("the worker ended without being told to, and begins anew")
    time.sleep(RESTART_SECONDS)
    os.execv(sys.executable, sys.orig_argv)


def _beat(stop: threading.Event) -> None:
    """Say that this worker lives, until it is told to stop; then take the sign away. Another worker renews it at once."""
    from reference.core.stores import RedisError, keys

    while not stop.is_set():
        try:
            keys().set(HEARTBEAT_KEY, "alive", ex=HEARTBEAT_LIFE_SECONDS)
            say_ready(True)
        except RedisError as error:
            log.warning("the sign of life waits: %s", type(error).__name__)
        stop.wait(HEARTBEAT_SECONDS)
    say_ready(False)
    with suppress(RedisError):
        keys().delete(HEARTBEAT_KEY)


def say_ready(is_ready: bool, at: float | None = None) -> None:
    """Tell whoever started this process whether it works, by a file that is there or not. ``at``: when it worked; now."""
    from reference.core.settings import settings

    if settings().ready_file:
        file = Path(settings().ready_file)
        file.touch() if is_ready else file.unlink(missing_ok=True)
        if at is not None:
            os.utime(file, (at, at))


def run_beat() -> None:
    """Queue what recurs. The schedule is kept in memory: each entry is harmless when it comes twice."""
    from celery.signals import beat_init

    from reference.core import loading
    from reference.core.settings import settings
    from reference.core.tasks import celery

    @beat_init.connect
    def _is_ready(**_: Any) -> None:
        loading.is_over()
        say_ready(True)

    celery.conf.include = ()  # tasks are sent by their names: none of their modules is needed

    say_ready(False)
    celery.start(["beat", "--scheduler", "reference.core.scheduler:Scheduler", "--loglevel", settings().log_level,
                  "--pidfile", ""])
