"""What `signpost knowledge report` says: which entries are due to be read again, and who verified them."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.knowledge import Evidence, Knowledge, Resource

SOON = timedelta(days=30)

Dated = Resource | Evidence


def entries_by_review(knowledge: Knowledge) -> list[Dated]:
    """List all resources and pieces of evidence, the first to be reviewed first."""
    entries: list[Dated] = [*knowledge.resources.values(), *knowledge.evidence.values()]
    return sorted(entries, key=lambda each: (each.review_by, each.id))


def when_due(entry: Dated, by: date) -> str:
    """Say how an entry stands on a day: overdue, due within 30 days, or later."""
    if entry.review_by < by:
        return "overdue"
    return "due" if entry.review_by <= by + SOON else "later"


def as_lines(entries: Sequence[Dated], by: date) -> Iterator[str]:
    """Write the report for a person."""
    headings = {"overdue": f"Overdue on {by}", "due": f"Due within {SOON.days} days", "later": "Later"}
    for due, heading in headings.items():
        found = [each for each in entries if when_due(each, by) == due]
        yield f"{heading}: {len(found)}"
        for each in found:
            yield (
                f"  {each.review_by}  {each.id} (grade {each.grade.value}, seen {each.seen}, "
                f"verified by {_verified(each)}): {each.sources[0]}"
            )
    nobody = sum(each.verified_by is None for each in entries)
    yield f"{nobody} of {len(entries)} entries were verified by nobody yet."


def as_json(entries: Sequence[Dated], by: date) -> str:
    """Write the report for a program."""
    return json.dumps(
        [
            {
                "id": each.id,
                "kind": "resource" if isinstance(each, Resource) else "evidence",
                "due": when_due(each, by),
                "review_by": each.review_by.isoformat(),
                "seen": each.seen.isoformat(),
                "grade": each.grade.value,
                "verified_by": each.verified_by,
                "verified_on": each.verified_on.isoformat() if each.verified_on else None,
                "sources": each.sources,
            }
            for each in entries
        ],
        ensure_ascii=False,
        indent=2,
    )


def _verified(entry: Dated) -> str:
    return f"{entry.verified_by} on {entry.verified_on}" if entry.verified_by else "nobody yet"
