"""Every setting of a run, once: its type, its default, where it may come from, and whether it is a secret.

Order of precedence: the command line (``-D name=value``), then the environment (``MUSTER_NAME``),
then the file (``[behave.userdata]`` in behave.ini), then the default written here.
"""

from __future__ import annotations

import difflib
import math
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from support.reporting.masking import secrets_in_address

ENVIRONMENT_PREFIX = "MUSTER_"
# setting -> the schemes that its address may have, and how one looks
_ADDRESSES = {
    "base_url": (("http", "https"), "http://127.0.0.1:8000"),
    "database_url": (("postgresql", "postgres"), "postgresql://user:password@127.0.0.1:5432/name"),
    "redis_url": (("redis", "rediss"), "redis://127.0.0.1:6379/1"),
    "broker_url": (("redis", "rediss"), "redis://127.0.0.1:6379/0"),
}
SHORTEST_SIGNING_KEY = 32  # characters
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")


class UsageError(Exception):
    """The run was asked for something that it cannot do; ends with exit code 2 before the first scenario."""


def setting(default: Any, words: str, *, secret: bool = False, environment: tuple[str, ...] = ()) -> Any:
    """One setting: its default, its meaning in ``words``, and further environment variables that may name it."""
    return field(default=default, metadata={"words": words, "secret": secret, "environment": environment})


@dataclass(frozen=True)
class Settings:
    """What a run was told. Immutable; ``sources`` says for each name where its value came from."""

    target: str = setting("reference", "the system to drive: reference (booted here) or deployed (by its address)")
    base_url: str = setting("", "address of a deployed platform, such as http://127.0.0.1:8000")
    database_url: str = setting(
        "", "PostgreSQL of the platform; empty: a private one is booted (reference) or none is used (deployed)",
        secret=True, environment=("TESTING_DATABASE_URL", "DATABASE_URL"))
    redis_url: str = setting("", "Redis database of the platform's keys; empty: as for database_url", secret=True)
    broker_url: str = setting("", "Redis database of the task queue; empty: the number after redis_url's", secret=True)
    platform_key: str = setting("", "key for the operations that are above all tenants", secret=True)
    base_domain: str = setting("platform.test", "domain below which each tenant has its host")
    signing_key: str = setting("", "key that signs access tokens, at least 32 characters", secret=True)
    listed_origin: str = setting("", "origin whose pages a deployed platform lets in, such as https://app.example")
    stand_in_host: str = setting("127.0.0.1", "address under which the platform reaches the suite's stand-ins")
    mail_port: int = setting(0, "port at which the suite takes the platform's mail; 0: a free one (reference) or none")
    face_port: int = setting(0, "port at which the suite recognises faces; 0: a free one (reference) or none")
    language_model_port: int = setting(
        0, "port at which the suite is the language model; 0: a free one (reference) or none")
    webhook_port: int = setting(0, "port at which the suite takes what the platform posts to webhooks; 0: a free one "
                                   "(reference) or none")
    broken: str = setting("", "start the reference platform with one rule broken: a module of tests/broken")
    pace: str = setting("ready", "of the reference platform: ready, or late (what may follow an answer takes its time)")
    probes: int = setting(200, "requests of the suite's own making that are sent where a scenario sends any")
    seed: int = setting(0, "seed of the generated data; 0: a fresh one, printed and reported")
    release: str = setting("", "the release that the sign-off speaks of; empty: the version that the target reports")
    area: str = setting("", "only scenarios of this area (missions, accounts …)")
    requirement: str = setting("", "only scenarios that show this requirement (MIS-004)")
    system: str = setting("", "only scenarios that show a requirement of this earlier suite (RAGLOX, PRS, Facility …)")
    reports: Path = setting(Path("reports"), "folder in which each run makes a folder of its own")
    cache: Path = setting(Path(), "folder for what a later run need not make again; empty: the user's cache folder")
    allure_page: str = setting("yes", "make the page of the Allure results: yes or no (the results are made anyway)")
    reset: str = setting("delete", "how a scenario's rows are removed: delete (only what is dirty) or truncate (all)")
    await_seconds: float = setting(5.0, "deadline for what becomes true later and states no time of its own")
    answer_seconds: float = setting(30.0, "how long the platform may take for one answer until it is taken as silent")
    boot_seconds: float = setting(60.0, "how long the platform may take until it can be reached")
    scenario_seconds: float = setting(300.0, "how long one scenario may take")
    worker_slots: int = setting(2, "tasks that the booted worker runs at once")
    sources: Mapping[str, str] = field(default_factory=dict, compare=False, metadata={"words": "", "internal": True})

    @classmethod
    def load(cls, command_line: Mapping[str, str], environment: Mapping[str, str],
             file: Mapping[str, str]) -> Settings:
        """Merge the three sources over the defaults.

        :raises UsageError: for an unknown name or an unusable value, naming it and where it stands.
        """
        known = {each.name: each for each in fields(cls) if not each.metadata.get("internal")}
        _refuse_unknown(known, command_line, "-D {}")
        _refuse_unknown(known, file, "behave.ini [behave.userdata] {}")
        _refuse_unknown(known, _prefixed(environment), ENVIRONMENT_PREFIX + "{}", shown=str.upper)
        values, sources = {}, {}
        for name, each in known.items():
            for source, given in _places(name, each.metadata["environment"], command_line, environment, file):
                if given is not None:
                    if given == "" and isinstance(each.default, Path):
                        break  # no folder at all: the default
                    values[name] = _convert(name, given, type(each.default), source)
                    sources[name] = source
                    break
        values["seed"] = values.get("seed") or random.SystemRandom().randrange(1, 2**31)
        settings = cls(**values, sources=sources)
        settings._check()
        return settings

    def _check(self) -> None:
        """What no single value can tell: combinations."""
        if self.target == "deployed" and not self.base_url:
            raise UsageError("target=deployed needs the platform's address: -D base_url=http://…")
        if self.target != "deployed" and self.base_url:
            raise UsageError(f"base_url goes with target=deployed, and the target is {self.target}")
        for name, words in (("reset", ("delete", "truncate")), ("allure_page", ("yes", "no")), ("pace", ("ready", "late"))):
            if getattr(self, name) not in words:
                raise UsageError(f"{name} is {getattr(self, name)!r}, and can be {' or '.join(words)}")
        if self.pace == "late" and (self.broken or self.target != "reference"):
            raise UsageError("pace=late is of the reference platform as it is, so it goes with no other target and with "
                             "nothing broken")
        for name, (schemes, example) in _ADDRESSES.items():
            value = getattr(self, name)
            if value and not _is_address(value, schemes):
                raise UsageError(f"{name} is no {schemes[0]} address: {redact_url(value)!r} (from {self.sources[name]}); "
                                 f"one looks like {example}")
        if self.signing_key and len(self.signing_key) < SHORTEST_SIGNING_KEY:
            raise UsageError(f"signing_key has {len(self.signing_key)} characters (from {self._source('signing_key')}), "
                             f"and should have at least {SHORTEST_SIGNING_KEY}: the one that the platform signs with")
        if not _DOMAIN.fullmatch(self.base_domain):
            raise UsageError(f"base_domain is {self.base_domain!r} (from {self._source('base_domain')}), and should be "
                             "the name of a domain, such as platform.test")
        for name in ("await_seconds", "answer_seconds", "boot_seconds", "scenario_seconds"):
            if not 0 < getattr(self, name) < math.inf:
                raise UsageError(f"{name} is {getattr(self, name)}, and should be a number of seconds above 0")
        for name in ("mail_port", "face_port", "language_model_port", "webhook_port"):
            if not 0 <= getattr(self, name) < 2**16:
                raise UsageError(f"{name} is {getattr(self, name)}, and should be the number of a port, or 0")
        if not 1 <= self.worker_slots <= 32:
            raise UsageError(f"worker_slots is {self.worker_slots}, and should be 1 to 32")

    def _source(self, name: str) -> str:
        return self.sources.get(name, "the default")

    def shown(self) -> dict[str, str]:
        """Every setting as text, with secrets masked: for the reports and the console."""
        return {each.name: self._shown(each) for each in fields(self) if not each.metadata.get("internal")}

    def _shown(self, each: Any) -> str:
        value = getattr(self, each.name)
        if value == Path():
            return ""
        if each.metadata["secret"] and value:
            return redact_url(value) if "://" in value else "***"
        return str(value)

    def secrets(self) -> list[str]:
        """The values that may never be written anywhere: for the mask."""
        found = {self.platform_key, self.signing_key}
        for url in (self.base_url, self.database_url, self.redis_url, self.broker_url):
            found |= set(secrets_in_address(url))
        return sorted(value for value in found if value)


def redact_url(url: str) -> str:
    """The same address with ``***`` for its password, in front of the host and in the query alike."""
    head, found, rest = url.partition("://")
    login, at, place = rest.rpartition("@")  # by hand: what is no address at all must be redacted too
    if found and at and ":" in login:
        url = f"{head}://{login.split(':')[0]}:***@{place}"
    return re.sub(r"([?&][^=&]*(?:password|secret|token|key)[^=&]*=)[^&]+", r"\1***", url, flags=re.IGNORECASE)


def _is_address(url: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme.split("+")[0] in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that is not closed
        return False


def _prefixed(environment: Mapping[str, str]) -> dict[str, str]:
    return {name[len(ENVIRONMENT_PREFIX):].lower(): value for name, value in environment.items()
            if name.startswith(ENVIRONMENT_PREFIX)}


def _refuse_unknown(known: Mapping[str, Any], given: Mapping[str, str], where: str, shown=str) -> None:
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"; did you mean {where.format(shown(near[0]))}?" if near else "; the README lists them all"
            raise UsageError(f"unknown setting {where.format(shown(name))}{hint}")


def _places(name, further, command_line, environment, file):
    yield f"-D {name}", command_line.get(name)
    for variable in (ENVIRONMENT_PREFIX + name.upper(), *further):
        yield variable, environment.get(variable) or None
    yield "behave.ini", file.get(name)


def _convert(name: str, text: str, kind: type, source: str) -> Any:
    try:
        return kind(text)
    except ValueError:
        wanted = {int: "a whole number", float: "a number"}.get(kind, kind.__name__)
        raise UsageError(f"{name} is {text!r} (from {source}), and should be {wanted}") from None


def markdown_table() -> str:
    """All settings as the README lists them: ``python -m support.settings``."""
    lines = ["| setting | default | what it is |", "|---|---|---|"]
    for each in fields(Settings):
        if not each.metadata.get("internal"):
            further = "".join(f", else `{name}`" for name in each.metadata["environment"])
            default = f"`{each.default}`" if str(each.default) not in ("", ".") else ""
            lines.append(f"| `{each.name}` | {default} | {each.metadata['words']}"
                         f"{f' (environment: `MUSTER_{each.name.upper()}`{further})' if further else ''} |")
    return "\n".join(lines)


if __name__ == "__main__":
    import sys

    sys.stdout.write(markdown_table() + "\n")
