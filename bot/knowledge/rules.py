"""What makes the knowledge files unfit to be loaded, beyond their shapes. Pure; each fault with its place."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from bot.knowledge.denied import Denied, denied_in, denied_there, may_hold
from bot.knowledge.entries import Country, Entry, Need, Resource
from bot.knowledge.files import Files
from bot.knowledge.library import Knowledge
from bot.knowledge.numbers import fits, may_fit, number_in
from bot.knowledge.reading import KnowledgeError, Source
from bot.knowledge.wording_rules import faults_in_wording


def faults_in(files: Files, knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find what the loader refuses, file by file. knowledge: what the files hold."""
    resources, evidence = files.resources, files.evidence
    yield from _doubles([each.id for each in resources.content.resource], "resource", resources.source)
    yield from _doubles([each.code for each in resources.content.country], "country", resources.source)
    yield from _doubles([each.id for each in evidence.content.evidence], "evidence", evidence.source)
    for index, resource in enumerate(resources.content.resource):
        for key, what in chain(_placed(resource, knowledge), _dialled(resource)):
            yield resources.source.refuse(("resource", index, key), what)
    for index, country in enumerate(resources.content.country):
        for what in _noted(country, knowledge):
            yield resources.source.refuse(("country", index, "note"), what)
    yield from _denied(files)
    yield from faults_in_wording(files, knowledge)


def overdue(files: Files, on: date) -> Iterator[KnowledgeError]:
    """Find the entries that were to be reviewed before a day: a release build holds none."""
    tables: tuple[tuple[str, Source, tuple[Entry, ...]], ...] = (
        ("resource", files.resources.source, files.resources.content.resource),
        ("evidence", files.evidence.source, files.evidence.content.evidence),
    )
    for table, source, entries in tables:
        for index, each in enumerate(entries):
            if each.review_by < on:
                what = f"{each.id} was to be reviewed by {each.review_by}: look at its source again"
                yield source.refuse((table, index, "review_by"), what)


def _doubles(ids: list[str], table: str, source: Source) -> Iterator[KnowledgeError]:
    for index, each in enumerate(ids):
        if each in ids[:index]:
            yield source.refuse((table, index), f"{each} stands here a second time")


def _placed(resource: Resource, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Refuse a resource of no country, or of an unlisted one."""
    if resource.country is None and resource.need is not Need.DIRECTORY:
        yield "country", f"country is missing (need is {resource.need.value})"
    if resource.country is not None and resource.country not in knowledge.countries:
        yield "country", f"country {resource.country} has no [[country]] entry"


def _dialled(resource: Resource) -> Iterator[tuple[str, str]]:
    """Refuse a number that cannot be one of its country, and an exception that none of its numbers needs."""
    country = resource.country
    if country is None:
        return
    numbers = {"phone": resource.phone, "text": number_in(resource.text or "")}
    strange = {key: each for key, each in numbers.items() if each and not fits(each, country)}
    if resource.format_checked and not strange:
        yield "format_checked", "format_checked is not needed: the numbers fit their country's format"
    for key, each in strange.items():
        if not may_fit(each, country):
            yield key, f"{key} {each} has not the length of a number of {country}"
        elif not resource.format_checked:
            yield (
                key,
                f"{key} {each} is no known number of {country}: a digit may be wrong; if it is right, "
                "format_checked says how that is known",
            )


def _noted(country: Country, knowledge: Knowledge) -> Iterator[str]:
    """Refuse a note that shows what is not there, or another country's line."""
    for each in country.note:
        resource = knowledge.resources.get(each)
        if resource is None:
            yield f"note names {each}, which is no resource"
        elif resource.country not in {country.code, None}:
            yield f"note names {each}, a line of another country"


def _denied(files: Files) -> Iterator[KnowledgeError]:
    """Refuse a denied number or name in whatever can be shown; comments and sources may name them."""
    denied = files.denied.content.denied
    # Line by line is slow, and nearly always in vain.
    suspect = (each for each in files.shown() if may_hold(each.text, denied))
    for source in suspect:
        for number, line in enumerate(source.text.splitlines(), start=1):
            if not line.startswith("#"):
                for found, entry in denied_in(_ADDRESS.sub("", line), denied):
                    yield KnowledgeError(source.name, number, _told(found, entry))
    source = files.resources.source
    for index, resource in enumerate(files.resources.content.resource):
        for key, said in (("phone", resource.phone), ("text", resource.text)):
            for found, entry in denied_there(said or "", denied, resource.country):
                yield source.refuse(("resource", index, key), _told(found, entry))


def _told(found: str, entry: Denied) -> str:
    return f"{found} is denied ({entry.name}): {entry.why}"


_ADDRESS = re.compile(r"https?://[^\s\"]+")
