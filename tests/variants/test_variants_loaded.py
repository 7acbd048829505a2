"""In a platform that is loaded already a variant counts only where all who use what it replaces meet the replacement."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import types
from functools import partial, wraps

import psutil
import pytest

from support.awaiting import await_value
from tests.broken import _platform
from tests.broken._platform import is_held_elsewhere
from tests.broken._running import PROJECT

SOURCE = """
import re
from decimal import Decimal
LIMIT, PATTERN, STATES = 1723, re.compile("a"), {"open": ["closed"]}

def rule(): pass

class Rule:
    def holds(self): return super().__eq__(self)
"""


@pytest.fixture
def module(monkeypatch):
    """Makes modules of the platform of this source."""
    def make(name: str, source: str = SOURCE) -> types.ModuleType:
        made = types.ModuleType(f"reference.{name}")
        monkeypatch.setitem(sys.modules, made.__name__, made)
        exec(source, vars(made))
        return made

    return make


@pytest.mark.parametrize("name", ["LIMIT", "STATES", "rule", "Rule"])  # Python itself keeps patterns
def test_what_only_its_own_module_has_is_held_by_nobody_else(module, name):
    assert not is_held_elsewhere(module("rules"), name)


@pytest.mark.parametrize("name", ["LIMIT", "PATTERN", "STATES", "rule", "Rule"])
def test_what_another_module_took_by_its_name_is_held_there(module, name):
    rules = module("rules")
    module("api", f"from reference.rules import {name}")
    assert is_held_elsewhere(rules, name)


@pytest.mark.parametrize("take", [
    lambda rule: [rule], lambda rule: {"endpoint": rule}, lambda rule: (rule,), lambda rule: partial(rule),
    lambda rule: wraps(rule)(lambda: None), lambda rule: lambda: rule, lambda rule: lambda chosen=rule: chosen])
def test_what_anything_else_has_taken_is_held_there(module, take):
    rules = module("rules")
    taken = take(rules.rule)
    assert is_held_elsewhere(rules, "rule") and taken


def test_a_class_is_held_by_those_below_it_but_not_by_the_variant(module):
    rules = module("rules")
    variant = types.new_class("Broken", (rules.Rule,), exec_body=lambda names: names.update(__module__="__main__"))
    assert not is_held_elsewhere(rules, "Rule") and variant
    stricter = types.new_class("Stricter", (rules.Rule,), exec_body=lambda names: names.update(__module__="reference.api"))
    assert is_held_elsewhere(rules, "Rule") and stricter


def test_methods_and_entries_of_tables_are_looked_at_too(module):
    rules = module("rules")
    assert not is_held_elsewhere(rules.Rule, "holds")
    assert not is_held_elsewhere(rules.STATES, "open")
    taken = [rules.Rule.holds, rules.STATES["open"]]
    assert is_held_elsewhere(rules.Rule, "holds") and taken
    assert is_held_elsewhere(rules.STATES, "open")


def test_what_a_module_has_from_elsewhere_others_have_from_there(module):
    module("rules")
    api = module("api", "from reference.rules import Rule, rule\nfrom reference import rules")
    module("another_api", "from reference.rules import Rule, rule")
    for name in ("Rule", "rule"):
        assert not is_held_elsewhere(api, name)
    endpoint = [api.rule]
    assert is_held_elsewhere(api, "rule") and endpoint


def test_what_one_place_alone_has_is_seen_without_looking_at_everybody(module, monkeypatch):
    rules = module("rules")
    monkeypatch.setattr(_platform.gc, "get_referrers", lambda *_: pytest.fail("everybody is looked at"))
    assert not is_held_elsewhere(rules, "rule")
    assert not is_held_elsewhere(rules.Rule, "holds")


def test_what_a_class_has_from_above_is_not_its_own(module):
    assert is_held_elsewhere(module("rules").Rule, "__str__")


def test_a_variant_of_what_is_held_begins_anew(module, monkeypatch):
    begun = []
    monkeypatch.setattr(_platform.os, "execv", lambda program, command: begun.append((program, command)))
    rules = module("rules")
    _platform._replace_here_or_begin_anew(rules, "rule", len)
    assert (begun, rules.rule) == ([], len)
    module("api", "from reference.rules import Rule")
    _platform._replace_here_or_begin_anew(rules, "Rule", int)
    assert begun == [(sys.executable, sys.orig_argv)]


CAUGHT = ("own_ancestor_accepted", "site_removed_below_an_order", "question_asked_again_is_doubled")  # the second is held


def test_variants_are_caught_on_platforms_that_were_loaded_before():
    ran = subprocess.run([sys.executable, "-m", "tests.broken", *CAUGHT], cwd=PROJECT, capture_output=True, text=True,
                         timeout=300, check=False)
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout
    assert sorted(re.findall("^caught +([a-z_]+)", ran.stdout, re.MULTILINE)) == sorted(CAUGHT), ran.stdout


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_however_it_ends_nothing_is_left(how, tmp_path):
    own = {**os.environ, "TMPDIR": str(tmp_path)}
    process = subprocess.Popen([sys.executable, "-m", "tests.broken", *CAUGHT, "--jobs", "2"], cwd=PROJECT, env=own,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def below() -> list[psutil.Process]:
        return psutil.Process(process.pid).children(recursive=True)

    def slots() -> list[psutil.Process]:
        """The processes that Celery's workers have forked: with them all of a platform is there."""
        try:
            loaded = [each for each in below() if "tests.broken._platform" in each.cmdline() and each.ppid() == process.pid]
            return [slot for each in loaded for part in each.children() for slot in part.children()]
        except psutil.Error:  # one of them has ended since it was found
            return []

    await_value(slots, bool, within=60, words=lambda _: f"no worker of a platform is there: {below()}")
    begun = below()
    process.send_signal(how)
    assert process.wait(60) == (130 if how != signal.SIGKILL else -how)
    assert not psutil.wait_procs(begun, timeout=30)[1]
    assert how == signal.SIGKILL or not [*tmp_path.iterdir()]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_before_all_is_loaded_leaves_nothing(how, tmp_path):
    process = subprocess.Popen([sys.executable, "-m", "tests.broken", *CAUGHT], cwd=PROJECT, text=True,
                               env={**os.environ, "TMPDIR": str(tmp_path)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    await_value(lambda: psutil.Process(process.pid).children(), bool, within=60, words=str)
    begun = psutil.Process(process.pid).children()
    process.send_signal(how)
    assert (*process.communicate(timeout=60), process.returncode) == (
        "Interrupted after 0 of 3; what was running is ended.\n", "", 130)
    assert not [*tmp_path.iterdir(), *(each for each in begun if each.is_running())]
