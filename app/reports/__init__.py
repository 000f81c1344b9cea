"""Snapshot, compose, render: the record of an instant, and a report of it as a file."""
