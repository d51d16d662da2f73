"""One file per job a moderator or member knows. Cogs translate between Discord and the packages of `bot`."""

EXTENSIONS = (
    "cogs.watch",
    "cogs.status",
    "cogs.setup",
    "cogs.settings",
    "cogs.exempt",
    "cogs.webhooks",
    "cogs.history",
    "cogs.wording",
    "cogs.insights",
    "cogs.members",
    "cogs.exchange",
    "cogs.audit",
    "cogs.privacy",
    "cogs.data",
    "cogs.check",
    "cogs.by_hand",
    "cogs.cases",
)
"""What the client loads, in this order."""
