"""The bare script: sends what a recording holds, waits where the suite waited, and knows nothing else of Muster.

``python -m benchmarks.replay <recording> <addresses, as JSON, in a file>`` writes one line of JSON: how long it took from
its first request to its last, how much it sent, and where it was answered otherwise than the suite was.
"""

from __future__ import annotations

import json
import pickle
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import jwt
import psycopg
import redis
import websocket

from benchmarks import traffic
from benchmarks.traffic import Recording, Template
from support.stand_ins.survey_targets import SurveyTarget

SECONDS = 10.0  # that a wait may take before the replay goes on, and counts it
_STATES = ("status", "old_status", "new_status", "phase", "reason")
BACK_OFF = 1.5  # as the suite's own
_SESSION = "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET bytea_output = 'hex'; SET extra_float_digits = 1"


def _of_consumers(command: list[Any], answer: Any) -> Any:
    """Of all connections there are, whether each consumer waits for more: what the suite looks for; else the answer."""
    if command[0] != "CLIENT LIST":
        return answer
    return all("b" in each["flags"] for each in answer if each["cmd"] == "brpop")


class Different(Exception):
    """In a poll: not yet what the suite saw."""


class Replay:
    """One replay: its connections, and the values that the platform made in it."""

    def __init__(self, recording: Recording, addresses: dict[str, str]):
        self.chapters = recording.chapters
        self.values: list[Any] = [None] * recording.values
        self.addresses = addresses
        self.clients: dict[str | None, httpx.Client] = {}  # by the address that they ask from
        self.websocket_url = addresses["base_url"].replace("http", "ws", 1) + "/ws"
        self.databases: dict[int, psycopg.Connection] = {}
        self.caches: dict[int, redis.Redis] = {}
        self.sockets: dict[int, _Socket] = {}
        self.hosts: dict[int, SurveyTarget] = {}
        self.done: Counter[str] = Counter()
        self.different: list[str] = []
        self.in_vain: list[str] = []  # waits that ran out: their time would be counted as the script's
        self.waited: Counter[str] = Counter()  # seconds, by what for
        self.own = threading.local()
        self.act = {name: getattr(self, name.lower()) for name in (
            "Ask", "Query", "Script", "Batch", "Disconnect", "Redis", "Connect", "Send", "AwaitFrame", "AwaitClose", "Leave",
            "Host", "HostDoes", "HostShows", "Forge", "AtOnce", "Poll", "Pause")}

    def run(self) -> dict[str, Any]:
        """Everything, one chapter after the other."""
        began = time.perf_counter()
        self.own.ended = time.monotonic()
        for chapter in self.chapters:
            self.events(chapter.events)
        return {"seconds": time.perf_counter() - began, "done": dict(self.done), "different": self.different,
                "in_vain": self.in_vain, "waited": {name: round(each, 2) for name, each in self.waited.items()}}

    def events(self, events: list[traffic.Event], polling: bool = False) -> None:
        for event in events:
            name, began = type(event).__name__, time.monotonic()
            self.done[name] += 1
            if name in ("Ask", "Script", "Batch", "Query", "Redis"):
                self.act[name](event, polling)
            else:
                self.act[name](event)
            self.own.ended = time.monotonic()
            self.waited[name] += self.own.ended - began

    # The protocols

    def ask(self, event: traffic.Ask, polling: bool) -> None:
        headers = {name: self.filled(value) for name, value in event.headers.items()}
        body = self.filled(event.body)
        answer = self.client_from(event.sender).request(event.method, self.filled(event.url), headers=headers,
                                                        content=body or None)
        expected = getattr(self.own, "expected", None)
        if expected is not None:  # of several at once nobody knows which one wins
            expected.append((answer.status_code, event.status))
        if answer.status_code != event.status and expected is None:
            self.differs(polling, f"{event.method} {answer.request.url.path}: {answer.status_code}, was {event.status}")
            return
        if event.learns or polling:
            said = answer.json() if answer.content[:1] in (b"{", b"[") else None
            if polling and state(said) != state(json.loads(event.answer or "null")):
                raise Different(f"{event.method} {answer.request.url.path}: {state(said)}, "
                                f"was {state(json.loads(event.answer))}")
            for path, number in event.learns:
                self.values[number] = answer.headers[path[1]] if path[0] == "headers" else self.found(said, path)

    def query(self, event: traffic.Query, polling: bool) -> None:
        parameters = {name: self.filled(value) for name, value in event.parameters.items()}
        try:
            cursor = self.database(event.database).execute(event.statement, parameters)
            rows = cursor.fetchall() if cursor.description else []
        except psycopg.Error as fault:
            if event.answer is not None:  # what failed for the suite may fail here
                self.different.append(f"SQL: {fault}")
            return
        self.learn(event, rows)

    def script(self, event: traffic.Script, polling: bool) -> None:
        connection = self.database(event.database)
        try:
            if event.prepared:
                answer = connection.execute(self.filled(event.statement), prepare=True).fetchall()
                # The only thing that the suite polls PostgreSQL for is that nobody is in the middle of writing.
                if polling and event.answer == [([],)] and answer != [([],)]:
                    raise Different("somebody is writing")
            else:
                cursor = connection.cursor()
                cursor.execute(self.filled(event.statement))
                answer = [result.fetchall() for result in cursor.results() if result.description]
        except psycopg.Error as fault:
            connection.rollback()
            if event.answer is not None:  # what failed for the suite may fail here
                self.different.append(f"SQL: {fault}")
            return
        self.learn(event, answer)

    def batch(self, event: traffic.Batch, polling: bool) -> None:
        connection = self.database(event.database)
        try:
            with connection.pipeline():
                cursors = [connection.execute(self.filled(statement), prepare=prepared)
                           for statement, prepared in zip(event.statements, event.prepared, strict=True)]
            answer = [cursor.fetchall() if cursor.description else [] for cursor in cursors]
        except psycopg.Error as fault:
            connection.rollback()
            if event.answer is not None:
                self.different.append(f"SQL: {fault}")
            return
        self.learn(event, answer)

    def disconnect(self, event: traffic.Disconnect) -> None:
        connection = self.databases.pop(event.database, None)
        if connection is not None:
            connection.close()

    def redis(self, event: traffic.Redis, polling: bool) -> None:
        client = self.cache(event.number)
        commands = [[self.filled(word) for word in command] for command in event.commands]
        if event.pipeline:
            pipeline = client.pipeline(transaction=event.transaction)
            for command in commands:
                pipeline.execute_command(*command)
            answer = pipeline.execute(raise_on_error=False)
        else:
            answer = client.execute_command(*commands[0])
        said, was = (_of_consumers(commands[0], each) for each in (answer, event.answer))
        if polling and lasting(said) != lasting(was):
            raise Different(f"{commands[0][:2]}: {lasting(said)}, was {lasting(was)}")
        self.learn(event, answer)

    def connect(self, event: traffic.Connect) -> None:
        self.sockets[event.socket] = _Socket(self.websocket_url, [self.filled(line) for line in event.headers])

    def send(self, event: traffic.Send) -> None:
        self.sockets[event.socket].send(self.filled(event.text))

    def awaitframe(self, event: traffic.AwaitFrame) -> None:
        socket = self.sockets[event.socket]
        wanted = (event.answer.get("type"), state(event.answer.get("data")))
        if not socket.await_frame(wanted, socket.sent_at if event.since_sent else 0):
            self.in_vain.append(f"frame {wanted}")

    def awaitclose(self, event: traffic.AwaitClose) -> None:
        if not self.sockets[event.socket].await_close():
            self.in_vain.append("the end of a connection")

    def leave(self, event: traffic.Leave) -> None:
        self.sockets.pop(event.socket).close()

    # The hosts

    def host(self, event: traffic.Host) -> None:
        self.hosts[event.host] = host = SurveyTarget("127.0.0.1")
        self.values[event.address] = host.address

    def hostdoes(self, event: traffic.HostDoes) -> None:
        getattr(self.hosts[event.host], event.what)(*event.arguments)

    def hostshows(self, event: traffic.HostShows) -> None:
        for name, value in event.shown.items():
            shown = {key: self.filled(each) for key, each in value.items()} if name == "headers" else value
            setattr(self.hosts[event.host], name, shown)

    # The rest

    def forge(self, event: traffic.Forge) -> None:
        claims = jwt.decode(self.values[event.source], options={"verify_signature": False}) | event.claims
        self.values[event.token] = jwt.encode(claims, self.addresses["signing_key"], algorithm="HS256")

    def atonce(self, event: traffic.AtOnce) -> None:
        together = threading.Barrier(len(event.lists))

        pairs: list[tuple[int, int]] = []

        def one(events: list[traffic.Event]) -> None:
            self.own.ended, self.own.expected = time.monotonic(), pairs
            together.wait(timeout=30)
            self.events(events)

        with ThreadPoolExecutor(len(event.lists)) as threads:
            list(threads.map(one, event.lists))
        answered, was = (sorted(each) for each in zip(*pairs, strict=True)) if pairs else ([], [])
        if answered != was:
            self.different.append(f"at once: {answered}, was {was}")

    def poll(self, event: traffic.Poll) -> None:
        deadline, pause = time.monotonic() + SECONDS, event.shortest
        while event.looks:
            try:
                self.events(event.looks[0], polling=True)
                return
            except Different as fault:
                if time.monotonic() > deadline:
                    self.in_vain.append(str(fault))
                    return
            time.sleep(pause)
            pause = min(pause * BACK_OFF, event.longest)

    def pause(self, event: traffic.Pause) -> None:
        time.sleep(max(0.0, self.own.ended + event.seconds - time.monotonic()))

    # Values and connections

    def filled(self, words: Any) -> Any:
        if type(words) is not Template:
            return words
        parts = words.parts
        if len(parts) == 1 and type(parts[0]) is int:
            return self.values[parts[0]]
        return "".join([part if type(part) is str else self.values[part] if type(part) is int
                        else quoted(self.values[part[0]]) for part in parts])

    def learn(self, event: traffic.Event, answer: Any) -> None:
        for path, number in event.learns:
            value = self.found(answer, path)
            self.values[number] = value if isinstance(value, str | bytes) else str(value)

    def found(self, said: Any, path: tuple[Any, ...]) -> Any:
        try:
            for key in path:
                said = said[key]
            return said
        except (LookupError, TypeError):
            self.different.append(f"nothing at {'.'.join(map(str, path))} in an answer")
            return ""

    def differs(self, polling: bool, words: str) -> None:
        if polling:
            raise Different(words)
        self.different.append(words)

    def client_from(self, address: str | None) -> httpx.Client:
        if address not in self.clients:
            self.clients[address] = httpx.Client(base_url=self.addresses["base_url"], timeout=30, trust_env=False,
                                                 transport=httpx.HTTPTransport(local_address=address, verify=False))
        return self.clients[address]

    def database(self, number: int) -> psycopg.Connection:
        if number not in self.databases:
            self.databases[number] = psycopg.connect(self.addresses["database_url"], autocommit=True,
                                                     application_name="muster")
            self.databases[number].execute(_SESSION)
        return self.databases[number]

    def cache(self, number: int) -> redis.Redis:
        if number not in self.caches:
            urls = {int(url.rpartition("/")[2]): url for url in (self.addresses["redis_url"], self.addresses["broker_url"])}
            self.caches[number] = redis.Redis.from_url(urls[number], client_name="muster")
        return self.caches[number]


class _Socket:
    """A WebSocket and a thread that keeps its frames."""

    def __init__(self, url: str, headers: list[str]):
        self.frames: list[tuple[Any, Any]] = []
        self.sent_at = 0
        self.closed = False
        self.changed = threading.Condition()
        self.socket = websocket.create_connection(url, timeout=10, header=headers, suppress_origin=True)
        self.socket.settimeout(None)
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def send(self, text: str) -> None:
        self.sent_at = len(self.frames)
        self.socket.send(text)

    def read(self) -> None:
        while True:
            try:
                code, content = self.socket.recv_data()
            except (websocket.WebSocketException, OSError):
                code = websocket.ABNF.OPCODE_CLOSE
            with self.changed:
                if code == websocket.ABNF.OPCODE_CLOSE:
                    self.closed = True
                    self.changed.notify_all()
                    return
                frame = json.loads(content)
                self.frames.append((frame.get("type"), state(frame.get("data"))))
                self.changed.notify_all()

    def await_frame(self, wanted: tuple[Any, Any], start: int) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: wanted in self.frames[start:], SECONDS)

    def await_close(self) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: self.closed, SECONDS)

    def close(self) -> None:
        self.socket.send_close()
        self.reader.join(timeout=1)
        self.socket.shutdown()


def state(said: Any) -> Any:
    """How what was answered stands: its states, or how many it has of each."""
    if isinstance(said, dict):
        if "items" in said:
            return len(said["items"]), sorted(map(repr, map(state, said["items"])))
        return tuple((name, said[name]) for name in _STATES if name in said)
    if isinstance(said, list):
        return len(said)
    return None


def lasting(answer: Any) -> Any:
    """An answer of Redis without the lists that come and go with remote control, and without a cursor."""
    if isinstance(answer, tuple | list) and len(answer) == 2 and isinstance(answer[1], list):
        return sorted(key for key in answer[1] if not key.endswith(b".pidbox"))
    if isinstance(answer, bytes) and answer.startswith(b"{"):
        return state(json.loads(answer))
    return answer


def quoted(text: str) -> str:
    """As it stands within an SQL text."""
    escaped = text.replace("'", "''")
    return escaped.replace("\\", "\\\\") if "\\" in text else escaped


def main(recording: str, addresses: str) -> None:
    """Replay, and say how it was."""
    with Path(recording).open("rb") as file:
        known = pickle.load(file)
    answer = Replay(known, json.loads(Path(addresses).read_text())).run()
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
