"""In every Python process of the platform: writes down each address that a socket turns to.

Python imports a module of this name when it starts; the stack puts this folder on the path of what it starts. The hook is
Python's own (PEP 578), below every library: it sees a connection when it is asked for, whether or not it then comes about.
What C code opens by itself it does not see: of the platform's parts that is the database's library.
"""

import os
import sys

_FILE = os.environ.get("CONNECTIONS_FILE", "")
_EVENTS = ("socket.connect", "socket.sendto", "socket.sendmsg")
_HERE = ("127.", "::1", "localhost")
_written = set()  # what is on this machine is written down once by each process


def _write_down(event, arguments):
    if event not in _EVENTS:
        return
    address = arguments[1]  # of a local socket it is a path, of a connected one nothing
    if not isinstance(address, tuple) or not isinstance(address[0], str) or not address[0]:
        return
    line = f"{address[0]} {address[1]}\n"
    if (os.getpid(), line) in _written:
        return
    if address[0].startswith(_HERE):
        _written.add((os.getpid(), line))
    place = os.open(_FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(place, line.encode())
    finally:
        os.close(place)


if _FILE:
    sys.addaudithook(_write_down)
