"""`/signpost data`: a server's data is handed out whole, and deleted whole once its name is typed."""

import json
import sqlite3
import sys
from contextlib import closing
from typing import Any

import pytest
import simcord

from bot.export import ExportFile, TooLargeError
from bot.policy import Mode
from bot.texts import mode_name, texts_in

from .community import Community
from .shown import buttons_of
from .test_exempt import gets_a_note
from .test_failures import code_in, locked_store
from .test_opt_out import privacy
from .test_privacy import MARKER
from .texts import LONG_PITCH, PITCH

ENGLISH, SPANISH = texts_in("en"), texts_in("es")


async def ask(community: Community, by: simcord.MemberActor | None = None) -> simcord.InteractionResult:
    """Give `/signpost data delete`, as the manager if nobody is named."""
    return await (by or community.manager).slash(community.general, "signpost data delete")


async def type_name(
    community: Community,
    asked: simcord.InteractionResult,
    name: str,
    by: simcord.MemberActor | None = None,
) -> str:
    """Press the button and type a name; return the private answer."""
    by = by or community.manager
    assert asked.response is not None
    shown = await by.click(asked.response, custom_id="data:delete")
    assert shown.modal is not None, community.private_answer(shown)
    (field,) = [each["component"] for each in shown.modal["components"]]
    return community.private_answer(await by.submit_modal(shown, {field["custom_id"]: name}))


async def delete_all(community: Community) -> str:
    """Delete the server's data, as the manager; return the answer."""
    return await type_name(community, await ask(community), "Harbour")


async def exported(community: Community) -> dict[str, Any]:
    """Give `/signpost data export`, as the manager; return what stands in the file."""
    asked = await community.manager.slash(community.general, "signpost data export")
    assert asked.response is not None
    (file,) = asked.response.attachments
    return json.loads(await file.read())


def rows_kept(community: Community) -> dict[str, int]:
    """Count the rows of each table that names servers."""
    with closing(sqlite3.connect(community.database)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        counted: dict[str, int] = {}
        for table in tables:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            if "guild_id" in columns or table in {"pieces", "fingerprints", "scan_places", "scan_unread"}:
                counted[table] = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return {name: number for name, number in counted.items() if number}


async def test_the_export_holds_the_servers_rows_and_no_words_of_anyone(community: Community) -> None:
    post = await community.paste(community.general, f"{PITCH} {MARKER}")
    await community.press(community.moderator, community.entries()[0], "Confirm")
    await community.command(community.manager, "exempt", member=community.moderator)
    await privacy(community, community.moderator, "opt-out")

    asked = await community.manager.slash(community.general, "signpost data export")

    answer = community.private_answer(asked)
    assert answer.startswith("All that is kept of this server: ")
    assert asked.response is not None
    (file,) = asked.response.attachments
    assert file.filename == f"signpost-{community.guild.id}.json"
    content = (await file.read()).decode()
    tables = json.loads(content)["tables"]
    (case,) = tables["cases"]
    assert (case["message_id"], case["ruling"]) == (str(post.id), "confirmed")
    assert len(bytes.fromhex(tables["fingerprints"][0]["hashes"])) % 8 == 0
    assert len(tables["exempt_members"]) == len(tables["opt_outs"]) == 1
    assert tables["guilds"][0]["chosen"] == {"mod_log": str(community.mod_log.id)}
    assert MARKER not in content
    assert str(community.member.id) not in content
    assert "secret" not in content
    assert "installation" not in tables


async def test_a_neighbours_rows_are_not_in_it(community: Community) -> None:
    neighbour = await community.neighbour()
    await community.paste(neighbour.general, PITCH, by=neighbour.member)

    said = json.dumps(await exported(community))

    assert str(neighbour.general.id) not in said
    assert str(community.guild.id) in said


async def test_who_had_the_data_stands_in_the_audit(community: Community) -> None:
    await exported(community)

    acts = (await exported(community))["tables"]["audit"]
    assert [act["by"] for act in acts if act["deed"] == "export"] == [str(community.manager.id)]


async def test_a_file_that_discord_would_not_take_is_not_lost_in_silence(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_large(*_: object) -> ExportFile:
        raise TooLargeError(31)

    monkeypatch.setattr(sys.modules["cogs.data"], "export_file", too_large)

    answer = await community.command(community.manager, "data export")

    assert answer.startswith("The file would have 31 MB, even packed, and Discord takes ")


async def test_members_and_moderators_get_neither(community: Community) -> None:
    for name in ("data export", "data delete"):
        assert await community.command(community.moderator, name) == texts_in("en")("failure-managers-only")
    with pytest.raises(simcord.SetupError):
        await community.command(community.member, "data export")


async def test_what_goes_and_what_stays_is_said_first(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await privacy(community, community.member, "opt-out")

    asked = await ask(community)

    answer = community.private_answer(asked)
    assert "- 1 case, with its fingerprints and ruling" in answer
    assert "- 1 note, which I take back from its channel, and the contents of 1 mod-log entry." in answer
    assert "- 1 opt-out: they belong to the members who chose so" in answer
    assert f"mode {mode_name(ENGLISH, Mode.NOTE)}" in answer
    assert community.states() == ["noted"], "nothing goes before the name is typed"


async def test_all_of_it_is_said_in_spanish(community: Community) -> None:
    community.speaks(community.manager, "es-ES")

    asked = await ask(community)
    answer = community.private_answer(asked)
    done = await type_name(community, asked, "harbour")

    assert answer.startswith(SPANISH("data-delete-title"))
    assert "`/signpost datos exportar`" in answer
    assert done.startswith(SPANISH("data-deleted"))


async def test_once_the_name_is_typed_everything_goes(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.command(community.manager, "mode", mode="off", channel=community.recovery)
    await community.command(community.manager, "exempt", channel=community.voice, member=community.moderator)

    answer = await type_name(community, await ask(community), "  harBOUR ")

    assert answer == "\n".join(
        [ENGLISH("data-deleted"), ENGLISH("data-deleted-taking-back", notes=1, entries=1)]
    )
    assert rows_kept(community) == {}
    assert community.notes_in(community.general) == []
    (entry,) = community.entries()
    assert not entry.shows(community.member.mention)
    assert not entry.shows("not addictive")


async def test_signpost_goes_on_as_in_a_new_server(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")
    await community.command(community.manager, "exempt", channel=community.general)
    await delete_all(community)

    for restarts in range(2):
        assert not community.bot.mod_log.was_chosen(community.guild.id)
        assert community.bot.places.at(community.guild.id).threshold == 0.9, "careful until confirmed"
        assert await gets_a_note(community, community.general)
        if not restarts:
            await community.restart()


async def test_opt_outs_stay(community: Community) -> None:
    await privacy(community, community.member, "opt-out")

    await delete_all(community)

    assert rows_kept(community) == {"opt_outs": 1}
    assert not await gets_a_note(community, community.general)
    await community.restart()
    assert not await gets_a_note(community, community.general)


async def test_a_wrong_name_deletes_nothing(community: Community) -> None:
    await community.paste(community.general, PITCH)
    before = rows_kept(community)

    answer = await type_name(community, await ask(community), "Lighthouse")

    assert answer == ENGLISH("data-wrong-name", name="Harbour")
    assert rows_kept(community) == before
    assert len(community.notes_in(community.general)) == 1


async def test_a_second_time_and_after_a_restart_it_is_harmless(community: Community) -> None:
    asked = await ask(community)
    first = await type_name(community, asked, "Harbour")
    assert await type_name(community, asked, "Harbour") == first == ENGLISH("data-deleted")

    await community.restart()
    await community.choose_log()
    assert await type_name(community, asked, "Harbour") == ENGLISH("data-deleted")
    assert rows_kept(community) == {}


async def test_a_form_that_was_open_during_a_restart_still_deletes(community: Community) -> None:
    await community.paste(community.general, PITCH)
    asked = await ask(community)
    assert asked.response is not None
    form = await community.manager.click(asked.response, custom_id="data:delete")

    await community.restart()

    done = community.private_answer(await community.manager.submit_modal(form, {"name": "Harbour"}))
    assert done.startswith(ENGLISH("data-deleted"))
    assert rows_kept(community) == {}


async def test_a_deletion_that_the_store_refuses_is_answered_with_a_code(
    community: Community, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await community.paste(community.general, PITCH)
    asked = await ask(community)
    with monkeypatch.context() as broken:
        broken.setattr(type(community.bot.guild_data), "delete", locked_store)
        answer = await type_name(community, asked, "Harbour")

    assert answer.startswith("I could not save or look that up")
    assert f"press failed, code {code_in(answer)}" in caplog.text
    assert (await type_name(community, asked, "Harbour")).startswith(ENGLISH("data-deleted"))
    assert rows_kept(community) == {}


async def test_posts_that_were_counted_before_are_not_counted_after(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await delete_all(community)

    stats = await community.command(community.manager, "stats")

    assert stats.startswith("Nothing to count yet")
    assert rows_kept(community) == {}


async def test_who_lost_the_right_meanwhile_deletes_nothing(community: Community) -> None:
    asked = await ask(community)
    assert asked.response is not None
    shown = await community.manager.click(asked.response, custom_id="data:delete")
    assert shown.modal is not None
    (field,) = [each["component"] for each in shown.modal["components"]]
    (role,) = [role for name, role in community.guild.roles.items() if name == "maxs"]
    await community.server.take(role, community.manager)

    submitted = await community.manager.submit_modal(shown, {field["custom_id"]: "Harbour"})
    pressed = await community.manager.click(asked.response, custom_id="data:delete")

    assert community.private_answer(submitted) == ENGLISH("data-for-managers")
    assert community.private_answer(pressed) == ENGLISH("data-for-managers")
    assert rows_kept(community)


async def test_a_neighbours_data_stays(community: Community) -> None:
    neighbour = await community.neighbour()
    await community.paste(neighbour.general, PITCH, by=neighbour.member)
    await community.paste(community.general, PITCH)

    await delete_all(community)

    assert community.states() == ["noted"]
    assert len(community.notes_in(neighbour.general)) == 1
    (entry,) = community.entries(neighbour.mod_log)
    assert entry.shows(neighbour.member.mention)
    assert buttons_of(entry.message)[:2] == ["Confirm", "Dismiss"]


async def test_a_scan_under_way_ends_first(half_done: Community) -> None:
    community = half_done
    assert community.scan_states() == ["running"]

    await delete_all(community)

    assert rows_kept(community) == {}
    (report,) = community.reports()
    assert report.shows("Cancelled", community.manager.mention)
    await community.pass_time(minutes=5)
    assert community.scan_states() == []


async def test_a_stale_button_of_a_deleted_case_says_so_and_rules_no_other(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (stale,) = community.entries()
    community.break_editing(community.mod_log, stale.message.id)
    await delete_all(community)
    community.mend_sending()
    await community.choose_log()
    await community.paste(community.recovery, LONG_PITCH)

    answer = await community.press(community.moderator, stale, "Dismiss")

    assert answer == texts_in("en")("case-none")
    assert len(community.notes_in(community.recovery)) == 1
