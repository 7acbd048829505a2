"""A console that nobody reads any more, or that is full, ends nothing; one with few characters gets plainer ones."""

import io
import os

import pytest

from support.running.console import LastingStream


@pytest.fixture
def pipe():
    """A stream whose reader has gone away."""
    ours, its = os.pipe()
    os.close(ours)
    with os.fdopen(its, "w", buffering=1) as stream:
        yield stream


def test_what_nobody_reads_is_dropped(pipe):
    lasting = LastingStream(pipe)
    lasting.writelines(["one\n", "two\n"])
    lasting.flush()

    assert lasting.write("three\n") == 6
    pipe.flush()  # what Python does at its end: it finds somebody who takes it


def test_a_full_disk_is_no_end_either():
    with open("/dev/full", "w", buffering=1) as full:  # noqa: PTH123
        lasting = LastingStream(full)
        lasting.write("one\n")
        lasting.flush()


def test_what_an_encoding_does_not_have_is_written_plainer():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    lasting = LastingStream(stream)
    lasting.write("missions · “Größe” … 5 → 6")
    lasting.flush()

    assert raw.getvalue() == b'missions - "Gr??e" ... 5 -> 6'


def test_everything_else_is_the_streams_own():
    stream = io.StringIO()
    LastingStream(stream).write("kept")

    assert stream.getvalue() == "kept"
    assert LastingStream(stream).isatty() is False
