"""Settings: where they may come from, in which order, and what is refused."""

import pytest

from support.reporting.masking import Mask
from support.settings import Settings, UsageError, redact_url

CANARY = "canary-secret-5f2e"


@pytest.mark.shows("SUI-019")
def test_the_command_line_comes_before_the_environment_before_the_file_before_the_default():
    file, environment, command_line = {"seed": "1"}, {"MUSTER_SEED": "2"}, {"seed": "3"}

    assert Settings.load(command_line, environment, file).seed == 3
    assert Settings.load({}, environment, file).seed == 2
    assert Settings.load({}, {}, file).seed == 1
    assert Settings.load({}, {}, {}).await_seconds == 5.0


@pytest.mark.shows("SUI-038")
def test_the_database_is_the_command_lines_then_the_testing_one_then_the_usual_one():
    usual = {"DATABASE_URL": "postgresql://h/usual"}
    testing = usual | {"TESTING_DATABASE_URL": "postgresql://h/testing"}

    assert Settings.load({"database_url": "postgresql://h/typed"}, testing, {}).database_url.endswith("typed")
    assert Settings.load({}, testing, {}).database_url.endswith("testing")
    assert Settings.load({}, usual, {}).database_url.endswith("usual")
    assert Settings.load({}, {}, {}).database_url == ""


@pytest.mark.shows("SUI-019")
@pytest.mark.parametrize(("command_line", "environment", "file", "words"), [
    ({"sede": "1"}, {}, {}, "unknown setting -D sede; did you mean -D seed?"),
    ({}, {"MUSTER_TARGETT": "x"}, {}, "unknown setting MUSTER_TARGETT; did you mean MUSTER_TARGET?"),
    ({}, {}, {"colour": "red"}, "unknown setting behave.ini [behave.userdata] colour"),
    ({"seed": "many"}, {}, {}, "seed is 'many' (from -D seed), and should be a whole number"),
    ({}, {"MUSTER_AWAIT_SECONDS": "soon"}, {}, "should be a number"),
    ({"target": "deployed"}, {}, {}, "needs the platform's address"),
    ({"base_url": "http://h"}, {}, {}, "base_url goes with target=deployed"),
    ({"database_url": "mysql://h/x"}, {}, {}, "database_url is no postgresql address"),
    ({"redis_url": "nonsense"}, {}, {}, "redis_url is no redis address"),
    ({"target": "deployed", "base_url": "http://[::1"}, {}, {}, "is no http address: 'http://[::1' (from -D base_url)"),
    ({"target": "deployed", "base_url": "ftp://x"}, {}, {}, "'ftp://x' (from -D base_url); one looks like http://127.0.0.1:8000"),
    ({"target": "deployed", "base_url": "http://"}, {}, {}, "base_url is no http address"),
    ({"target": "deployed", "base_url": "http://host:99999"}, {}, {}, "base_url is no http address"),
    ({}, {"DATABASE_URL": "nonsense"}, {}, "database_url is no postgresql address: 'nonsense' (from DATABASE_URL)"),
    ({"target": "deployed", "base_url": "http://h:abc"}, {}, {}, "base_url is no http address"),
    ({"redis_url": "redis://h:abc/1"}, {}, {}, "redis_url is no redis address"),
    ({"await_seconds": "nan"}, {}, {}, "should be a number of seconds above 0"),
    ({"answer_seconds": "0"}, {}, {}, "answer_seconds is 0.0, and should be a number of seconds above 0"),
    ({"scenario_seconds": "-1"}, {}, {}, "should be a number of seconds above 0"),
    ({"worker_slots": "0"}, {}, {}, "should be 1 to 32"),
    ({"mail_port": "70000"}, {}, {}, "mail_port is 70000, and should be the number of a port, or 0"),
    ({"face_port": "-1"}, {}, {}, "face_port is -1, and should be the number of a port, or 0"),
    ({"pace": "slow"}, {}, {}, "pace is 'slow', and can be ready or late"),
    ({"pace": "late", "broken": "tasks_made_twice"}, {}, {}, "pace=late is of the reference platform as it is"),
    ({"pace": "late", "target": "deployed", "base_url": "http://h"}, {}, {}, "so it goes with no other target"),
    ({"reset": "pray"}, {}, {}, "reset is 'pray', and can be delete or truncate"),
])
def test_what_is_unknown_or_unusable_is_refused_by_its_name(command_line, environment, file, words):
    with pytest.raises(UsageError) as refusal:
        Settings.load(command_line, environment, file)

    assert words in str(refusal.value)


@pytest.mark.shows("SUI-019", "SUI-058")
def test_no_secret_is_shown():
    settings = Settings.load({"database_url": f"postgresql://ann:{CANARY}@h/x", "platform_key": CANARY,
                              "redis_url": f"redis://:{CANARY}@h/1"}, {}, {})

    assert CANARY not in str(settings.shown())
    assert settings.shown()["database_url"] == "postgresql://ann:***@h/x"
    assert settings.secrets() == [CANARY]


@pytest.mark.shows("SUI-019")
def test_a_password_is_known_in_every_form_in_which_it_may_be_written():
    settings = Settings.load({"database_url": "postgresql://ann:p%40ssw0rd@h/x?sslpassword=hunter2x"}, {}, {})

    mask = Mask(settings.secrets())
    assert mask("p%40ssw0rd, p@ssw0rd and hunter2x") == "***, *** and ***"
    assert settings.shown()["database_url"] == "postgresql://ann:***@h/x?sslpassword=***"


def test_a_faulty_address_is_refused_without_its_password():
    for scheme in ("mysql", "postgresql"):
        with pytest.raises(UsageError) as refusal:
            Settings.load({"database_url": f"{scheme}://ann:{CANARY}@h:no/x"}, {}, {})

        assert CANARY not in str(refusal.value)


def test_an_address_without_a_password_stays_as_it_is():
    assert redact_url("redis://h:1/2") == "redis://h:1/2"


def test_a_seed_that_nobody_gave_is_another_each_time():
    assert len({Settings.load({}, {}, {}).seed for _ in range(20)}) == 20
