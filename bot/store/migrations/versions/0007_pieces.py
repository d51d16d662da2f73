"""Which messages a case is of, where it is of several.

Why: a later one may be deleted or edited too, also after a restart. Then what is left is judged again, and
what it quotes leaves the mod log. That it is due stands here until it is done.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the further messages of cases, which go with their case."""
    op.create_table(
        "pieces",
        sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column(
            "case_id", sa.Integer, sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True
        ),
    )
    with op.batch_alter_table("cases") as cases:
        cases.add_column(sa.Column("judge_due", sa.Boolean, nullable=False, server_default=sa.text("0")))
