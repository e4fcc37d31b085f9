"""Fixtures that several test files share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.reading import PageReader

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The private material beside the project (real pages, which must not be copied into it)."""
    told = os.environ.get("THIDUA_SHARED")
    folder = Path(told or ROOT.parent / "shared")
    if not folder.is_dir():
        absent = pytest.fail if told else pytest.skip  # a folder that is named must be there
        absent(f"no private material at {folder}; set THIDUA_SHARED to its folder")
    return folder


@pytest.fixture(scope="session")
def reader() -> Iterator[PageReader]:
    """One reader for all tests: its start takes a second."""
    with PageReader() as started:
        yield started
