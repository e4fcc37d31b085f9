"""A home that Datasette serves: what installing puts there, and what it leaves alone."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from sample_archive import build

from archive.home import install_site


def test_installing_keeps_links_and_ones_own_files_and_mends_ours(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "static").symlink_to("elsewhere")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "own.html").write_text("own")
    (tmp_path / "templates" / "base.html").write_text("old")
    install_site(tmp_path)
    install_site(tmp_path)
    assert not list((tmp_path / "elsewhere").iterdir())
    assert (tmp_path / "templates" / "own.html").read_text() == "own"
    assert (tmp_path / "templates" / "base.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert not list(tmp_path.rglob("*.new"))
    assert not list(tmp_path.rglob("__pycache__"))


def test_the_command_datasette_needs_nothing_but_the_folder(tmp_path: Path) -> None:
    install_site(tmp_path)
    build(tmp_path / "archive.db")
    command = shutil.which("datasette", path=str(Path(sys.executable).parent))
    assert command
    done = subprocess.run(
        [command, str(tmp_path), "--get", "/archive/articles.json?_search=quang+ngai&_shape=array"],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert [row["id"] for row in json.loads(done.stdout)] == [1]
