"""What a file says on each of its pages, in the language of the report."""

from app.core.report.characters import legible
from app.core.report.document import Report

LINE = 90  # letters
PAGES = {  # before the page's number, between it and that of the last, after both
    "en": ("Page ", " of ", ""),
    "fr": ("Page ", " sur ", ""),
    "es": ("Página ", " de ", ""),
    "ar": ("الصفحة ", " من ", ""),
    "ru": ("Страница ", " из ", ""),
    "zh": ("第 ", " 页，共 ", " 页"),
}


def page_of(lang: str) -> tuple[str, str, str]:
    return PAGES.get(lang.partition("-")[0], ("", " / ", ""))


def running(report: Report) -> str:
    """What stands over every page but the first: on one line."""
    words = legible(report.symbol or report.title)
    return words if len(words) <= LINE else words[: LINE - 1].rstrip() + "…"
