"""Keeps secrets out of everything that is written: known values, and the places where unknown ones stand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urlsplit

from support.reporting.known_values import KnownValues

MASK = "***"
_LONGEST_KNOWN, _MOST_KNOWN = 200, 20_000  # characters, texts
_JUST_MADE = 1_000  # longer texts that are not masked once more while nothing is learnt
_SHORTEST = 6  # a shorter value would blank out ordinary words; it is masked only where secrets stand

_WORDS = ("password", "passwd", "pwd", "passphrase", "secret", "token", "csrf", "credential")
_KEYS = ("api", "platform", "signing", "private", "access", "secret")
_SECRET = rf"(?:{'|'.join(_WORDS)}|(?:{'|'.join(_KEYS)})[-_]?key)"
_NAME = rf"[\w.-]{{0,60}}{_SECRET}[\w.-]{{0,60}}"  # bounded: a text without an end must not take time without one
_HEADER = rf"(?:authorization|proxy-authorization|cookie|set-cookie|x-{_NAME})"
# A number or a plain word beside such a name is no secret if the name says that it counts or sorts something.
_COUNTS = re.compile(r"(?:expires?_(?:in|at|after)|tokens|(?:tokens?|password|secret|key)[_-](?:type|count|used|limit|length"
                     r"|minimum|maximum|min_length|max_length|version|hash_time_cost|hash_memory_cost))$", re.IGNORECASE)
_PLAIN = re.compile(r"^(?:-?\d+(?:\.\d+)?|bearer|true|false|null)$", re.IGNORECASE)

# What a signed token looks like.
_SIGNED_FORM = r"(?-i:eyJ)[\w-]{8,}(?:\.[\w-]+)*"
_SIGNED = re.compile(_SIGNED_FORM)

_BESIDE_A_NAME = frozenset((*_WORDS, "key"))
_QUOTED_HEADERS = frozenset(f"{name}{end}" for name in ("authorization", "cookie") for end in ("\"", "'", "\\"))
_SECRET_NAME = re.compile(_NAME, re.IGNORECASE)
_SECRET_HEADER = re.compile(_HEADER, re.IGNORECASE)
_SPACE = r"[^\S\n]"  # nothing that belongs together stands on two lines


@dataclass(frozen=True)
class _Place:
    """Where secrets stand: ``leads`` ends where one may begin, and has a group ``name``; ``follows`` is the secret.

    ``words``: one of them is in each text that has such a place. To look for them first, and for any name before asking
    whether it is a secret's, is what makes it quick.
    """

    words: frozenset[str]
    leads: re.Pattern[str]
    is_secret: Callable[[str], object]
    follows: re.Pattern[str]


@lru_cache(maxsize=10_000)
def _is_name(name: str) -> bool:
    return bool(_SECRET_NAME.fullmatch(name))


@lru_cache(maxsize=10_000)
def _is_name_or_header(name: str) -> bool:
    return bool(_SECRET_NAME.fullmatch(name) or _SECRET_HEADER.fullmatch(name))


_KEY = re.compile(rf"""(?P<quote>\\{{0,7}}["'])(?P<name>[\w.-]{{1,200}})(?P=quote){_SPACE}*:{_SPACE}*""")
_PLACES = (
    # "password": "…" as JSON or Python writes it, also as text inside of such a text, and cut off before its end
    _Place(_BESIDE_A_NAME | _QUOTED_HEADERS, _KEY, _is_name_or_header, re.compile(
        r"""(?P<open>\\{0,7}["'])(?P<secret>(?:(?!(?P=open))(?:\\.|.))+)(?:(?P=open)|$)""", re.MULTILINE)),
    # "password": 1234
    _Place(_BESIDE_A_NAME, _KEY, _is_name, re.compile(r"(?P<secret>-?\d[\d.]*)")),
    # password='…' as a connection's settings are written
    _Place(_BESIDE_A_NAME, re.compile(rf"(?<![\w.-])(?P<name>[\w.-]{{1,200}}){_SPACE}?={_SPACE}?"), _is_name, re.compile(
        r"""(?P<open>["'])(?P<secret>(?:(?!(?P=open)).)+)(?:(?P=open)|$)""", re.MULTILINE)),
    # password=… in a query, a form, a command line, also percent-encoded
    _Place(_BESIDE_A_NAME, re.compile(r"(?<![\w.-])(?P<name>[\w.-]{1,200})(?:=|%3D)", re.IGNORECASE), _is_name, re.compile(
        r"""(?P<secret>(?:(?!%26)[^&\s"'])+)""")),
    _Place(_BESIDE_A_NAME | {"authorization", "cookie"}, re.compile(rf"\n(?P<name>{_HEADER}):[ \t]*", re.IGNORECASE),
           _is_name_or_header, re.compile(rf"(?P<secret>.+?){_SPACE}*$", re.MULTILINE)),
)
# What is a secret whatever stands before it: a token that somebody signed, and the password of an address.
_FORMS = tuple((word, re.compile(pattern, re.IGNORECASE)) for word, pattern in (
    ("eyj", rf"(?P<before>){_SIGNED_FORM}(?P<after>)"),
    ("://", r"""(?P<before>\w://[^\s/:@"]*:)[^\s/?#"<>]+(?P<after>@)"""),
    ("%3a%2f%2f", r"""(?P<before>\w%3A%2F%2F(?:(?!%3A|%40|%2F)[^\s"])*%3A)(?:(?!%2F|%40)[^\s"])+(?P<after>%40)"""),
))
_ALL_WORDS = tuple(sorted(frozenset[str]().union(*(place.words for place in _PLACES), (word for word, _ in _FORMS))))


class Mask:
    """Replaces secrets by ``***``, and half a character by its escape: nothing could write it. One for a run; it learns
    values as they turn up."""

    def __init__(self, values: list[str] | tuple[str, ...] = ()):
        self._values = KnownValues()
        self._short: set[str] = set()
        self._short_pattern: re.Pattern[str] | None = None
        self.generation = 0  # goes up when something is learnt: what was masked before may hold it
        self._known: dict[str, str] = {}  # short texts, and what they are without secrets: most come again and again
        self._made: set[str] = set()  # longer ones without secrets: what is recorded masked comes again when it is written
        for value in values:
            self.learn(value)

    def learn(self, value: str | None) -> None:
        """Never let ``value`` be written from now on, be it percent-encoded, decoded, or as JSON writes it.

        One under 6 characters is masked where it stands alone behind the name of a header; in an address, and beside
        the name of a password or a key, every value is masked, known or not.
        """
        for form in () if _SIGNED.fullmatch(value or "") else _forms(value or ""):  # a signed one is known by its form
            if form not in self._values and form not in self._short:
                self._add(form)
                self._known, self._made = {}, set()  # other ones: whoever is masking at this moment adds to the former
                self.generation += 1

    def _add(self, form: str) -> None:
        if len(form) >= _SHORTEST:
            self._values.add(form)
        else:
            self._short.add(form)
            self._short_pattern = None

    def __call__(self, text: str) -> str:
        """``text`` with every known secret, and whatever stands where secrets stand, replaced."""
        known, made = self._known, self._made
        if text in known:
            return known[text]
        if text in made:
            return text
        masked = self._without_secrets(text)
        if len(text) <= _LONGEST_KNOWN:
            if len(known) < _MOST_KNOWN:
                known[text] = masked
        else:
            if len(made) >= _JUST_MADE:
                made.clear()
            made.add(masked)
        return masked

    def is_needless(self, json_text: str) -> bool:
        """Whether no text in this JSON can hold anything to mask, be it known or where secrets stand; False in doubt."""
        return not (self._short or self._values.found_in(json_text) or _has_one_of(_ALL_WORDS, json_text.lower()))

    def _without_secrets(self, text: str) -> str:
        for value in self._values.found_in(text):
            text = text.replace(value, MASK)
        if self._short:
            if self._short_pattern is None:
                self._short_pattern = re.compile(rf"^([\w-]+:[ \t]*(?:\w+[ \t]+)?)(?:{_any_of(self._short)})[ \t]*$",
                                                 re.MULTILINE)
            text = self._short_pattern.sub(rf"\g<1>{MASK}", text)
        lower = text.lower()
        words = [word for word in _ALL_WORDS if word in lower]
        return writable(_without_places(text, words) if words else text)


def writable(text: str) -> str:
    """The text, with half a character, as an answer may hold one, as it is escaped: ``\\ud83d``."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def secrets_in_address(address: str) -> list[str]:
    """The secrets that an address carries: its password, and what its query says beside names such as ``sslpassword``.

    As they are written there; ``Mask.learn`` knows their decoded form as well.
    """
    parts = urlsplit(address)
    pairs = [pair.partition("=") for pair in parts.query.split("&")]
    return [secret for secret in (parts.password, *(value for name, _, value in pairs
                                                    if _SECRET_NAME.fullmatch(unquote(name)))) if secret]


def _forms(value: str) -> set[str]:
    """How one secret may be written."""
    plain = {value, unquote(value), unquote_plus(value)}
    encoded = {encode(each) for each in plain for encode in (quote, quote_plus, lambda text: quote(text, safe=""),
                                                            lambda text: json.dumps(text)[1:-1],
                                                            lambda text: json.dumps(text, ensure_ascii=False)[1:-1])}
    return {form for form in plain | encoded if form.strip()}


def _any_of(values: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(values, key=len, reverse=True)))


def _has_one_of(words: Iterable[str], lower: str) -> bool:
    return any(word in lower for word in words)


def _without_places(text: str, words: Iterable[str]) -> str:
    """A text in which these words are, with whatever stands where secrets stand replaced."""
    text = f"\n{text}"  # each line begins alike
    for place in _PLACES:
        if not place.words.isdisjoint(words):
            text = _without_secrets_at(place, text)
    for word, form in _FORMS:
        if word in words:
            text = form.sub(rf"\g<before>{MASK}\g<after>", text)
    return text[1:]


def _without_secrets_at(place: _Place, text: str) -> str:
    shown: list[str] = []
    done = at = 0
    while lead := place.leads.search(text, at):
        secret = place.follows.match(text, lead.end()) if place.is_secret(lead["name"]) else None
        if secret is None:
            at = lead.end("name")  # what separates it from the next may be a part of that
            continue
        at = secret.end()
        if not (_COUNTS.search(lead["name"]) and _PLAIN.match(secret["secret"])):
            shown += text[done:secret.start("secret")], MASK
            done = secret.end("secret")
    return "".join((*shown, text[done:]))
