"""Keeps secrets out of everything that is written: known values, and the places where unknown ones stand."""

from __future__ import annotations

import re

MASK = "***"
_SHORTEST = 6  # a shorter value would blank out ordinary words

_NAMES = r"[\w.-]*(?:password|passwd|secret|token|api_?key|platform[-_]key|csrf)[\w.-]*"
_PLACES = (
    # "password": "…" in JSON, and password=… in a query or a form
    re.compile(rf'("{_NAMES}"\s*:\s*")((?:[^"\\]|\\.)+)(")', re.IGNORECASE),
    re.compile(rf"((?:^|[?&\s])(?:{_NAMES})=)([^&\s\"']+)()", re.IGNORECASE),
    # headers
    re.compile(rf"(^(?:authorization|cookie|set-cookie|proxy-authorization|x-{_NAMES}):[ \t]*)(.+?)()$",
               re.IGNORECASE | re.MULTILINE),
    # a token that somebody signed, wherever it stands, and the password of an address
    re.compile(r"()(eyJ[\w-]{8,}(?:\.[\w-]+)*)()"),
    re.compile(r"(\w://[^\s/:@]*:)([^\s/@]+)(@)"),
)
_HARMLESS = re.compile(r"^(Bearer|null|true|false|\d+|\*\*\*)$")


class Mask:
    """Replaces secrets by ``***``. One for a run; it learns values as they turn up."""

    def __init__(self, values: list[str] | tuple[str, ...] = ()):
        self._values: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        for value in values:
            self.learn(value)

    def learn(self, value: str | None) -> None:
        """Never let ``value`` be written from now on. Values under 6 characters are left to the patterns."""
        if value and len(value) >= _SHORTEST and value not in self._values:
            self._values.add(value)
            self._pattern = None

    def __call__(self, text: str) -> str:
        """``text`` with every known secret, and whatever stands where secrets stand, replaced."""
        if self._values:
            if self._pattern is None:
                longest_first = sorted(self._values, key=len, reverse=True)
                self._pattern = re.compile("|".join(map(re.escape, longest_first)))
            text = self._pattern.sub(MASK, text)
        for place in _PLACES:
            text = place.sub(_masked, text)
        return text


def _masked(match: re.Match[str]) -> str:
    before, value, after = match.groups()
    return match.group(0) if _HARMLESS.match(value) else f"{before}{MASK}{after}"
