"""What people find in their mailboxes: mail that the platform sent, read at the suite's mail server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.awaiting import await_value
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.stand_ins.mail import Mail, MailServer
    from support.world import World

LINK = re.compile(r"""https?://[^\s"'<>]+[?&]token=([^\s"'<>&]+)""")


class Mailboxes:
    """The mail of a scenario, found by its addresses, which nobody else has."""

    def __init__(self, world: World):
        self._world = world

    @property
    def server(self) -> MailServer:
        server = self._world.target.mail
        if server is None:
            raise WrongScenario("this target's mail goes somewhere else: tag the scenario @requires.mail")
        return server

    def delivered(self, address: str) -> list[Mail]:
        """The mails that were taken for this address, oldest first."""
        return [mail for mail in self.server.sent_to(address) if mail.taken]

    def await_delivered(self, address: str, number: int, within: float | None = None) -> Mail:
        """The mail of this number, from 1, for the address; ``within``: else the usual time.

        :raises Finding: when it does not come in time.
        """
        mails = await_value(lambda: self.delivered(address), lambda found: len(found) >= number,
                            within=within or self._world.await_seconds,
                            words=lambda found: f"{address} should have got mail number {number}, and got {len(found)}")
        self.show(mails[number - 1])
        return mails[number - 1]

    def transcript(self) -> str:
        """Every mail to somebody of this scenario, in order of time, with what was turned away."""
        addresses = {person.email.lower() for person in self._world.people.values()}
        mails = [mail for address in addresses for mail in self.server.sent_to(address)]
        return "\n\n".join(str(mail) for mail in sorted(mails, key=lambda mail: mail.at)) or "no mail came"

    def show(self, mail: Mail) -> None:
        """Let the report show the mail, without what opens its link."""
        for part in (mail.part("plain"), mail.part("html")):
            for secret in LINK.findall(part):
                self._world.mask.learn(secret)
        self._world.evidence.record("mail", f"mail to {', '.join(mail.to)}: {mail.message['Subject']}", str(mail))

    def secret_of(self, mail: Mail) -> str:
        """What the mail's link opens with: one link, and the same in the text as in the HTML.

        :raises Finding: when there is none, another, or more than one.
        """
        in_text, in_html = (LINK.findall(mail.part(kind)) for kind in ("plain", "html"))
        if len(in_text) != 1 or in_html != in_text:
            raise Finding(f"the mail {mail.message['Subject']!r} should have one link, the same in its text and its HTML, "
                          f"and has {len(in_text)} and {len(in_html)}")
        return in_text[0]

    def await_from(self, address: str, subject: str, sender: tuple[str, str]) -> None:
        """A mail of this subject comes for the address, from this name and address.

        :raises Finding: when none comes in time, or it is from somebody else.
        """
        mails = await_value(lambda: [mail for mail in self.delivered(address) if mail.message["Subject"] == subject], bool,
                            within=self._world.await_seconds,
                            words=lambda _: f'{address} should have got the mail "{subject}", and got '
                                            f'{[mail.message["Subject"] for mail in self.delivered(address)]}')
        senders = [(each.display_name, each.addr_spec) for each in mails[0].message["From"].addresses]
        if senders != [sender]:
            raise Finding(f'the mail "{subject}" should be from {sender}, and is from {senders}')

    def require_only(self, address: str, subject: str) -> None:
        """One mail came for the address, with this subject, and none is still to come.

        :raises Finding: when none came, or others did.
        """
        self.await_delivered(address, 1)
        self._world.await_quiet()
        subjects = [mail.message["Subject"] for mail in self.delivered(address)]
        if subjects != [subject]:
            raise Finding(f'{address} should have got the mail "{subject}" alone, and got {subjects}')

    def require_none(self, address: str) -> None:
        """No mail came for the address, and none is still to come.

        :raises Finding: when one came.
        """
        self._world.await_quiet()
        mails = self.server.sent_to(address)
        if mails:
            raise Finding(f"no mail should have been sent to {address}, and this was: {mails[0].message['Subject']}")
