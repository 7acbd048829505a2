"""One command fills a tenant with a chosen number of each kind of record, and another removes exactly these."""

import json
from types import SimpleNamespace

import httpx
import pytest

from support.filling.__main__ import main
from support.filling.kinds import KINDS

PASSWORD = "a-Password-of-4711"
LISTS = {name: kind.removed_at or kind.path for name, kind in KINDS.items()} | {"people": "/api/v2/people"}
STATUS = {"people": "invited"}  # who is filled in has accepted nothing, and is removed when the invitation is withdrawn


@pytest.fixture
def tenant(platform, request):
    """A tenant of the test's own, and how many records of each kind it has."""
    slug = f"filled-{abs(hash(request.node.name)) % 10**9}"
    with httpx.Client(base_url=platform.base_url, trust_env=False) as client:
        answer = client.post("/api/v1/auth/register", json={
            "tenant_name": "Filled", "tenant_slug": slug, "full_name": "Ada", "email": "ada@filled.example",
            "password": PASSWORD})
        token = {"Authorization": f"Bearer {answer.json()['access_token']}"}

        def asked(kind: str) -> dict:
            status = {"status": STATUS[kind]} if kind in STATUS else {}
            return client.get(LISTS[kind], headers=token, params={"limit": 100} | status).json()

        yield SimpleNamespace(slug=slug, counts=lambda: {kind: asked(kind)["total"] for kind in LISTS},
                              items=lambda kind: asked(kind)["items"])


@pytest.fixture
def command(platform, tenant, tmp_path, monkeypatch, capsys):
    """Runs the command on that tenant: its exit code and all that it said."""
    monkeypatch.setenv("MUSTER_PASSWORD", PASSWORD)

    def run(verb: str, *more: str, file: str = "made.json") -> tuple[int, str]:
        code = main([verb, "--base-url", platform.base_url, "--tenant", tenant.slug, "--email", "ada@filled.example",
                     "--file", str(tmp_path / file), *more])
        return code, "".join(capsys.readouterr())

    return run


@pytest.fixture
def marked(platform):
    """The argument that names the platform's database, which carries the mark."""
    return f"--database-url={platform.database_url}"


@pytest.mark.shows("SUI-024")
def test_a_tenant_is_filled_and_emptied_again(command, tenant, tmp_path, marked):
    before = tenant.counts()

    wanted = {kind: number for number, kind in enumerate(KINDS, start=2)}
    total = sum(wanted.values())

    code, said = command("fill", marked, *(f"{kind}={number}" for kind, number in wanted.items()))
    assert code == 0, said
    assert tenant.counts() == {kind: before[kind] + more for kind, more in wanted.items()}
    assert len(json.loads((tmp_path / "made.json").read_text())) == total

    assert command("remove", marked) == (0, f"{total} records removed\n")
    assert tenant.counts() == before
    assert not (tmp_path / "made.json").exists()


def test_what_the_platform_keeps_is_made_only_where_it_can_be_taken_away_again(command, tenant, tmp_path, marked):
    before = tenant.counts()
    code, said = command("fill", "sites=1", "tickets=2")
    assert (code, tenant.counts(), (tmp_path / "made.json").exists()) == (2, before, False)
    assert "the platform keeps tickets for good" in said

    command("fill", marked, "sites=1", "tickets=2")
    filled = tenant.counts()
    code, said = command("remove")
    assert (code, tenant.counts()) == (2, filled)
    assert "the platform keeps tickets for good" in said
    assert command("remove", marked)[0] == 0
    assert tenant.counts() == before


def test_a_database_without_the_mark_is_not_touched(command, tenant, platform):
    unmarked = platform.database_url.rpartition("/")[0] + "/template1"
    before = tenant.counts()
    code, said = command("fill", f"--database-url={unmarked}", "sites=1", "tickets=2")
    assert (code, tenant.counts()) == (2, before)
    assert "mark" in said


def test_what_belongs_to_others_is_spread_over_them(command, tenant):
    assert command("fill", "projects=2", "technologies=4")[0] == 0
    projects = [item["project_id"] for item in tenant.items("technologies")]
    assert sorted(map(projects.count, set(projects))) == [2, 2]


def test_the_same_seed_makes_the_same_records(command, tenant):
    names = []
    for seed in ("5", "5", "6"):
        assert command("fill", "--seed", seed, "missions=4")[0] == 0
        names.append(sorted(item["name"] for item in tenant.items("missions")))
        assert command("remove")[0] == 0

    assert names[0] == names[1] != names[2]


def test_what_is_gone_already_is_no_fault(command, tenant):
    command("fill", "sites=2")
    command("fill", "sites=0", file="other.json")
    assert command("remove")[0] == 0
    assert command("remove", file="other.json") == (0, "0 records removed\n")


@pytest.mark.parametrize(("verb", "more", "code", "words"), [
    ("fill", ("missions=1", "rules=501", "--seed", "x"), None, "invalid int value"),
    ("fill", ("boats=3",), None, "'boats=3' should be a kind (sites, people, rules, missions"),
    ("fill", ("technologies=2", "sites=1"), 2, "belongs to projects: say how many of these, too"),
    ("remove", (), 2, "cannot be used"),
], ids=["a seed that is none", "a kind that is none", "a kind that belongs to another", "a file that is not there"])
def test_a_wrong_question_is_said(command, tenant, capsys, verb, more, code, words):
    before = tenant.counts()
    try:
        ended, said = command(verb, *more)
    except SystemExit as refused:
        ended, said = None, "".join(capsys.readouterr())
        assert refused.code == 2

    assert ended == code
    assert words in said
    assert tenant.counts() == before


def test_a_wrong_password_is_refused(command, monkeypatch):
    monkeypatch.setenv("MUSTER_PASSWORD", "another-Password-1")
    code, said = command("fill", "sites=1")

    assert code == 1
    assert "POST /api/v1/auth/login was answered with 401" in said
    assert "another-Password-1" not in said
