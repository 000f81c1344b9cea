"""For whom an objection was raised, and every step that was taken about it."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "objection_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("objection_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["objection_id"], ["objection.id"], name=op.f("fk_objection_step_objection_id")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_objection_step_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection_step")),
    )
    with op.batch_alter_table("objection_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_objection_step_objection_id"), ["objection_id"], unique=False)
    with op.batch_alter_table("objection", schema=None) as batch_op:
        batch_op.add_column(sa.Column("behalf", sa.String(length=20), nullable=True))
    op.execute("UPDATE objection SET state = 'outweighed' WHERE state = 'set aside'")
