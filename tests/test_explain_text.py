"""`thidua explain` in a terminal or a pipe; nothing from outside steers a terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from explaining import ESCAPE, HOSTILE, STORY, of, printed, thidua

from archive.article_page import Mark, text_blocks
from thidua.explain_text import _bracketed
from thidua.printable import shown


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bài.json"
    path.write_text(json.dumps(STORY))
    return path


def test_a_pipe_gets_brackets_and_letters_and_no_escape(file: Path) -> None:
    status, output, errors = thidua(str(file), COLUMNS="40")
    assert (status, errors) == (0, "")
    assert "\x1b" not in output
    assert "⟦m2 Tư pháp⟧" in output
    assert re.search(r"⟦a1(?: \S+)* ", output)
    assert "b = bloc (1), m = member (3)" in output
    for fact in of(STORY).facts:
        assert re.search(rf"^{fact.label} +{fact.kind}: {re.escape(fact.heading)}", output, re.MULTILINE)
        assert f"rule              {fact.rule}\n" in output
        for words in fact.quotes:
            assert f"“{words.text}”  ({words.place}, {words.start}–{words.end})\n" in output


def test_brackets_that_cross_say_which_they_close() -> None:
    """Two facts, "một hai ba" and "hai ba bốn": the first bracket closes inside the second."""
    text = "một hai ba bốn năm"
    spans = {"b1": (0, 10), "e1": (4, 14), "m1": (11, 14), "m2": (11, 14)}
    kinds = {"b": "bloc", "e": "event", "m": "member"}
    marks = [
        Mark(anchor=f"q-{label}", fact=label, kind=kinds[label[0]], status="", start=start, end=end)
        for label, (start, end) in spans.items()
    ]
    (block,) = text_blocks(text, [("paragraph", 0, len(text))], marks)
    assert "".join(_bracketed(block.pieces)) == "⟦b1 một ⟦e1 hai ba b1⟧ ⟦m1–2 bốn⟧⟧ năm"


@pytest.mark.parametrize("colours", ["truecolor", "256", "standard"])
@pytest.mark.parametrize("width", [30, 80, 200])
def test_a_terminal_gets_colours_within_its_width(colours: str, width: int) -> None:
    output = printed(of(STORY), colours=colours, width=width)
    assert "⟦" not in output
    plain = re.sub(r"\x1b\[[0-9;]*m", "", output)
    assert "\x1b" not in plain
    assert max(len(line.rstrip()) for line in plain.splitlines()) <= min(width, 100)
    assert re.search(r"\bm1 *\n? *Sở", plain)


def test_kinds_have_colours_of_their_own() -> None:
    grounds = set()
    for label in ("b1", "m1", "l1", "c1", "a1", "e1"):
        found = re.findall(rf"\x1b\[([0-9;]*)m {label} ", printed(of(STORY), colours="truecolor"))
        assert found
        grounds.add(found[-1])
    assert len(grounds) == 6


def test_no_color_is_respected(file: Path) -> None:
    _, coloured, _ = thidua(str(file), FORCE_COLOR="1", TERM="xterm-256color")
    assert "\x1b[" in coloured
    _, output, _ = thidua(str(file), FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="1")
    assert "\x1b" not in output
    assert "⟦m1 " in output
    assert thidua(str(file), FORCE_COLOR="1", TERM="dumb")[1] == output


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Hoa đào, hoa mai về chợ.", "it has no word of emulation or reward"),
        ("Tiểu thương thi đua bày hoa đào.", "it has words of emulation or reward, but no rule"),
    ],
)
def test_an_article_without_facts_says_so(text: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "chợ.json"
    path.write_text(json.dumps({"title": "Chợ hoa ngày Tết", "text": text}))
    status, output, _ = thidua(str(path))
    assert status == 0
    assert f"\nNo fact was found in this article: {why}" in output
    assert "⟦" not in output
    assert f"No fact was found in this article: {why}" in thidua(str(path), "--html")[1]


@pytest.mark.parametrize("colours", [None, "truecolor"])
def test_no_text_steers_the_terminal(colours: str | None) -> None:
    explanation = of(HOSTILE)
    assert "".join(fact.label for fact in explanation.facts) == "a1c1e1"
    output = printed(explanation, colours=colours)
    if colours:
        output = re.sub(r"\x1b\[[0-9;]*m", "", output)
        assert output.count("[31m") == printed(of({**HOSTILE}), colours=None).count("[31m") > 2
    assert all(char.isprintable() or char == "\n" for char in output)


def test_what_is_hidden_is_shown_in_its_place() -> None:
    text = "a\x1b[1m\u061cb\u202e\tc\u00a0d\u2028e\nf"
    assert len(shown(text)) == len(text)
    assert shown(text) == "a\N{REPLACEMENT CHARACTER}[1m\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER} c d e\nf"
    assert shown("a\nb", one_line=True) == "a b"


def test_a_hostile_name_of_a_file_is_no_escape(tmp_path: Path) -> None:
    status, output, errors = thidua(str(tmp_path / f"{ESCAPE}.json"))
    assert (status, output) == (1, "")
    assert "\x1b" not in errors
