"""What loads while a platform boots lets it go first, and is done as if it did not."""

import os
import sys
import threading

import pytest

from support.running.stepping_back import stepping_back


def fail():
    raise LookupError("nothing there")


def test_it_answers_what_the_work_answers():
    assert stepping_back(lambda: 7) == 7


def test_it_raises_what_the_work_raises():
    with pytest.raises(LookupError, match="nothing there"):
        stepping_back(fail)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="threads have no priority of their own here")
def test_the_work_has_a_lower_priority_and_nothing_else_has():
    before = os.getpriority(os.PRIO_PROCESS, 0)
    during = stepping_back(lambda: os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
    assert (during, os.getpriority(os.PRIO_PROCESS, 0)) == (min(19, before + 10), before)
