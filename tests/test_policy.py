"""What is done with a verdict: each reason, and which comes first."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.policy import (
    Action,
    Decision,
    Mode,
    Origin,
    PlaceSettings,
    Reason,
    Recent,
    decide,
    decide_on_old,
    may_read,
    taken_for,
    without_notes,
)
from bot.recognition import LEFT_AT_THE_GATE
from bot.recognition.verdict import NearArticle, Verdict

NOTING = PlaceSettings(mode=Mode.NOTE, threshold=0.5)
REVIEWING = replace(NOTING, mode=Mode.REVIEW)
PITCH = Verdict("kratom", 0.8)

origins = st.builds(
    Origin,
    in_guild=st.booleans(),
    by_bot=st.booleans(),
    webhook_id=st.sampled_from([None, 7]),
    author_id=st.sampled_from([5, 6]),
    channel_ids=st.sampled_from([(1,), (2, 1)]),
    role_ids=st.sampled_from([None, frozenset({4})]),
)
places = st.builds(
    PlaceSettings,
    mode=st.sampled_from(Mode),
    threshold=st.floats(0.01, 1),
    cooldown=st.just(timedelta(minutes=30)),
    topics=st.sampled_from([frozenset({"kratom", "other"}), frozenset({"kratom"})]),
    withdrawn_topics=st.sampled_from([frozenset[str](), frozenset({"kratom"})]),
    is_thread=st.booleans(),
    notes_in_threads=st.booleans(),
)
UNMEASURED = replace(PITCH, measured=False)
WITHDRAWN = replace(NOTING, withdrawn_topics=frozenset({"kratom"}))
DISMISSED = replace(PITCH, dismissed=NearArticle("case 12", 0.9))
verdicts = st.builds(
    Verdict,
    topic=st.sampled_from([None, "kratom", "other"]),
    score=st.floats(0, 1),
    dismissed=st.sampled_from([None, NearArticle("case 12", 0.9)]),
    measured=st.booleans(),
)
memories = st.builds(Recent, noted=st.frozensets(st.sampled_from(["kratom", "other"])))


@pytest.mark.parametrize(
    ("verdict", "settings", "recent", "decision"),
    [
        (LEFT_AT_THE_GATE, NOTING, Recent(), Decision(Action.NOTHING, Reason.NO_TOPIC)),
        (replace(PITCH, score=0.49), NOTING, Recent(), Decision(Action.NOTHING, Reason.BELOW_THRESHOLD)),
        (replace(PITCH, score=0.5), NOTING, Recent(), Decision(Action.NOTE, Reason.PITCH)),
        (PITCH, replace(NOTING, threshold=0.9), Recent(), Decision(Action.NOTHING, Reason.BELOW_THRESHOLD)),
        (PITCH, replace(NOTING, mode=Mode.OFF), Recent(), Decision(Action.NOTHING, Reason.OFF_HERE)),
        (PITCH, replace(NOTING, mode=Mode.OBSERVE), Recent(), Decision(Action.OBSERVE, Reason.OBSERVING)),
        (PITCH, NOTING, Recent(frozenset({"kratom"})), Decision(Action.OBSERVE, Reason.COOLING_DOWN)),
        (PITCH, NOTING, Recent(frozenset({"other"})), Decision(Action.NOTE, Reason.PITCH)),
        (PITCH, REVIEWING, Recent(), Decision(Action.QUEUE, Reason.REVIEWING)),
        (PITCH, REVIEWING, Recent(frozenset({"kratom"})), Decision(Action.OBSERVE, Reason.COOLING_DOWN)),
        (DISMISSED, REVIEWING, Recent(), Decision(Action.NOTHING, Reason.DISMISSED_BEFORE)),
        (UNMEASURED, NOTING, Recent(), Decision(Action.OBSERVE, Reason.TOPIC_NOT_MEASURED)),
        (UNMEASURED, REVIEWING, Recent(), Decision(Action.OBSERVE, Reason.TOPIC_NOT_MEASURED)),
        (
            UNMEASURED,
            replace(NOTING, mode=Mode.OBSERVE),
            Recent(),
            Decision(Action.OBSERVE, Reason.OBSERVING),
        ),
        (
            replace(UNMEASURED, topic="tianeptine"),
            NOTING,
            Recent(),
            Decision(Action.NOTHING, Reason.TOPIC_OFF),
        ),
        (PITCH, WITHDRAWN, Recent(), Decision(Action.OBSERVE, Reason.TOPIC_WITHDRAWN)),
        (UNMEASURED, WITHDRAWN, Recent(), Decision(Action.OBSERVE, Reason.TOPIC_WITHDRAWN)),
        (
            PITCH,
            replace(WITHDRAWN, mode=Mode.REVIEW),
            Recent(),
            Decision(Action.OBSERVE, Reason.TOPIC_WITHDRAWN),
        ),
        (
            replace(PITCH, score=0.49),
            WITHDRAWN,
            Recent(),
            Decision(Action.NOTHING, Reason.BELOW_THRESHOLD),
        ),
        (
            PITCH,
            replace(NOTING, topics=frozenset({"other"})),
            Recent(),
            Decision(Action.NOTHING, Reason.TOPIC_OFF),
        ),
        (PITCH, replace(NOTING, topics=frozenset({"kratom"})), Recent(), Decision(Action.NOTE, Reason.PITCH)),
        (
            LEFT_AT_THE_GATE,
            replace(NOTING, topics=frozenset[str]()),
            Recent(),
            Decision(Action.NOTHING, Reason.NO_TOPIC),
        ),
        (
            PITCH,
            replace(NOTING, is_thread=True, notes_in_threads=False),
            Recent(),
            Decision(Action.OBSERVE, Reason.NO_NOTES_IN_THREADS),
        ),
        (
            PITCH,
            replace(REVIEWING, is_thread=True, notes_in_threads=False),
            Recent(),
            Decision(Action.OBSERVE, Reason.NO_NOTES_IN_THREADS),
        ),
        (
            PITCH,
            replace(NOTING, mode=Mode.OBSERVE, is_thread=True, notes_in_threads=False),
            Recent(),
            Decision(Action.OBSERVE, Reason.OBSERVING),
        ),
        (PITCH, replace(NOTING, is_thread=True), Recent(), Decision(Action.NOTE, Reason.PITCH)),
        (PITCH, replace(NOTING, notes_in_threads=False), Recent(), Decision(Action.NOTE, Reason.PITCH)),
        (DISMISSED, NOTING, Recent(), Decision(Action.NOTHING, Reason.DISMISSED_BEFORE)),
        (
            DISMISSED,
            replace(NOTING, mode=Mode.OBSERVE),
            Recent(frozenset({"kratom"})),
            Decision(Action.NOTHING, Reason.DISMISSED_BEFORE),
        ),
        (
            replace(DISMISSED, score=0.4),
            NOTING,
            Recent(),
            Decision(Action.NOTHING, Reason.BELOW_THRESHOLD),
        ),
        (
            PITCH,
            replace(NOTING, mode=Mode.OBSERVE),
            Recent(frozenset({"kratom"})),
            Decision(Action.OBSERVE, Reason.OBSERVING),
        ),
    ],
)
def test_a_verdict_is_decided_as_a_moderator_would_say_it(
    verdict: Verdict, settings: PlaceSettings, recent: Recent, decision: Decision
) -> None:
    assert decide(verdict, settings, recent) == decision


@given(verdict=verdicts, settings=places, recent=memories)
def test_a_note_needs_a_topic_a_score_a_willing_place_no_dismissal_and_no_recent_note(
    verdict: Verdict, settings: PlaceSettings, recent: Recent
) -> None:
    noted = decide(verdict, settings, recent).action is Action.NOTE

    assert noted == (
        verdict.topic is not None
        and verdict.score >= settings.threshold
        and settings.mode is Mode.NOTE
        and verdict.topic not in recent.noted
        and verdict.dismissed is None
        and verdict.topic in settings.topics - settings.withdrawn_topics
        and verdict.measured
        and (settings.notes_in_threads or not settings.is_thread)
    )


@given(origin=origins, verdict=verdicts, settings=places, recent=memories)
def test_where_nothing_may_be_read_nothing_would_be_done_for_being_off(
    origin: Origin, verdict: Verdict, settings: PlaceSettings, recent: Recent
) -> None:
    if may_read(origin, settings) is Reason.OFF_HERE:
        assert decide(verdict, settings, recent).action is Action.NOTHING


def test_reasons_keep_the_names_under_which_they_are_stored() -> None:
    stored = {
        "PITCH",
        "OBSERVING",
        "COOLING_DOWN",
        "BELOW_THRESHOLD",
        "DISMISSED_BEFORE",
        "NO_TOPIC",
        "OFF_HERE",
    }
    assert stored <= {reason.name for reason in Reason}


def test_a_scan_says_that_it_was_one() -> None:
    found = decide_on_old(PITCH, without_notes(NOTING), Recent())

    assert found == Decision(Action.OBSERVE, Reason.SCANNED)


def test_a_scan_that_may_note_decides_as_the_live_bot() -> None:
    assert decide_on_old(PITCH, NOTING, Recent()) == decide(PITCH, NOTING, Recent())
    assert decide_on_old(PITCH, NOTING, Recent(frozenset({"kratom"}))).reason is Reason.COOLING_DOWN


@given(places)
def test_without_notes_nothing_is_noted_and_what_is_off_stays_off(settings: PlaceSettings) -> None:
    assert decide_on_old(PITCH, without_notes(settings), Recent()).action is not Action.NOTE
    assert (without_notes(settings).mode is Mode.OFF) == (settings.mode is Mode.OFF)


def test_a_scan_queues_only_where_it_was_asked_for_notes() -> None:
    assert decide_on_old(PITCH, REVIEWING, Recent()) == Decision(Action.QUEUE, Reason.REVIEWING)
    assert decide_on_old(PITCH, without_notes(REVIEWING), Recent()).reason is Reason.SCANNED


@given(verdict=verdicts, settings=places, recent=memories)
def test_the_decision_on_a_case_is_known_again_from_its_reason(
    verdict: Verdict, settings: PlaceSettings, recent: Recent
) -> None:
    decision = decide(verdict, settings, recent)

    if decision.action is not Action.NOTHING:
        assert taken_for(decision.reason) == decision
