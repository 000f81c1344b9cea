"""The shapes and colours by which groups are told apart, with their letters: none is by colour alone."""

from collections.abc import Callable

COLOURS = ("#332f8c", "#a8324a", "#0f6b4f", "#8a6100", "#0b6f8f")  # told apart also by the colour-blind
NOBODY = "#827a6d"


def shape(group: int, radius: int) -> str:
    """The path of a mark, from its centre; those in no group are small dots."""
    return _SHAPES[group % len(_SHAPES)](radius) if group >= 0 else _dot(max(1, radius - 1))


def colour(group: int) -> str:
    return COLOURS[group % len(COLOURS)] if group >= 0 else NOBODY


def star(radius: int) -> str:
    """The mark of the reader."""
    r, i = radius, round(radius * 0.4)
    return f"m0-{r}l{i} {r - i} {r - i} {i}-{r - i} {i}-{i} {r - i}-{i}-{r - i}-{r - i}-{i} {r - i}-{i}z"


def _dot(r: int) -> str:
    return f"m-{r} 0a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0-{2 * r} 0z"


def _square(r: int) -> str:
    return f"m-{r}-{r}h{2 * r}v{2 * r}h-{2 * r}z"


def _triangle(r: int) -> str:
    return f"m0-{r}l{r} {2 * r}h-{2 * r}z"


def _diamond(r: int) -> str:
    return f"m0-{r}l{r} {r}-{r} {r}-{r}-{r}z"


def _cross(r: int) -> str:
    half = max(1, r // 3)
    arm, bar = r + 1 - half, 2 * half
    return f"m-{half}-{r + 1}h{bar}v{arm}h{arm}v{bar}h-{arm}v{arm}h-{bar}v-{arm}h-{arm}v-{bar}h{arm}z"


_SHAPES: tuple[Callable[[int], str], ...] = (_dot, _square, _triangle, _diamond, _cross)
