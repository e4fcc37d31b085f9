"""Which version of the reading and of the rules made a row."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

_LIBRARIES = ("lxml", "spacy", "trafilatura")


@cache
def fingerprint() -> str:
    """A digest of this package's code and data and of the libraries that read with it: 12 hexadecimal digits."""
    digest = hashlib.sha256()
    for name in _LIBRARIES:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    for path, file in sorted(_files(resources.files("extract"), "")):
        digest.update(f"{path}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _files(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        path = f"{prefix}/{entry.name}"
        if entry.is_dir():
            found += _files(entry, path)
        elif entry.name.endswith((".py", ".toml")):
            found.append((path, entry))
    return found
