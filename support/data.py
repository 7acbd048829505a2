"""Generated test data: always valid, never the same twice in a run, and the same again for the same seed."""

from __future__ import annotations

import hashlib
import itertools
import random
import re
import string
import unicodedata
from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faker import Faker

_CONSONANTS = "bdfghklmnprstvz"
PASSWORD_SIGNS = string.ascii_letters + string.digits + "#&;$|()'-_"
ENGLISH, OTHER_SCRIPTS = "en_GB", ["el_GR", "ja_JP", "ar_AA"]


class Data:
    """The data of one scenario: drawn from the run's seed and the scenario's id, whatever ran before it.

    Where they may not be the same as anybody else's, they end with ``unique``, which no other scenario or run has.
    """

    def __init__(self, seed: int, scenario_id: str, unique: str):
        self._seed = f"{seed} {scenario_id}"
        self._unique = unique
        self._numbers, self._names = itertools.count(1), itertools.count(1)

    @cached_property
    def _random(self) -> random.Random:
        return random.Random(self._seed)

    @cached_property
    def _faker(self) -> Faker:
        faker = shared_faker()
        for locale in (ENGLISH, *OTHER_SCRIPTS):  # each its own seed: with the same one two locales would draw the same
            faker[locale].seed_instance(f"{self._seed} {locale}")
        return faker

    def email(self, name: str) -> str:
        """An address that no other scenario and no other run has."""
        return f"{plain(name)}.{self._unique}.{next(self._numbers)}@people.example"

    def full_name(self, name: str) -> str:
        """The name that a scenario uses, with a family name that nobody else has in this run: one after the other with
        accents, from another script, and with an apostrophe."""
        number = next(self._names)
        spelled = self._spelled(number, "áéíóú" if number % 3 == 0 else "aeiou")
        if number % 3 == 1:
            return f"{name} {self._faker[self._random.choice(OTHER_SCRIPTS)].last_name()}-{spelled}"
        return f"{name} {spelled}" if number % 3 == 0 else f"{name} O'{spelled}"

    def first_name(self) -> str:
        return self._faker[ENGLISH].first_name()

    def _spelled(self, number: int, vowels: str) -> str:
        """Syllables that spell the scenario and the number: no other draw of the run spells the same."""
        left = int.from_bytes(hashlib.sha256(f"{self._seed} {number}".encode()).digest()[:5])
        spelled = ""
        while left:
            left, consonant = divmod(left, len(_CONSONANTS))
            left, vowel = divmod(left, len(vowels))
            spelled += _CONSONANTS[consonant] + vowels[vowel]
        return spelled.capitalize()

    def password(self) -> str:
        """16 characters of every kind, another each time."""
        return "Aa1!" + "".join(self._random.choices(PASSWORD_SIGNS, k=12))

    def password_like(self, words: str, email: str) -> str:
        """A password "of 12 characters", or one "like her e-mail"."""
        if words.endswith("e-mail"):
            return email
        length = int(words.split()[1])
        return "Aa1!" + "".join(self._random.choices(PASSWORD_SIGNS, k=length - 4))

    def slug(self, name: str) -> str:
        """A tenant's slug that no other scenario and no other run has, of at most 50 characters."""
        ending = f"-{self._unique}-{next(self._numbers)}"
        return plain(name)[:50 - len(ending)] + ending


@cache
def shared_faker() -> Faker:
    """One for the run, which each scenario seeds anew: making one takes as long as a short scenario. It knows names only:
    looking for all that Faker can make up takes as long as the rest of it."""
    from faker import Faker  # 80 ms: only for who needs it

    return Faker([ENGLISH, *OTHER_SCRIPTS], providers=["faker.providers.person"])


def plain(name: str) -> str:
    """The name in lower-case letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "x"
