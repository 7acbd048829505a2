"""``python -m tests.broken``: what it runs, prints and answers, with a stand-in for behave."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from support.awaiting import await_value
from tests.broken import __main__ as command
from tests.broken import _running as running
from tests.broken._reading import Variant
from tests.broken._running import Interrupted, Runs

STAND_IN = (sys.executable, str(Path(__file__).with_name("stand_in_behave.py")))


def variant(name: str, missing: str = "") -> Variant:
    return Variant(name, "A rule.", ("MIS-007",), () if missing else ("Held",), missing)


@pytest.fixture
def run(monkeypatch, capsys):
    """Runs the command over variants of these names; answers its exit code and what it printed."""
    def call(*names: str, missing: str = "", arguments: tuple[str, ...] = ()) -> tuple[int, list[str]]:
        known = [variant(name) for name in names] + ([variant("waits_for_more", missing)] if missing else [])
        monkeypatch.setattr(command, "variants", lambda: known)
        code = command.main(list(arguments), behave=STAND_IN)
        return code, capsys.readouterr().out.splitlines()

    return call


def test_all_caught_is_0(run):
    code, lines = run("caught_1", "caught_2", "caught_3")
    assert code == 0
    assert sorted(lines[:3]) == [f"caught   caught_{number} (MIS-007) by “Held”: a promise" for number in (1, 2, 3)]
    assert re.fullmatch(r"3 broken variants in \d+ s: 3 caught\.", lines[-1])


def test_one_that_was_not_caught_is_1_and_is_named_at_the_end(run):
    code, lines = run("caught", "survives", "dies", missing="A scenario of a lost worker.")
    assert code == 1
    assert set(lines[-4:-1]) == {
        "SURVIVED survives (MIS-007): passed: “Held”",
        "BROKEN   dies (MIS-007): its run ended with exit code 1 and no sign-off",
        "MISSING  waits_for_more (MIS-007): A scenario of a lost worker."}
    assert lines[-1].endswith("1 caught, 1 survived, 1 broken, 1 missing.")
    told = next(line for line in lines if line.startswith("  | told"))
    assert "-D broken=dies -D allure_page=no" in told
    assert "--name=^Held( -- @.*)?$" in told


def test_one_whose_own_code_fails_proves_nothing(run):
    code, lines = run("caught", "caught_stale")
    assert code == 1
    assert lines[-2] == "BROKEN   caught_stale (MIS-007): its own code does not fit any more: TypeError: rule() takes two"


def test_only_the_named_ones_are_run(run):
    assert run("caught_1", "dies_1", arguments=("caught_1", "caught_1"))[0] == 0


@pytest.mark.parametrize("arguments", [("caught",), ("caught_1", "nonsense")])
def test_a_name_that_is_none_is_2(run, arguments, capsys):
    assert run("caught_1", arguments=arguments) == (2, [])


def test_reports_are_kept_only_if_asked(run, monkeypatch, tmp_path):
    monkeypatch.setattr(command, "KEPT", running.PROJECT / "reports/of-a-test")
    monkeypatch.setattr(command.tempfile, "mkdtemp", lambda prefix: str(tmp_path / "private"))
    try:
        run("caught", arguments=("--keep",))
        assert (command.KEPT / "caught/latest/sign-off.json").is_file()
    finally:
        command.shutil.rmtree(command.KEPT)
    run("caught")
    assert not (tmp_path / "private").exists()


def test_a_title_is_taken_as_it_is_and_stands_for_its_rows():
    told = running.arguments(Variant("x", "", (), ("Is it (really) gone?",)), Path("/reports"))
    pattern = told[-1].removeprefix("--name=")
    assert [bool(re.search(pattern, name)) for name in (
        "Is it (really) gone?", "Is it (really) gone? -- @1.2 Verbs", "So: Is it (really) gone?", "Is it (really) gone?!"
    )] == [True, True, False, False]


def test_the_environment_names_no_datastore(monkeypatch):
    for name in ("DATABASE_URL", "TESTING_DATABASE_URL", "MUSTER_REDIS_URL", "MUSTER_TARGET", "MUSTER_CACHE"):
        monkeypatch.setenv(name, "x")
    named = [name for name in running.environment() if name.startswith("MUSTER_") or name.endswith("_URL")]
    assert named == ["MUSTER_CACHE"]


def test_a_run_that_does_not_end_is_broken(tmp_path):
    verdict = Runs(tmp_path, STAND_IN, seconds=0.3).against(variant("waits"))
    assert str(verdict).startswith("BROKEN   waits (MIS-007): its run did not end in 0 s")


def test_what_was_loaded_before_catches_and_never_acquits(tmp_path):
    begun = []

    def begin(arguments: list[str], **how) -> subprocess.Popen:
        begun.append(arguments)
        return subprocess.Popen([each.replace("broken=caught_in", "broken=survives_in") for each in arguments], **how)

    runs = Runs(tmp_path, STAND_IN, begin=begin)
    assert [runs.against(variant(name)).kind for name in ("caught", "caught_in_the_end", "survives")] == [
        "caught", "caught", "SURVIVED"]
    assert len(begun) == 3
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "caught", "caught_in_the_end", "caught_in_the_end-anew", "survives", "survives-anew"]


def test_what_was_loaded_before_and_has_ended_is_done_without(tmp_path):
    def begin(*_, **__) -> subprocess.Popen:
        raise OSError("it has ended")

    assert Runs(tmp_path, STAND_IN, begin=begin).against(variant("caught")).kind == "caught"


def test_the_end_of_all_is_told_to_each_and_waited_for(tmp_path):
    runs, ended = Runs(tmp_path, STAND_IN), []

    def against(name: str) -> None:
        try:
            runs.against(variant(name))
        except Interrupted:
            ended.append(name)

    threads = [threading.Thread(target=against, args=(name,)) for name in ("waits_1", "waits_2")]
    for each in threads:
        each.start()
    await_value(lambda: [*tmp_path.glob("*/waiting")], lambda seen: len(seen) == 2, within=20, words=str)
    runs.end()
    for each in threads:
        each.join()
    assert sorted(ended) == sorted(folder.parent.name for folder in tmp_path.glob("*/left")) == ["waits_1", "waits_2"]
    with pytest.raises(Interrupted):
        runs.against(variant("waits_3"))


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_the_runs_and_is_130(tmp_path, how):
    script = ("import sys; from pathlib import Path; from tests.broken import __main__ as command\n"
              "from tests.broken._reading import Variant\n"
              "command.variants = lambda: [Variant(f'waits_{n}', '', ('MIS-007',), ('Held',)) for n in range(9)]\n"
              "command.tempfile.mkdtemp = lambda prefix: sys.argv[1]\n"
              "command.shutil.rmtree = lambda *_, **__: None\n"
              "sys.exit(command.main(['--jobs', '2'], behave=tuple(sys.argv[2:])))\n")
    process = subprocess.Popen([sys.executable, "-c", script, tmp_path, *STAND_IN], cwd=running.PROJECT, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    await_value(lambda: [*tmp_path.glob("*/waiting")], lambda seen: len(seen) == 2, within=20, words=str)
    process.send_signal(how)
    output, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, "")
    assert output == "Interrupted after 0 of 9; what was running is ended.\n"
    assert len([*tmp_path.glob("*/left")]) == 2


def test_a_terminal_shows_what_is_left_and_a_pipe_does_not(run, monkeypatch, capsys):
    _, lines = run("caught_1", "survives")
    assert "done" not in "\n".join(lines)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    _, lines = run("caught_1", "survives", arguments=("--jobs", "1"))
    shown = "\n".join(lines)
    assert "\x1b[K0/2 done, 0 not caught" in shown
    assert re.search(r"1/2 done, 0 not caught, about \d+ s left\n\x1b\[KSURVIVED", shown)  # a line ends at a return, too
