"""Chosen positions put to all, with a deadline."""
