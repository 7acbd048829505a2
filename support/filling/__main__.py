"""``python -m support.filling fill | remove``: so many records of each kind for a tenant, through its API, and away again.

``fill`` signs in as an administrator, makes what is asked for (``missions=50 rules=20 sites=5``) and writes down in a file
what it made. ``remove`` deletes exactly what stands in that file. What the platform keeps for good (tickets, payments …)
is taken out of its database, which has to carry the suite's mark. The password is taken from MUSTER_PASSWORD.

Exit codes: 0 done, 1 refused by the platform, 2 wrongly asked, 3 not reachable.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx

from support.data import Data
from support.datastores.guard import Datastores, Unreachable, check
from support.datastores.rows import remove_rows
from support.drivers.database import Database
from support.drivers.own_address import address_of
from support.filling.kinds import KEPT, KINDS
from support.settings import UsageError

V1, V2 = "/api/v1", "/api/v2"
PASSWORD = "MUSTER_PASSWORD"
MOST = 100_000


class Refused(Exception):
    """The platform did not do what it was asked for."""


class Filling:
    """Fills one tenant, signed in as one of its people."""

    def __init__(self, client: httpx.Client, tenant: str, email: str, password: str):
        self._client, self._headers = client, {"X-Tenant": tenant}
        signed_in = _accepted(self._ask("POST", f"{V1}/auth/login", {"email": email, "password": password}))
        self._headers["Authorization"] = f"Bearer {signed_in['access_token']}"
        self._tenant_id = _accepted(self._ask("GET", f"{V2}/tenant"))["id"]

    def make(self, counts: dict[str, int], data: Data, made: list[str]) -> None:
        """So many of each kind; their paths are added to ``made`` one by one, whatever becomes of the next.

        Those that belong to others are spread over them.
        """
        ids: dict[str, list[str]] = {}
        for name, kind in KINDS.items():
            for number in range(1, counts.get(name, 0) + 1):
                of = {above: ids[above][number % len(ids[above])] for above in kind.belongs_to}
                record = _accepted(self._ask("POST", kind.path.format(**of), kind.record(data, number, of)))
                ids.setdefault(name, []).append(record["id"])
                made.append(f"{kind.removed_at or kind.path}/{record['id']}")

    def remove(self, made: list[str], database: Database | None) -> int:
        """Delete each, the latest first; how many were still there. What was removed leaves ``made``.

        :param database: the platform's own, for what the platform keeps for good.
        """
        count = 0
        while made:
            count += self._remove(made[-1], database)
            made.pop()
        return count

    def _remove(self, path: str, database: Database | None) -> int:
        place, _, record_id = path.rpartition("/")
        if place in KEPT:
            return remove_rows(database, KEPT[place], self._tenant_id, [record_id])
        answer = self._ask("DELETE", path)
        if answer.status_code == 404:
            return 0
        _accepted(answer)
        return 1

    def _ask(self, method: str, path: str, body: Any = None) -> httpx.Response:
        """Ask, and where that comes too often wait for as long as the platform says."""
        while True:
            answer = self._client.request(method, path, headers=self._headers, json=body)
            if answer.status_code != 429:
                return answer
            threading.Event().wait(float(answer.headers["Retry-After"]))


def _accepted(answer: httpx.Response) -> Any:
    if not answer.is_success:
        raise Refused(f"{answer.request.method} {answer.request.url.path} was answered with {answer.status_code}: "
                      f"{answer.text[:300]}")
    return answer.json() if answer.content else None


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; the exit code."""
    options = _parser().parse_args(arguments)
    password = os.environ.get(PASSWORD, "")
    if not password:
        sys.stderr.write(f"the password of {options.email} is missing: set {PASSWORD}\n")
        return 2
    try:
        # From an address of its own on this machine: sign-ins are counted by address.
        way = httpx.HTTPTransport(local_address=address_of(f"{options.email} {options.tenant}", options.base_url),
                                  trust_env=False)
        with (_marked(options.database_url) as database,
              httpx.Client(base_url=options.base_url, transport=way, timeout=30.0) as client):
            filling = Filling(client, options.tenant, options.email, password)
            return _fill(filling, options) if options.command == "fill" else _remove(filling, options, database)
    except UsageError as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    except Unreachable as fault:
        sys.stderr.write(f"{fault}\n")
        return 3
    except Refused as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    except (OSError, ValueError) as fault:
        sys.stderr.write(f"{options.file} cannot be used: {fault}\n")
        return 2
    except httpx.TransportError as fault:
        sys.stderr.write(f"nobody answers at {options.base_url}: {fault}\n")
        return 3


@contextmanager
def _marked(url: str) -> Iterator[Database | None]:
    """The database that was given: one that carries the suite's mark; None without one.

    :raises UsageError: when it carries none.
    """
    if not url:
        yield None
        return
    check(Datastores.of(url))
    with closing(Database(url)) as database:
        yield database


def _require_database(kept: Iterable[str], url: str) -> None:
    names = sorted(kept)
    if names and not url:
        raise UsageError(f"the platform keeps {' and '.join(names)} for good: to have them taken away again, give its "
                         "database, marked as the suite's own: --database-url=postgresql://… (or DATABASE_URL)")


def _fill(filling: Filling, options: argparse.Namespace) -> int:
    if options.file.exists():
        sys.stderr.write(f"{options.file} tells of an earlier filling: remove that first, or name another file\n")
        return 2
    counts = dict(options.records)
    missing = sorted({above for kind, count in counts.items() if count for above in KINDS[kind].belongs_to
                      if not counts.get(above)})
    if missing:
        sys.stderr.write(f"what is to be made belongs to {' and '.join(missing)}: say how many of these, too\n")
        return 2
    _require_database((kind for kind, count in counts.items() if count and KINDS[kind].kept_in), options.database_url)
    made: list[str] = []
    try:
        filling.make(counts, Data(options.seed, options.tenant, f"{options.seed}"), made)
    finally:
        options.file.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
        sys.stdout.write(f"{len(made)} records made; {options.file} says which\n")
    return 0


def _remove(filling: Filling, options: argparse.Namespace, database: Database | None) -> int:
    made = json.loads(options.file.read_text(encoding="utf-8"))
    _require_database({KEPT[place] for path in made if (place := path.rpartition("/")[0]) in KEPT}, options.database_url)
    try:
        count = filling.remove(made, database)
    finally:
        options.file.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    options.file.unlink()
    sys.stdout.write(f"{count} records removed\n")
    return 0


def _records(text: str) -> tuple[str, int]:
    kind, _, count = text.partition("=")
    if kind not in KINDS or not count.isdigit() or int(count) > MOST:
        raise argparse.ArgumentTypeError(f"{text!r} should be a kind ({', '.join(KINDS)}) and a number, such as missions=50")
    return kind, int(count)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m support.filling", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (("fill", "make so many records of each kind"), ("remove", "delete what was made")):
        command = commands.add_parser(name, help=words, description=words)
        command.add_argument("--base-url", required=True, help="address of the platform")
        command.add_argument("--tenant", required=True, help="the tenant's slug")
        command.add_argument("--email", required=True, help="who signs in: an administrator of the tenant")
        command.add_argument("--file", type=Path, required=True, help="what was made stands there")
        command.add_argument("--database-url", default=os.environ.get("DATABASE_URL", ""), help="the platform's own, "
                             "marked as the suite's: only with it what the platform keeps for good is made and taken away")
        if name == "fill":
            command.add_argument("--seed", type=int, default=1, help="the same seed makes the same records (default: 1)")
            command.add_argument("records", nargs="+", type=_records, metavar="KIND=NUMBER", help=", ".join(KINDS))
    return parser


if __name__ == "__main__":
    sys.exit(main())
