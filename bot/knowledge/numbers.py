"""Whether a number can be dialled in its country, by the tables of the package phonenumbers."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, shortnumberinfo

_DIGITS = re.compile(r"\d[\d -]*\d|\d")


def fits(number: str, country: str) -> bool:
    """Say whether a number is one of a country: a full one, or a short one in use there.

    number: as it is shown, as "988, then 1". country: ISO 3166.
    """
    parsed = _parsed(number.split(",", maxsplit=1)[0], country)
    return parsed is not None and (
        phonenumbers.is_valid_number_for_region(parsed, country)
        or shortnumberinfo.is_valid_short_number_for_region(parsed, country)
    )


def may_fit(number: str, country: str) -> bool:
    """Say whether a number has at least the length of one of the country's."""
    parsed = _parsed(number.split(",", maxsplit=1)[0], country)
    return parsed is not None and (
        phonenumbers.is_possible_number(parsed)
        or shortnumberinfo.is_possible_short_number_for_region(parsed, country)
    )


def number_in(words: str) -> str | None:
    """Give the number that a text goes to: the last in "DISCORD to 741741". None without any."""
    found = _DIGITS.findall(words)
    return found[-1] if found else None


def _parsed(number: str, country: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(number, country)
    except NumberParseException:
        return None
