"""The private answers below a note: why it stands there, and where help is. No Discord, no I/O."""

from bot.knowledge import Knowledge, Need
from bot.knowledge.words import HelpWords, TopicWords, Wording
from bot.note.choice import serves
from bot.note.lines import full_line, point


def why(topic_id: str, knowledge: Knowledge, language: str = "en") -> str:
    """Explain what an automated note is, what is known, where to read more and how to contest.

    Discord markdown. A topic that this version no longer covers gets a sentence that says so: old notes keep
    their buttons.
    """
    words = knowledge.wording(language)
    topic = words.topics.get(topic_id)
    if topic is None:
        return words.why.retired
    known = "\n".join(point(each.text) for each in topic.why.known)
    pages = to_read(topic, words, knowledge)
    more = f"{pages}\n" if pages else ""
    return "\n\n".join(
        (
            f"**{words.why.heading}**\n{words.why.what}",
            f"{topic.why.claims}\n{known}",
            f"{more}{words.why.contest}",
        )
    )


def to_read(topic: TopicWords, words: Wording, knowledge: Knowledge) -> str:
    """Say where to read more of a topic, and in which language that is; empty where nothing may be shown."""
    shown = (words.said(each) for each in knowledge.showable(topic.why.pages))
    pages = ", ".join(f"[{each.name}]({each.url})" for each in shown)
    return words.why.pages.format(pages=pages) if pages else ""


def help_in(
    country: str | None,
    knowledge: Knowledge,
    language: str = "en",
    need: Need | None = None,
    lacking: str = "",
) -> str:
    """List the checked help lines of one country, and no other country's; with a need, those for it alone.

    Discord markdown. The emergency number stands first whatever the need. A country without a showable line
    says so, and offers its emergency number if there is one, and the directory. country: ISO code; None, or
    one that is not listed, gets the directory alone. lacking: says that there is no line for the need.
    """
    wording = knowledge.wording(language)
    words = wording.help
    listed = knowledge.countries.get(country or "")
    if listed is None:
        return "\n".join((words.unknown, *_directories(knowledge, words)))
    lines = [wording.said(each) for each in knowledge.lines(listed.code)]
    urgent = [words.emergency.format(phone=each.phone) for each in lines if each.need is Need.EMERGENCY]
    fitting = [each for each in lines if each.need is not Need.EMERGENCY]
    fitting = fitting if need is None else [each for each in fitting if serves(each, need)]
    return "\n".join(
        (
            f"**{wording.country_name(listed)}**",
            *urgent,
            *(() if fitting else (lacking or words.none,)),
            *(point(full_line(each, words)) for each in fitting),
            "",  # else the list's last point takes in what follows
            *_directories(knowledge, words),
            f"-# {words.correct}",
        )
    )


def _directories(knowledge: Knowledge, words: HelpWords) -> list[str]:
    return [words.directory.text.format(url=each.url) for each in knowledge.directory()]
