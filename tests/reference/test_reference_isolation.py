"""A forgotten tenant is an error or an empty answer, never somebody else's record."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, delete, func, insert, select, text, update
from sqlalchemy.orm import aliased

from reference.accounts.records import Person, RefreshToken
from reference.core import schema
from reference.core.database import EVERY_TENANT, SCHEMA, Base, TenantOwned, TenantSession
from reference.tenancy.records import Site, Tenant

OURS, THEIRS = uuid4(), uuid4()


@pytest.fixture
def session():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        for table in (Tenant.__table__, Person.__table__, Site.__table__, RefreshToken.__table__):
            connection.exec_driver_sql(f"CREATE TABLE {table.name} ({', '.join(map(repr, table.c.keys()))})"
                                       .replace("'", '"').replace("counted_missions", "missions_this_month"))
        for tenant in (OURS, THEIRS):
            connection.exec_driver_sql("INSERT INTO tenants (id, slug) VALUES (?, ?)", (tenant.hex, tenant.hex))
            for parent, code in ((None, "yard"), (f"{tenant.hex[:31]}0", "dock")):
                number = "1" if parent else "0"
                connection.exec_driver_sql(
                    "INSERT INTO sites (id, tenant_id, code, parent_id, version) VALUES (?, ?, ?, ?, 1)",
                    (tenant.hex[:31] + number, tenant.hex, code, parent))
    with TenantSession(engine, OURS) as opened:
        yield opened


def site_of(tenant: UUID, number: int = 0) -> UUID:
    return UUID(f"{tenant.hex[:31]}{number}")


def test_a_query_without_a_tenant_shows_only_the_own(session: TenantSession) -> None:
    assert session.scalars(select(Site.tenant_id)).all() == [OURS, OURS]
    assert session.scalar(select(func.count()).select_from(Site)) == 2
    assert session.scalar(select(func.count()).select_from(select(Site).subquery())) == 2
    assert session.scalars(select(aliased(Site).tenant_id)).all() == [OURS, OURS]
    assert session.scalars(select(Tenant.id)).all() == [OURS]


def test_an_id_of_another_tenant_finds_nothing(session: TenantSession) -> None:
    assert session.get(Site, site_of(OURS)).tenant_id == OURS
    assert session.get(Site, site_of(THEIRS)) is None
    assert session.get(Tenant, THEIRS) is None
    assert session.merge(Site(id=site_of(THEIRS), tenant_id=OURS)) in session.new


def test_a_relation_shows_only_the_own(session: TenantSession) -> None:
    session.connection().exec_driver_sql("UPDATE sites SET parent_id = ? WHERE code = 'dock'", (site_of(OURS).hex,))
    found = session.scalar(select(Site).where(Site.id == site_of(OURS)))
    assert [child.id for child in found.children] == [site_of(OURS, 1)]


def test_a_change_of_many_reaches_only_the_own(session: TenantSession) -> None:
    assert session.execute(update(Site).values(name="Yard")).rowcount == 2
    assert session.execute(delete(Site)).rowcount == 2
    assert session.connection().exec_driver_sql("SELECT count(*), count(name) FROM sites").one() == (2, 0)


@pytest.mark.parametrize("statement", [
    select(Site.__table__), update(Site.__table__).values(name="x"), delete(Site.__table__)],
    ids=["read", "changed", "removed"])
def test_a_bare_table_is_refused(session: TenantSession, statement) -> None:
    with pytest.raises(RuntimeError, match="does not know its tenant"):
        session.execute(statement)


def test_plain_sql_that_is_given_no_tenant_is_refused(session: TenantSession) -> None:
    for values in ({}, {"tenant": THEIRS}):
        with pytest.raises(RuntimeError, match="must be given their tenant"):
            session.execute(text("SELECT code FROM sites WHERE tenant_id = :tenant"), values)


def test_what_is_inserted_past_the_session_is_refused_without_the_own_tenant(session: TenantSession) -> None:
    for values in ({"token_hash": "a"}, {"token_hash": "a", "tenant_id": THEIRS}):
        with pytest.raises(RuntimeError, match="must be given their tenant"):
            session.execute(insert(RefreshToken), [values])
        with pytest.raises(RuntimeError, match="must be given their tenant"):
            session.execute(insert(RefreshToken).values(**values))
    with pytest.raises(RuntimeError, match="in bulk"):
        session.bulk_insert_mappings(Site, [{"code": "quay", "tenant_id": THEIRS}])


def test_what_is_inserted_past_the_session_for_the_own_tenant_is_stored(session: TenantSession) -> None:
    session.execute(insert(RefreshToken).values(id=uuid4(), tenant_id=OURS, session_id=uuid4(), token_hash="a"))
    assert session.scalar(select(func.count()).select_from(RefreshToken)) == 1


def test_a_record_of_another_tenant_is_not_stored(session: TenantSession) -> None:
    session.add(Site(tenant_id=THEIRS, code="quay"))
    with pytest.raises(RuntimeError, match="another tenant"):
        session.flush()


def test_a_record_is_not_given_to_another_tenant(session: TenantSession) -> None:
    session.get(Site, site_of(OURS)).tenant_id = THEIRS
    with pytest.raises(RuntimeError, match="another tenant"):
        session.flush()


def test_a_record_from_elsewhere_is_not_changed(session: TenantSession) -> None:
    with TenantSession(session.get_bind(), EVERY_TENANT) as everywhere:
        theirs = everywhere.get(Site, site_of(THEIRS))
        everywhere.expunge(theirs)
    session.add(theirs)
    theirs.name = "Ours now"
    with pytest.raises(RuntimeError, match="another tenant"):
        session.flush()


def test_no_code_of_the_platform_goes_past_the_records() -> None:
    """A bare table inside a query of records would not get the tenant's condition."""
    words = ("__table__", "metadata.tables", "bulk_save", "bulk_insert", "bulk_update")
    found = {str(path) for path in Path("reference").rglob("*.py") if any(word in path.read_text() for word in words)}
    assert found == {"reference/core/database.py"}  # which refuses them


def test_every_table_but_the_tenants_own_is_tenant_owned() -> None:
    owned = [mapper.class_ for mapper in Base.registry.mappers if not issubclass(mapper.class_, TenantOwned)]
    assert owned == [Tenant]


def test_the_code_knows_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(schema.configuration()).get_current_head() == SCHEMA
