"""Whoever adds an operation says who may use it: features/operations.csv, by which every role is tried on all of them."""

from reference.core.application import build
from support.domain.permission_tables import faults, permissions


def test_each_operation_says_what_it_needs_and_no_other_is_spoken_of():
    described = build().openapi()["paths"]

    words = faults(f"{method.upper()} {path}" for path, item in described.items() for method in item)
    assert words == [], "\n".join(words)


def test_each_permission_says_what_each_role_may():
    roles = ["admin", "supervisor", "operator", "worker", "sales", "verifier", "viewer"]

    assert [name for name, letters in permissions().items() if list(letters) != roles] == []
    assert {letter for letters in permissions().values() for letter in letters.values()} == {"A", "O", "-"}
