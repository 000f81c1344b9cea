"""language_of_what_is_reworded"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Whatever is reworded already is in the language in which the report was wanted."""
    with op.batch_alter_table("block_revision") as batch_op:
        batch_op.add_column(sa.Column("language", sa.String(length=20), nullable=False, server_default=""))
    with op.batch_alter_table("block_revision") as batch_op:
        batch_op.alter_column("language", server_default=None)
    op.execute(
        "UPDATE block_revision SET language = (SELECT CASE WHEN d.language <> '' THEN d.language "
        "ELSE c.language END FROM report_draft d JOIN consultation c ON c.id = d.consultation_id "
        "WHERE d.id = block_revision.draft_id) WHERE text <> ''"
    )
