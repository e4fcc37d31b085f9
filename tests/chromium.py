"""A real Chromium for the tests that drive one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = shutil.which("chromium")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@contextmanager
def chromium(*arguments: str) -> Iterator[Browser]:
    """A Chromium of its own; without one on this machine the test is left out, in ``.ci/run`` it fails."""
    if CHROMIUM is None:
        absent = pytest.fail if os.environ.get("THIDUA_CI") else pytest.skip
        absent("no Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *arguments])
        yield browser
        browser.close()
