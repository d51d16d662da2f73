"""What is installed is whole: each data file that the program reads is named as package data."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "bot" / "recognition" / "corpus"
"""What only training and evaluation read."""


def data_files() -> set[Path]:
    """Find the files of the program that are no code."""
    files = {path for path in (ROOT / "bot").rglob("*") if path.is_file()}
    return {path for path in files if path.suffix not in {".py", ".pyc"} and CORPUS not in path.parents}


def installed() -> set[Path]:
    """Find the files that pyproject.toml names as data of a package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named: dict[str, list[str]] = project["tool"]["setuptools"]["package-data"]
    return {
        path
        for package, patterns in named.items()
        for pattern in patterns
        for path in ROOT.joinpath(*package.split(".")).glob(pattern)
    }


def test_every_data_file_is_installed() -> None:
    files = data_files()

    assert {file.suffix for file in files} >= {".ftl", ".toml", ".tsv", ".onnx", ".html"}
    assert sorted(files - installed()) == []
