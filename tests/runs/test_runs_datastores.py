"""Which datastores a run uses, which it refuses, and that the scenarios are the same on each."""

from uuid import uuid4

import httpx
import pytest
from house import addresses_of

from support.datastores.__main__ import main as datastores_command
from support.drivers.database import Database
from support.reporting.compare import main as compare
from support.settings import Settings
from support.stack import Stack

FEATURE = """
    @missions
    Feature: A mission anywhere
      @MIS-001 @normal @e2e @requires.database @requires.stand_ins
      Scenario: It completes
        Given Priya runs missions at Acme
        And a mission "Survey of Dock 4" over 2 targets
        When Priya starts it
        Then it completes
    """


@pytest.fixture
def house(house):
    house.write("missions/anywhere.feature", FEATURE)
    return house


@pytest.fixture
def somebodys_tenant(platform):
    """Rows that must still be there when a run was refused."""
    with httpx.Client(base_url=platform.base_url, trust_env=False) as client:
        answer = client.post("/api/v1/auth/register", json={
            "tenant_name": f"Somebody {uuid4()}", "email": "somebody@people.example", "password": "never a password",
            "full_name": "Some Body"})
    assert answer.status_code == 201, answer.text


@pytest.fixture
def marked(platform):
    """The platform's datastores carry the mark again after the test."""
    yield platform
    assert datastores_command(["mark", "--name", "platform", *addresses_of(platform)]) == 0


@pytest.mark.shows("SUI-038")
def test_the_same_scenarios_run_on_a_private_and_on_a_given_database_and_the_run_says_which(house, platform, capsys):
    private = house.behave()
    first = private.folder
    given = house.behave(TESTING_DATABASE_URL=platform.database_url, MUSTER_REDIS_URL=platform.redis_url,
                         MUSTER_BROKER_URL=platform.broker_url, DATABASE_URL="postgresql://127.0.0.1:1/not_this_one")

    assert (private.code, given.code) == (0, 0), private.output + given.output
    assert "with a private PostgreSQL and a private Redis" in private.output
    assert "(from TESTING_DATABASE_URL)" in given.output
    assert "postgresql://platform:***@" in given.output
    assert private.statuses == given.statuses == {"It completes": "passed"}
    assert compare([str(first), str(given.folder)]) == 0
    assert "0 of 1 scenarios differ" in capsys.readouterr().out


@pytest.mark.shows("SUI-038")
def test_a_given_redis_replaces_the_private_one_alone(house, platform):
    # numbers of their own: on the platform's, its worker would take this run's tasks
    keys, tasks = (platform.redis_url.rpartition("/")[0] + number for number in ("/9", "/10"))
    assert datastores_command(["mark", "--name", "platform", f"--redis-url={keys}", f"--broker-url={tasks}"]) == 0
    run = house.behave(f"-Dredis_url={keys}", f"-Dbroker_url={tasks}")

    assert run.code == 0, run.output
    assert "with a private PostgreSQL and Redis redis://:***@" in run.output


@pytest.mark.shows("SUI-038")
def test_comparing_two_reports_shows_every_scenario_whose_result_differs(house, deployed, capsys):
    passing = house.behave(*deployed).folder
    house.write("missions/anywhere.feature", FEATURE.replace("it completes", "it is created"))
    failing = house.behave(*deployed).folder

    assert compare([str(passing), str(failing)]) == 1
    shown = capsys.readouterr().out
    assert "It completes" in shown
    assert "passed" in shown
    assert "failed" in shown


@pytest.mark.shows("SUI-036")
def test_a_database_without_the_mark_is_refused_before_the_first_scenario_with_every_row_there(
        house, marked, deployed, somebodys_tenant):
    assert datastores_command(["unmark", "--name", "platform", *addresses_of(marked)]) == 0
    database = Database(marked.database_url)
    before = database.rows("SELECT * FROM tenants ORDER BY id")
    run = house.behave(*deployed)
    after = database.rows("SELECT * FROM tenants ORDER BY id")
    database.close()

    assert run.code == 2
    assert "does not carry Muster's mark" in run.output
    assert "python -m support.datastores mark" in run.output
    assert "PASSED" not in run.output
    assert before == after != []


@pytest.mark.shows("SUI-036")
def test_a_platform_on_another_database_than_the_given_one_is_refused(
        house, platform, tmp_path_factory, somebodys_tenant):
    other = Stack(Settings.load({}, {}, {}), tmp_path_factory.mktemp("logs"))
    try:
        addresses = other.await_ready()
        database = Database(platform.database_url)
        before = database.rows("SELECT * FROM tenants ORDER BY id")
        run = house.behave("-Dtarget=deployed", f"-Dbase_url={addresses.base_url}",
                           f"-Ddatabase_url={platform.database_url}", f"-Dredis_url={platform.redis_url}",
                           f"-Dbroker_url={platform.broker_url}")
        after = database.rows("SELECT * FROM tenants ORDER BY id")
        database.close()
    finally:
        other.stop()

    assert run.code == 2, run.output
    assert "does not answer from the database" in run.output
    assert before == after != []


@pytest.mark.shows("SUI-036", "SUI-038")
@pytest.mark.parametrize(("replaced", "words"), [
    ("redis_url", "does not keep its keys in the Redis that was given"),
    ("broker_url", "no worker takes tasks from the broker that was given"),
])
def test_a_redis_that_is_marked_and_not_the_platforms_is_refused(house, platform, replaced, words):
    other = platform.redis_url.rpartition("/")[0] + "/7"
    assert datastores_command(["mark", "--name", "platform", f"--database-url={platform.database_url}",
                               f"--redis-url={other}", f"--broker-url={platform.broker_url}"]) == 0
    given = {"base_url": platform.base_url, "database_url": platform.database_url, "redis_url": platform.redis_url,
             "broker_url": platform.broker_url} | {replaced: other}
    run = house.behave("-Dtarget=deployed", *(f"-D{name}={value}" for name, value in given.items()))

    assert run.code == 2, run.output
    assert words in run.output


@pytest.mark.shows("SUI-036", "SUI-034")
def test_without_datastores_each_scenario_has_tenants_of_its_own_and_removes_what_it_made(house, api_only, platform):
    house.write("missions/anywhere.feature", """
        @missions
        Feature: A mission through the API alone
          @MIS-001 @normal @e2e @requires.stand_ins
          Scenario: Of one tenant
            Given Nadia has registered the tenant "Harbour North"
            And a mission "Survey of Dock 4" over 1 target
            When Nadia starts it
            Then it completes
          @MIS-002 @normal @e2e @requires.stand_ins
          Scenario: Of another of that name
            Given Nadia has registered the tenant "Harbour North"
            Then Nadia finds no missions at all
        """)
    run = house.behave(*api_only)
    database = Database(platform.database_url)
    left = database.value("SELECT count(*) FROM missions")
    database.close()

    assert run.code == 0, run.output
    assert left == 0
