"""What the moderators' desk keeps.

Why: a server's settings grew from five to many, each of which may be unset, so they stand together in one
column that ServerSettings checks. Beside them: the audit, members' opt-outs, contests, and posts read a week.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_NAMES = {
    "mode": "mode",
    "mod_log_id": "mod_log",
    "cooldown_seconds": "cooldown",
    "threshold": "threshold",
    "reads_pluralkit": "reads_pluralkit",
}
"""What a setting's column was called, and what the setting is called now."""


def upgrade() -> None:
    """Move the settings together and add the new tables."""
    _move_settings()
    with op.batch_alter_table("cases") as cases:
        cases.add_column(sa.Column("counted_on", sa.Integer))
        cases.add_column(sa.Column("waits_until", sa.DateTime))
        cases.create_foreign_key("cases_counted_on", "cases", ["counted_on"], ["id"], ondelete="SET NULL")
        cases.create_index("ix_cases_counted_on", ["counted_on"])
        cases.create_index("ix_cases_waits_until", ["waits_until"])
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False, index=True),
        sa.Column("by", sa.BigInteger),
        sa.Column("deed", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("before", sa.JSON),
        sa.Column("after", sa.JSON),
        sa.Index("audit_listed", "guild_id", "id"),
        sa.Index("audit_of_one", "guild_id", "deed", "subject", "id"),
    )
    op.create_table(
        "opt_outs",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.LargeBinary(16), primary_key=True),
    )
    op.create_table(
        "contests",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False, index=True),
        sa.Column("case_id", sa.Integer, sa.ForeignKey("cases.id", ondelete="SET NULL"), index=True),
        sa.Column("at", sa.DateTime, nullable=False, index=True),
    )
    op.create_table(
        "readings",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("week", sa.Date, primary_key=True),
        sa.Column("posts", sa.Integer, nullable=False),
    )


def _move_settings() -> None:
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT * FROM guilds")).mappings().all()
    op.drop_table("guilds")
    guilds = op.create_table(
        "guilds",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("chosen", sa.JSON, nullable=False),
        sa.Column("confirmed_at", sa.DateTime),
        sa.Column("greeted_at", sa.DateTime),
        sa.Column("suggested_at", sa.DateTime),
        sa.Column("left_at", sa.DateTime),
    )
    for row in rows:
        chosen = {new: row[old] for old, new in _NAMES.items() if row[old] is not None}
        if "reads_pluralkit" in chosen:
            chosen["reads_pluralkit"] = bool(chosen["reads_pluralkit"])
        statement = guilds.insert().values(guild_id=row["guild_id"], chosen=chosen)
        connection.execute(statement)
