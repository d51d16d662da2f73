"""`signpost knowledge` as a clinician and a release use it."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Command

SHIPPED = ROOT / "bot" / "knowledge"


@pytest.fixture(name="files")
def own_files(tmp_path: Path) -> Path:
    """Copy the knowledge files into a folder of the writer's own."""
    return Path(
        shutil.copytree(SHIPPED, tmp_path / "files", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    )


def test_the_shipped_files_are_fine(signpost: Command) -> None:
    ended = signpost("knowledge", "lint")

    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("Nothing is wrong: ")
    assert ended.out.count("\n") == 1


def test_each_fault_is_a_line_and_the_status_says_so(signpost: Command, files: Path) -> None:
    path = files / "resources.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('phone = "911"', 'phone = "91"', 1), encoding="utf-8"
    )
    line = path.read_text(encoding="utf-8").splitlines().index('phone = "91"') + 1

    ended = signpost("knowledge", "lint", files)

    assert ended.status == 1
    assert ended.out.startswith(f"resources.toml:{line}: phone 91 has not the length of a number of ")
    assert ended.out.count("\n") == 1
    assert ended.err == "1 fault.\n"


def test_files_that_cannot_be_read_come_first(signpost: Command, files: Path) -> None:
    (files / "evidence.toml").unlink()

    ended = signpost("knowledge", "lint", files)

    assert (ended.status, ended.out) == (1, "evidence.toml:1: the file is missing\n")
    assert ended.err == "1 fault; the rest is checked once every file can be read.\n"


def test_a_release_lists_what_nobody_verified_and_is_not_stopped_by_it(signpost: Command) -> None:
    ended = signpost("knowledge", "lint", "--release", "--on", "2026-11-23")

    assert ended.status == 0
    assert "not verified by anyone: us-911 (grade A, review by " in ended.out


def test_a_release_after_the_reviews_is_stopped(signpost: Command) -> None:
    ended = signpost("knowledge", "lint", "--release", "--on", "2031-01-01")

    assert ended.status == 1
    assert "us-911 was to be reviewed by " in ended.out
    assert all(
        ": look at its source again" in line or "to be reviewed" in line for line in ended.out.splitlines()
    )


def test_a_day_that_is_none_is_refused(signpost: Command) -> None:
    assert signpost("knowledge", "lint", "--release", "--on", "soon").status == 2


def test_the_schemas_are_written_beside_the_files(signpost: Command, files: Path) -> None:
    shutil.rmtree(files / "schema")

    ended = signpost("knowledge", "schema", files)

    assert ended.status == 0
    assert (files / "schema" / "resources.json").is_file()


def test_what_is_covered_is_printed(signpost: Command) -> None:
    ended = signpost("knowledge", "coverage")

    assert ended.status == 0
    assert ended.out == (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
