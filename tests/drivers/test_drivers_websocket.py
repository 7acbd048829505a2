"""The socket that a person holds: waits for a named frame until a deadline, and shows what came when it fails."""

import base64
import hashlib
import json
import socket as socket_server
import threading
from time import monotonic

import psutil
import pytest
from websockets.sync.server import serve

from support.drivers.websocket import Socket
from support.findings import Finding, PlatformGone

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # of RFC 6455
FRAMES = ({"type": "connected", "topic": None, "data": {}}, {"type": "state", "topic": "mission:1", "data": {"seq": 4}})


@pytest.fixture
def platform():
    """A WebSocket server that greets, answers each text with the same, and closes with 4401 on "leave"."""
    def handle(connection):
        for frame in FRAMES:
            connection.send(json.dumps(frame))
        for message in connection:
            if message == "leave":
                connection.close(4401, "not signed in")
                return
            connection.send(message)

    with serve(handle, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}/ws"
        server.shutdown()
        thread.join(timeout=10)


@pytest.fixture
def socket(platform, evidence):
    opened = Socket(platform, evidence, "Priya", token="eyJhbGciOi.eyJzdWIiOi.abc")
    yield opened
    opened.close()


@pytest.mark.shows("SUI-025")
def test_a_named_frame_is_waited_for(socket):
    frame = socket.await_frame("its state", lambda frame: frame.type == "state", within=5)

    assert (frame.topic, frame.data) == ("mission:1", {"seq": 4})


@pytest.mark.shows("SUI-025", "SUI-040")
def test_a_frame_that_never_comes_fails_at_its_deadline_with_what_came(socket):
    socket.await_frame("its state", lambda frame: frame.type == "state", within=5)
    with pytest.raises(Finding) as failure:
        socket.await_frame("a pause", lambda frame: frame.type == "paused", within=0.05)

    message = str(failure.value)
    assert message.startswith("Priya should see a pause within 0.05 s, and did not; what came:")
    assert '"connected"' in message
    assert '"state"' in message


@pytest.mark.shows("SUI-025")
def test_a_frame_that_comes_at_once_is_not_missed(socket):
    socket.send("echo", data={"n": 1})

    assert socket.await_frame("an echo", lambda frame: frame.type == "echo", within=5).data == {"n": 1}


def test_being_closed_ends_the_wait_and_says_so(socket):
    socket.send_text("leave")

    assert socket.await_close(within=5) == (4401, "not signed in")
    with pytest.raises(Finding, match="the connection was closed"):
        socket.await_frame("anything", lambda frame: frame.type == "anything", within=30)


@pytest.mark.shows("SUI-037")
def test_no_connection_is_left_when_the_platform_closed_it(platform, evidence):
    socket = Socket(platform, evidence, "Priya")
    number = socket._socket.sock.fileno()
    socket.send_text("leave")
    socket.await_close(within=5)
    socket.close()

    assert [each for each in psutil.Process().net_connections() if each.fd == number] == []


def test_what_was_seen_is_in_the_evidence_without_the_token(platform, evidence):
    socket = Socket(platform, evidence, "Priya", token="eyJhbGciOi.eyJzdWIiOi.abc")
    socket.await_frame("its state", lambda frame: frame.type == "state", within=5)
    socket.close()

    texts = [exhibit.text for exhibit in evidence.take_new()]
    assert any("mission:1" in text for text in texts)
    assert not any("eyJzdWIiOi" in text for text in texts)


def test_nobody_there_is_no_broken_promise(evidence):
    with pytest.raises(PlatformGone, match="cannot be reached"):
        Socket("ws://127.0.0.1:1/ws", evidence, "Priya")


def test_leaving_a_platform_that_answers_nothing_any_more_takes_a_moment_only(evidence):
    """It shakes hands and is silent ever after, as one that is frozen."""
    with socket_server.create_server(("127.0.0.1", 0)) as listening:
        def serve():
            connection, _ = listening.accept()
            held.append(connection)
            asked = connection.recv(65536).decode()
            key = next(line.split(": ")[1] for line in asked.splitlines() if line.startswith("Sec-WebSocket-Key"))
            accepted = base64.b64encode(hashlib.sha1(f"{key}{GUID}".encode()).digest()).decode()
            connection.sendall(f"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                               f"Sec-WebSocket-Accept: {accepted}\r\n\r\n".encode())

        held = []
        threading.Thread(target=serve, daemon=True).start()
        socket = Socket(f"ws://127.0.0.1:{listening.getsockname()[1]}/ws", evidence, "Priya")
        began = monotonic()
        socket.close()

        assert monotonic() - began < 20
        assert socket._reader.is_alive() is False
        for connection in held:
            connection.close()
