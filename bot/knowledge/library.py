"""Everything the bot may say and point to, loaded from the data files and checked against each other."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Self

from bot.knowledge.entries import Country, Evidence, EvidenceFile, Need, Resource, ResourcesFile, RunBy
from bot.knowledge.reading import Key, KnowledgeError, Source
from bot.knowledge.withdrawn import Withdrawn
from bot.knowledge.words import CommonWords, Said, TopicWords, Wording

DEFAULT_LANGUAGE = "en"
COMMON = "common"
_ORDER, _RUNNERS = tuple(Need), tuple(RunBy)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The loaded files. Resources, evidence and countries by id or code; wordings by language."""

    countries: Mapping[str, Country]
    resources: Mapping[str, Resource]
    evidence: Mapping[str, Evidence]
    wordings: Mapping[str, Wording]

    def wording(self, language: str) -> Wording:
        """Give the words of a language ("es", "es-ES"), English where there are none of it."""
        return self.wordings.get(language[:2].lower()) or self.wordings[DEFAULT_LANGUAGE]

    def without(self, withdrawn: Withdrawn) -> "Knowledge":
        """Give what is left without what was withdrawn: as if these resources and topics had no entry."""
        if not withdrawn:
            return self
        left = {each: words.without(withdrawn.covers) for each, words in self.wordings.items()}
        resources = {each.id: each for each in self.resources.values() if each.id not in withdrawn.resources}
        return replace(self, resources=MappingProxyType(resources), wordings=MappingProxyType(left))

    def stands(self, said: Said) -> bool:
        """Say whether all that a text rests on may be shown; else the text waits."""
        return all(self.evidence[each].showable for each in said.evidence)

    def showable(self, ids: Iterable[str]) -> tuple[Resource, ...]:
        """Those of these resources that may be shown, in the order given."""
        return tuple(
            self.resources[each] for each in ids if each in self.resources and self.resources[each].showable
        )

    def lines(self, country: str) -> tuple[Resource, ...]:
        """List a country's own showable help lines, by need and by who runs them; no page of evidence.

        Emergency first, and of one need what is public before what is not.
        """
        own = (
            each
            for each in self.resources.values()
            if each.country == country and each.showable and each.need is not Need.EVIDENCE
        )
        return tuple(sorted(own, key=lambda each: (_ORDER.index(each.need), _RUNNERS.index(each.run_by))))

    def directory(self) -> tuple[Resource, ...]:
        """List the showable directories for everywhere."""
        return tuple(each for each in self.resources.values() if each.country is None and each.showable)

    def always(self, country: str) -> tuple[Resource, ...]:
        """List what no note in a country may lack, as far as it may be shown."""
        return self.showable(self.countries[country].always) if country in self.countries else ()

    def offered(self, country: str) -> tuple[Resource, ...]:
        """List what a server in a country can choose for its notes.

        Its country's own lines by need, then the directories, then the pages of evidence, whoever's they are:
        facts hold everywhere, a number does not.
        """
        pages = (each for each in self.resources.values() if each.need is Need.EVIDENCE and each.showable)
        return (*self.lines(country), *self.directory(), *pages)

    def noted(self, country: str) -> tuple[Resource, ...]:
        """List what a public note shows in a country.

        Its chosen lines; where it has none, its emergency number and the directory. Never another country's.
        """
        chosen = self.showable(self.countries[country].note) if country in self.countries else ()
        if chosen:
            return chosen
        emergency = tuple(each for each in self.lines(country) if each.need is Need.EMERGENCY)
        return emergency + self.directory()


@cache
def standard() -> Knowledge:
    """Load the knowledge that this version ships with, once. Raises KnowledgeError if a file is wrong."""
    return load(Path(__file__).parent)


def load(directory: Path) -> Knowledge:
    """Load resources.toml, evidence.toml and wording/*/*.toml of a directory, and check them together.

    Raises KnowledgeError, whose message is one line, for the first thing that is missing or wrong.
    """
    resources_from = Source(directory / "resources.toml", directory)
    evidence_from = Source(directory / "evidence.toml", directory)
    listed = resources_from.read(ResourcesFile)
    evidence = evidence_from.read(EvidenceFile).evidence
    worded = {language: _Worded.read(directory, language) for language in _languages(directory)}

    _unlike([each.id for each in listed.resource], "resource", resources_from)
    _unlike([each.code for each in listed.country], "country", resources_from)
    _unlike([each.id for each in evidence], "evidence", evidence_from)
    knowledge = Knowledge(
        countries=MappingProxyType({each.code: each for each in listed.country}),
        resources=MappingProxyType({each.id: each for each in listed.resource}),
        evidence=MappingProxyType({each.id: each for each in evidence}),
        wordings=MappingProxyType({language: each.wording(language) for language, each in worded.items()}),
    )
    _check_countries(listed, knowledge, resources_from)
    for language, each in worded.items():
        source, common = each.common
        _check_common(common, knowledge, source)
        if language != DEFAULT_LANGUAGE:
            _check_translated(common, knowledge, source)
        for topic_source, topic in each.topics.values():
            _check_topic(topic, knowledge, topic_source)
    return knowledge


def _languages(directory: Path) -> list[str]:
    """List the languages that there are words in; the default one first, whether it is there or not."""
    folders = sorted(each.name for each in (directory / "wording").glob("*") if each.is_dir())
    return [DEFAULT_LANGUAGE, *(each for each in folders if each != DEFAULT_LANGUAGE)]


@dataclass(frozen=True, slots=True)
class _Worded:
    """The wording files of a language, each with its shape. topics: by id."""

    common: tuple[Source, CommonWords]
    topics: dict[str, tuple[Source, TopicWords]]

    @classmethod
    def read(cls, directory: Path, language: str) -> Self:
        """Read a language's files. Raises KnowledgeError."""
        folder = directory / "wording" / language
        if not re.fullmatch(r"[a-z]{2}", language):
            raise KnowledgeError(str(folder.relative_to(directory)), 1, "is no language's code, such as en")
        common = Source(folder / f"{COMMON}.toml", directory)
        topics = (path for path in sorted(folder.glob("*.toml")) if path.stem != COMMON)
        sources = {path.stem: Source(path, directory) for path in topics}
        return cls(
            (common, common.read(CommonWords)),
            {topic: (source, source.read(TopicWords)) for topic, source in sources.items()},
        )

    def wording(self, language: str) -> Wording:
        """Put a language's words together."""
        _, common = self.common
        topics = {topic: words for topic, (_, words) in self.topics.items()}
        return Wording.model_construct(**dict(common), language=language, topics=topics)


def _unlike(ids: list[str], table: str, source: Source) -> None:
    """Refuse a second entry of the same id."""
    for index, each in enumerate(ids):
        if each in ids[:index]:
            raise source.refuse((table, index), f"{each} stands here a second time")


def _check_countries(listed: ResourcesFile, knowledge: Knowledge, source: Source) -> None:
    """Refuse a resource of an unlisted country, and a note that shows another country's line."""
    for index, resource in enumerate(listed.resource):
        at: Key = ("resource", index, "country")
        if resource.country is None and resource.need is not Need.DIRECTORY:
            raise source.refuse(at, f"country is missing (need is {resource.need.value})")
        if resource.country is not None and resource.country not in knowledge.countries:
            raise source.refuse(at, f"country {resource.country} has no [[country]] entry")
    for index, country in enumerate(listed.country):
        at = ("country", index, "note")
        for each in country.note:
            if each not in knowledge.resources:
                raise source.refuse(at, f"note names {each}, which is no resource")
            if knowledge.resources[each].country not in {country.code, None}:
                raise source.refuse(at, f"note names {each}, a line of another country")


def _check_common(wording: CommonWords, knowledge: Knowledge, source: Source) -> None:
    """Refuse words that rest on nothing showable, name no resource, or have a gap that nothing fills."""
    _check_grounds(wording.help.directory, knowledge, source, ("help", "directory"))
    _check_gaps(wording, source)
    for each, line in wording.lines.items():
        at: Key = ("lines", each)
        if each not in knowledge.resources:
            raise source.refuse(at, f"line for {each}, which is no resource")
        for gap in sorted(_gaps(line)):
            if not getattr(knowledge.resources[each], gap, None):
                raise source.refuse(at, f"nothing fills {{{gap}}} in the line for {each}")


def _check_translated(wording: CommonWords, knowledge: Knowledge, source: Source) -> None:
    """Refuse a language that leaves a country, or words about what it shows, in English."""
    for each in sorted(knowledge.countries.keys() - wording.countries):
        raise source.refuse(("countries",), f"countries lacks {each}")
    for each in sorted(wording.countries.keys() - knowledge.countries.keys()):
        raise source.refuse(("countries", each), f"{each} is no country of resources.toml")
    for each in wording.resources:
        if each not in knowledge.resources:
            raise source.refuse(("resources", each), f"words for {each}, which is no resource")
    for resource in knowledge.resources.values():
        if resource.showable:
            own = wording.resources.get(resource.id)
            for part in ("for_whom", "languages"):
                if getattr(resource, part) and not getattr(own, part, None):
                    raise source.refuse(("resources", resource.id), f"{resource.id} lacks {part}")


def _check_topic(topic: TopicWords, knowledge: Knowledge, source: Source) -> None:
    """Refuse a topic whose sentences lack grounds or whose pages cannot be shown."""
    for part in ("fact", "answer", "helps", "short"):
        _check_grounds(getattr(topic.note, part), knowledge, source, ("note", part))
    for claim, answer in topic.answers.items():
        _check_grounds(answer, knowledge, source, ("answers", claim), may_wait=True)
    for index, known in enumerate(topic.why.known):
        _check_grounds(known, knowledge, source, ("why", "known", index))
    for each in topic.why.pages:
        if each not in knowledge.resources:
            raise source.refuse(("why", "pages"), f"pages names {each}, which is no resource")
        if not knowledge.resources[each].url:
            raise source.refuse(("why", "pages"), f"pages names {each}, which has no url")
    page = knowledge.resources.get(topic.page)
    if page is None or page.need is not Need.EVIDENCE or not page.showable:
        raise source.refuse(("page",), f"page {topic.page} is no evidence page of grade A or B")


def _check_gaps(wording: CommonWords, source: Source) -> None:
    """Refuse a gap that the program does not fill, or a missing one."""
    expected: dict[Key, tuple[str, str]] = {
        ("why", "pages"): (wording.why.pages, "pages"),
        ("help", "emergency"): (wording.help.emergency, "phone"),
        ("help_note", "emergency"): (wording.help_note.emergency, "phone"),
        ("help", "directory", "text"): (wording.help.directory.text, "url"),
        ("help", "call"): (wording.help.call, "phone"),
        ("help", "text"): (wording.help.text, "text"),
        ("help", "call_or_text"): (wording.help.call_or_text, "phone"),
        ("help", "for_whom"): (wording.help.for_whom, "for_whom"),
        ("help", "hours"): (wording.help.hours, "hours"),
    }
    for key, (template, gap) in expected.items():
        if _gaps(template) != {gap}:
            raise source.refuse(key, f"{key[1]} must have the gap {{{gap}}} and no other")


def _check_grounds(
    said: Said, knowledge: Knowledge, source: Source, at: Key, *, may_wait: bool = False
) -> None:
    """Refuse evidence that is not there or below grade B. may_wait: whether a text may wait for better."""
    key = (*at, "evidence")
    for each in said.evidence:
        evidence = knowledge.evidence.get(each)
        if evidence is None:
            raise source.refuse(key, f"{each} is no evidence")
        if not evidence.showable and not may_wait:
            raise source.refuse(
                key, f"{each} is graded {evidence.grade.value}: a text may rest on A or B only"
            )


def _gaps(template: str) -> set[str]:
    """Find the names in braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}
