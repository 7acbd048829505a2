"""Files that are sent as forms: what is read, and what is refused without breaking anything."""

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.core import uploads
from reference.core.errors import Problem


def read(*, kind=None, content=None, **parts):
    request = httpx.Request("POST", "http://platform/photos", **parts)
    request.read()
    content = request.content if content is None else content
    return uploads.only_file(kind or request.headers.get("Content-Type", ""), content, "file")


def refusal(**sent):
    with pytest.raises(Problem) as raised:
        read(**sent)
    return raised.value.status, [(fault.field, fault.code) for fault in raised.value.errors]


@pytest.mark.parametrize(("name", "kept"), [("pump.jpg", "pump.jpg"), ("Pumpe für Öl.jpg", "Pumpe für Öl.jpg"),
                                            ("C:\\photos\\pump.jpg", "pump.jpg"), ("../../pump.jpg", "pump.jpg")])
def test_a_file_comes_with_its_name_and_without_its_folders(name, kept):
    assert read(files={"file": (name, b"\x00\xff\r\n--")}) == uploads.Upload(kept, b"\x00\xff\r\n--")


def test_one_file_is_asked_for_and_nothing_else():
    assert refusal(files={"photo": ("a.jpg", b"")}) == (422, [("photo", "unknown_field")])
    assert refusal(files=[("file", ("a.jpg", b"")), ("file", ("b.jpg", b""))]) == (422, [("file", "too_long")])
    assert refusal(files={"file": (None, b"text")}) == (422, [("file", "type")])


@pytest.mark.parametrize("content", [b"", b"--x", b"--x\r\n\r\n", b"--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--",
                                     b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf'])
def test_what_is_no_form_is_malformed(content):
    assert refusal(kind="multipart/form-data; boundary=x", content=content) in [
        (400, []), (422, [("", "unknown_field")])]


@pytest.mark.parametrize("more", ["", "; boundary=", "; boundary=ü"])
def test_a_form_without_a_boundary_is_malformed(more):
    assert refusal(kind=f"multipart/form-data{more}", content=b"x") == (400, [])


def test_something_else_is_of_another_kind():
    assert refusal(kind="application/json", content=b"{}") == (415, [])


@given(st.binary(max_size=300), st.text(max_size=40))
def test_whatever_is_sent_is_read_or_refused(content, boundary):
    try:
        uploads.only_file(f"multipart/form-data; boundary={boundary}", content, "file")
    except Problem as refused:
        assert refused.status in (400, 422)
