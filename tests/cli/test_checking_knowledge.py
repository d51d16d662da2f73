"""`signpost knowledge check` and `report`, and the workflow that runs both."""

import json
import re
from pathlib import Path

from .conftest import Command

WORKFLOW = Path(__file__).parents[2] / ".github" / "workflows" / "knowledge.yml"


def test_without_online_it_says_that_no_link_was_visited(signpost: Command) -> None:
    ended = signpost("knowledge", "check")

    assert (ended.status, ended.out) == (
        0,
        "The files are in order. No link was visited: that is for --online.\n",
    )


def test_json_without_online_is_wrong_use(signpost: Command) -> None:
    assert signpost("knowledge", "check", "--json").status == 2


def test_the_report_sorts_by_date_and_invents_no_name(signpost: Command) -> None:
    early = signpost("knowledge", "report", "--by", "2020-01-01", "--strict")
    late = signpost("knowledge", "report", "--by", "2999-01-01", "--strict")

    assert (early.status, late.status) == (0, 1)
    assert early.out.startswith("Overdue on 2020-01-01: 0\n")
    assert "verified by nobody yet" in late.out
    assert signpost("knowledge", "report", "--by", "2999-01-01").status == 0


def test_the_report_as_json_has_each_entry_once(signpost: Command) -> None:
    entries = json.loads(signpost("knowledge", "report", "--by", "2999-01-01", "--json").out)

    assert len({(each["kind"], each["id"]) for each in entries}) == len(entries)
    assert {each["due"] for each in entries} == {"overdue"}


def test_every_command_of_the_workflow_exists(signpost: Command) -> None:
    named = re.findall(r"signpost (knowledge \w+)((?: --[\w-]+)*)", WORKFLOW.read_text())

    assert {command for command, _ in named} == {"knowledge check", "knowledge report"}
    for command, options in named:
        help_text = signpost(*command.split(), "--help").out
        assert all(option in help_text for option in options.split())
