"""The text of an article cut into pieces by the marks of its facts."""

from __future__ import annotations

from archive.article_page import Mark, text_blocks


def _mark(start: int, end: int) -> Mark:
    return Mark(anchor=f"{start}-{end}", fact="x", kind="award", status="granted", start=start, end=end)


def test_marks_may_overlap_nest_touch_and_coincide() -> None:
    text = "0123456789"
    marks = [_mark(0, 4), _mark(2, 6), _mark(3, 5), _mark(6, 8), _mark(6, 8)]
    (block,) = text_blocks(text, [("paragraph", 0, 10)], marks)
    assert [piece.text for piece in block.pieces] == ["01", "2", "3", "4", "5", "67", "89"]
    assert [[m.anchor for m in piece.marks] for piece in block.pieces] == [
        ["0-4"],
        ["0-4", "2-6"],
        ["3-5", "0-4", "2-6"],
        ["3-5", "2-6"],
        ["2-6"],
        ["6-8", "6-8"],
        [],
    ]


def test_a_mark_over_two_blocks_begins_once() -> None:
    blocks = text_blocks("ab\n\ncd", [("title", 0, 2), ("paragraph", 4, 6)], [_mark(1, 5)])
    assert [[(p.text, bool(p.marks), p.begins) for p in block.pieces] for block in blocks] == [
        [("a", False, ()), ("b", True, ("1-5",))],
        [("c", True, ()), ("d", False, ())],
    ]


def test_a_text_of_unknown_blocks_is_one_of_paragraphs() -> None:
    blocks = text_blocks("ab\n\n\n\ncd", [], [_mark(6, 8)])
    assert [(block.kind, "".join(piece.text for piece in block.pieces)) for block in blocks] == [
        ("paragraph", "ab"),
        ("paragraph", "cd"),
    ]
    assert blocks[1].pieces[0].begins == ("6-8",)
