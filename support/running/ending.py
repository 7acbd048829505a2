"""How a run comes to its end whatever happened: what nobody foresaw is kept, and a verdict is given without reports too."""

from __future__ import annotations

import contextlib
import errno
import traceback
from collections.abc import Mapping
from typing import TYPE_CHECKING

from support.reporting.masking import Mask
from support.reporting.registry import Requirement
from support.reporting.run_record import Problem, RunRecord
from support.running.session import Session

if TYPE_CHECKING:
    from support.reporting.allure_html import PageMaker
    from support.reporting.finish import Verdict

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def unforeseen(fault: Exception, session: Session) -> Problem:
    """An error of the suite itself: kept whole in a file, and in the report as what it is."""
    if isinstance(fault, OSError) and fault.errno in _NO_ROOM:
        return unwritten(fault, session)
    words = f"the suite itself broke: {type(fault).__name__}: {fault}"
    place = session.folder / "suite-error.txt"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="utf-8") as file:
            file.write(session.mask("".join(traceback.format_exception(fault))))
    except OSError as other:
        return Problem(f"{words} (the whole of it could not be kept: {other})")
    return Problem(f"{words} (the whole of it is in {place})")


def unwritten(fault: OSError, session: Session) -> Problem:
    """The reports could not be written: the console is what is left."""
    return Problem(f"the reports in {session.folder} are not whole: {fault}. Make room, or give another folder: "
                   "-D reports=…")


def verdict_of(record: RunRecord, registry: Mapping[str, Requirement], session: Session,
               page: PageMaker | None) -> Verdict:
    """The reports and the verdict; where they cannot be written, the verdict alone, which then is refused."""
    from support.reporting.finish import finish  # with what makes pages: loaded while the target boots

    try:
        return finish(record, registry, session.mask, page=page)
    except OSError as fault:
        problem = unwritten(fault, session)
        if problem.text not in record.faults():
            record.problems.append(problem)
        _take_back(record, registry, session.mask)
        return _refused(record, session.mask)


def _take_back(record: RunRecord, registry: Mapping[str, Requirement], mask: Mask) -> None:
    """What was written before the run was refused would call it accepted: it goes. ``junit.xml`` says why it was refused,
    or goes as well where there is no room even for that."""
    from support.reporting.junit import JUNIT_FILE, write_junit

    for name in ("sign-off.json", "sign-off.html", JUNIT_FILE):
        with contextlib.suppress(OSError):
            (record.folder / name).unlink()
    with contextlib.suppress(OSError):
        write_junit(record.folder / JUNIT_FILE, record, registry, mask)


def _refused(record: RunRecord, mask: Mask) -> Verdict:
    from support.reporting.finish import Verdict
    from support.reporting.sign_off import exit_code

    counts = {status: number for status, number in record.counts().items() if number and status != "total"}
    numbers = ", ".join(f"{number} {status.replace('_', ' ')}" for status, number in counts.items())
    total = len(record.scenarios)
    lines = [f"REFUSED  {total} scenario{'s' * (total != 1)} ({numbers}) in {record.seconds:.1f} s",
             *(f"  because {fault}" for fault in record.faults())]
    return Verdict("refused", record.faults(), exit_code(record, "refused"), [mask(line) for line in lines])
