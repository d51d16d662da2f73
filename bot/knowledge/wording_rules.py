"""What makes the wording files unfit to be loaded, beyond their shapes. Pure; each fault with its place."""

from collections.abc import Iterator
from string import Formatter

from bot.knowledge.entries import Need
from bot.knowledge.files import COMMON, DEFAULT_LANGUAGE, Files, Worded
from bot.knowledge.library import Knowledge
from bot.knowledge.reading import Key, KnowledgeError
from bot.knowledge.words import CommonWords, Said, TopicWords

Fault = tuple[Key, str]

PARTS = ("fact", "answer", "helps", "short")
"""The sentences of a note that a topic words itself."""


def faults_in_wording(files: Files, knowledge: Knowledge) -> Iterator[KnowledgeError]:
    """Find what the loader refuses in the words of each language."""
    english = files.worded[DEFAULT_LANGUAGE]
    for each in files.worded.values():
        yield from _other_topics(each, files.topics, english)
        for key, what in _common(each.common.content, knowledge):
            yield each.common.source.refuse(key, what)
        if each is not english:
            for key, what in _translated(each.common.content, english.common.content, knowledge):
                yield each.common.source.refuse(key, what)
        for topic, file in each.topics.items():
            for key, what in _topic(file.content, knowledge):
                yield file.source.refuse(key, what)
            if each is not english and topic in english.topics:
                for key, what in _unlike(file.content, english.topics[topic].content):
                    yield file.source.refuse(key, what)


def _other_topics(worded: Worded, topics: frozenset[str], english: Worded) -> Iterator[KnowledgeError]:
    """Refuse words for what is no topic, and a topic without words."""
    folder = worded.common.source.name.removesuffix(f"{COMMON}.toml")
    for each in sorted(worded.topics.keys() - topics):
        source = worded.topics[each].source
        yield source.refuse((), f"words for {each}, which is no topic: topics/{each}.toml is missing")
    for each in sorted((topics | english.topics.keys()) - worded.topics.keys()):
        yield KnowledgeError(f"{folder}{each}.toml", 1, f"the file is missing: {each} has no words here")


def _common(words: CommonWords, knowledge: Knowledge) -> Iterator[Fault]:
    """Refuse words that rest on nothing showable, name no resource, or have a gap that nothing fills."""
    yield from _grounds(words.help.directory, knowledge, ("help", "directory"))
    yield from _wrong_gaps(words)
    for each, line in words.lines.items():
        resource = knowledge.resources.get(each)
        if resource is None:
            yield ("lines", each), f"line for {each}, which is no resource"
            continue
        for gap in sorted(_gaps(line)):
            if not getattr(resource, gap, None):
                yield ("lines", each), f"nothing fills {{{gap}}} in the line for {each}"


def _translated(words: CommonWords, english: CommonWords, knowledge: Knowledge) -> Iterator[Fault]:
    """Refuse a language that leaves a country, a line, or words about what it shows, in English."""
    for each in sorted(knowledge.countries.keys() - words.countries):
        yield ("countries",), f"countries lacks {each}"
    for each in sorted(words.countries.keys() - knowledge.countries.keys()):
        yield ("countries", each), f"{each} is no country of resources.toml"
    for each in sorted(english.lines.keys() - words.lines):
        yield ("lines",), f"lines lacks {each}, which has one in English"
    for each in words.resources:
        if each not in knowledge.resources:
            yield ("resources", each), f"words for {each}, which is no resource"
    for resource in knowledge.resources.values():
        own = words.resources.get(resource.id)
        for part in ("for_whom", "languages"):
            if resource.showable and getattr(resource, part) and not getattr(own, part, None):
                yield ("resources", resource.id), f"{resource.id} lacks {part}"


def _topic(topic: TopicWords, knowledge: Knowledge) -> Iterator[Fault]:
    """Refuse a topic whose sentences lack grounds or whose pages cannot be shown."""
    for part in PARTS:
        yield from _grounds(getattr(topic.note, part), knowledge, ("note", part))
    for claim, answer in topic.answers.items():
        yield from _grounds(answer, knowledge, ("answers", claim), may_wait=True)
    for key, said in _grounded(topic).items():
        yield from _unfilled((*key, "text"), said.text)
    yield from _unfilled(("why", "claims"), topic.why.claims)
    for index, known in enumerate(topic.why.known):
        yield from _grounds(known, knowledge, ("why", "known", index))
    for each in topic.why.pages:
        if each not in knowledge.resources:
            yield ("why", "pages"), f"pages names {each}, which is no resource"
        elif not knowledge.resources[each].url:
            yield ("why", "pages"), f"pages names {each}, which has no url"
    page = knowledge.resources.get(topic.page)
    if page is None or page.need is not Need.EVIDENCE or not page.showable:
        yield ("page",), f"page {topic.page} is no evidence page of grade A or B"


def _unlike(topic: TopicWords, english: TopicWords) -> Iterator[Fault]:
    """Refuse a translation that says something else than the English, or rests on something else."""
    if topic.page != english.page:
        yield ("page",), f"page is {topic.page}, in English {english.page}"
    if topic.why.pages != english.why.pages:
        yield ("why", "pages"), "pages are not those of the English file"
    for each in sorted(english.answers.keys() - topic.answers.keys()):
        yield ("answers",), f"answers lacks {each}, which has one in English"
    for each in sorted(topic.answers.keys() - english.answers.keys()):
        yield ("answers", each), f"answer for {each}, which has none in English"
    if len(topic.why.known) != len(english.why.known):
        yield ("why",), f"known has {len(topic.why.known)} entries, in English {len(english.why.known)}"
    originals = _grounded(english)
    for key, said in _grounded(topic).items():
        if key in originals and said.evidence != originals[key].evidence:
            yield (
                (*key, "evidence"),
                f"evidence is not that of the English: {', '.join(originals[key].evidence)}",
            )


def _grounded(topic: TopicWords) -> dict[Key, Said]:
    """Give each sentence of a topic that rests on evidence, by its key."""
    return {
        **{("note", part): getattr(topic.note, part) for part in PARTS},
        **{("answers", claim): answer for claim, answer in topic.answers.items()},
        **{("why", "known", index): known for index, known in enumerate(topic.why.known)},
    }


def _grounds(said: Said, knowledge: Knowledge, at: Key, *, may_wait: bool = False) -> Iterator[Fault]:
    """Refuse evidence that is not there or below grade B. may_wait: whether a text may wait for better."""
    for each in said.evidence:
        evidence = knowledge.evidence.get(each)
        if evidence is None:
            yield (*at, "evidence"), f"{each} is no evidence"
        elif not evidence.showable and not may_wait:
            grade = evidence.grade.value
            yield (*at, "evidence"), f"{each} is graded {grade}: a text may rest on A or B only"


def _wrong_gaps(words: CommonWords) -> Iterator[Fault]:
    """Refuse a gap that the program does not fill, or a missing one."""
    expected: dict[Key, tuple[str, *tuple[str, ...]]] = {
        ("why", "pages"): (words.why.pages, "pages"),
        ("help", "emergency"): (words.help.emergency, "phone"),
        ("help_note", "emergency"): (words.help_note.emergency, "phone"),
        ("help", "directory", "text"): (words.help.directory.text, "url"),
        ("help", "call"): (words.help.call, "phone"),
        ("help", "text"): (words.help.text, "text"),
        ("help", "call_or_text"): (words.help.call_or_text, "phone"),
        ("help", "for_whom"): (words.help.for_whom, "for_whom"),
        ("help", "hours"): (words.help.hours, "hours"),
        ("help", "line"): (words.help.line, "name", "ways"),
    }
    for key, (template, *gaps) in expected.items():
        if _gaps(template) != {*gaps}:
            named = " and ".join(f"{{{each}}}" for each in gaps)
            yield key, f"{key[1]} must have the gap{'s' * (len(gaps) > 1)} {named} and no other"


def _unfilled(key: Key, text: str) -> Iterator[Fault]:
    """Refuse a gap in a text that is shown as it stands."""
    for gap in sorted(_gaps(text)):
        yield key, f"nothing fills {{{gap}}} in a text of a topic"


def _gaps(template: str) -> set[str]:
    """Find the names in braces; one that no field bears where a brace stands alone."""
    try:
        return {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    except ValueError:
        return {"a brace without the other"}
