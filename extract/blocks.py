"""Lines and captions → typed blocks of one text, each text once where repetition means nothing."""

from __future__ import annotations

import re

from extract.captions import OPEN, Caption, repeats_title, split_tokens
from extract.lines import Line
from extract.model import Block, BlockKind
from extract.text import fold

Piece = tuple[BlockKind, str]
SEPARATOR = "\n\n"
MAX_UNSTATED = 100  # captions that only attributes hold; a page of more is made to be slow

_BOILERPLATE = re.compile(
    r"(?:[>»]+|xem thêm|đọc thêm|tin liên quan|bài liên quan|tin cùng chuyên mục|cùng chuyên mục|có thể bạn quan tâm|"
    r"tin bài cuối cùng|không còn dữ liệu để load|từ khóa|bình luận|chia sẻ bài viết|in bài viết|gửi bài viết|"
    r"theo|nguồn|tags?|quảng cáo|tin mới|tin nổi bật|bài viết liên quan|mời quý độc giả xem thêm)\s*[:.…>]*",
    re.IGNORECASE,
)
# A line that is nothing but a time stamp: "Cập nhật: 10:30, 17/12/2025 (GMT+7)", "Thứ năm, 05/01/2024 - 19:08".
_STAMP = re.compile(
    r"(?:cập nhật(?: lúc| ngày)?\s*:?)?\s*(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\s*[,-]?)?\s*(?:ngày\s)?"
    r"(?:\d{1,2}[:h]\d{2}(?::\d{2})?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|[\s,|-]|\(?gmt\s*\+\s*7\)?|[ap]m)+",
    re.IGNORECASE,
)
_SEE_ALSO = re.compile(r"(?:[>»]{1,3}|xem thêm\s*:|đọc thêm\s*:|tin liên quan\s*:)\s*\S", re.IGNORECASE)


def is_related(line: Line) -> bool:
    """Whether a line is no text: a linked headline, "Xem thêm", the heading of a list of such, a time stamp."""
    return (
        line.linked
        or (len(line.text) <= 80 and bool(_STAMP.fullmatch(line.text)))
        or bool(_BOILERPLATE.fullmatch(line.text.lstrip("- ")))
        or (bool(_SEE_ALSO.match(line.text.lstrip("- "))) and len(line.text) <= 250)
    )


class _Text:
    """The article's blocks as they come; each text stands once where repetition means nothing."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.blocks: list[Piece] = [("title", title)]
        self.captions: set[str] = set()
        self.unstated: list[tuple[int, str]] = []

    def add(self, kind: BlockKind, text: str) -> None:
        if text:
            self.blocks.append((kind, text))

    def caption(self, caption: Caption) -> None:
        key = fold(caption.text)
        if repeats_title(caption.text, self.title) or key in self.captions:
            return
        if not caption.stated and len(self.unstated) >= MAX_UNSTATED:
            return
        self.captions.add(key)
        if not caption.stated:
            self.unstated.append((len(self.blocks), key))
        self.add("caption", caption.text)

    def finished(self) -> list[Piece]:
        """Blocks without those attribute captions whose words stand elsewhere in the article."""
        places = {place for place, _ in self.unstated}
        said = fold("\n".join(text for i, (_, text) in enumerate(self.blocks) if i not in places))
        dropped = {place for place, key in self.unstated if key.rstrip(". …") in said}
        return [block for i, block in enumerate(self.blocks) if i not in dropped]


def _is_sapo(line: Line, following: Line | None, description: str) -> bool:
    """Whether the first line is the lead: the page's description says it too, or it alone is all bold."""
    if line.item or line.row or OPEN in line.text:
        return False
    if line.bold and len(line.text) >= 60 and following is not None and not following.bold:
        return True
    # A description that is only the beginning of the line was cut by the system, which knows no lead.
    return len(description) >= 40 and fold(line.text).rstrip(". …") == fold(description).rstrip(". …")


def _lead(lines: list[Line], title: str, description: str) -> int | None:
    """The place of the line that is the sapo, if the body begins with one."""
    texts = [i for i, line in enumerate(lines) if OPEN not in line.text and fold(line.text) != fold(title)]
    if not texts:
        return None
    following = lines[texts[1]] if len(texts) > 1 else None
    return texts[0] if _is_sapo(lines[texts[0]], following, description) else None


def assemble(
    lines: list[Line], captions: tuple[Caption, ...], *, title: str, sapo: str, description: str
) -> list[Piece]:
    """Title, sapo, paragraphs and captions in page order.

    ``sapo`` is the lead that stands outside the body, or empty; ``description`` the page's own summary, by which a
    lead inside the body is known. The title and the sapo are not repeated.
    """
    text = _Text(title)
    text.add("sapo", sapo)
    lead = None if sapo else _lead(lines, title, description)
    said = {fold(title), fold(sapo)}
    for place, line in enumerate(lines):
        for piece in split_tokens(line.text):
            if isinstance(piece, int):
                text.caption(captions[piece])
            elif fold(piece) not in said:
                text.add("sapo" if place == lead else "paragraph", piece)
    return text.finished()


def join(pieces: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The article's text and its blocks: ``text[block.start:block.end]`` is each piece."""
    blocks: list[Block] = []
    start = 0
    for kind, piece in pieces:
        blocks.append(Block(kind=kind, start=start, end=start + len(piece)))
        start += len(piece) + len(SEPARATOR)
    return SEPARATOR.join(piece for _, piece in pieces), tuple(blocks)
