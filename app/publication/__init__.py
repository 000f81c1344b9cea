"""Circulated, corrected, approved, published: how a draft becomes the report, and every version of it."""
