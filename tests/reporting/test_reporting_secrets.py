"""No secret in anything that a run leaves, wherever it turned up."""

from __future__ import annotations

import pytest

from support.reporting.evidence import Evidence
from support.reporting.masking import Mask

CANARY = "canary-7f3a9c-never-write-this"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwcml5YSJ9.c2lnbmF0dXJl"


@pytest.mark.shows("SUI-058", "SUI-019")
def test_a_canary_is_in_no_file_and_not_on_the_console(run, monkeypatch):
    mask = Mask([CANARY])
    evidence = Evidence(mask)
    monkeypatch.setattr("builtins.muster_evidence", evidence, raising=False)
    feature = f"""
        @missions @MIS-004
        Feature: Secrets {CANARY}
          It knows {CANARY}.
          Scenario: they turn up everywhere
            Given a secret in a text
              '''
              {{"password": "hunter2-{CANARY}", "token": "{TOKEN}"}}
              '''
            And a secret in a table
              | name  | value    |
              | token | {CANARY} |
          Scenario Outline: in a row
            Given all is <secret>
            Examples:
              | secret   |
              | {CANARY} |
          Scenario: in an error
            Given it breaks with a secret
          Scenario: in a hook
            Given all is well
          Scenario: left with {CANARY}
            Given it skips the rest because {CANARY}
        """

    def told(record):
        record.command_line = f"behave -D platform_key={CANARY}"
        record.settings_shown["platform_key"] = CANARY
        (record.folder / "logs").mkdir()
        (record.folder / "logs/platform.log").write_text(f"INFO signing with {CANARY}\nINFO ready\n")

    ran = run({"missions/secrets.feature": feature}, change=told, mask=mask, evidence=evidence, steps=f'''
        import builtins, logging
        @given("a secret in a text")
        def text(context):
            print("printed {CANARY}"); logging.getLogger().warning("logged {CANARY}")
            allure.attach("attached {CANARY}", "named {CANARY}", allure.attachment_type.TEXT)
            allure.dynamic.title("titled {CANARY}")
            builtins.muster_evidence.record("http", "GET /?token={CANARY}", "Authorization: Bearer {TOKEN}")
        @given("a secret in a table")
        def table(context): assert False, "the token {TOKEN} and {CANARY}"
        @given("it breaks with a secret")
        def breaks(context): raise RuntimeError("Cookie: session={CANARY}")
        ''', environment=f'''
        def before_scenario(context, scenario):
            if scenario.name == "in a hook":
                raise RuntimeError("hook {CANARY}")
        def after_feature(context, feature):
            raise RuntimeError("feature {CANARY}")
        ''')
    files = [path for path in ran.folder.rglob("*") if path.is_file()]
    assert len(files) > 8
    for path in files:
        text = path.read_bytes().decode("utf-8", errors="replace")
        assert CANARY not in text, path
        assert TOKEN not in text, path
    assert (ran.folder / "logs/platform.log").read_text() == "INFO signing with ***\nINFO ready\n"
    assert CANARY not in ran.console
    assert CANARY not in "\n".join(ran.verdict.lines)
    assert ran.sign_off["reconciliation"]["agree"]  # masked everywhere alike: still the same scenarios


def test_exhibits_stand_under_their_step_and_around_the_scenario(run, monkeypatch):
    evidence = Evidence(Mask())
    monkeypatch.setattr("builtins.muster_evidence", evidence, raising=False)
    ran = run({"missions/evidence.feature": """
        Feature: Evidence
          Scenario: it asks
            Given all is well
            When it asks
            Then the promise is broken
            And all is well
        """}, evidence=evidence, steps='''
        import builtins
        @when("it asks")
        def asks(context): builtins.muster_evidence.record("http", "GET /health -> 200 (3 ms)", "200 OK", 3.0)
        ''', environment='''
        import builtins
        def before_scenario(context, scenario):
            builtins.muster_evidence.record("sql", "insert tenants", "1 row")
        def after_scenario(context, scenario):
            builtins.muster_evidence.record("rows", "rows added", "missions 1")
        ''')
    first, second, failed, skipped = ran.result("it asks")["steps"]
    assert [ran.attachments(step) for step in (first, failed, skipped)] == [{}, {}, {}]
    assert ran.attachments(second) == {"GET /health -> 200 (3 ms)": "200 OK"}
    (before,), (after,) = ran.fixtures("befores"), ran.fixtures("afters")
    assert ran.attachments(before) == {"insert tenants": "1 row"}
    assert ran.attachments(after) == {"rows added": "missions 1"}
