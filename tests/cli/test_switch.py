"""`signpost knowledge withdraw`, `restore` and `withdrawn` as an operator gives them, beside the fleet."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ..fresh_store import put_store
from .conftest import Command


@pytest.fixture
async def fleet(tmp_path: Path) -> Path:
    """Give the database of a running fleet, where the settings' default looks for it."""
    await put_store(tmp_path / "signpost.db")
    return tmp_path / "signpost.db"


def test_what_is_withdrawn_is_listed_until_it_is_restored(signpost: Command, fleet: Path) -> None:
    withdrawn = signpost(
        "knowledge", "withdraw", "resource", "us-988", "--why", "the line is answered by the police"
    )
    listed = signpost("knowledge", "withdrawn")
    restored = signpost("knowledge", "restore", "resource", "us-988")
    after = signpost("knowledge", "withdrawn")

    assert [each.status for each in (withdrawn, listed, restored, after)] == [0, 0, 0, 0]
    assert withdrawn.out.startswith("Withdrawn: resource us-988. Every running bot follows within a minute.")
    assert "signpost knowledge correct" in withdrawn.out
    assert listed.out.startswith("resource us-988: since 20")
    assert listed.out.endswith("UTC (the line is answered by the police)\n")
    assert restored.out.startswith("Restored: resource us-988.")
    assert after.out == "Nothing is withdrawn.\n"


def test_a_reason_in_several_lines_is_listed_in_one(signpost: Command, fleet: Path) -> None:
    signpost("knowledge", "withdraw", "all", "--why", "nobody answers\n since Monday ")

    assert signpost("knowledge", "withdrawn").out.endswith("UTC (nobody answers since Monday)\n")


def test_twice_is_harmless_and_says_so(signpost: Command, fleet: Path) -> None:
    signpost("knowledge", "withdraw", "all")
    again = signpost("knowledge", "withdraw", "all")
    signpost("knowledge", "restore", "all")
    gone = signpost("knowledge", "restore", "all")

    assert (again.status, gone.status) == (0, 0)
    assert again.out.startswith("Withdrawn already: all notes, since 20")
    assert gone.out == "Not withdrawn: all notes. Nothing changed.\n"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("withdraw", "resource", "us-98"), "there is no resource us-98; did you mean us-988"),
        (("withdraw", "resource", "988"), "there is no resource 988; did you mean ca-988, us-988, us-988-"),
        (("withdraw", "topic", "cratom"), "there is no topic cratom; did you mean kratom?"),
        (("restore", "topic", "cratom"), "there is no topic cratom; did you mean kratom?"),
        (("withdraw", "topic", "kratom", "--why", "x" * 501), "the reason is longer than 500 characters"),
    ],
)
def test_what_there_is_not_is_said_with_what_comes_near(
    signpost: Command, fleet: Path, given: tuple[str, ...], said: str
) -> None:
    ended = signpost("knowledge", *given)

    assert ended.status == 2
    assert ended.err.startswith(f"signpost: {said}")
    assert signpost("knowledge", "withdrawn").out == "Nothing is withdrawn.\n"


def test_what_another_version_withdrew_can_be_restored(signpost: Command, fleet: Path) -> None:
    with closing(sqlite3.connect(fleet)) as connection, connection:
        connection.execute(
            "INSERT INTO withdrawals VALUES ('resource', 'long-gone', '2026-01-01 00:00:00', NULL)"
        )

    assert signpost("knowledge", "restore", "resource", "long-gone").status == 0


def test_without_a_database_none_is_made_that_nobody_reads(signpost: Command, tmp_path: Path) -> None:
    ended = signpost("knowledge", "withdraw", "all")

    assert ended.status == 1
    assert ended.err.startswith("signpost: there is no database at signpost.db: set SIGNPOST_DATABASE_URL")
    assert not (tmp_path / "signpost.db").exists()


def test_a_database_that_somebody_holds_is_said_in_one_line(signpost: Command, fleet: Path) -> None:
    with closing(sqlite3.connect(fleet, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        ended = signpost("knowledge", "withdraw", "all")

    assert ended.status == 1
    assert ended.err.count("\n") == 1
    assert "database is locked" in ended.err
