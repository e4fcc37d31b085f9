"""Make the README's pictures: run the demonstration in a scratch home, serve it, photograph it in Chromium."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

PORT = 8017
SITE = f"http://127.0.0.1:{PORT}"
IMAGES = Path(__file__).parent / "img"
BROWSER = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
ARTICLE = (
    "/archive/articles.json?_search=" + quote('"Khối thi đua Văn hóa - Xã hội" "Quảng Ngãi"') + "&_shape=array&_size=1"
)
PAGES = {
    "index": "/",
    "past-awards": "/archive/past_awards?province=Qu%E1%BA%A3ng+Ng%C3%A3i",
}


def main() -> None:
    """Write docs/img/*.png."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        thidua = [sys.executable, "-m", "thidua"]
        subprocess.run([*thidua, "demo", "--no-serve", "--home", home], check=False)
        server = subprocess.Popen([sys.executable, "-m", "datasette", "serve", home, "--port", str(PORT)])
        try:
            _wait()
            _photograph()
        finally:
            server.terminate()
            server.wait()


def _wait() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(SITE, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"nothing answers at {SITE}")


def _photograph() -> None:
    with urllib.request.urlopen(SITE + ARTICLE) as answer:
        article = json.load(answer)[0]["id"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for name, path in {**PAGES, "article": f"/archive/articles/{article}"}.items():
            page.goto(SITE + path)
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
