"""Invitations: who is invited as what, what the mail says, and what becomes of its link."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.drivers.at_once import at_once
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.stand_ins.mail import Mail
    from support.world import World

SUBJECT = "Activate your account"
UNINTERESTING = ("id", "created_at", "updated_at", "expires_at")


@dataclass
class Invitation:
    """One invitation as a scenario knows it; ``links`` are what its mails' links open with, oldest first."""

    person: Person
    inviter: Person
    id: str
    sent: dict[str, Any]
    mails: int  # that were to be sent to the address up to now


class Invitations:
    """What administrators and the people whom they invite do. A name stands for the invited person from then on."""

    def __init__(self, world: World):
        self._world = world
        self._all: dict[str, Invitation] = {}
        self._emails: dict[str, str] = {}  # of people whose address was needed before they were invited

    def of(self, name: str) -> Invitation:
        if name not in self._all:
            raise WrongScenario(f"{name} was not invited in this scenario")
        return self._all[name]

    # What administrators do

    def try_to_invite(self, inviter: Person, name: str, role: str, **changed: Any) -> Outcome:
        """Invite somebody, whatever becomes of it; ``changed`` replaces or adds to what is sent."""
        data = self._world.data
        sent = {"email": self._emails.get(name) or data.email(name), "full_name": data.full_name(name),
                "role": role} | changed
        self._world.sent["invitation"] = sent
        outcome = Outcome(inviter.name, f"invite {name}", self._ask("POST", "", inviter, sent))
        if outcome.accepted:
            person = Person(name, sent["email"], data.password(), role, inviter.tenant, sent["full_name"])
            self._world.mask.learn(person.password)
            self._world.people[name] = person
            before = self._all.get(name)
            mails = before.mails if before and before.person.email == person.email else 0
            self._all[name] = Invitation(person, inviter, outcome.record["id"], sent, mails + 1)
        return outcome

    def invite(self, inviter: Person, name: str, role: str, **changed: Any) -> None:
        self.try_to_invite(inviter, name, role, **changed).require_accepted(201)

    def invite_at_once(self, inviter: Person, name: str, times: int) -> list[Outcome]:
        """Invite one and the same several times at the same moment."""
        email = self._world.data.email(name)
        return at_once([lambda: self.try_to_invite(inviter, name, "viewer", email=email)] * times)

    def try_to_resend(self, by: Person, name: str) -> Outcome:
        """Send a new link, whatever becomes of it."""
        invitation = self.of(name)
        outcome = Outcome(by.name, f"send {name}'s invitation again", self._ask("POST", f"/{invitation.id}/resend", by))
        invitation.mails += outcome.accepted
        return outcome

    def try_to_revoke(self, by: Person, name: str) -> Outcome:
        """Take the invitation back, whatever becomes of it."""
        return Outcome(by.name, f"take {name}'s invitation back", self._ask("DELETE", f"/{self.of(name).id}", by))

    def listed(self, reader: Person) -> list[dict]:
        """Every invitation of the reader's tenant."""
        record = Outcome(reader.name, "read the invitations", self._ask("GET", "?limit=100", reader)).record
        return record["items"]

    def let_mail_be_turned_away(self, name: str, times: int) -> None:
        """The mail server refuses the first mails to whoever is invited next under this name."""
        self._emails[name] = self._world.data.email(name)
        self._world.mailboxes.server.turn_away(self._emails[name], times)

    # What invited people do

    def link(self, name: str, number: int | None = None) -> str:
        """What the link opens with in the person's mail of this number, from 1; none: in the last."""
        invitation = self.of(name)
        mail = self._world.mailboxes.await_delivered(invitation.person.email, number or invitation.mails)
        return self._world.mailboxes.secret_of(mail)

    def try_to_accept(self, name: str, link: str | None = None, **changed: Any) -> Outcome:
        """Follow the link of the last mail, or another, with a password; ``changed`` as in ``try_to_invite``."""
        person = self.of(name).person
        sent = {"token": link or self.link(name), "password": person.password} | changed
        self._world.mask.learn(sent["token"])
        self._world.mask.learn(sent["password"])
        person.passwords.add(sent["password"])
        outcome = Outcome(name, "accept the invitation",
                          self._world.http.ask("POST", f"{V2}/invitations/accept", json_body=sent))
        if outcome.accepted:
            person.id, person.password = outcome.record["id"], sent["password"]
        return outcome

    def accept(self, name: str) -> None:
        """Accept, and sign in."""
        self.try_to_accept(name).require_accepted(200)
        self._world.accounts.sign_in(self.of(name).person).require_accepted(200)
        self._world.now_acts(self.of(name).person)

    def accept_at_once(self, name: str, times: int) -> list[Outcome]:
        """Follow one link several times at the same moment."""
        link = self.link(name)
        return at_once([lambda: self.try_to_accept(name, link)] * times)

    # What must then be true

    def require_listed(self, reader: Person, name: str, status: str) -> None:
        """The list shows the invitation exactly as it was sent, in this state.

        :raises Finding: naming what differs.
        """
        invitation = self.of(name)
        found = [each for each in self.listed(reader) if each["id"] == invitation.id]
        expected = {"site_id": None, "modules": None, "onboarding": False, **invitation.sent, "status": status,
                    "invited_by": {"id": invitation.inviter.id, "full_name": invitation.inviter.full_name}}
        shown = {key: value for key, value in found[0].items() if key not in UNINTERESTING} if found else {}
        if shown != expected:
            raise Finding(f"{name}'s invitation should be listed as it was sent, and is not: "
                          f"{differences(expected, shown) or shown.keys() - expected.keys()}")

    def require_none(self, tenant: Tenant, people_before: int) -> None:
        """The tenant has no invitation and nobody new, and no mail was sent.

        :raises Finding: when there is one.
        """
        listed = self.listed(tenant.administrator)
        if listed:
            raise Finding(f"{tenant.name} should have no invitation, and has {len(listed)}")
        if self.count_people(tenant) != people_before:
            raise Finding(f"{tenant.name} should have {people_before} people as before, and has {self.count_people(tenant)}")
        self._world.mailboxes.require_none(self._world.sent["invitation"]["email"])

    def count_people(self, tenant: Tenant) -> int:
        """How many people the tenant's administrator finds."""
        answer = self._world.http.ask("GET", f"{V2}/people?limit=1", token=tenant.administrator.access_token)
        return Outcome(tenant.administrator.name, "read the people", answer).record["total"]

    def require_mail(self, name: str) -> None:
        """The person got one mail: its subject, its addressee, one link, and who invites to what, in both parts.

        :raises Finding: naming what differs.
        """
        invitation = self.of(name)
        mail = self._world.mailboxes.await_delivered(invitation.person.email, invitation.mails)
        self._world.mailboxes.secret_of(mail)
        to = [f"{address.display_name} <{address.addr_spec}>" for address in mail.message["To"].addresses]
        different = differences(
            {"the subject": SUBJECT, "the addressee": [f"{invitation.person.full_name} <{invitation.person.email}>"],
             "its parts": ["text/plain", "text/html"]},
            {"the subject": mail.message["Subject"], "the addressee": to,
             "its parts": [part.get_content_type() for part in mail.message.iter_parts()]})
        said = [invitation.person.full_name, invitation.inviter.full_name, self._tenant_name(invitation)]
        missing = [f"{text!r} in its {kind} part" for kind, form in (("plain", str), ("html", escape)) for text in said
                   if form(text) not in mail.part(kind)]
        if different or missing:
            raise Finding(f"{name}'s mail should say who invites to what: {different or 'it lacks ' + ', '.join(missing)}")

    def _tenant_name(self, invitation: Invitation) -> str:
        return self._world.accounts.profile(invitation.inviter).record["tenant"]["name"]

    def await_mail(self, name: str, within: float) -> None:
        """:raises Finding: when the person's mail does not come in this time, or its link opens nothing."""
        invitation = self.of(name)
        mail = self._world.mailboxes.await_delivered(invitation.person.email, invitation.mails, within)
        self.try_to_accept(name, self._world.mailboxes.secret_of(mail)).require_accepted(200)

    def require_same_mail(self, name: str, tries: int) -> None:
        """The mail was tried so many times, and was one and the same each time.

        :raises Finding: showing what came.
        """
        address = self.of(name).person.email
        self._world.mailboxes.await_delivered(address, 1)
        self._world.await_quiet()
        tried: list[Mail] = self._world.mailboxes.server.sent_to(address)
        names = {mail.message["Message-ID"] for mail in tried}
        taken = [mail.taken for mail in tried]
        if len(names) != 1 or None in names or taken != [False] * (tries - 1) + [True]:
            raise Finding(f"{name}'s mail should be tried {tries} times under one Message-ID and then be taken; it was "
                          f"tried {len(tried)} times under {len(names)}, and taken {taken.count(True)} times")

    def _ask(self, method: str, path: str, by: Person, body: Any = None) -> Any:
        return self._world.http.ask(method, f"{V2}/invitations{path}", token=by.access_token, json_body=body)
