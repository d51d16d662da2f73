"""What holds in every topic file: its names are found however they are written, its claims mean one thing."""

import pytest

from bot.knowledge.topics import Topic, built_in, every_claim_title, measured_on, on_by_default, unmeasured
from bot.posts.post import Post
from bot.recognition.cascade import Cascade
from bot.recognition.claims import ClaimPatterns
from bot.recognition.fold import fold
from bot.recognition.gate import Gate, Names, run_together
from bot.recognition.windows import windows
from bot.texts import LANGUAGES, texts_in
from tests.bench.disguises import DISGUISES

BY_ID = {topic.id: topic for topic in built_in()}
NAMES = {topic.id: Names(topic) for topic in built_in()}
GATE = Gate(NAMES.values(), Cascade.shipped("kratom", slow=False).linear.words)

EACH = pytest.mark.parametrize("topic", built_in(), ids=lambda topic: topic.id)
_ORDINARY = (
    "can anyone check availability today? we edit it, I cannot, they took it to the stephens, think it over",
    "christian said the station was back available, indicating nothing; with care, both could wait",
    "the tweed coat in the seaweed shop, a satisfying detour, an odd phenomenon, them please",
)


def named(topic: Topic, text: str) -> bool:
    found = windows(Post.of_text(text), GATE, NAMES[topic.id])
    return any(window.named for window in found)


@EACH
def test_its_patterns_are_made_of_word_classes(topic: Topic) -> None:
    ClaimPatterns(topic.claims)


@EACH
def test_each_of_its_names_is_found_and_passes_the_first_looks(topic: Topic) -> None:
    names = NAMES[topic.id]
    for name in (*topic.called, *topic.hints):
        said = f"so {name} then"
        assert GATE.lets_in(said), name
        assert names.may_stand_in(run_together(fold(said).text)), name
        assert names.mentions(fold(said)), name


@pytest.mark.parametrize("disguise", DISGUISES)
@EACH
def test_it_is_found_in_disguise(topic: Topic, disguise: str) -> None:
    name = next(name for name in topic.names if name.isalpha() and len(name) > 4)
    text = f"Friends, {name} takes the pain away and gets you through withdrawal in one day, while you sleep."

    assert named(topic, DISGUISES[disguise](text))


@pytest.mark.parametrize(
    ("topic_id", "said"),
    [
        ("tianeptine", "anyone tried tianaptine or those zazas from the gas station?"),
        ("tianeptine", "Neptune's Fix is back"),
        ("phenibut", "ordered fenibut last week"),
        ("phenibut", "a PHENIBUUUT review"),
        ("ibogaine", "flew out for ibogane"),
        ("cannabis", "c@nnabis instead of suboxone"),
        ("cannabis", "CBD beats the withdrawals"),
        ("kava", "kavalactones, 250 of them"),
        ("rapid-detox", "de-tox under anesthesia"),
        ("rapid-detox", "an at home opiate detox kit"),
        ("7-oh", "7OHMZ are sold out"),
        ("7-oh", "7-hydroxymitragynine"),
        ("kratom", "7-hydroxymitragynine"),
    ],
)
def test_street_names_brands_and_misspellings_are_found(topic_id: str, said: str) -> None:
    assert named(BY_ID[topic_id], said)


@pytest.mark.parametrize("text", _ORDINARY)
def test_ordinary_words_that_run_into_names_stay_out(text: str) -> None:
    assert not any(names.mentions(fold(text)) for names in NAMES.values())


def test_a_part_has_no_name_that_its_whole_lacks() -> None:
    for part in (topic for topic in built_in() if topic.part_of):
        whole = NAMES[part.part_of or ""]
        for name in part.called:
            assert any(each.kind == "topic" for each in whole.mentions(fold(f"so {name} then"))), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claim_has_the_same_title_in_every_topic(language: str) -> None:
    for topic in built_in():
        for claim in topic.claims:
            title = claim.titles.get(language, claim.title)
            assert every_claim_title(language)[claim.id] == title, (topic.id, claim.id)


def test_kratom_alone_is_on_by_default_and_measured_where_it_acts() -> None:
    assert on_by_default() == {"kratom"}
    assert not on_by_default() & unmeasured()


@pytest.mark.parametrize("language", LANGUAGES)
@EACH
def test_it_says_what_it_was_measured_on_and_has_a_name(topic: Topic, language: str) -> None:
    own = topic.recognition.measured_on

    assert measured_on(topic.id, language) == own[language]
    assert texts_in(language)(f"topic-{topic.id}")


def test_a_topic_that_is_not_known_was_measured_on_nothing() -> None:
    assert measured_on("moss") is None
