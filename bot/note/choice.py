"""Which resources a note shows: of its country or of everywhere, never another country's."""

from collections.abc import Sequence

from bot.knowledge import Knowledge, Need, Resource
from bot.server_settings.model import MOST_RESOURCES


def is_help(resource: Resource) -> bool:
    """Say whether a resource is a place to get help, beside the emergency number."""
    return resource.need not in {Need.EMERGENCY, Need.EVIDENCE}


def serves(resource: Resource, need: Need) -> bool:
    """Say whether a resource is for a need, first of all or beside another."""
    return need is resource.need or need in resource.also


def shown_in(
    knowledge: Knowledge, country: str, page: str, chosen: Sequence[str] | None
) -> tuple[Resource, ...]:
    """List what a full note shows: what the server chose, else the country's standard and the topic's page.

    A country set later, or a number withdrawn since, brings the standard back where the choice lacks what no
    note in the country may lack: better than a note without help.
    """
    offered = {each.id: each for each in knowledge.offered(country)}
    kept = tuple(offered[each] for each in chosen or () if each in offered)
    whole = set(knowledge.always(country)) <= set(kept)
    if whole and any(map(is_help, kept)):
        return kept
    return (*knowledge.noted(country), *knowledge.showable([page]))


def urgent_in(
    knowledge: Knowledge, country: str, shown: Sequence[Resource]
) -> tuple[tuple[Resource, ...], tuple[Resource, ...]]:
    """Divide what a note shows in a crisis: what comes first, and what stands below the facts.

    First the emergency number, then a crisis line, one that the note shows anyway if there is; where a
    country lacks one, the directory. A server's own choice takes neither away. shown: in a note without a
    crisis; of it, what no note there may lack is kept before the rest. At most four in all.
    """
    lines = knowledge.lines(country)
    emergency = [each for each in lines if each.need is Need.EMERGENCY][:1]
    crisis = sorted(
        (each for each in lines if serves(each, Need.CRISIS) and each not in emergency),
        key=lambda each: (each.need is not Need.CRISIS, each not in shown),
    )
    first = (*emergency, *(crisis or knowledge.directory())[:1])
    always = knowledge.always(country)
    rest = sorted((each for each in shown if each not in first), key=lambda each: each not in always)
    kept = rest[: MOST_RESOURCES - len(first)]
    return first, tuple(each for each in shown if each in kept)


def first_help(knowledge: Knowledge, country: str, shown: Sequence[Resource]) -> tuple[Resource, ...]:
    """Return the one line of a short note: for treatment, best by telephone; else the directory.

    shown: in the full note, where a server's own choice has its say. What it shows comes before the country's
    other lines, even those by telephone: these may be for one part of the country alone.
    """
    lines = dict.fromkeys((*shown, *knowledge.lines(country)))
    treatment = [each for each in lines if serves(each, Need.TREATMENT)]
    best = sorted(treatment, key=lambda each: (each not in shown, each.phone is None))
    return tuple((*best, *knowledge.directory())[:1])
