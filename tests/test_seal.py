"""Seals: good for what they were made for, in the server they were made for, and for nothing else."""

import re

from bot.seal import SEAL, Seal

SEALED = Seal(b"the installation's secret")


def test_a_seal_holds_for_its_parts_in_its_server() -> None:
    assert SEALED.holds(SEALED.on(10, 7, "dismiss"), 10, 7, "dismiss")


def test_it_holds_for_no_other_server_part_order_or_installation() -> None:
    seal = SEALED.on(10, 7, "dismiss")

    assert not SEALED.holds(seal, 11, 7, "dismiss")
    assert not SEALED.holds(seal, 10, 8, "dismiss")
    assert not SEALED.holds(seal, 10, 7, "confirm")
    assert not SEALED.holds(seal, 10, "dismiss", 7)
    assert not Seal(b"another secret").holds(seal, 10, 7, "dismiss")


def test_a_seal_is_ten_characters_that_a_template_takes() -> None:
    for number in range(200):
        assert re.fullmatch(SEAL, SEALED.on(10, number)), number
