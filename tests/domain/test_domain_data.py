"""Generated data: within the rules of every field, never the same twice in a run, of every kind, the same by the seed."""

import re
import unicodedata

from support.data import Data


def drawn(seed: int, scenario: str, unique: str) -> list[tuple[str, ...]]:
    """What a scenario of thirty people would draw."""
    data = Data(seed, scenario, unique)
    return [(data.email("Zoë"), data.full_name("Zoë"), data.slug("Ürün & Söhne"), data.password()) for _ in range(30)]


def test_the_same_seed_draws_the_same_whatever_was_drawn_elsewhere():
    first = drawn(7, "a", "run-1")
    drawn(7, "b", "run-1")

    assert drawn(7, "a", "run-1") == first
    assert drawn(8, "a", "run-1") != first


def test_nothing_is_drawn_twice_in_a_run():
    people = [person for number in range(300) for person in drawn(7, f"scenario {number}", f"run-{number:03d}")]

    for values in zip(*people, strict=True):
        assert len(set(values)) == len(people)


def test_names_have_accents_other_scripts_and_apostrophes():
    names = [name for _, name, _, _ in drawn(7, "a", "run-1")]
    families = [name.removeprefix("Zoë ") for name in names]

    assert sum("'" in each for each in families) == 10
    assert sum(any(letter.isalpha() and "LATIN" not in unicodedata.name(letter) for letter in each)
               for each in families) == 10
    assert sum(bool(re.search("[áéíóú]", each.lower())) for each in families) == 10


def test_each_keeps_the_rules_of_its_field():
    for email, name, slug, password in drawn(7, "a", "20261128-204957-1a2b-001"):
        assert re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", email)
        assert len(email) <= 254
        assert 2 <= len(name) <= 100
        assert name == name.strip()
        assert re.fullmatch(r"[a-z0-9-]{1,50}", slug)
        assert 12 <= len(password) <= 128
