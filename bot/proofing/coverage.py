"""What the bot can say where: topic by country by language, and what waits for a person. Markdown."""

from collections.abc import Iterator, Sequence

from bot.knowledge import Knowledge, Need
from bot.knowledge.entries import Entry, Resource
from bot.knowledge.topics import Topic

_HEAD = """# What is covered

Each cell stands for the note on a topic, in a country and a language: how many of the topic's claims it can
answer, and whether it points to lines of the country or to its emergency number and the directory.
Above each table stands whether posts on the topic are answered yet, and what that was measured on.
Numbers and evidence were read, not dialled: *what waits* lists what a named person has to check.

Written by `signpost knowledge coverage > docs/coverage.md`; a test keeps it fresh.
[How to mend what is missing](knowledge.md)."""

_NOTHING = "–"


def coverage(knowledge: Knowledge, topics: Sequence[Topic]) -> str:
    """Write the tables. topics: those that there are, in the order to show them."""
    parts = [_HEAD]
    parts += ["\n".join(_covered(topic, knowledge)) for topic in topics]
    parts += ["## What waits", "\n".join(_answers_waiting(knowledge, topics)), "\n".join(_entries(knowledge))]
    return "\n\n".join(parts) + "\n"


def _covered(topic: Topic, knowledge: Knowledge) -> Iterator[str]:
    languages = list(knowledge.wordings)
    yield f"## {topic.title[0].upper()}{topic.title[1:]}\n"
    yield f"{_recognised(topic)}\n"
    yield _row("country", *languages)
    yield _rule(1 + len(languages))
    answered = {each: _answered(topic, each, knowledge) for each in languages}
    for country in knowledge.countries.values():
        help_there = _help(country.code, knowledge)
        cells = (f"{said}, {help_there}" if (said := answered[each]) else _NOTHING for each in languages)
        yield _row(country.name, *cells)


def _recognised(topic: Topic) -> str:
    """Say whether a topic's posts are answered, and what its recognition was measured on."""
    done = (
        "Answered" if topic.recognition.measured else "Only observed until it is measured: no note is posted"
    )
    default = "on by default" if topic.on_by_default else "a setting away"
    return f"{done}; {default}. Measured on: {topic.recognition.measured_on['en']}"


def _answered(topic: Topic, language: str, knowledge: Knowledge) -> str | None:
    """Say how many claims a topic's note can answer; None where it has no words."""
    words = knowledge.wordings[language].topics.get(topic.id)
    if words is None:
        return None
    answers = (words.answers.get(each.id) for each in topic.claims)
    standing = [each for each in answers if each is not None and knowledge.stands(each)]
    return f"{len(standing)} of {len(topic.claims)}"


def _help(code: str, knowledge: Knowledge) -> str:
    own = [each for each in knowledge.noted(code) if each.country == code]
    if lines := sum(each.need is not Need.EMERGENCY for each in own):
        return f"{lines} own line{'' if lines == 1 else 's'}"
    return "emergency and directory" if own else "directory"


def _answers_waiting(knowledge: Knowledge, topics: Sequence[Topic]) -> Iterator[str]:
    """List the claims that no note answers yet, and why; the English words stand for all."""
    yield "### Claims without an answer\n"
    found = [
        (topic.id, claim.id, reason)
        for topic in topics
        for claim in topic.claims
        if (reason := _why_unanswered(topic, claim.id, knowledge))
    ]
    if not found:
        yield "None."
        return
    yield _row("topic", "claim", "waits for")
    yield _rule(3)
    for topic, claim, reason in found:
        yield _row(topic, claim, reason)


def _why_unanswered(topic: Topic, claim: str, knowledge: Knowledge) -> str | None:
    words = knowledge.wording("en").topics.get(topic.id)
    answer = words.answers.get(claim) if words else None
    if answer is None:
        return "words"
    weak = [each for each in answer.evidence if not knowledge.evidence[each].showable]
    return f"better evidence than {', '.join(weak)}" if weak else None


def _entries(knowledge: Knowledge) -> Iterator[str]:
    """List the entries that nobody verified, with those first that are not shown for their grade."""
    entries: list[Entry] = [*knowledge.resources.values(), *knowledge.evidence.values()]
    waiting = sorted((each for each in entries if each.verified_on is None), key=lambda each: each.showable)
    yield "### Entries that nobody has verified\n"
    yield f"{len(waiting)} of {len(entries)}. Those graded below B are not shown to anyone.\n"
    yield _row("entry", "what", "grade", "shown", "review by")
    yield _rule(5)
    for each in waiting:
        what = (each.country or "everywhere") if isinstance(each, Resource) else "evidence"
        shown = "yes" if each.showable else "no"
        yield _row(f"`{each.id}`", what, each.grade.value, shown, each.review_by.isoformat())


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(columns: int) -> str:
    return f"|{'---|' * columns}"
