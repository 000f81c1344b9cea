"""The fonts with which pages and pictures are set: our own, and where systems keep others."""

from functools import cache
from pathlib import Path

import typst

FONTS = Path(__file__).parents[1] / "fonts"
# Where systems keep the fonts for what ours do not cover.
FOLDERS = (
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/noto",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto",
    "/usr/share/fonts/google-noto-serif-cjk-fonts",
    "/usr/local/share/fonts",
)


@cache
def fonts(*folders: str) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS, *filter(_is_folder, folders)])


def fonts_for(lang: str) -> typst.Fonts:
    """Ours, and for a language whose letters they lack those of the system."""
    return fonts(*FOLDERS) if lang.partition("-")[0] == "zh" else fonts()


def _is_folder(path: str) -> bool:
    return Path(path).is_dir()
