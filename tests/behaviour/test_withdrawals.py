"""What the operator withdraws from a running fleet is shown nowhere any more, within a minute."""

import pytest
from sqlalchemy.exc import OperationalError

from bot.knowledge import Scope, standard
from bot.store import KeptBack, open_store

from .community import LOOK_MINUTES, Community
from .menus import ANSWER, HARD_DAY, HELP, choose, press, send_help
from .setting_up import Panel as SetupPanel
from .shown import text_of
from .test_resources import ask
from .test_rulings import only_entry
from .texts import PITCH, QUESTION
from .wording_panel import Panel

CRISIS_LINE, PAGE = "us-988", "us-hhs-medicines"
CHECKED = "**About kratom**: nothing is shown for now. It is being checked."


async def withdraw(community: Community, scope: Scope, subject: str = "") -> None:
    """Withdraw something as another process does, and let the running bot look."""
    await community.bot.store.withdrawals.withdraw(KeptBack(scope, subject, community.env.now()))
    await community.bot.withdrawing.look()


async def restore(community: Community, scope: Scope, subject: str = "") -> None:
    await community.bot.store.withdrawals.restore(scope, subject)
    await community.bot.withdrawing.look()


async def test_a_withdrawn_number_is_in_no_note_any_more_and_the_others_stay(community: Community) -> None:
    await withdraw(community, Scope.RESOURCE, CRISIS_LINE)

    await community.paste(community.general, PITCH)

    (note,) = community.notes_in(community.general)
    assert "988" not in note.text
    assert "SAMHSA" in note.text
    assert "FindTreatment.gov" in note.text


async def test_where_all_of_a_countrys_numbers_are_withdrawn_its_directory_takes_their_place(
    community: Community,
) -> None:
    for each in standard().countries["US"].note:
        await withdraw(community, Scope.RESOURCE, each)

    await community.paste(community.general, PITCH)

    (note,) = community.notes_in(community.general)
    assert "SAMHSA" not in note.text
    assert "findahelpline.com" in note.text


async def test_a_withdrawn_number_is_in_no_private_answer_and_no_offer(community: Community) -> None:
    panel = Panel(community, community.manager)
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    await withdraw(community, Scope.RESOURCE, CRISIS_LINE)
    await withdraw(community, Scope.RESOURCE, PAGE)

    menu = await community.member.click(note.message, label="Help in another country")
    assert menu.response is not None
    chosen = await community.member.select(menu.response, values=["US"])
    why = await community.member.click(note.message, label="Why this note?")
    shown = await panel.open()

    assert chosen.response is not None
    for said in (
        community.private_answer(await ask(community)),
        text_of(chosen.response),
        community.private_answer(why),
        shown,
    ):
        assert "988" not in said
        assert "hhs.gov" not in said
    assert {CRISIS_LINE, PAGE}.isdisjoint(each["value"] for each in panel.menu["options"])


async def test_the_setup_shows_the_usual_note_while_its_topic_is_withdrawn(community: Community) -> None:
    await withdraw(community, Scope.RESOURCE, CRISIS_LINE)
    await withdraw(community, Scope.TOPIC, "kratom")

    shown = await (await SetupPanel.open(community)).turn_to("preview")

    assert standard().wordings["en"].topics["kratom"].note.fact.text in shown
    assert "taken back" not in shown
    assert "988" not in shown


async def test_help_for_a_hard_day_does_without_a_withdrawn_number(community: Community) -> None:
    await withdraw(community, Scope.RESOURCE, CRISIS_LINE)

    await send_help(community, await community.member.send(community.general, HARD_DAY))

    (note,) = community.notes_in(community.general)
    assert "988" not in note.text
    assert "SAMHSA" in note.text


async def test_a_withdrawn_topic_gets_no_note_and_moderators_read_why(community: Community) -> None:
    await withdraw(community, Scope.TOPIC, "kratom")

    await community.paste(community.general, PITCH)

    assert community.notes_in(community.general) == []
    assert community.states() == ["observed"]
    assert (await only_entry(community)).shows(
        "Observed, nothing sent", "whoever runs Signpost has withdrawn the notes on this topic"
    )


@pytest.mark.parametrize("scope", [Scope.TOPIC, Scope.ALL])
async def test_no_moderators_word_brings_a_withdrawn_note(community: Community, scope: Scope) -> None:
    await community.command(community.manager, "mode", mode="review")
    await community.paste(community.general, PITCH)
    question = await community.member.send(community.general, QUESTION)
    preview = await choose(community, ANSWER, question)
    await withdraw(community, scope, "kratom" if scope is Scope.TOPIC else "")

    released = await community.press(community.moderator, await only_entry(community), "Release")
    asked_anew = community.private_answer(await choose(community, ANSWER, question))
    pressed = await press(community, preview, "Post note")

    assert "whoever runs Signpost has withdrawn the notes on this topic" in released
    assert asked_anew == pressed
    assert pressed.startswith("Nothing was posted: whoever runs Signpost has withdrawn")
    assert community.notes_in(community.general) == []
    assert community.states() == ["waiting"]


async def test_a_topic_withdrawn_while_a_release_is_at_work_is_said_and_not_promised(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    await community.command(community.manager, "mode", mode="review")
    await community.paste(community.general, PITCH)
    _withdrawn_just_before(community, monkeypatch, type(community.bot.waiting), "release")

    said = await community.press(community.moderator, await only_entry(community), "Release")

    assert said.startswith("Nothing was sent: ")
    assert "whoever runs Signpost has withdrawn the notes on this topic" in said
    assert community.notes_in(community.general) == []


async def test_a_topic_withdrawn_while_a_note_is_being_posted_is_said(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = await choose(community, ANSWER, await community.member.send(community.general, QUESTION))
    _withdrawn_just_before(community, monkeypatch, type(community.bot.ledger), "rule")

    said = await press(community, preview, "Post note")

    assert said.startswith("Nothing was posted: whoever runs Signpost has withdrawn all notes")
    assert community.notes_in(community.general) == []


def _withdrawn_just_before(
    community: Community, monkeypatch: pytest.MonkeyPatch, part: type, verb: str
) -> None:
    """Let all notes be withdrawn, and the bot look, at the moment that a part of the store is asked."""
    asked = getattr(part, verb)

    async def withdraw_first(self: object, *arguments: object) -> object:
        store = community.bot.store
        await store.withdrawals.withdraw(KeptBack(Scope.ALL, "", community.env.now()))
        await community.bot.withdrawing.look()
        return await asked(self, *arguments)

    monkeypatch.setattr(part, verb, withdraw_first)


async def test_a_moderator_reads_in_spanish_that_notes_are_withdrawn(community: Community) -> None:
    question = await community.member.send(community.general, QUESTION)
    moderator = community.speaks(community.moderator, "es-419")
    await withdraw(community, Scope.TOPIC, "kratom")

    said = community.private_answer(await choose(community, ANSWER, question, moderator))

    assert said.startswith(
        "No se publicó nada: quien opera Signpost ha retirado por ahora las notas sobre kratom"
    )


async def test_what_is_asked_of_a_withdrawn_topic_says_nothing_of_it(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    await withdraw(community, Scope.TOPIC, "kratom")

    why = community.private_answer(await community.member.click(note.message, label="Why this note?"))
    about = community.private_answer(await ask(community, topic="kratom"))

    assert why == CHECKED
    assert about.endswith("**About kratom**: nothing is shown for now. It is being checked.")
    assert "988" in about


async def test_with_everything_withdrawn_not_even_help_is_posted(community: Community) -> None:
    post = await community.member.send(community.general, HARD_DAY)
    preview = await choose(community, HELP, post)
    await withdraw(community, Scope.ALL)

    pressed = await press(community, preview, "Send")
    asked = community.private_answer(await choose(community, HELP, post))
    await community.paste(community.general, PITCH)

    assert pressed == asked
    assert pressed.startswith("Nothing was posted: whoever runs Signpost has withdrawn all notes")
    assert community.notes_in(community.general) == []
    assert "988" in community.private_answer(await ask(community))


async def test_what_is_restored_is_shown_again(community: Community) -> None:
    await withdraw(community, Scope.RESOURCE, CRISIS_LINE)
    await withdraw(community, Scope.TOPIC, "kratom")
    await withdraw(community, Scope.ALL)
    await restore(community, Scope.ALL)
    await community.paste(community.general, PITCH)
    assert community.notes_in(community.general) == []

    await restore(community, Scope.TOPIC, "kratom")
    await restore(community, Scope.RESOURCE, CRISIS_LINE)
    await community.paste(community.recovery, PITCH)

    (note,) = community.notes_in(community.recovery)
    assert "988" in note.text


async def test_a_restart_forgets_nothing_of_it(community: Community) -> None:
    await community.bot.store.withdrawals.withdraw(KeptBack(Scope.TOPIC, "kratom", community.env.now()))

    await community.restart()
    await community.paste(community.general, PITCH)

    assert community.notes_in(community.general) == []


async def test_buttons_of_an_old_note_do_without_the_number_after_a_restart(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    await community.bot.store.withdrawals.withdraw(KeptBack(Scope.RESOURCE, CRISIS_LINE, community.env.now()))

    await community.restart()
    menu = await community.member.click(note.message, label="Help in another country")
    assert menu.response is not None
    chosen = await community.member.select(menu.response, values=["US"])

    assert chosen.response is not None
    assert "988" not in text_of(chosen.response)


async def test_a_database_that_cannot_be_read_brings_nothing_back(
    community: Community, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await withdraw(community, Scope.RESOURCE, CRISIS_LINE)

    async def locked(_: object) -> None:
        raise OperationalError("", {}, Exception("database is locked"))

    with monkeypatch.context() as trouble:
        trouble.setattr(type(community.bot.store.withdrawals), "now", locked)
        await community.pass_time(3 * LOOK_MINUTES)
        await community.paste(community.general, PITCH)
    await restore(community, Scope.RESOURCE, CRISIS_LINE)
    await community.paste(community.recovery, PITCH)

    (note,), (later,) = community.notes_in(community.general), community.notes_in(community.recovery)
    assert "988" not in note.text
    assert "988" in later.text
    assert sum("cannot be read now" in each.message for each in caplog.records) == 1


async def test_another_process_withdraws_while_the_bot_runs(community: Community) -> None:
    engine = await open_store(f"sqlite+aiosqlite:///{community.database}")
    elsewhere = type(community.bot.store.withdrawals)(engine)
    await elsewhere.withdraw(KeptBack(Scope.TOPIC, "kratom", community.env.now(), "its evidence is in doubt"))
    await engine.dispose()

    await community.pass_time(LOOK_MINUTES + 1)
    await community.paste(community.general, PITCH)

    assert community.notes_in(community.general) == []


async def test_a_note_that_was_on_its_way_is_not_sent_any_more(community: Community) -> None:
    """Discord held it up; a moderator's word would send it whatever the post reads like."""
    post = await community.member.send(community.general, QUESTION)
    preview = await choose(community, ANSWER, post)
    community.break_sending(community.general, 503)
    await press(community, preview, "Post note")
    await withdraw(community, Scope.TOPIC, "kratom")
    community.mend_sending()

    await community.pass_time(5)

    assert community.notes_in(community.general) == []
    assert community.states() == ["lapsed"]
