import re

import pytest

from bot.knowledge.topics import TopicError, built_in, claim_titles, parse_topic
from bot.recognition import Recogniser
from bot.recognition.linear import ModelError
from bot.texts import DEFAULT_LANGUAGE, LANGUAGES

GOOD = """
id = "moss"
title = "moss"
names = ["moss tea"]

[recognition]
models = "moss"
measured = false

[recognition.measured_on]
en = "Nothing yet."

[[claims]]
id = "pain"
title = "relieves pain"
says = ["relief pain"]
"""


def test_the_built_in_topics_load_and_compile() -> None:
    assert [topic.id for topic in built_in()] == [
        "kratom",
        "7-oh",
        "cannabis",
        "ibogaine",
        "kava",
        "phenibut",
        "rapid-detox",
        "tianeptine",
    ]
    assert Recogniser.standard() is Recogniser.standard()


@pytest.mark.parametrize(("slow", "missing"), [(True, "moss/vocabulary.json"), (False, "moss/linear.tsv")])
def test_a_topic_without_trained_models_is_refused_by_the_missing_file(slow: bool, missing: str) -> None:
    topic = parse_topic(GOOD, "moss.toml")

    with pytest.raises(ModelError, match=f"^{re.escape(missing)} cannot be "):
        Recogniser([topic], slow=slow)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("names = [", "nmes = ["), "nmes"),
        (('id = "pain"', 'id = "Pain!"'), "claims.0.id"),
        (("says = [", "sais = ["), "claims.0.sais"),
        (("says = [", 'titles = { Spanish = "alivia" }\nsays = ['), "claims.0.titles"),
        (('title = "moss"', "title ="), "line 3"),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_place(change: tuple[str, str], complaint: str) -> None:
    with pytest.raises(TopicError, match=complaint) as refused:
        parse_topic(GOOD.replace(*change), "moss.toml")

    assert str(refused.value).startswith("moss.toml: ")


def test_a_claim_given_twice_is_refused() -> None:
    with pytest.raises(TopicError, match="more than one claim is called pain"):
        parse_topic(GOOD + GOOD[GOOD.index("[[claims]]") :], "moss.toml")


def test_a_pattern_that_names_no_word_class_is_refused() -> None:
    topic = parse_topic(GOOD.replace("relief pain", "relief payn"), "moss.toml")

    with pytest.raises(ValueError, match="'payn' in 'relief payn' is not a word class"):
        Recogniser([topic])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_claim_has_a_title_of_its_own_in_every_language(language: str) -> None:
    for topic in built_in():
        titles = claim_titles(topic.id, language)
        assert [*titles] == [claim.id for claim in topic.claims]
        assert len({*titles.values()}) == len(titles)
        if language != DEFAULT_LANGUAGE:
            assert {*titles.values()}.isdisjoint(claim_titles(topic.id).values())


def test_a_claim_without_a_title_in_a_language_keeps_its_english_one() -> None:
    assert claim_titles("kratom", "xx") == claim_titles("kratom")
    assert claim_titles("moss", "es") == {}
