"""Make a folder a complete Datasette folder: ``datasette DIR`` serves it without any other argument."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Final

from archive.metadata import metadata_json

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

FOLDERS: Final = ("templates", "plugins", "static")


def install_site(home: Path) -> None:
    """Write metadata.json, settings.json, templates, plugins and static files into ``home``.

    A symbolic link is left alone (a checkout links to the package), files that are already the same too;
    files of one's own beside ours stay.
    """
    site = resources.files("archive").joinpath("site")
    home.mkdir(parents=True, exist_ok=True)
    _write(home / "metadata.json", metadata_json().encode())
    _write(home / "settings.json", site.joinpath("settings.json").read_bytes())
    for name in FOLDERS:
        if not (home / name).is_symlink():
            _copy(site.joinpath(name), home / name)


def _copy(source: Traversable, target: Path) -> None:
    target.mkdir(exist_ok=True)
    for entry in source.iterdir():
        if entry.is_dir():
            if entry.name != "__pycache__":
                _copy(entry, target / entry.name)
        else:
            _write(target / entry.name, entry.read_bytes())


def _write(path: Path, content: bytes) -> None:
    """Replace in one step: a Datasette that is just starting sees the old file or the new one."""
    if path.is_symlink() or (path.is_file() and path.read_bytes() == content):
        return
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    new.replace(path)
