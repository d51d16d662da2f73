"""Every table says whose its rows are and until when; who adds one without is told here."""

import pytest
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, Table

from bot.store.keeping import Keeping, Owner, keeping_of, kept, rows_of
from bot.store.tables import metadata

TABLES = pytest.mark.parametrize("table", metadata.sorted_tables, ids=str)


@TABLES
def test_a_table_says_whose_it_is_and_until_when(table: Table) -> None:
    keeping = keeping_of(table)

    assert keeping is not None, f"{table}: give it info=kept(Owner…, until=…)"
    assert keeping.until.strip()


@TABLES
def test_what_a_server_or_a_member_owns_can_be_found_by_the_server(table: Table) -> None:
    keeping = keeping_of(table)

    if keeping is not None and keeping.owner is not Owner.INSTALLATION:
        assert rows_of(table, 10) is not None


@TABLES
def test_what_names_a_server_is_not_the_installations(table: Table) -> None:
    keeping = keeping_of(table)

    if "guild_id" in table.c:
        assert keeping is not None
        assert keeping.owner is not Owner.INSTALLATION


def test_a_table_that_says_nothing_is_noticed() -> None:
    silent = Table("silent", MetaData(), Column("guild_id", BigInteger))

    assert keeping_of(silent) is None


def test_a_server_is_found_through_the_rows_that_others_hang_on() -> None:
    tables = MetaData()
    Table("head", tables, Column("id", Integer, primary_key=True), Column("guild_id", BigInteger))
    limb = Table("limb", tables, Column("id", Integer, ForeignKey("head.id", ondelete="CASCADE")))
    loose = Table("loose", tables, Column("id", Integer, ForeignKey("head.id", ondelete="SET NULL")))

    assert str(rows_of(limb, 10)) == (
        "limb.id IN (SELECT head.id \nFROM head \nWHERE head.guild_id = :guild_id_1)"
    )
    assert rows_of(loose, 10) is None


def test_what_is_said_is_what_is_read() -> None:
    told = Table("told", MetaData(), info=kept(Owner.MEMBER, until="tomorrow"))

    assert keeping_of(told) == Keeping(Owner.MEMBER, "tomorrow")
