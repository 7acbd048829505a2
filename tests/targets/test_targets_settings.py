"""What a run cannot do with its settings is refused before anything is started."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.settings import Settings, UsageError
from support.targets import make_target
from support.targets.broken_variants import no_such_variant


@pytest.mark.parametrize(("variable", "value", "words"), [
    ("MUSTER_SIGNING_KEY", "shortkey", "signing_key has 8 characters (from MUSTER_SIGNING_KEY), and should have at"),
    ("MUSTER_BASE_DOMAIN", "a b", "base_domain is 'a b' (from MUSTER_BASE_DOMAIN), and should be the name of a domain"),
    ("MUSTER_BASE_DOMAIN", ".test", "base_domain is '.test'"),
    ("MUSTER_BASE_DOMAIN", "http://platform.test", "base_domain is 'http://platform.test'"),
])
def test_an_unusable_value_is_refused(variable, value, words):
    with pytest.raises(UsageError) as refusal:
        Settings.load({}, {variable: value}, {})
    assert words in str(refusal.value)
    assert "shortkey" not in str(refusal.value)


@pytest.mark.parametrize("domain", ["localhost", "platform.test", "a-b.example.org", "10.0.0.1"])
def test_a_domain_is_taken(domain):
    assert Settings.load({}, {"MUSTER_BASE_DOMAIN": domain}, {}).base_domain == domain


@pytest.mark.parametrize(("command_line", "file"), [({"reports": ""}, {}), ({}, {"reports": ""})])
def test_an_empty_folder_is_the_default(command_line, file):
    settings = Settings.load(command_line, {}, file)
    assert settings.reports == Path("reports")
    assert "reports" not in settings.sources


def test_an_unknown_variant_names_the_nearest(tmp_path):
    with pytest.raises(UsageError) as refusal:
        make_target(Settings.load({"broken": "pause_keeps_surveing"}, {}, {}), tmp_path)
    words = str(refusal.value)
    assert words.startswith("there is no broken variant 'pause_keeps_surveing'; the nearest of ")
    assert "pause_keeps_surveying" in words
    assert words.count(",") == 2


def test_three_are_named_however_far_they_are_and_none_where_there_are_none():
    known = [f"variant_{number}" for number in range(50)]
    assert no_such_variant("zzz", known).count("variant_") == 3
    assert "the nearest of 50: " in no_such_variant("zzz", known)
    assert "there are none" in no_such_variant("zzz", [])
