"""What is written from the knowledge files, for people and for their editors, is what they say today."""

import json
from pathlib import Path

from bot.knowledge import standard
from bot.knowledge.loading import SHIPPED
from bot.knowledge.schema import FOLDER, schemas, write
from bot.knowledge.topics import built_in
from bot.proofing.coverage import coverage
from tests.proofing.conftest import Folder

ROOT = Path(__file__).parents[2]


def test_the_schemas_are_those_of_the_models() -> None:
    written = {path.stem: path.read_text(encoding="utf-8") for path in (SHIPPED / FOLDER).glob("*.json")}

    assert written == schemas()


def test_a_schema_knows_the_fields_and_refuses_others() -> None:
    resource = json.loads(schemas()["resources"])["$defs"]["Resource"]

    assert {"phone", "grade", "sources", "review_by", "format_checked"} <= resource["properties"].keys()
    assert resource["additionalProperties"] is False
    assert "sources" in resource["required"]


def test_a_file_is_given_the_name_of_its_schema_once(folder: Folder) -> None:
    for file in ("resources.toml", "wording/es/kratom.toml"):
        folder.leave_out(file, "", "#:schema")

    write(folder.path)
    write(folder.path)

    first, second, *_ = (folder.path / "wording/es/kratom.toml").read_text(encoding="utf-8").splitlines()
    assert first == "#:schema ../../schema/topic-words.json"
    assert (folder.path / "wording/es/kratom.toml").parent.joinpath(first.split()[1]).is_file()
    assert not second.startswith("#:schema")
    assert folder.told() == []


def test_the_table_of_what_is_covered_is_fresh() -> None:
    table = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")

    assert table == coverage(standard(), built_in())


def test_a_topic_that_was_not_measured_says_that_it_is_only_observed() -> None:
    _, *sections = coverage(standard(), built_in()).partition("## What waits")[0].split("\n## ")

    observed = [section.splitlines()[2].startswith("Only observed") for section in sections]
    assert observed == [not topic.recognition.measured for topic in built_in()]
    assert all(
        topic.recognition.measured_on["en"] in section
        for topic, section in zip(built_in(), sections, strict=True)
    )


def test_the_table_has_each_topic_in_each_country_and_language() -> None:
    known = standard()
    lines = coverage(known, built_in()).splitlines()
    tables, _, waiting = "\n".join(lines).partition("## What waits")

    assert tables.count(f"| {' | '.join(('country', *known.wordings))} |") == len(built_in())
    for country in known.countries.values():
        assert tables.count(f"| {country.name} |") == len(built_in())
    unverified = [each for each in known.resources.values() if each.verified_on is None]
    assert all(f"| `{each.id}` |" in waiting for each in unverified)
