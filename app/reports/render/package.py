"""A packed office file, its parts in a fixed order and undated: the same content gives the same bytes."""

import io
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)


def repacked(packed: io.BytesIO, first: str) -> bytes:
    """The same parts, the one that readers look for first first; a media type by itself is not compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(source.namelist(), key=lambda name: (name != first, name)):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(info, source.read(name))
    return target.getvalue()
