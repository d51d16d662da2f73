"""One file per job a moderator or member knows. Cogs translate between Discord and the packages of `bot`."""

EXTENSIONS = (
    "cogs.watch",
    "cogs.status",
    "cogs.settings",
    "cogs.exempt",
    "cogs.webhooks",
    "cogs.history",
    "cogs.check",
    "cogs.by_hand",
    "cogs.cases",
)
"""What the client loads, in this order."""
