"""Keeps secrets out of everything that is written: known values, and the places where unknown ones stand."""

from __future__ import annotations

import json
import re
from bisect import insort
from collections.abc import Iterable
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urlsplit

MASK = "***"
_LONGEST_KNOWN, _MOST_KNOWN = 200, 20_000  # characters, texts
_SOME = 300  # values that are looked for one by one
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

# Each: words of which one must be in a line (looking for them first makes it quick), and the pattern: what stands before,
# with the name, then the secret, then what stands behind it.
_BESIDE_A_NAME = (*_WORDS, "key")
_HEADERS = ("authorization", "cookie", "x-")
_PLACES = tuple((words, re.compile(pattern, re.IGNORECASE)) for words, pattern in (
    # "password": "…" as JSON or Python writes it, also as text inside of such a text, and cut off before its end
    (_BESIDE_A_NAME + _HEADERS,
     rf"""(?P<before>(?P<quote>\\{{0,7}}["'])(?P<name>{_NAME}|{_HEADER})(?P=quote)\s*:\s*(?P<open>\\{{0,7}}["']))"""
     r"""(?P<secret>(?:(?!(?P=open))(?:\\.|.))+)(?P<after>(?P=open)|$)"""),
    # "password": 1234
    (_BESIDE_A_NAME,
     rf"""(?P<before>(?P<quote>\\{{0,7}}["'])(?P<name>{_NAME})(?P=quote)\s*:\s*)(?P<secret>-?\d[\d.]*)(?P<after>)"""),
    # password='…' as a connection's settings are written
    (_BESIDE_A_NAME,
     rf"""(?P<before>(?<![\w.-])(?P<name>{_NAME})\s?=\s?(?P<open>["']))(?P<secret>(?:(?!(?P=open)).)+)(?P<after>(?P=open)|$)"""),
    # password=… in a query, a form, a command line, also percent-encoded
    (_BESIDE_A_NAME,
     rf"""(?P<before>(?<![\w.-])(?P<name>{_NAME})(?:=|%3D))(?P<secret>(?:(?!%26)[^&\s"'])+)(?P<after>)"""),
    (_HEADERS, rf"(?P<before>^(?P<name>{_HEADER}):[ \t]*)(?P<secret>.+?)(?P<after>\s*)$"),
    # a token that somebody signed, wherever it stands, and the password of an address, also percent-encoded
    (("eyj",), rf"(?P<before>)(?P<secret>{_SIGNED_FORM})(?P<after>)"),
    (("://",), r"""(?P<before>\w://[^\s/:@"]*:)(?P<secret>[^\s/?#"<>]+)(?P<after>@)"""),
    (("%3a%2f%2f",),
     r"""(?P<before>\w%3A%2F%2F(?:(?!%3A|%40|%2F)[^\s"])*%3A)(?P<secret>(?:(?!%2F|%40)[^\s"])+)(?P<after>%40)"""),
))
_ALL_WORDS = tuple(dict.fromkeys(word for words, _ in _PLACES for word in words))
_SECRET_NAME = re.compile(_NAME, re.IGNORECASE)


class Mask:
    """Replaces secrets by ``***``. One for a run; it learns values as they turn up."""

    def __init__(self, values: list[str] | tuple[str, ...] = ()):
        self._values: list[str] = []  # longest first: a shorter one may be a part of it
        self._beginnings: dict[str, list[str]] = {}  # the same by their first characters
        self._short: set[str] = set()
        self._short_pattern: re.Pattern[str] | None = None
        self.generation = 0  # goes up when something is learnt: what was masked before may hold it
        self._known: dict[str, str] = {}  # short texts, and what they are without secrets: most come again and again
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
                self._known = {}  # another one: whoever is masking at this moment adds to the former
                self.generation += 1

    def _add(self, form: str) -> None:
        if len(form) >= _SHORTEST:
            values = [*self._values]  # another list: somebody may be masking with this one
            insort(values, form, key=lambda each: -len(each))
            self._values = values
            self._beginnings = self._beginnings | {form[:_SHORTEST]: [*self._beginnings.get(form[:_SHORTEST], ()), form]}
        else:
            self._short.add(form)
            self._short_pattern = None

    def __call__(self, text: str) -> str:
        """``text`` with every known secret, and whatever stands where secrets stand, replaced."""
        known = self._known
        if text not in known:
            if len(text) > _LONGEST_KNOWN or len(known) >= _MOST_KNOWN:
                return self._without_secrets(text)
            known[text] = self._without_secrets(text)
        return known[text]

    def is_needless(self, json_text: str) -> bool:
        """Whether no text in this JSON can hold anything to mask, be it known or where secrets stand; False in doubt."""
        return not (self._short or self._known_in(json_text) or _has_one_of(_ALL_WORDS, json_text.lower()))

    def _without_secrets(self, text: str) -> str:
        for value in self._known_in(text):
            text = text.replace(value, MASK)
        if self._short:
            if self._short_pattern is None:
                self._short_pattern = re.compile(rf"^([\w-]+:[ \t]*(?:\w+[ \t]+)?)(?:{_any_of(self._short)})[ \t]*$",
                                                 re.MULTILINE)
            text = self._short_pattern.sub(rf"\g<1>{MASK}", text)
        if not _has_one_of(_ALL_WORDS, text.lower()):
            return text
        return "\n".join(map(_without_secrets, text.split("\n")))

    def _known_in(self, text: str) -> list[str]:
        """The known values that stand in a text, longest first.

        Some are looked for one by one. A long run learns thousands: then it is quicker to look at each place of the text
        whether one of them begins there. (One expression of them all would be made anew for each that is learnt.)
        """
        values = self._values
        if len(values) > _SOME:
            beginnings = self._beginnings
            begun = beginnings.keys() & {text[place:place + _SHORTEST] for place in range(len(text) - _SHORTEST + 1)}
            values = sorted((value for each in begun for value in beginnings[each]), key=len, reverse=True)
        return [value for value in values if value in text]


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


def _without_secrets(line: str) -> str:
    lower = line.lower()
    for words, place in _PLACES:
        if _has_one_of(words, lower):
            line = place.sub(_masked, line)
    return line


def _masked(match: re.Match[str]) -> str:
    found = match.groupdict()
    if _COUNTS.search(found.get("name") or "") and _PLAIN.match(found["secret"]):
        return match.group(0)
    return f"{found['before']}{MASK}{found['after']}"
