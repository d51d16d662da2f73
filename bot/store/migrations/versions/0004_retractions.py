"""What becomes of a case and its note when the post is edited or deleted.

Why: a note is withdrawn, and quotes are struck from a mod-log entry, also when Discord is in trouble or the
process ends in between. Both stand here until they are done.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add when a post was last edited, of how many messages it was, and what is still to be taken back."""
    with op.batch_alter_table("cases") as cases:
        cases.add_column(sa.Column("edited_at", sa.DateTime))
        cases.add_column(sa.Column("pieces", sa.Integer, nullable=False, server_default=sa.text("1")))
        cases.add_column(sa.Column("strike_due", sa.Boolean, nullable=False, server_default=sa.text("0")))
    with op.batch_alter_table("notes") as notes:
        notes.add_column(sa.Column("withdrawal_due", sa.Boolean, nullable=False, server_default=sa.text("0")))
        notes.create_index("notes_post", ["message_id"])
