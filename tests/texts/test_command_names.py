"""Commands in texts: each stands as Discord shows it to who reads the text."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from bot.texts import LANGUAGES

NAMED = re.compile(r"`/signpost ((?:[\w-]+ ?)+)")
NAME = re.compile(r"^command-[\w-]+ = ([\w-]+)$", re.MULTILINE)


def texts_of(language: str) -> Iterator[str]:
    for file in (files("bot.texts") / language).iterdir():
        yield from (line for line in file.read_text(encoding="utf-8").splitlines() if line[:1] != "#")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_names_commands_as_its_reader_sees_them(language: str) -> None:
    lines = list(texts_of(language))
    names = set(NAME.findall("\n".join(lines)))

    strange = [line for line in lines for named in NAMED.findall(line) if not names.issuperset(named.split())]

    assert strange == []
