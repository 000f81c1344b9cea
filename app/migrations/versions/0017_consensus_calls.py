"""Consensus calls: what was put, who was asked, what they answered, and what was done about a call."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("consultation_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("manner", sa.String(length=20), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultation_id"], ["consultation.id"], name=op.f("fk_call_consultation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
        sa.UniqueConstraint("consultation_id", "number", name=op.f("uq_call_consultation_id_number")),
    )
    op.create_table(
        "asked_voice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column("delegation_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_asked_voice_call_id")),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_asked_voice_delegation_id")
        ),
        sa.ForeignKeyConstraint(["group_id"], ["stakeholder_group.id"], name=op.f("fk_asked_voice_group_id")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_asked_voice_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked_voice")),
    )
    with op.batch_alter_table("asked_voice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_asked_voice_call_id"), ["call_id"], unique=False)

    op.create_table(
        "call_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_call_act_call_id")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_call_act_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_act")),
    )
    with op.batch_alter_table("call_act", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_act_call_id"), ["call_id"], unique=False)

    op.create_table(
        "call_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("position_id", sa.Integer(), nullable=False),
        sa.Column("voter", sa.String(length=24), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_call_answer_call_id")),
        sa.ForeignKeyConstraint(["position_id"], ["position.id"], name=op.f("fk_call_answer_position_id")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_call_answer_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_answer")),
    )
    with op.batch_alter_table("call_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_answer_call_id"), ["call_id"], unique=False)

    op.create_table(
        "called_position",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_called_position_call_id")),
        sa.ForeignKeyConstraint(
            ["position_id"], ["position.id"], name=op.f("fk_called_position_position_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_called_position")),
        sa.UniqueConstraint("call_id", "number", name=op.f("uq_called_position_call_id_number")),
    )
    with op.batch_alter_table("called_position", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_called_position_position_id"), ["position_id"], unique=False)

    with op.batch_alter_table("position", schema=None) as batch_op:
        batch_op.add_column(sa.Column("fixed_until", sa.DateTime(timezone=True), nullable=True))
