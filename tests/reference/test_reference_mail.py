"""How a mail is written: what somebody typed stays in its place."""

import email
import email.policy
from uuid import uuid4

import pytest

from reference.accounts import rules
from reference.core import mail, retries

MAIL = mail.Mail("7.1", "Toni", "toni@people.example", "Activate your account", "Hello Toni,\n", "<p>Hello</p>\n")


def as_received(**changed):
    message = mail.written(mail.Mail(**{**MAIL.__dict__, **changed}))
    return email.message_from_bytes(message.as_bytes(policy=email.policy.SMTP), policy=email.policy.default)


@pytest.mark.parametrize("text", ["Toni\r\nBcc: all@people.example", "Toni\nBcc: all@people.example", "Toni\tTønnesen",
                                  "Toni\x0b\x0c\x1c\u2028Bcc: all@people.example"])
def test_no_text_makes_a_line_of_the_head(text):
    for field in ("subject", "name"):
        assert as_received(**{field: text})["Bcc"] is None
    assert as_received(subject=text)["Subject"] == " ".join(text.split())


@pytest.mark.parametrize("name", ["Toni, Tina <t@x.example>", '"Toni"', "Toni <b>", "Тони 东尼", "T" * 100])
def test_a_name_makes_no_second_addressee(name):
    to = as_received(name=name)["To"].addresses

    assert [(each.display_name, each.addr_spec) for each in to] == [(name, "toni@people.example")]


@pytest.mark.parametrize("address", ["a,b@people.example", "a;b@people.example", "<a>@people.example", 'a"b@people.example'])
def test_an_address_stays_one(address):
    addressed = as_received(email=address)["To"].addresses

    assert len(addressed) == 1
    assert (addressed[0].username, addressed[0].domain) == tuple(address.rsplit("@", 1))


def test_the_same_mail_has_the_same_name_each_time():
    assert as_received()["Message-ID"] == as_received()["Message-ID"] == "<7.1@platform.test>"


def test_waits_double_up_to_the_most():
    for queue, (base, most) in retries.WAITS.items():
        for number in (1, 2, 3):
            whole = min(most, base * 2 ** (number - 1))
            assert all(whole / 2 <= retries.wait_seconds(queue, number) <= whole for _ in range(50))


def test_a_link_opens_its_own_invitation_alone():
    invitation = uuid4()
    first, second = (rules.link_secret(invitation, number) for number in (1, 2))

    assert rules.link_of(first) == (invitation, 1)
    assert rules.link_of(second) == (invitation, 2)
    for altered in (first[:-1], first + "A", second[:30] + first[30:], first.swapcase(), f" {first}", f"{first}="):
        assert rules.link_of(altered) is None
