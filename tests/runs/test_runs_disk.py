"""A folder of reports that is full, or that nobody may write into: what was found so far stays on the console."""

import subprocess

import pytest

FEATURE = """
    @api
    Feature: In a small room
      @API-001 @normal @contract
      Scenario: First
        When the request GET "/health/live" is sent
        Then the answer is 200
      @API-002 @normal @contract
      Scenario: Second
        When {second}
        Then the answer is 418
      @API-001 @normal @contract
      Scenario: Third
        When the request GET "/health/live" is sent
        Then the answer is 200
    """
FILLS = """
    from pathlib import Path

    from behave import when

    @when("the disk is full")
    def fill(context):
        context.world.requests.word("GET", "/health/live")
        context.world.requests.send()
        rest = context.config.session.settings.reports / "rest"
        with rest.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
    """


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 256 kB; ``fill(bytes)`` leaves that many free."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", place], capture_output=True, text=True,
                             check=False)
    if mounted.returncode:
        pytest.skip(f"NOT TESTED, a full disk: no disk can be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", place], check=True)


def is_told(run):
    """The run is refused in plain words."""
    assert run.code == 1, run.output
    assert "REFUSED" in run.output
    assert "are not whole: [Errno 28] No space left on device" in run.output
    assert "Make room, or give another folder: -D reports=…" in run.output
    assert "Traceback" not in run.output


@pytest.mark.shows("SUI-015")
def test_a_disk_that_is_full_at_the_beginning_is_said_before_anything_starts(house, small_disk):
    house.write("api/room.feature", FEATURE.format(second="the request GET \"/health/live\" is sent"))
    with pytest.raises(OSError, match="No space left"), (small_disk / "rest").open("wb", buffering=0) as rest:
        while True:
            rest.write(b"x" * 4096)
    inodes = subprocess.run(["mount", "-o", "remount,nr_inodes=2", small_disk], capture_output=True, text=True, check=False)
    assert inodes.returncode == 0, inodes.stderr
    run = house.behave("-Dtarget=deployed", "-Dbase_url=http://127.0.0.1:1", f"-Dreports={small_disk}")

    assert run.code == 2, run.output
    assert "the reports cannot be written: [Errno 28] No space left on device" in run.output
    assert "Give another folder: -D reports=…" in run.output
    assert "Traceback" not in run.output


@pytest.mark.shows("SUI-015", "SUI-055")
def test_a_disk_that_fills_up_in_the_middle_ends_nothing_and_is_told_at_the_end(house, api_only, small_disk):
    house.write("api/room.feature", FEATURE.format(second="the disk is full"))
    house.add_steps(FILLS)
    run = house.behave(*api_only, f"-Dreports={small_disk}")

    is_told(run)
    assert "[1/3] PASSED   api · In a small room · First" in run.output
    assert "[2/3] FAILED   api · In a small room · Second" in run.output
    assert "[3/3] PASSED   api · In a small room · Third" in run.output
    assert "REFUSED  3 scenarios (2 passed, 1 failed)" in run.output
    assert "behave features/api/room.feature:9" in run.output


@pytest.mark.shows("SUI-015", "SUI-055")
def test_a_disk_that_is_full_at_the_end_does_not_make_a_run_accepted(house, api_only, small_disk):
    house.write("api/room.feature", FEATURE.format(second="the disk is full").replace("418", "200"))
    house.add_steps(FILLS)
    run = house.behave(*api_only, "--name=Second", f"-Dreports={small_disk}")

    is_told(run)
    assert "REFUSED  1 scenario (1 passed)" in run.output
    (folder,) = [each for each in small_disk.iterdir() if each.is_dir() and not each.is_symlink()]
    junit = folder / "junit.xml"
    assert (junit.read_text() if junit.exists() else "<error").count("<error") == 1
    assert not (folder / "sign-off.json").exists() or '"verdict": "refused"' in (folder / "sign-off.json").read_text()


@pytest.mark.shows("SUI-015")
@pytest.mark.parametrize("place", ["/dev/null/reports", "/proc/reports"])
def test_a_folder_that_cannot_be_made_is_said_before_anything_starts(house, place):
    house.write("api/room.feature", FEATURE.format(second="the request GET \"/health/live\" is sent"))
    run = house.behave("-Dtarget=deployed", "-Dbase_url=http://127.0.0.1:1", f"-Dreports={place}")

    assert run.code == 2, run.output
    assert "the reports cannot be written: " in run.output
    assert "Traceback" not in run.output


def test_something_else_by_the_name_of_latest_costs_no_report(house, api_only):
    house.write("api/room.feature", FEATURE.format(second="the request GET \"/health/live\" is sent").replace("418", "200"))
    (house.folder / "reports/latest").mkdir(parents=True)
    (house.folder / "reports/latest/mine").write_text("not to be lost")
    run = house.behave(*api_only)

    assert run.code == 0, run.output
    assert (house.folder / "reports/latest/mine").read_text() == "not to be lost"
    assert len([*(house.folder / "reports").glob("*/sign-off.json")]) == 1
