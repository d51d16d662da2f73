"""What a text of ours may not say. Pure; each fault with its place."""

import re
from collections.abc import Iterator, Sequence

from bot.knowledge.avoided import Fault
from bot.knowledge.files import DEFAULT_LANGUAGE, Files
from bot.knowledge.reading import KnowledgeError
from bot.note.neutrality import Found, amounts_in, avoided_in, brands_in, is_denied
from bot.note.plainness import is_hard, words_of
from bot.proofing.texts import Head, Text, read_together, texts_in, worded_in

BACK_TRANSLATION = "en:"
"""How the comment begins that says in English what a text in another language says."""

_WRONG = {
    Fault.STIGMA: "puts a label on a person",
    Fault.ACCUSATION: "speaks to a person or accuses one",
    Fault.ALARM: "says more than is known",
    Fault.ADVICE: "tells people what to do with what they take",
    Fault.MYTH: "words a claim at the head of a note",
}
_LONG_NUMBER = re.compile(r"(?<![\w{])\+?\d(?:[ ().-]?\d){6,}(?!\w)")
_LINK = re.compile(r"(?:https?://|www\.)[^\s)]+")
_NOT_READ = re.compile(r"\*\*|\]\([^)]*\)|\[|\{\w+\}")
_MOST_HARD_WORDS = 3
_LONGEST_QUOTE = 30


def slanted(files: Files, brands: Sequence[str]) -> Iterator[KnowledgeError]:
    """Find words, amounts and names that no text may hold. brands: names of products."""
    for text in texts_in(files):
        for what in _slips(text, brands):
            yield text.refuse(what)


def untranslated(files: Files) -> Iterator[KnowledgeError]:
    """Find texts in another language than English without a comment that says in English what they say."""
    foreign = (each for each in files.worded.values() if each.language != DEFAULT_LANGUAGE)
    for text in (text for worded in foreign for text in worded_in(worded)):
        said = (each.removeprefix(BACK_TRANSLATION) for each in _back_translations(text))
        if not any(each.strip() for each in said):
            yield text.refuse(
                f'“{_shortened(text.words)}” has no back-translation: a line "# {BACK_TRANSLATION} …" '
                "above it says in English what it says"
            )


def hard(files: Files) -> Iterator[KnowledgeError]:
    """Find notes and answers that are harder to read than grade 8, each as a whole, as it is read."""
    for worded in files.worded.values():
        for texts in read_together(worded):
            text = " ".join(_NOT_READ.sub(" ", each.words) for each in texts)
            if is_hard(text, worded.language):
                longest = sorted(dict.fromkeys(words_of(text)), key=len, reverse=True)[:_MOST_HARD_WORDS]
                beside = ", with what stands beside it" if texts[1:] else ""
                yield texts[0].refuse(
                    f"hard to read{beside}: use shorter sentences, and shorter words for {', '.join(longest)}"
                )


def _slips(text: Text, brands: Sequence[str]) -> Iterator[str]:
    for found in avoided_in(text.words, text.language):
        if found.kind is not Fault.MYTH or _heads(text, found):
            yield f"“{found.written}” {_WRONG[found.kind]}. Better: “{found.better}”"
    for amount in amounts_in(text.words):
        yield f"“{amount}” names an amount or a price"
    for brand in brands_in(text.words, brands):
        yield f"“{brand}” is the name of a product"
    for link in _LINK.findall(text.words):
        yield f"“{link}” is a link in a text: links stand in resources.toml alone"
    for number in _LONG_NUMBER.findall(text.words):
        yield f"“{number}” is a number in a text: numbers stand in resources.toml alone, here as {{phone}}"


def _heads(text: Text, claim: Found) -> bool:
    """Say whether a claim stands where none may: first of all, or in an answer that does not deny it."""
    if text.head is Head.ANSWER:
        return not is_denied(text.words, claim.since, text.language)
    return text.head is Head.FIRST


def _back_translations(text: Text) -> list[str]:
    return [each for each in text.source.comments(text.key) if each.startswith(BACK_TRANSLATION)]


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE].rstrip()}…"
