"""The report: its page, its files, its publication."""

from flask import Blueprint

reports = Blueprint("reports", __name__)
