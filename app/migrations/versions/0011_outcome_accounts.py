"""Who acts on an outcome, and the accounts of what became of it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "outcome_account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outcome_id", sa.Integer(), nullable=False),
        sa.Column("course", sa.String(length=20), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("led_to", sa.String(length=80), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_outcome_account_outcome_id")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_outcome_account_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_account")),
    )
    with op.batch_alter_table("outcome_account", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcome_account_outcome_id"), ["outcome_id"], unique=False)

    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.add_column(sa.Column("delegation_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_outcome_delegation_id"), "delegation", ["delegation_id"], ["id"]
        )
