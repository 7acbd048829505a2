"""Reports that could not be written to the end leave none that calls the run accepted."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from support.reporting.junit import read_junit
from support.reporting.masking import Mask
from support.reporting.run_record import RunRecord
from support.running.ending import verdict_of


@pytest.fixture
def unwritable(tmp_path):
    """The record of a run whose ``sign-off.html`` cannot be written; what was to be there before can."""
    (tmp_path / "run/sign-off.html/in the way").mkdir(parents=True)
    return RunRecord("run", tmp_path / "run", datetime(2026, 11, 1, tzinfo=UTC))


@pytest.mark.shows("SUI-015", "SUI-055")
def test_junit_says_that_the_reports_are_not_whole(unwritable):
    verdict = verdict_of(unwritable, {}, SimpleNamespace(mask=Mask(), folder=unwritable.folder), None)

    assert (verdict.verdict, verdict.exit_code) == ("refused", 1)
    assert any("are not whole" in fault for fault in read_junit(unwritable.folder / "junit.xml")[1])
    assert not (unwritable.folder / "sign-off.json").exists()


@pytest.mark.shows("SUI-015")
def test_where_there_is_no_room_even_for_that_no_junit_is_left(unwritable):
    (unwritable.folder / "junit.xml/in the way").mkdir(parents=True)
    verdict = verdict_of(unwritable, {}, SimpleNamespace(mask=Mask(), folder=unwritable.folder), None)

    assert verdict.verdict == "refused"
    assert not (unwritable.folder / "junit.xml").is_file()
