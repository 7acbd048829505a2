"""What a scenario gets in a single line: people, tenants, sockets, datastores, requests of any kind."""

import json

import pytest

from support.running.session import Session
from support.settings import Settings


@pytest.fixture(scope="module")
def session(platform, tmp_path_factory):
    """A run that is open, over the platform of all tests."""
    given = {"target": "deployed", "base_url": platform.base_url, "database_url": platform.database_url,
             "redis_url": platform.redis_url, "broker_url": platform.broker_url,
             "reports": str(tmp_path_factory.mktemp("reports"))}
    session = Session(Settings.load(given, {}, {}))
    session.start()
    session.open()
    session.prepare()
    yield session
    session.close()


@pytest.fixture
def world(session):
    world = session._world(1, "a scenario of a test")
    yield world
    world.close()
    session._reset.run()


@pytest.mark.shows("SUI-021")
def test_a_person_is_registered_and_signed_in_in_a_single_line(world):
    nadia = world.accounts.register("Nadia", "Harbour North")

    assert world.accounts.profile(nadia).record["email"] == nadia.email
    assert world.database.value("SELECT role FROM people WHERE id = :id", id=nadia.id) == "admin"
    assert world.cache.version()


@pytest.mark.shows("SUI-021")
def test_two_tenants_stand_ready_with_people_who_are_signed_in(world):
    acme, globex = world.accounts.tenant("Acme"), world.accounts.tenant("Globex")

    seen = [world.accounts.profile(person).record for person in (acme.administrator, acme.viewer, globex.administrator)]
    assert [(each["tenant"]["name"], each["role"]) for each in seen] == [
        ("Acme", "admin"), ("Acme", "viewer"), ("Globex", "admin")]


@pytest.mark.shows("SUI-021")
@pytest.mark.parametrize("role", ["admin", "supervisor", "operator", "worker", "sales", "verifier", "viewer"])
def test_a_person_of_any_role_is_signed_in_in_a_single_line(world, role):
    person = world.accounts.person("Robin", role, world.accounts.tenant("Acme"))

    assert world.accounts.profile(person).record["role"] == role


def test_two_scenarios_never_get_the_same_person(session):
    first, second = session._world(1, "one"), session._world(2, "another")
    people = [world.accounts.operator("Priya", "Acme") for world in (first, second)]

    assert len({person.id for person in people} | {person.email for person in people}) == 4
    session._reset.run()


@pytest.mark.shows("SUI-025")
def test_a_person_is_connected_in_a_single_line_and_the_socket_is_closed_afterwards(world):
    priya = world.accounts.operator("Priya", "Acme")
    socket = world.live_updates.connect(priya)

    assert socket.frames[0].data["person_id"] == priya.id
    world.close()
    assert socket._reader.is_alive() is False


@pytest.mark.shows("SUI-034", "SUI-035")
def test_things_are_cleaned_up_once_each_in_the_reverse_order_also_after_a_failing_one(world):
    done = []

    def fail():
        done.append("second")
        raise OSError("it is stuck")

    world.clean_up("do the first", done.append, "first")
    world.clean_up("do the second", fail)
    world.clean_up("do the third", done.append, "third")
    with pytest.raises(AssertionError, match="could not do the second: it is stuck"):
        world.close()
    world.close()

    assert done == ["third", "second", "first"]


@pytest.mark.shows("SUI-026")
def test_any_request_can_be_sent_and_any_part_of_its_answer_checked(house, api_only):
    house.write("api/any.feature", """
        @api
        Feature: Any request
          @API-001 @normal @contract
          Scenario: Headers, body, cookies, status and fields
            Given a request POST "/api/v1/auth/register"
            And the header "X-Request-ID" is "test-1"
            And the cookie "theme" is "dark"
            And the body is
              \"\"\"
              {"tenant_name": "Any", "email": "no-address", "password": "short", "full_name": "A B"}
              \"\"\"
            When the request is sent
            Then the answer is a problem document for 422
            And the header "X-Request-ID" of the answer is "test-1"
            And in the answer "errors.0.field" is "email"
            And in the answer "status" is
              \"\"\"
              422
              \"\"\"
        """)
    run = house.behave(*api_only)

    assert run.code == 0, run.output
    exchanges = "".join(path.read_text() for path in (run.folder / "allure-results").glob("*-attachment.txt"))
    assert "cookie: ***" in exchanges.lower()


@pytest.mark.shows("SUI-026")
@pytest.mark.parametrize(("sentence", "words"), [
    ("the answer is 204", "should be answered with 204, and was with 200"),
    ('the header "Content-Type" of the answer is "text/html"', "should carry Content-Type: text/html, and carries"),
    ('in the answer "version" is "v3"', 'version should be "v3", and is "v2"'),
    ('in the answer "versions.7.name" is "v3"', "should have versions.7.name, and has not"),
    ("the answer is a problem document for 200", "should be a problem document, and is 'application/json'"),
])
def test_what_is_not_so_in_an_answer_fails_and_says_what_is(house, api_only, sentence, words):
    house.write("api/wrong.feature", f"""
        @api
        Feature: Wrong
          @API-001 @normal @contract
          Scenario: Wrong
            When the request GET "/api/version" is sent
            Then {sentence}
        """)
    run = house.behave(*api_only)

    assert run.code == 1
    assert words in run.output


@pytest.mark.shows("SUI-057", "SUI-058")
def test_a_failure_shows_what_was_exchanged_and_logged_under_its_step(house):
    house.write("missions/fails.feature", """
        @missions
        Feature: Fails
          @MIS-002 @normal @e2e @requires.database @requires.stand_ins
          Scenario: It does not become what it should
            Given Priya runs missions at Acme
            And a mission "Survey of Dock 4" over 1 target
            And its first target takes its time to answer
            And Priya watches "Survey of Dock 4"
            When Priya starts it
            Then "Survey of Dock 4" is paused
        """)
    run = house.behave()
    results = [json.loads(path.read_text()) for path in (run.folder / "allure-results").glob("*-result.json")]
    step = next(step for step in results[0]["steps"] if step["status"] == "failed")
    shown = {each["name"]: (run.folder / "allure-results" / each["source"]).read_text() for each in step["attachments"]}

    assert run.code == 1
    assert "Survey of Dock 4 should be paused, and is running" in step["statusDetails"]["message"]
    assert any(name.startswith("GET /api/v2/missions/") and "-> 200" in name for name in shown)
    assert "created" in shown["what Priya saw up to here"]
    assert "missions: +1" in shown["rows that the scenario added"]
    request_id = f"{run.folder.name}-001-"
    log = shown["what the platform and the worker logged since the scenario's first request"]
    assert f"{request_id}2 POST /api/v2/missions 201" in log
    exchanges = [text.lower() for name, text in shown.items() if name.startswith("GET /api")]
    assert exchanges
    assert all(f"x-request-id: {request_id}" in text and "traceparent: 00-" in text for text in exchanges)
