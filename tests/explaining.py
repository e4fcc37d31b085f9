"""An invented article and a hostile one, and what `thidua explain` prints of them."""

from __future__ import annotations

import io
import os
import subprocess
import sys

from rich.console import Console

from extract.annotation import article_from_json
from thidua.explain import Explanation, Subject, explain
from thidua.explain_text import print_explanation

STORY: dict[str, object] = {
    "title": "Khối thi đua các cơ quan văn hóa tổng kết năm 2023",
    "published": "2024-01-05T19:08:00+07:00",
    "sapo": "Sáng 5/1, Khối thi đua các cơ quan văn hóa tỉnh Kon Tum tổ chức hội nghị tổng kết công tác năm 2023.",
    "paragraphs": [
        "Khối thi đua gồm các Sở Nội vụ, Tư pháp và Ban Dân tộc. Khối phát động phong trào thi đua “Mỗi tuần một bài”.",
        "Hội nghị thống nhất đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Tư pháp; bầu Sở Nội vụ làm Khối trưởng năm 2024.",
    ],
    "captions": ["Các đại biểu ký giao ước thi đua năm 2024."],
}
ESCAPE, OVERRIDE, MARK = "\x1b[31m", "\u202e", "\u061c"
# Every kind of attack lies inside the words and the values of a fact.
HOSTILE: dict[str, object] = {
    "url": f"javascript:alert(1)//{ESCAPE}",
    "author": f"<img src=x onerror=alert(2)>{ESCAPE}{OVERRIDE}",
    "title": f"<script>alert(3)</script> Khối thi đua các <b>sở</b>{ESCAPE}",
    "published": "2024-01-05T19:08:00+07:00",
    "paragraphs": [
        f"Tỉnh phát động phong trào thi đua “Mỗi tuần <script>alert(4)</script>{MARK} một cuốn sách{ESCAPE}”.",
        f'Sáng 5/1, tại <img src=x onerror="alert(5)">{MARK}, {OVERRIDE}tỉnh tổ chức hội nghị tổng kết thi đua. ⟦a9⟧',
        f"UBND tỉnh tặng Cờ thi đua cho Sở Tư pháp {ESCAPE}{MARK}</p><script>alert(6)</script>.",
    ],
}


def thidua(*arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run ``thidua explain``: exit status, output, errors."""
    command = [sys.executable, "-m", "thidua", "explain", *arguments]
    known = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    done = subprocess.run(
        command, capture_output=True, check=False, text=True, timeout=120, env={**known, **environment}
    )
    return done.returncode, done.stdout, done.stderr


def of(story: dict[str, object]) -> Explanation:
    return explain(Subject(name="bài", article=article_from_json(story)))


def printed(explanation: Explanation, *, colours: str | None = None, width: int = 100) -> str:
    output = io.StringIO()
    console = Console(
        file=output,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=bool(colours),
        color_system=colours,  # type: ignore[arg-type]
        width=width,
    )
    print_explanation(explanation, console)
    return output.getvalue()
