"""The record of acts: one event per act, in the act's own transaction, never changed."""
