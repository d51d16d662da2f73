"""The links of the knowledge files, each once, with who names it and what should stand there."""

from dataclasses import dataclass

from bot.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Link:
    """A page to visit. named_by: ids of entries. expects: words or numbers that should stand on it."""

    url: str
    named_by: tuple[str, ...]
    expects: tuple[str, ...] = ()


def links_of(knowledge: Knowledge) -> tuple[Link, ...]:
    """List the pages of resources and the sources of resources and evidence, in the order of the files."""
    named: dict[str, list[str]] = {}
    expects: dict[str, list[str]] = {}
    for entry in (*knowledge.resources.values(), *knowledge.evidence.values()):
        for url in entry.sources:
            named.setdefault(url, []).append(entry.id)
    for resource in knowledge.resources.values():
        if resource.url is not None and resource.id not in named.setdefault(resource.url, []):
            named[resource.url].append(resource.id)
        expects.setdefault(resource.url or resource.sources[0], []).extend(resource.expects)
    return tuple(
        Link(url, tuple(ids), tuple(dict.fromkeys(expects.get(url, ())))) for url, ids in named.items()
    )
