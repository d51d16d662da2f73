"""The guide for moderators and the README: what they name and show exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GUIDE, README = ROOT / "docs" / "moderators.md", ROOT / "README.md"
LARGEST_PICTURE = 150 * 1024
"""Bytes that a phone loads without a thought."""

_NAMED = re.compile(r"^command-[\w-]+(?<!-about) = (.+)$", re.MULTILINE)
_COMMAND = re.compile(r"`/([a-z][a-z -]*[a-z])`")
_BUTTON = re.compile(r"^\| \*\*(.+?)\*\* \| [A-Z]", re.MULTILINE)
_PICTURE = re.compile(r'(?:\]\(|src=")([\w/.-]+\.png)')


def catalogue() -> str:
    """Return all English texts of the desk."""
    return "\n".join(each.read_text() for each in sorted((ROOT / "bot" / "texts" / "en").glob("*.ftl")))


@pytest.mark.parametrize("page", [GUIDE, README], ids=lambda page: page.name)
def test_every_command_that_is_named_exists(page: Path) -> None:
    names = set(_NAMED.findall(catalogue()))
    named = {word for command in _COMMAND.findall(page.read_text()) for word in command.split()}

    assert named
    assert named <= names


def test_every_button_of_an_entry_that_is_explained_exists() -> None:
    labels = set(re.findall(r"^case-button-\w+ = (.+)$", catalogue(), re.MULTILINE))

    assert set(_BUTTON.findall(GUIDE.read_text())) == labels


@pytest.mark.parametrize("page", [GUIDE, README], ids=lambda page: page.name)
def test_every_picture_that_is_shown_is_there_and_small(page: Path) -> None:
    shown = [page.parent / name for name in _PICTURE.findall(page.read_text())]

    assert shown
    assert [each.name for each in shown if each.stat().st_size > LARGEST_PICTURE] == []
