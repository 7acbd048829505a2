"""The suite's mail server, asked as any client asks one."""

import smtplib
from email.message import EmailMessage

import pytest

from support.stand_ins.mail import MailServer


@pytest.fixture
def server():
    server = MailServer("127.0.0.1")
    server.start()
    yield server
    server.close()


def send(server, to, subject="Hello"):
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, "somebody@people.example", to
    message.set_content("Käse\n")
    message.add_alternative("<p>Käse</p>\n", subtype="html")
    host, port = server.url.removeprefix("smtp://").split(":")
    with smtplib.SMTP(host, int(port), timeout=5) as client:
        client.send_message(message)


def test_a_mail_is_kept_for_each_of_its_addresses(server):
    send(server, "Ada@people.example, toni@people.example")

    kept = server.sent_to("ada@people.example")

    assert kept == server.sent_to("TONI@people.example")
    assert (kept[0].message["Subject"], kept[0].part("plain"), kept[0].part("html")) == (
        "Hello", "Käse\r\n", "<p>Käse</p>\r\n")
    assert kept[0].taken
    assert server.sent_to("nobody@people.example") == []


def test_it_turns_away_as_often_as_it_was_told_and_keeps_what_it_turned_away(server):
    server.turn_away("Ada@people.example", 2)

    for _ in range(2):
        with pytest.raises(smtplib.SMTPDataError, match="451"):
            send(server, "ada@people.example")
    send(server, "toni@people.example")
    send(server, "ada@people.example")

    assert [mail.taken for mail in server.sent_to("ada@people.example")] == [False, False, True]


def test_it_forgets_what_came_and_what_it_was_told(server):
    send(server, "ada@people.example")
    server.turn_away("ada@people.example", 1)

    server.forget()

    assert server.sent_to("ada@people.example") == []
    send(server, "ada@people.example")
    assert [mail.taken for mail in server.sent_to("ada@people.example")] == [True]


def test_nobody_answers_before_it_is_started_nor_after_it_was_closed():
    server = MailServer("127.0.0.1")
    with pytest.raises(OSError):
        send(server, "ada@people.example")
    server.start()
    server.close()
    server.close()
    with pytest.raises(OSError):
        send(server, "ada@people.example")
