"""Everything the bot may say and point to, loaded from the data files and checked against each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType

from bot.knowledge.entries import (
    Country,
    Evidence,
    EvidenceFile,
    Need,
    Resource,
    ResourcesFile,
    TopicWording,
    WordingFile,
)
from bot.knowledge.reading import Key, Source

DEFAULT_LANGUAGE = "en"
_ORDER = tuple(Need)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The loaded files. Resources, evidence and countries by id or code; wordings by language."""

    countries: Mapping[str, Country]
    resources: Mapping[str, Resource]
    evidence: Mapping[str, Evidence]
    wordings: Mapping[str, WordingFile]

    def wording(self, language: str) -> WordingFile:
        """Give the words of a language ("es", "es-ES"), English where there are none of it."""
        return self.wordings.get(language[:2].lower()) or self.wordings[DEFAULT_LANGUAGE]

    def showable(self, ids: Iterable[str]) -> tuple[Resource, ...]:
        """Those of these resources that may be shown, in the order given."""
        return tuple(self.resources[each] for each in ids if self.resources[each].showable)

    def lines(self, country: str) -> tuple[Resource, ...]:
        """List a country's own showable help lines, by need: emergency first, no page of evidence."""
        own = (
            each
            for each in self.resources.values()
            if each.country == country and each.showable and each.need is not Need.EVIDENCE
        )
        return tuple(sorted(own, key=lambda each: _ORDER.index(each.need)))

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
    """Load resources.toml, evidence.toml and wording/*.toml of a directory, and check them together.

    Raises KnowledgeError, whose message is one line, for the first thing that is missing or wrong.
    """
    resources_from = Source(directory / "resources.toml")
    evidence_from = Source(directory / "evidence.toml")
    default = directory / "wording" / f"{DEFAULT_LANGUAGE}.toml"
    wordings_from = [Source(path) for path in sorted({default, *(directory / "wording").glob("*.toml")})]

    listed = resources_from.read(ResourcesFile)
    evidence = evidence_from.read(EvidenceFile).evidence
    wordings = [(source, source.read(WordingFile)) for source in wordings_from]

    _unlike([each.id for each in listed.resource], "resource", resources_from)
    _unlike([each.code for each in listed.country], "country", resources_from)
    _unlike([each.id for each in evidence], "evidence", evidence_from)
    knowledge = Knowledge(
        countries=MappingProxyType({each.code: each for each in listed.country}),
        resources=MappingProxyType({each.id: each for each in listed.resource}),
        evidence=MappingProxyType({each.id: each for each in evidence}),
        wordings=MappingProxyType({wording.language: wording for _, wording in wordings}),
    )
    _check_countries(listed, knowledge, resources_from)
    for source, wording in wordings:
        _check_wording(wording, knowledge, source)
    return knowledge


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


def _check_wording(wording: WordingFile, knowledge: Knowledge, source: Source) -> None:
    """Refuse words that rest on nothing showable, name no resource, or have a gap that nothing fills."""
    if source.name != f"{wording.language}.toml":
        raise source.refuse(("language",), f"language is {wording.language}, but the file is {source.name}")
    _check_grounds(wording.help.directory_evidence, knowledge, source, ("help", "directory_evidence"))
    _check_gaps(wording, source)
    for topic_id, topic in wording.topics.items():
        _check_topic(topic, knowledge, source, ("topics", topic_id))
    for each, line in wording.lines.items():
        at: Key = ("lines", each)
        if each not in knowledge.resources:
            raise source.refuse(at, f"line for {each}, which is no resource")
        for gap in sorted(_gaps(line)):
            if not getattr(knowledge.resources[each], gap, None):
                raise source.refuse(at, f"nothing fills {{{gap}}} in the line for {each}")
    if wording.language != DEFAULT_LANGUAGE:
        _check_translated(wording, knowledge, source)


def _check_translated(wording: WordingFile, knowledge: Knowledge, source: Source) -> None:
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


def _check_topic(topic: TopicWording, knowledge: Knowledge, source: Source, at: Key) -> None:
    """Refuse a topic whose sentences lack grounds or whose pages cannot be shown."""
    _check_grounds(topic.note.fact_evidence, knowledge, source, (*at, "note", "fact_evidence"))
    _check_grounds(topic.note.helps_evidence, knowledge, source, (*at, "note", "helps_evidence"))
    for index, known in enumerate(topic.why.known):
        _check_grounds(known.evidence, knowledge, source, (*at, "why", "known", index, "evidence"))
    for each in topic.why.pages:
        if each not in knowledge.resources:
            raise source.refuse((*at, "why", "pages"), f"pages names {each}, which is no resource")
        if not knowledge.resources[each].url:
            raise source.refuse((*at, "why", "pages"), f"pages names {each}, which has no url")
    page = knowledge.resources.get(topic.page)
    if page is None or page.need is not Need.EVIDENCE or not page.showable:
        raise source.refuse((*at, "page"), f"page {topic.page} is no evidence page of grade A or B")


def _check_gaps(wording: WordingFile, source: Source) -> None:
    """Refuse a gap that the program does not fill, or a missing one."""
    expected: dict[Key, tuple[str, str]] = {
        ("why", "pages"): (wording.why.pages, "pages"),
        ("help", "emergency"): (wording.help.emergency, "phone"),
        ("help_note", "emergency"): (wording.help_note.emergency, "phone"),
        ("help", "directory"): (wording.help.directory, "url"),
        ("help", "call"): (wording.help.call, "phone"),
        ("help", "text"): (wording.help.text, "text"),
        ("help", "call_or_text"): (wording.help.call_or_text, "phone"),
        ("help", "for_whom"): (wording.help.for_whom, "for_whom"),
        ("help", "hours"): (wording.help.hours, "hours"),
    }
    for key, (template, gap) in expected.items():
        if _gaps(template) != {gap}:
            raise source.refuse(key, f"{key[-1]} must have the gap {{{gap}}} and no other")


def _check_grounds(ids: tuple[str, ...], knowledge: Knowledge, source: Source, key: Key) -> None:
    """Refuse evidence that does not exist or is not graded A or B."""
    for each in ids:
        evidence = knowledge.evidence.get(each)
        if evidence is None:
            raise source.refuse(key, f"{each} is no evidence")
        if not evidence.showable:
            raise source.refuse(
                key, f"{each} is graded {evidence.grade.value}: a text may rest on A or B only"
            )


def _gaps(template: str) -> set[str]:
    """Find the names in braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}
