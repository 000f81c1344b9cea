"""Snapshot, compose, render: the report and its publication."""
