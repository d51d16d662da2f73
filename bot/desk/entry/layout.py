"""Where the lines of an entry stand: an edit finds those that change again by their ids."""

from discord import ui

from bot.store import CaseState

HEADLINE_ID, COUNT_ID, RULING_ID, DEED_ID = 88, 90, 91, 92
"""Component ids of the lines for the state, for what the entry counts, for the ruling and for deeds."""

MOST_LINKS = 5
LONGEST_ENTRY = 4_000
"""Characters that Discord allows in all texts of a message with components."""
ADDED_LATER = 1_000
"""Characters kept free for the lines that come or grow when the entry stands."""

GONE = frozenset({CaseState.DELETED, CaseState.DELETED_FIRST})

Container = ui.Container[ui.LayoutView]


def framed(container: Container) -> ui.LayoutView:
    """Return a view that shows a container for as long as its message stands."""
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return view


def put(container: Container, line_id: int, text: str) -> None:
    """Change the line with this id, or add it; with an empty text, take it away."""
    line = container.find_item(line_id)
    if isinstance(line, ui.TextDisplay) and text:
        line.content = text
    elif line is not None:
        container.remove_item(line)
    elif text:
        container.add_item(ui.TextDisplay(text, id=line_id))
