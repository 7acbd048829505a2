"""Looks whether a scenario of some tenants touched the records of another one.

Three questions, whatever the scenario speaks of: is everything as it was that belongs to a tenant for which it did not
act; does any record refer to a record of another tenant; and does a new record exist for somebody of another tenant.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg

from support.datastores.baseline import Baseline, Table, literal, quoted
from support.watches.breach import Breach

if TYPE_CHECKING:
    from support.drivers.database import Database
    from support.drivers.description import Description
    from support.drivers.http import Exchange

UNTOUCHED, REFERENCES, READABLE = ("TEN-026",), ("TEN-030",), ("TEN-026",)
_MOST = 5  # records that are named
_SAMPLE = 2  # new records that are read by somebody else
_LOCK_SECONDS = 1.0  # that somebody's lock on a whole table is waited for
_OWNER = "tenant_id"
_TENANTS = "tenants"

# References from a table of tenants' records to another, by the one column that is not the tenant's own: where a key
# carries the tenant too, the database refuses what is looked for here, as long as somebody does not go past it.
_KEYS = f"""
SELECT k.conrelid::bigint AS child, k.confrelid::bigint AS parent, a.attname::text AS column, b.attname::text AS key
  FROM pg_constraint k
  CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS pair (of_child, of_parent)
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.of_child AND a.attname <> '{_OWNER}'
  JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.of_parent
 WHERE k.contype = 'f' AND cardinality(array_remove(k.conkey, (SELECT o.attnum FROM pg_attribute o
         WHERE o.attrelid = k.conrelid AND o.attname = '{_OWNER}'))) = 1
   AND EXISTS (SELECT FROM pg_attribute o WHERE o.attrelid = k.conrelid AND o.attname = '{_OWNER}')
   AND EXISTS (SELECT FROM pg_attribute o WHERE o.attrelid = k.confrelid AND o.attname = '{_OWNER}')
 ORDER BY k.conrelid, a.attname"""


@dataclass(frozen=True)
class Owned:
    """A table whose rows belong to tenants, by this column."""

    table: Table
    column: str


class Isolation:
    """Knows what each tenant had before the first scenario. Two statements a scenario, each planned once."""

    def __init__(self, database: Database, baseline: Baseline):
        self._database = database
        self._owned = [Owned(table, _OWNER if _OWNER in table.written else "id") for table in baseline.tables
                       if (_OWNER in table.written or table.name == _TENANTS) and not table.passes]
        self._references = self._find_references(baseline)
        self._names = {row["id"]: row["name"] for owned in self._owned if owned.table.name == _TENANTS
                       for _, row in _read(owned.table)}
        self._statements: dict[frozenset[str], str] = {}
        (rows,) = database.batch([self._statement(frozenset(self._names))])
        self._before = _by_place(rows)

    def look(self, acted_for: Collection[str]) -> list[Breach]:
        """What changed at tenants that were there before and are not among ``acted_for``, and who refers to whom."""
        bystanders = frozenset(self._names.keys() - set(acted_for))
        statement = self._statement(bystanders)
        statements = [statement, *self._references]
        try:
            with self._database.held(_LOCK_SECONDS):
                contents, *found = self._database.batch(statements, statements)
        except psycopg.errors.LockNotAvailable:  # the reset waits for the same lock, and says whose it is
            return []
        after, breaches = _by_place(contents), []
        for number, owned in enumerate(self._owned):
            for tenant in sorted(bystanders):
                if after.get((number, tenant)) != self._before.get((number, tenant)):
                    breaches.append(Breach(f"the scenario did not act for {self._names[tenant]}, and {owned.table.label} of "
                                           f"that tenant are not as they were: {self._changed(owned, tenant)}", UNTOUCHED))
        return breaches + [Breach(words, REFERENCES) for rows in found for words in _in_words(rows)]

    def _statement(self, tenants: frozenset[str]) -> str:
        """Rows and their digest, for each table and each of the tenants; it does not depend on the rows' order."""
        if tenants not in self._statements:
            wanted = f"ARRAY[{', '.join(map(literal, sorted(tenants)))}]::uuid[]"
            self._statements[tenants] = " UNION ALL ".join(
                f"SELECT {number}, {quoted(owned.column)}::text,"
                f" count(*) || ':' || sum(hashtextextended(held::text, 0)) FROM {owned.table.sql_name} AS held"
                f" WHERE {quoted(owned.column)} = ANY({wanted}) GROUP BY 2" for number, owned in enumerate(self._owned))
        return self._statements[tenants]

    def _changed(self, owned: Owned, tenant: str) -> str:
        """The ids of the rows that are new, different or gone."""
        before = {str(row.get("id", text)): text for text, row in _read(owned.table) if row[owned.column] == tenant}
        after = {identity or text: text for text, identity in self._database.script(
            f"SELECT row_to_json(held)::text, to_jsonb(held) ->> 'id' FROM {owned.table.sql_name} AS held"
            f" WHERE {quoted(owned.column)} = {literal(tenant)}")[0]}
        kinds = {"new": after.keys() - before.keys(), "gone": before.keys() - after.keys(),
                 "changed": {each for each in after.keys() & before.keys() if after[each] != before[each]}}
        return "; ".join(f"{_some(sorted(ids))} {'is' if len(ids) == 1 else 'are'} {kind}"
                         for kind, ids in kinds.items() if ids)

    def _find_references(self, baseline: Baseline) -> list[str]:
        """One statement for all keys: each record that refers to one of another tenant."""
        tables = {table.oid: table for table in baseline.tables if not table.passes}
        parts = [
            f"SELECT {literal(tables[key['child']].label)}, child.{quoted(key['column'])}::text,"
            f" {literal(key['column'])}, to_jsonb(child) ->> 'id', {literal(tables[key['parent']].label)},"
            f" child.{_OWNER}::text, parent.{_OWNER}::text"
            f" FROM {tables[key['child']].sql_name} AS child JOIN {tables[key['parent']].sql_name} AS parent"
            f" ON parent.{quoted(key['key'])} = child.{quoted(key['column'])}"
            f" WHERE parent.{_OWNER} <> child.{_OWNER}"
            for key in self._database.rows(_KEYS) if key["child"] in tables and key["parent"] in tables]
        return [f"{' UNION ALL '.join(parts)} LIMIT {_MOST}"] if parts else []


def _read(table: Table) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows that a table held at first, as text and read."""
    return ((text, json.loads(text)) for text in table.rows)


def _by_place(rows: list[tuple[Any, ...]]) -> dict[tuple[int, str], str]:
    return {(number, tenant): content for number, tenant, content in rows}


def _in_words(rows: list[tuple[Any, ...]]) -> Iterator[str]:
    for child, parent_id, column, child_id, parent, owner, other in rows:
        yield (f"the record {child_id or 'without an id'} of {child} (tenant {owner}) refers by {column} to the record "
               f"{parent_id} of {parent}, which is another tenant's ({other})")


def new_records(exchanges: Collection[Exchange], description: Description) -> list[str]:
    """The paths of some records that were made and can be read one by one: the first of each kind. A tenant is none: it is
    made by whoever is above all tenants."""
    found: dict[str, str] = {}
    for exchange in exchanges:
        if exchange.method != "POST" or exchange.answer.status != 201 or exchange.path in found:
            continue
        if exchange.path.startswith("/platform/"):
            continue
        answer = exchange.answer.json
        path = f"{exchange.path}/{answer.get('id')}" if isinstance(answer, dict) else ""
        if path and description.asked_for("GET", path) is not None:
            found[exchange.path] = path
    return list(found.values())[-_SAMPLE:]


def _some(names: list[str]) -> str:
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" and {more} more" if more > 0 else "")
