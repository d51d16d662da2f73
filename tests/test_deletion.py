"""A server's name, as a manager types it on a phone."""

import pytest

from bot.deletion import is_name


@pytest.mark.parametrize(
    "typed", ["Quiet Harbour", "  quiet   harbour ", "QUIET HARBOUR", "ｑuiet harbour", "quiet\u00a0harbour"]
)
def test_case_and_spaces_do_not_matter(typed: str) -> None:
    assert is_name(typed, "Quiet  Harbour")


@pytest.mark.parametrize("typed", ["", "Harbour", "Quiet Harbours", "QuietHarbour"])
def test_another_name_does(typed: str) -> None:
    assert not is_name(typed, "Quiet Harbour")
