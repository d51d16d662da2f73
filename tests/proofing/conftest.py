"""A copy of the shipped knowledge files, to be spoilt and read again."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.knowledge.loading import SHIPPED
from bot.proofing import proofread


@dataclass(frozen=True, slots=True)
class Folder:
    """Knowledge files in a folder of their own: one topic, in English and in Spanish."""

    path: Path

    def write(self, file: str, table: str, line: str) -> int:
        """Write a line for the first with the same key after `table`; return its number, from 1."""
        key = line.partition(" = ")[0]
        return self._replace(file, table, f"{key} = ", [line])

    def leave_out(self, file: str, table: str, start: str) -> int:
        """Leave out the first line after `table` that begins so; return what number it had."""
        return self._replace(file, table, start, [])

    def add(self, file: str, table: str, *lines: str) -> int:
        """Add lines below `table`; return the number of the first, from 1."""
        return self._replace(file, table, table, [table, *lines]) + 1

    def append(self, file: str, *lines: str) -> int:
        """Add lines at the end of a file; return the number of the first, from 1."""
        path = self.path / file
        text = path.read_text(encoding="utf-8")
        path.write_text("\n".join((text, *lines, "")), encoding="utf-8")
        return text.count("\n") + 2

    def told(self) -> list[str]:
        """List what the proof says, as it is printed."""
        return [str(each) for each in proofread(self.path).faults]

    def _replace(self, file: str, table: str, start: str, new: list[str]) -> int:
        path = self.path / file
        lines = path.read_text(encoding="utf-8").splitlines()
        first = lines.index(table) if table else 0
        index = next(at for at in range(first, len(lines)) if lines[at].startswith(start))
        lines[index : index + 1] = new
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return index + 1


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Copy what ships, as far as it speaks of kratom."""
    kept = ["resources.toml", "evidence.toml", "denied.toml", "topics/kratom.toml"]
    kept += [f"wording/{language}/{name}.toml" for language in ("en", "es") for name in ("common", "kratom")]
    for name in kept:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SHIPPED / name, tmp_path / name)
    shutil.copytree(SHIPPED / "avoided", tmp_path / "avoided")
    return Folder(tmp_path)
