"""Scenarios in several slots: the same results as one after the other, and never two at once where one has to be alone."""

import re
from contextlib import suppress
from pathlib import Path

import pytest

from support.reporting.allure_results import read_results
from support.reporting.junit import read_junit

ALIVE = 'the request GET "/health/live" is sent'
MIXED = """
    @api
    Feature: Of all kinds
      @API-001 @normal @contract
      Scenario: Well
        When the request GET "/health/live" is sent
        Then the answer is 200
      @API-002 @normal @contract
      Scenario: Wrong
        When the request GET "/api/version" is sent
        Then in the answer "version" is
          \"\"\"
          "v3"
          \"\"\"
      @API-001 @normal @contract @requires.mail
      Scenario: Left out
        When the request GET "/health/live" is sent
        Then the answer is 200
      @API-001 @normal @contract
      Scenario: Cannot begin
        When the request GET "/health/live" is sent
        Then the answer is 200
      @API-001 @normal @contract
      Scenario: Cannot be cleaned away
        When something is made that cannot be cleaned away
        Then the answer is 200
      @API-001 @normal @contract @timeout=0.3
      Scenario: Endless
        When somebody waits for ever
        Then the answer is 200

      Rule: Also under a rule
        @API-001 @normal @contract
        Scenario Outline: Rows
          When the request GET "<path>" is sent
          Then the answer is 200
          Examples: some
            | path         |
            | /health/live |
            | /nothing     |
    """
STEPS = f"""
    import os, signal, threading
    from pathlib import Path
    from time import monotonic
    from behave import given, when, then
    from support.awaiting import await_value

    @when("something is made that cannot be cleaned away")
    def make(context):
        context.execute_steps('When {ALIVE}')
        context.world.clean_up("clean it away", lambda: 1 / 0)

    @when("somebody waits for ever")
    def wait(context):
        Path(f"waiting-{{os.getpid()}}").touch()
        threading.Event().wait()

    @when("{{word}} meets {{word}}")
    def meet(context, one, other):
        Path(one).touch()
        await_value(Path(other).exists, bool, within=60, words=lambda seen: f"{{other}} should be here, too")

    @when("it takes {{float}} s")
    def take(context, seconds):
        context.config.began = monotonic()
        threading.Event().wait(seconds)
        with Path("times").open("a") as times:
            times.write(f"{{context.scenario.name}} {{os.getpid()}} {{context.config.began}} {{monotonic()}}\\n")

    @when("the slot gets {{word}}")
    def get(context, name):
        os.kill(os.getpid(), getattr(signal, name))

    @when("who takes part is noted")
    def note(context):
        data = context.world.data
        with Path("people").open("a") as people:
            people.write(f"{{context.scenario.name}} {{data.full_name('Priya')}} {{data.password()}}\\n")
    """
HOOK = """

of_the_suite = before_scenario


def before_scenario(context, scenario):
    if scenario.name == "Cannot begin":
        raise RuntimeError("nothing is as it should be")
    of_the_suite(context, scenario)
"""


def feature(title: str, scenarios: dict[str, str], code: int = 200) -> str:
    """One whose scenarios do something, each by its name, and then see that the platform is alive."""
    lines = ["@api @API-001 @normal @contract", f"Feature: {title}"]
    for name, does in scenarios.items():
        lines += [f"  {tag}" for tag in does.split() if tag.startswith("@")]
        does = " ".join(word for word in does.split() if not word.startswith("@"))
        lines += [f"  Scenario: {name}", f"    When {does}", f"    And {ALIVE}", f"    Then the answer is {code}"]
    return "\n".join(lines) + "\n"


def with_hook(house) -> None:
    hooks = (house.folder / "environment.py").read_text()
    (house.folder / "environment.py").unlink()
    (house.folder / "environment.py").write_text(hooks + HOOK)


@pytest.fixture(scope="module")
def mixed(make_house):
    house = make_house()
    house.write("api/mixed.feature", MIXED)
    house.add_steps(STEPS)
    with_hook(house)
    return house


@pytest.fixture(scope="module")
def one_after_the_other(mixed, api_only):
    return mixed.behave(*api_only, "-Dseed=7")


@pytest.fixture(scope="module")
def in_three_slots(mixed, api_only):
    return mixed.behave(*api_only, "-Dseed=7", "--jobs", "3")



@pytest.mark.shows("SUI-006")
def test_sign_off_and_exit_code_are_those_of_a_run_one_after_the_other(one_after_the_other, in_three_slots):
    one, other = one_after_the_other, in_three_slots

    assert one.code == other.code == 1, other.output
    assert other.statuses == {
        "Well": "passed", "Wrong": "failed", "Left out": "skipped", "Cannot begin": "error",
        "Cannot be cleaned away": "error", "Endless": "timed_out", "Rows (path /health/live)": "passed",
        "Rows (path /nothing)": "failed"}
    assert other.statuses == one.statuses
    assert _comparable(other.sign_off["results"]) == _comparable(one.sign_off["results"])
    for part in ("verdict", "reasons", "requirements", "scenarios"):
        assert other.sign_off[part] == one.sign_off[part]
    assert other.sign_off["reconciliation"] == one.sign_off["reconciliation"]
    assert other.sign_off["reconciliation"]["agree"] is True


def _comparable(results: list[dict]) -> list[dict]:
    """Without times and what was measured, of which no two runs have the same."""
    kept = ("id", "name", "status", "reason", "error", "failed_step", "tags", "requirements", "severity")
    return [{name: plain(str(each.get(name))) for name in kept} for each in results]


def plain(text: str) -> str:
    """Without what is another thing in each run: seconds, and the ids of requests."""
    return re.sub(r"\d{8}-\d{6}-[0-9a-f]{4}-\d+-\d+", "<request>", re.sub(r"\d+\.\d+ s", "… s", text))


@pytest.mark.shows("SUI-006")
def test_the_results_of_allure_and_junit_are_the_same_each_scenario_once(one_after_the_other, in_three_slots):
    def of_junit(run):
        return read_junit(run.folder / "junit.xml")

    def of_allure(run):
        found = read_results(run.folder / "allure-results")
        return {name: [(each["status"], [(step["name"], step["status"]) for step in each.get("steps", ())])
                       for each in results] for name, results in found.items()}

    assert of_junit(in_three_slots) == of_junit(one_after_the_other)
    assert of_allure(in_three_slots) == of_allure(one_after_the_other)
    assert [len(results) for results in of_allure(in_three_slots).values()] == 8 * [1]


@pytest.mark.shows("SUI-006")
def test_the_console_says_the_same_of_each_scenario_and_failures_once_more_in_the_order_of_the_features(
        one_after_the_other, in_three_slots):
    def lines(run):
        said = plain(run.output.partition("What did not pass, once more:")[0])
        return sorted(re.sub(r"^\[\d/8\] ", "", line) for line in said.splitlines()[2:])

    def once_more(run):
        return plain(run.output.partition("What did not pass, once more:")[2].partition("\nREFUSED")[0])

    assert lines(in_three_slots) == lines(one_after_the_other)
    assert once_more(in_three_slots) == once_more(one_after_the_other)
    assert "behave features/api/mixed.feature:6 -D base_url=" not in once_more(in_three_slots)  # that one passed
    assert re.findall(r"^\[(\d)/8\]", in_three_slots.output, flags=re.MULTILINE) == [*"12345678"]


@pytest.mark.shows("SUI-006", "SUI-017")
def test_on_a_terminal_there_are_colours_and_one_line_of_progress(mixed, api_only):
    run = mixed.behave_on_a_terminal(*api_only, "--jobs", "3")

    assert run.code == 1
    for colour, words in ((32, "PASSED"), (31, "FAILED"), (36, "SKIPPED")):
        assert re.search(rf"\x1b\[{colour}m{words} *\x1b\[0m", run.output)
    assert re.search(r"\r\x1b\[2K\d/8 · \d failed · \d:\d\d", run.output)
    assert re.search(r"\r\x1b\[2K[^\r]*\nREFUSED", run.output)  # it is gone when the verdict comes


@pytest.mark.shows("SUI-006")
def test_two_slots_are_at_work_at_the_same_time(house, api_only):
    house.add_steps(STEPS)
    house.write("api/meeting.feature", feature("Meeting", {"One": "Ada meets Bob", "Other": "Bob meets Ada"}))
    run = house.behave(*api_only, "--jobs", "5")

    assert run.code == 0, run.output
    assert "no PostgreSQL and no Redis in 2 slots: 2 scenarios" in run.output  # never more slots than scenarios


@pytest.mark.shows("SUI-006")
def test_what_has_to_be_alone_has_nothing_beside_it_in_any_slot(house, api_only):
    house.add_steps(STEPS)
    house.write("api/alone.feature", feature("Alone", {
        "Alone-1": "@alone it takes 0.3 s", "Shared-1": "it takes 0.5 s", "Alone-2": "@alone it takes 0.3 s",
        "Shared-2": "it takes 0.1 s", "Shared-3": "it takes 0.5 s"}))
    run = house.behave(*api_only, "--jobs", "3")

    assert run.code == 0, run.output
    times = {name: (float(began), float(ended)) for name, _, began, ended in
             (line.split() for line in (house.folder / "times").read_text().splitlines())}
    assert len(times) == 5
    for alone in ("Alone-1", "Alone-2"):
        beside = [name for name, (began, ended) in times.items()
                  if name != alone and began < times[alone][1] and ended > times[alone][0]]
        assert beside == []


@pytest.mark.shows("SUI-006")
@pytest.mark.parametrize(("arguments", "words"), [
    (["--jobs", "0"], "--jobs 0 is no slot at all, in which nothing can run: give 1 or more"),
    (["--jobs", "2", "-Ddatabase_url=postgresql://somebody@127.0.0.1/there"],
     "database_url (from -D database_url) would be emptied by each of 2 slots while another uses it. Leave it out (each "
     "slot boots its own), or leave --jobs out"),
    (["--jobs", "2", "-Dmail_port=2525"], "only one of 2 slots could take mail_port (from -D mail_port)"),
    (["--jobs", "2", "--format=plain"], "--format=plain looks on at one scenario after the other"),
    (["--jobs", "9", "-Dtarget=deployed", "-Dbase_url=http://203.0.113.7"], "Give --jobs 8 at the most"),
    (["--jobs", "2", "--junit"], "--junit is written by behave, which sees no scenario of another slot"),
    (["--jobs", "2", "-Dbroken=nothing_at_all"], "nothing_at_all"),
])
def test_what_slots_cannot_share_is_refused_with_the_way_out(house, arguments, words):
    house.write("api/mixed.feature", MIXED)
    house.add_steps(STEPS)
    run = house.behave(*arguments)

    assert run.code == 2, run.output
    assert "Not run: " in run.output
    assert words in " ".join(run.output.split())
    assert "Traceback" not in run.output
    assert not (house.folder / "reports").exists()


@pytest.mark.shows("SUI-006")
def test_an_undefined_sentence_refuses_the_run_as_ever(house, api_only):
    house.write("api/undefined.feature", feature("Undefined", {
        "One": "nobody has said what this means", "Other": ALIVE}))
    one, other = house.behave(*api_only), house.behave(*api_only, "--jobs", "2")

    assert one.code == other.code == 2
    assert other.statuses == one.statuses == {"One": "not_run", "Other": "not_run"}
    assert other.sign_off["reasons"] == one.sign_off["reasons"]


@pytest.mark.shows("SUI-006")
def test_what_is_not_to_be_run_is_listed_as_ever_and_selections_hold(mixed, api_only):
    assert mixed.listed("--jobs", "3") == mixed.listed()
    run = mixed.behave(*api_only, "--jobs", "3", "--name=Well", "--name=Rows", "--tags=@API-001", "--format=list")

    assert run.statuses == {"Well": "passed", "Rows (path /health/live)": "passed", "Rows (path /nothing)": "failed"}
    assert "3 scenarios\n" in run.output


@pytest.mark.shows("SUI-006")
def test_stopping_at_the_first_failure_begins_nothing_more(house, api_only):
    house.add_steps(STEPS)
    house.write("api/stop.feature", f"""
        @api @API-001 @normal @contract
        Feature: Stopping
          Scenario: One
            When Ada meets Bob
            And {ALIVE}
            Then the answer is 418
          Scenario: Other
            When Bob meets Ada
            And {ALIVE}
            Then the answer is 418
          Scenario Outline: Later
            When {ALIVE}
            Then the answer is <code>
            Examples: some
              | code |
              | 200  |
              | 201  |
              | 202  |
        """)
    run = house.behave(*api_only, "--jobs", "2", "--stop")

    assert run.code == 1
    assert (run.statuses["One"], run.statuses["Other"], run.statuses["Later (code 202)"]) == ("failed", "failed", "not_run")
    assert run.sign_off["reconciliation"]["agree"] is True


@pytest.mark.shows("SUI-006")
def test_a_seed_makes_the_same_people_whatever_slot_they_are_in(house, api_only):
    house.add_steps(STEPS)
    house.write("api/people.feature", feature("People", {f"Round-{n}": "who takes part is noted" for n in range(6)}))

    def people(*arguments: str) -> list[str]:
        with suppress(FileNotFoundError):
            (house.folder / "people").unlink()
        run = house.behave(*api_only, "-Dseed=7", *arguments)
        assert run.code == 0, run.output
        return sorted((house.folder / "people").read_text().splitlines())

    assert len(people()) == 6
    assert people("--jobs", "3") == people()


@pytest.mark.shows("SUI-006")
def test_in_verbose_mode_the_steps_of_a_scenario_stand_together(house, api_only):
    house.add_steps(STEPS)
    house.write("api/meeting.feature", feature("Meeting", {"One": "Ada meets Bob", "Other": "Bob meets Ada"}))
    run = house.behave(*api_only, "--jobs", "2", "--verbose")

    assert run.code == 0, run.output
    for name, first in (("One", "When Ada meets Bob"), ("Other", "When Bob meets Ada")):
        block = rf"^{name}\n    {first}\n      passed \(\d\.\d\d s\)\n    And {ALIVE}\n      GET /health/live -> 200"
        assert re.search(block, run.output, flags=re.MULTILINE), run.output


@pytest.mark.shows("SUI-006")
def test_what_is_printed_and_logged_in_a_slot_is_masked(house, api_only):
    house.add_steps(STEPS + """
    @when("a secret is printed and logged")
    def tell(context):
        secret = f"canary-{os.getpid()}-of-the-slot"
        context.config.session.mask.learn(secret)
        (context.config.session.log_folder / "platform.log").write_text(f"it is {secret}")
        context.world.clean_up("do it", lambda: print("it is", secret, "indeed"))
    """)
    house.write("api/secrets.feature", feature("Secrets", {
        "One": "a secret is printed and logged", "Other": "a secret is printed and logged"}))
    run = house.behave(*api_only, "--jobs", "2")

    assert run.code == 0, run.output
    logs = [path.read_text() for path in sorted(run.folder.glob("logs/slot-*/platform.log"))]
    assert logs == ["it is ***", "it is ***"]
    assert "canary-" not in run.output
    assert not [path for path in run.folder.rglob("*") if path.is_file() and b"canary-" in path.read_bytes()]


@pytest.mark.shows("SUI-006")
def test_a_process_that_is_killed_is_named_and_loses_no_other_result(house, api_only):
    house.add_steps(STEPS)
    house.write("api/killed.feature", f"""
        @api @normal @contract
        Feature: Killed
          @API-002
          Scenario: In hand
            When the slot gets SIGKILL
            Then the answer is 200
          @API-001
          Scenario Outline: Another
            When {ALIVE}
            Then the answer is <code>
            Examples: some
              | code |
              | 200  |
              | 418  |
              | 299  |
        """)
    run = house.behave(*api_only, "--jobs", "2")

    assert run.code == 1, run.output
    assert run.statuses == {"In hand": "error", "Another (code 200)": "passed", "Another (code 418)": "failed",
                            "Another (code 299)": "failed"}
    words = run.sign_off["results"][0]["error"]
    assert re.fullmatch("the process of slot [12] was ended by signal SIGKILL", words)
    assert f"{words} while “In hand” was in hand" in run.sign_off["reasons"]
    assert {row["id"]: row["status"] for row in run.sign_off["requirements"]}["API-002"] == "not_shown"
    assert run.sign_off["reconciliation"]["agree"] is True
    assert "Traceback" not in run.output


@pytest.mark.shows("SUI-006")
def test_one_slot_is_no_slot_and_loads_nothing_of_them(house, api_only):
    house.add_steps(STEPS + """
    @then("nothing of slots was loaded")
    def loaded(context):
        import sys
        assert not [name for name in sys.modules if name.startswith("support.running.slots")]
    """)
    house.write("api/one.feature", """
        @api @API-001 @normal @contract
        Feature: One slot
          Scenario: One
            Then nothing of slots was loaded
        """)
    run = house.behave(*api_only, "--jobs", "1")

    assert run.code == 0, run.output


@pytest.mark.shows("SUI-080")
def test_twelve_waits_are_three_times_quicker_in_four_slots(house, api_only):
    house.add_steps(STEPS)
    house.write("api/waits.feature", feature("Waits", {f"Wait-{number}": "it takes 1.0 s" for number in range(12)}))

    def seconds(*arguments: str) -> float:
        """From the moment at which all slots are at work."""
        Path(house.folder / "times").unlink(missing_ok=True)
        run = house.behave(*api_only, *arguments)
        assert run.code == 0, run.output
        found = [line.split() for line in (house.folder / "times").read_text().splitlines()]
        assert len(found) == 12
        begun = {slot: min(float(began) for _, its, began, _ in found if its == slot) for _, slot, _, _ in found}
        return max(float(ended) for *_, ended in found) - max(begun.values())

    assert seconds() / seconds("--jobs", "4") >= 3.0
