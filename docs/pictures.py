"""Make the README's pictures: run the demonstration in a scratch home, serve it, photograph it in Chromium.

What a terminal shows is the command's own output, its colours written as HTML by rich.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

PORT = 8017
SITE = f"http://127.0.0.1:{PORT}"
IMAGES = Path(__file__).parent / "img"
BROWSER = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
ARTICLE = (
    "/archive/articles.json?_search=" + quote('"Khối thi đua Văn hóa - Xã hội" "Quảng Ngãi"') + "&_shape=array&_size=1"
)
EXPLAINED = "/archive/articles.json?_search=" + quote('"Sáu trường THPT"') + "&_shape=array&_size=1"
COLUMNS = 100
TERMINAL = """<meta charset="utf-8"><body style="margin:0;background:{background};color:{foreground}">
<pre style="margin:0;padding:18px;font:14px/1.4 'Noto Sans Mono','Liberation Mono','Noto Sans',monospace">
{code}</pre>"""
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
            _photograph(Path(home))
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


def _photograph(home: Path) -> None:
    article = _id(ARTICLE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for name, path in {**PAGES, "article": f"/archive/articles/{article}"}.items():
            page.goto(SITE + path)
            page.screenshot(path=IMAGES / f"{name}.png")
        _photograph_terminal(browser, home, _id(EXPLAINED))
        browser.close()


def _id(search: str) -> int:
    with urllib.request.urlopen(SITE + search) as answer:
        return int(json.load(answer)[0]["id"])


def _photograph_terminal(browser: Browser, home: Path, article: int) -> None:
    command = [sys.executable, "-m", "thidua", "explain", str(article), "--home", str(home)]
    colours = {"FORCE_COLOR": "1", "COLORTERM": "truecolor", "TERM": "xterm-256color", "COLUMNS": str(COLUMNS)}
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | colours
    output = subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout
    screen = Console(file=io.StringIO(), record=True, width=COLUMNS, force_terminal=True, color_system="truecolor")
    screen.print(Text.from_ansi(f"$ thidua explain {article}\n\n{output}"))
    page = browser.new_page(viewport={"width": 890, "height": 1130})
    page.set_content(screen.export_html(theme=DIMMED_MONOKAI, inline_styles=True, code_format=TERMINAL))
    page.screenshot(path=IMAGES / "explain.png")


if __name__ == "__main__":
    main()
