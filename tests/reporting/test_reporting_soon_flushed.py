"""The console's stream is flushed soon: whoever reads it has every line within a moment, however many there are."""

from __future__ import annotations

import threading

from support.reporting.soon_flushed import SoonFlushed

MANY = 1000


class Stream:
    """Counts how often it was flushed. ``seen``: what whoever reads it has; ``whole`` tells when that is all."""

    def __init__(self):
        self.written = self.seen = self.times = 0
        self.whole = threading.Event()

    def flush(self):
        self.times, self.seen = self.times + 1, self.written
        if self.seen == MANY:
            self.whole.set()


def write(stream, soon, count):
    for _ in range(count):
        stream.written += 1
        soon.flush()


def test_the_first_line_is_seen_at_once():
    stream = Stream()
    write(stream, SoonFlushed(stream), 1)
    assert stream.seen == 1


def test_many_lines_are_flushed_together_and_seen_without_a_further_call():
    stream = Stream()
    write(stream, SoonFlushed(stream), MANY)
    assert stream.whole.wait(30)
    assert stream.times < MANY


def test_at_the_end_all_is_seen_at_once():
    stream = Stream()
    soon = SoonFlushed(stream)
    write(stream, soon, MANY)
    soon.close()
    assert stream.seen == MANY
