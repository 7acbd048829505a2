"""The sessions of a run in slots: the run's own, which starts nothing but the slots, and the one of each slot."""

from __future__ import annotations

from types import SimpleNamespace

from support.drivers.pace import Pace
from support.reporting.masking import Mask
from support.running.session import Session, _written
from support.targets.base import SIGN_INS, SIGN_INS_SECONDS, load_modules


class SessionOfSlots(Session):
    """Has the run's folder, mask and times. The platforms are the slots'."""

    def start(self) -> None:
        """Make the run's folder, in which the slots will have theirs."""
        is_reference = self.settings.target == "reference"
        self.target = SimpleNamespace(name=self.settings.target, base_url="", losses=list, start_stand_ins=lambda: None,
                                      load=lambda: _load(is_reference))
        self._make_folder()

    def keep_reports(self) -> None:
        """Not before a slot is ready, or could not be: until then the run may be refused."""

    def keep_reports_now(self) -> None:
        """From now on the run has taken place, whatever becomes of it."""
        if not self._is_kept:
            super().keep_reports()

    def open(self) -> None:
        """Each slot does."""

    def prepare(self) -> None:
        """Each slot does."""

    def close(self) -> None:
        """Each slot does."""

    def watch_clock(self, during: str) -> str:
        """Each slot does."""
        return ""


def _load(with_datastores: bool) -> None:
    """The modules that each slot needs: loaded once, before they part."""
    import support.watches.watches  # noqa: F401

    load_modules(with_datastores)


class SessionOfASlot(Session):
    """A session within a run that began before: in its folder, with its name, and with scenarios that the run counts."""

    def __init__(self, run: Session, name: str, slots: int):
        super().__init__(run.settings)
        self.run_id, self.folder, self.log_folder = run.run_id, run.folder, run.log_folder / name
        self.mask = NotingMask(run.settings.secrets())
        self._slots = slots

    def _make_folder(self) -> None:
        with _written():
            self.log_folder.mkdir(mode=0o700)

    def open(self) -> None:
        """As ever. Where everybody signs in from one address, the slots share what the platform allows there."""
        super().open()
        if self.target.address_of("anybody") is None:
            self.target.sign_ins = Pace(max(1, SIGN_INS // self._slots), SIGN_INS_SECONDS)

    def goes_on_from(self, number: int) -> None:
        """The next scenario is the one after ``number``: whichever slot runs it, its requests have the same names."""
        self._numbers = number


class NotingMask(Mask):
    """Notes what it learns: the run has to mask the same."""

    def __init__(self, values: list[str]):
        self._new: list[str] = []
        super().__init__(values)

    def learn(self, value: str | None) -> None:
        """As ever, and note it."""
        before = self.generation
        super().learn(value)
        if value and self.generation != before:
            self._new.append(value)

    def take_new(self) -> list[str]:
        """What it has learnt since it was last asked."""
        new, self._new = self._new, []
        return new
