"""``python -m support.stack``: a stack to try things on, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from contextlib import closing
from dataclasses import fields
from pathlib import Path

from support.datastores.mark import Mark, read_identity, write_key, write_mark
from support.drivers.cache import Cache
from support.drivers.database import Database
from support.settings import Settings, UsageError, redact_url
from support.stack import Addresses, PartNotReady, Stack
from support.stack.platform_parts import outside

EXIT_FAILED, EXIT_USAGE, EXIT_NOT_REACHABLE, EXIT_INTERRUPTED = 1, 2, 3, 130


def main(arguments: list[str]) -> int:
    """Start a stack, say where it is, and keep it until an interrupt; answers the exit code."""
    parser = argparse.ArgumentParser(prog="python -m support.stack", description=__doc__)
    parser.add_argument("-D", dest="given", metavar="NAME=VALUE", action="append", default=[],
                        help="a setting, as behave takes it")
    parser.add_argument("--logs", type=Path, help="folder for the logs of the parts (else: a private one)")
    parser.add_argument("--show-secrets", action="store_true", help="write passwords and keys to the terminal too")
    parser.add_argument("--platform-module", default="reference", help="what the platform is started from")
    parser.add_argument("--schema-module", default="reference", help="what the schema is made by")
    chosen = parser.parse_args(arguments)
    try:
        settings = Settings.load(dict(each.partition("=")[::2] for each in chosen.given), os.environ, {})
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_USAGE
    if settings.target != "reference":
        sys.stderr.write(f"this starts a platform of its own, and the target is {settings.target} "
                         f"(from {settings.sources['target']}): leave it out\n")
        return EXIT_USAGE
    for name in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.default_int_handler)
    stack = Stack(settings, chosen.logs, platform_module=chosen.platform_module,
                  schema_module=chosen.schema_module, tell=_say_to_the_person_who_waits,
                  outside=outside(_at(settings, "smtp", settings.mail_port), _at(settings, "http", settings.face_port),
                                  _at(settings, "http", settings.language_model_port)))
    try:
        addresses = stack.await_ready()
        mark_own(settings, addresses)
        _tell(stack, addresses, settings, chosen.show_secrets)
        while not stack.losses():
            signal.sigtimedwait([], 0.5) if hasattr(signal, "sigtimedwait") else signal.pause()
    except (PartNotReady, UsageError) as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_USAGE if isinstance(error, UsageError) else EXIT_NOT_REACHABLE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    finally:
        stack.stop()
    for loss in stack.losses():
        sys.stderr.write(f"{loss}\n")
    return EXIT_FAILED


def _at(settings: Settings, scheme: str, port: int) -> str:
    """The address of the suite's stand-in at this port; empty where it stands in for nobody there."""
    return f"{scheme}://{settings.stand_in_host}:{port}" if port else ""


def mark_own(settings: Settings, addresses: Addresses) -> None:
    """Let runs empty the datastores that were booted here, which nobody else has; given ones stay as they are."""
    with closing(Database(addresses.database_url)) as database:
        found = read_identity(database)
        if not settings.database_url:
            write_mark(database, Mark(found.database, server=found.server))
    for given, own in ((settings.redis_url, addresses.redis_url),
                       (settings.redis_url or settings.broker_url, addresses.broker_url)):
        if not given:
            with closing(Cache(own)) as cache:
                write_key(cache, found.database)


def _say_to_the_person_who_waits(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def _tell(stack: Stack, addresses: Addresses, settings: Settings, show_secrets: bool) -> None:
    file = stack.folder / "addresses.env"
    file.touch(mode=0o600)
    lines = {each.name: getattr(addresses, each.name) for each in fields(addresses)}
    variables = {"target": "deployed", **lines, "base_domain": settings.base_domain}
    file.write_text("".join(f"MUSTER_{name.upper()}='{value}'\n" for name, value in variables.items()))
    for name, value in lines.items():
        shown = value if show_secrets else redact_url(value) if "://" in value else "***"
        sys.stdout.write(f"{name:<13} {shown}\n")
    parts = ", ".join(f"{name} {number}" for name, number in stack.processes().items())
    sys.stdout.write(f"{'processes':<13} {parts}\n{'with secrets':<13} {file}\n"
                     f"Ready after {stack.phases['ready']:.1f} s. Ctrl-C ends it and removes everything.\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
