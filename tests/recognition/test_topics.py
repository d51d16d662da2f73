import re

import pytest

from bot.knowledge.topics import TopicError, built_in, parse_topic
from bot.recognition import Recogniser
from bot.recognition.linear import ModelError

GOOD = """
id = "moss"
title = "moss"
names = ["moss tea"]

[[claims]]
id = "pain"
title = "relieves pain"
says = ["relief pain"]
"""


def test_the_built_in_topics_load_and_compile() -> None:
    assert [topic.id for topic in built_in()] == ["kratom"]
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
