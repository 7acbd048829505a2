"""The task queue as the suite sees it: the number (logical database) of Redis that the Celery broker uses.

Celery keeps a list for each queue (and for each of its priorities, the name followed by a separator), and one hash
of the messages that a worker has taken and not acknowledged.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass

from support.awaiting import looks
from support.drivers.cache import ANSWER_SECONDS, connect
from support.reporting.evidence import Evidence

_SEPARATOR = "\x06\x16"  # between a queue's name and a priority
_UNACKED, _UNACKED_INDEX = "unacked", "unacked_index"
_RESULTS = ("celery-task-meta-*", "celery-taskset-meta-*")
_NO_QUEUE = ".pidbox"  # the answers to remote control are lists too
_SHORTEST, _LONGEST = 0.0005, 0.02  # seconds between two looks


@dataclass(frozen=True)
class Task:
    """A message that a worker has taken: it runs, is next, or is held back until ``eta`` (text, or None)."""

    id: str
    name: str
    eta: str | None

    def __str__(self) -> str:
        return f"{self.name} {self.id}".strip() + (f" (held back until {self.eta})" if self.eta else "")


class Queue:
    """The queues of one Celery broker on Redis.

    :param url: ``redis://login:password@host:port/number``, the broker's number.
    :param evidence_of: gives the evidence of the scenario in hand, or None; asked at each command.
    """

    def __init__(self, url: str, evidence_of: Callable[[], Evidence | None] = lambda: None):
        self.url = url
        self.client = connect(url)
        self._evidence_of = evidence_of

    def waiting(self) -> dict[str, int]:
        """Tasks that nobody has taken yet, for each queue that has some."""
        found = self._waiting()
        self._record("waiting", found)
        return found

    def running(self) -> int:
        """Tasks that a worker has taken and not acknowledged: running, next in its hand, or held back."""
        found = self.client.hlen(_UNACKED)
        self._record("running", found)
        return found

    def taken(self) -> list[Task]:
        """The tasks that ``running`` counts."""
        return [_task(message) for message in self.client.hvals(_UNACKED)]

    def is_bound(self) -> bool:
        """Whether a worker has ever asked for tasks here: Celery leaves the names of its queues."""
        return next(iter(self.client.scan_iter(match="_kombu.binding.*", count=1000)), None) is not None

    def purge(self) -> int:
        """Remove every waiting task and every stored result; how many tasks there were."""
        lists = self._lists()
        results = [key for pattern in _RESULTS for key in self.client.scan_iter(match=pattern, count=1000)]
        pipeline = self.client.pipeline()
        for key in lists:
            pipeline.llen(key)
        if lists or results:
            pipeline.unlink(*lists, *results)
        purged = sum(pipeline.execute()[:len(lists)])
        if purged:
            self._record("purge", purged)
        return purged

    def is_idle(self, apart_from: Collection[str] = ()) -> bool:
        """Whether nothing waits and nothing runs. ``apart_from``: as for ``await_idle``."""
        # In this order: what is taken meanwhile has left the list before it is noted as taken.
        if self._waiting() or not self._hands_are_empty():
            return False
        return not (self._taken_but_for(apart_from) if apart_from else self.client.hlen(_UNACKED))

    def await_idle(self, seconds: float, apart_from: Collection[str] = ()) -> list[Task]:
        """Until nothing waits and nothing runs, at most ``seconds``: what a worker still has then, else nothing.

        :param apart_from: the ids of tasks that nobody runs any more, though they still count as taken.
        """
        if any(self.is_idle(apart_from) for _ in looks(seconds, shortest=_SHORTEST, longest=_LONGEST)):
            return []
        return self._taken_but_for(apart_from) or [Task("", f"{number} waiting in {name}", None)
                                                   for name, number in self._waiting().items()]

    def _hands_are_empty(self) -> bool:
        """Whether each consumer waits for more: what it has taken is noted before it does."""
        number = str(self.client.connection_pool.connection_kwargs.get("db", 0))
        return all("b" in each["flags"] for each in self.client.client_list()
                   if each["cmd"] == "brpop" and each["db"] == number)

    def _taken_but_for(self, identifiers: Collection[str]) -> list[Task]:
        return [task for task in self.taken() if task.id not in identifiers]

    def give_up(self, tasks: Collection[Task]) -> None:
        """Have no worker run ``tasks`` (a running one is killed, where the worker can), and forget their messages."""
        identifiers = [task.id for task in tasks if task.id]
        if not identifiers:
            return
        from celery import Celery  # slow to load, and seldom needed

        with Celery(broker=self.url, set_as_current=False) as application:
            application.conf.broker_transport_options = dict.fromkeys(("socket_timeout", "socket_connect_timeout"),
                                                                      ANSWER_SECONDS)
            application.control.revoke(identifiers, terminate=True, signal="SIGKILL")
        for tag, message in self.client.hgetall(_UNACKED).items():
            if _task(message).id in identifiers:
                self.client.hdel(_UNACKED, tag)
                self.client.zrem(_UNACKED_INDEX, tag)
        self._record("give up", sorted(identifiers))

    def close(self) -> None:
        """End the connection. The next command would open another."""
        self.client.close()

    def _waiting(self) -> dict[str, int]:
        lists = self._lists()
        pipeline = self.client.pipeline(transaction=False)
        for key in lists:
            pipeline.llen(key)
        found: dict[str, int] = {}
        for key, length in zip(lists, pipeline.execute(), strict=True):
            name = key.decode().split(_SEPARATOR)[0]
            found[name] = found.get(name, 0) + length
        return found

    def _lists(self) -> list[bytes]:
        return sorted(key for key in self.client.scan_iter(count=1000, _type="list")
                      if not key.decode("utf-8", "replace").endswith(_NO_QUEUE))

    def _record(self, command: str, answer: object) -> None:
        evidence = self._evidence_of()
        if evidence is not None:
            evidence.record("queue", f"task queue: {command}", json.dumps(answer, ensure_ascii=False))


def _task(message: bytes) -> Task:
    try:
        headers = json.loads(message)[0]["headers"]
        return Task(headers["id"], headers["task"], headers.get("eta"))
    except (ValueError, LookupError, TypeError):
        return Task("", "a message that is no Celery task", None)
