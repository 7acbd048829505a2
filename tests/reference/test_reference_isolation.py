"""A forgotten tenant is an error or an empty answer, never somebody else's record."""

from __future__ import annotations

from uuid import uuid4

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, select

from reference.core import schema
from reference.core.database import SCHEMA, Base, TenantOwned, TenantSession
from reference.missions.records import KnowledgeRule
from reference.tenancy.records import Tenant

OURS, THEIRS = uuid4(), uuid4()


@pytest.fixture
def session():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE knowledge_rules (id, tenant_id, created_at, updated_at, version, code,"
                                   " title, category, severity, description, recommendation, \"check\", risk, enabled)")
        for tenant in (OURS, THEIRS):
            connection.exec_driver_sql("INSERT INTO knowledge_rules (id, tenant_id, code) VALUES (?, ?, 'KB-001')",
                                       (uuid4().hex, tenant.hex))
    with TenantSession(engine, OURS) as opened:
        yield opened


def test_a_query_without_a_tenant_shows_only_the_own(session: TenantSession) -> None:
    assert session.scalars(select(KnowledgeRule.tenant_id)).all() == [OURS]


def test_a_bare_table_is_refused(session: TenantSession) -> None:
    with pytest.raises(RuntimeError, match="does not know its tenant"):
        session.execute(select(KnowledgeRule.__table__))


def test_a_record_of_another_tenant_is_not_stored(session: TenantSession) -> None:
    session.add(KnowledgeRule(tenant_id=THEIRS, code="KB-002"))
    with pytest.raises(RuntimeError, match="another tenant"):
        session.flush()


def test_every_table_but_the_tenants_own_is_tenant_owned() -> None:
    owned = [mapper.class_ for mapper in Base.registry.mappers if not issubclass(mapper.class_, TenantOwned)]
    assert owned == [Tenant]


def test_the_code_knows_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(schema.configuration()).get_current_head() == SCHEMA
