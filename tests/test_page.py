"""Article reading: frozen pages of every platform, hostile pages, limits, and what always holds."""

from __future__ import annotations

import json
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_parts import LONG, PARAGRAPH, page, pieces, read

from extract.model import PageHints
from extract.page import MAX_BYTES, Reading, read_page
from extract.text import normalise

PAGES = Path(__file__).parent / "pages"
FROZEN = sorted(PAGES.glob("*/*.html"))


def as_json(reading: Reading) -> dict[str, object]:
    """A reading in the shape of the expected files."""
    problems = [problem.kind for problem in reading.problems]
    if (article := reading.article) is None:
        return {"article": None, "problems": problems}
    time = article.published
    return {
        "article": {
            "url": article.url,
            "title": article.title,
            "sapo": article.sapo,
            "author": article.author,
            "section": article.section,
            "published": time and [time.raw, time.iso, time.precision, time.basis],
            "blocks": pieces(article),
        },
        "problems": problems,
    }


@pytest.mark.parametrize("page", FROZEN, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_frozen_page_is_read_as_expected(page: Path) -> None:
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert as_json(read_page(page.read_bytes(), url=None)) == expected


def test_every_platform_with_own_markup_has_a_frozen_page() -> None:
    assert {"mastercms", "yyyymm-hex7", "content-fck", "zce", "b-maincontent", "vccorp", "dcontent"} <= {
        page.parent.name for page in FROZEN
    }


# --- lines ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div>Một.</div><div>Hai.</div>", ["Một.", "Hai."]),
        ("Một<br><br>Hai", ["Một", "Hai"]),
        ("Một câu bị<br>ngắt dòng", ["Một câu bị ngắt dòng"]),
        ("Một câu trọn.<br>Câu khác", ["Một câu trọn.", "Câu khác"]),
        ("Gồm có<br>- Sở A<br>- Sở B", ["Gồm có", "- Sở A", "- Sở B"]),
        ("<p>Đầu</p>giữa <b>đậm</b><p>cuối</p>", ["Đầu", "giữa đậm", "cuối"]),
        ("<ul><li>A<ul><li>B</li></ul></li><li>- C</li></ul>", ["- A", "- B", "- C"]),
        ("<p>Khối th<!-- x -->i đua</p>", ["Khối thi đua"]),
        ("<table><tr><td>Tên</td><td>Năm</td></tr><tr><td><p>Sở</p><p>Y tế</p></td><td>2024</td></tr></table>",
         ["Tên | Năm", "Sở Y tế | 2024"]),
        ("<table><tr><td><p>Một.</p><p>Hai.</p></td></tr></table>", ["Một.", "Hai."]),
        ("<p>Xem thêm: <a href='/x'>Khối thi đua số 9</a></p><p><a href='/y'>Cụm thi đua số 2 họp</a></p>", []),
        ("<p>Cập nhật: 10:30, 17/12/2025 (GMT+7)</p><p>Thứ năm, 05/01/2024 - 19:08</p>", []),
        ("<p>- 05/01/2024: họp</p><p>5/1</p>", ["- 05/01/2024: họp", "5/1"]),
        ("<p>>> Khối khác tổng kết</p><p>Tin liên quan</p>", []),
        ("<p>Theo <a href='/x'>Sở Y tế</a>, có 5 đơn vị.</p>", ["Theo Sở Y tế, có 5 đơn vị."]),
    ],
)  # fmt: skip
def test_lines_of_a_body(html: str, expected: list[str]) -> None:
    article = read(f"{LONG}{html}{LONG}")
    assert [text for _, text in pieces(article)[2:-1]] == expected


# --- captions ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<figure><img src=a><figcaption>Chú thích.</figcaption></figure>", ["Chú thích."]),
        ("<figure><img src=a><p>Chú thích.</p></figure>", ["Chú thích."]),
        ("<table><tr><td><img src=a></td></tr><tr><td>Chú thích.</td></tr></table>", ["Chú thích."]),
        ("<table><tr><td><img src=a><br>Chú thích.</td></tr></table>", ["Chú thích."]),
        ("<table><tr><td><img><td><img></td></tr><tr><td>Trái.</td><td>Phải.</td></tr></table>", ["Trái.", "Phải."]),
        ("<p><img src=a></p><p><em>Chú thích.</em></p>", ["Chú thích."]),
        ("<p><img src=a></p><p align=center>Chú thích.</p>", ["Chú thích."]),
        ("<p style='text-align:center'><img src=a><br>Chú thích.</p>", ["Chú thích."]),
        ("<p><img src=a></p><p>Đoạn văn thường.</p>", []),
        ("<p align=center><img src=a></p><p align=center><b>I. KẾT QUẢ</b></p>", []),
        ("<p><img src=a alt='Lãnh đạo tỉnh trao cờ cho các đơn vị'></p>", ["Lãnh đạo tỉnh trao cờ cho các đơn vị"]),
        ("<p><img src=a alt='anh-01.jpg'></p>", []),
        ("<p><img src=a title='Khối thi đua số 7 ký kết giao ước'></p>", []),
        ("<p><img src=a alt='khoi thi dua so 7 ky ket giao uoc - Ảnh 2.'></p>", []),
        ("<figure><img src=a><figcaption>Khối thi đua số 7 ký kết giao ước.</figcaption></figure>", []),
        ("<figure><img><figcaption>A b.</figcaption></figure>" * 3, ["A b."]),
    ],
)  # fmt: skip
def test_captions_are_typed_apart(html: str, expected: list[str]) -> None:
    found = pieces(read(f"{LONG}{html}{LONG}"))
    assert [text for kind, text in found if kind == "caption"] == expected
    assert not set(expected) & {text for kind, text in found if kind == "paragraph"}


def test_an_attribute_is_a_caption_only_where_nothing_else_says_it() -> None:
    alt = "Lãnh đạo tỉnh trao cờ cho các đơn vị"
    assert pieces(read(f"{LONG}<p><img alt='{alt}'></p><p>{alt} sáng 5/1.</p>"))[2:] == [
        ["paragraph", f"{alt} sáng 5/1."]
    ]


def test_captions_stand_where_their_picture_stands() -> None:
    body = f"{LONG}<figure><img><figcaption>Giữa.</figcaption></figure><p>Sau cùng có 5 đơn vị.</p>"
    assert [kind for kind, _ in pieces(read(body))] == ["title", "paragraph", "caption", "paragraph"]


# --- bylines -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "author"),
    [
        ("<p align=right><strong>Ngọc Hậu</strong></p>", "Ngọc Hậu"),
        ("<p style='text-align: right;'><b>Tin, ảnh: P.Y</b></p>", "P.Y"),
        ("<p>Bài và ảnh: Thu Hà - Văn An</p>", "Thu Hà - Văn An"),
        ("<p><strong>NGỌC HẬU</strong></p><p><em>Ảnh: Minh Tú</em></p>", "NGỌC HẬU"),
        ("<p>Ngọc Hậu</p><p>Theo Báo Duyên Hải</p>", "Ngọc Hậu"),
        ("<p><strong>Tòa soạn</strong></p>", "Tòa soạn"),
        ("<p class='author'>Ngọc Hậu (tổng hợp)</p>", "Ngọc Hậu"),
        ("<p><a href='/x'>Khối khác họp</a></p><p align=right>Ngọc Hậu</p><ul><li><a href='/y'>Tin khác</a></li></ul>",
         "Ngọc Hậu"),
    ],
)  # fmt: skip
def test_a_signature_is_the_author_and_no_paragraph(last: str, author: str) -> None:
    article = read(LONG + last)
    assert article.author == author
    assert [kind for kind, _ in pieces(article)] == ["title", "paragraph"]


@pytest.mark.parametrize(
    "last",
    [
        "<p>Danh sách gồm:</p><p>Nguyễn Văn A</p>",
        "<p>Nguyễn Văn A</p><p>Trần Thị B</p>",
        "<ul><li>Nguyễn Văn A</li></ul>",
        "<p><b>Sở Xây Dựng</b></p>",
        "<p>Hội nghị kết thúc lúc 17 giờ.</p>",
    ],
)
def test_the_last_name_of_a_list_is_no_signature(last: str) -> None:
    article = read(LONG + last)
    assert article.author is None
    assert len(article.blocks) >= 3


@pytest.mark.parametrize("name", ["Báo Duyên Hải", "https://bao.example", "admin", "Duyên Hải Online", "bao.vn"])
def test_a_paper_is_no_author(name: str) -> None:
    assert read(LONG, head=f"<meta name=author content='{name}'>").author is None


# --- title, sapo ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headings", ["<h1>TIN TRONG TỈNH HÔM NAY</h1><h1>Ba xã nhận cờ thi đua</h1>", "<h1>TIN TỨC</h1>", ""]
)
def test_the_title_is_the_h1_that_metadata_confirm_or_the_stated_one_without_the_paper(headings: str) -> None:
    head = "<title>Ba xã nhận cờ thi đua | Báo Duyên Hải</title>"
    html = f"<html><head>{head}</head><body>{headings}<div class='content-fck'>{LONG}</div></body></html>"
    article = read_page(html.encode(), url=None).article
    assert article is not None
    assert article.title == "Ba xã nhận cờ thi đua"


def test_a_sapo_said_again_in_the_body_stands_once() -> None:
    lead = "Sáng 5/1, Khối thi đua số 7 tổ chức hội nghị tổng kết công tác năm 2023."
    article = read(f"<p class=sapo>{lead}</p><p>{lead}</p>{LONG}")
    assert [kind for kind, _ in pieces(article)] == ["title", "sapo", "paragraph"]
    assert article.sapo == lead


def test_a_first_paragraph_is_the_sapo_where_the_page_describes_itself_by_it() -> None:
    lead = "Sáng 5/1, Khối thi đua số 7 tổ chức hội nghị tổng kết công tác năm 2023."
    assert read(f"<p>{lead}</p>{LONG}", head=f"<meta name=description content='{lead}'>").sapo == lead
    assert read(f"<p>{lead}</p>{LONG}", head=f"<meta name=description content='{lead[:50]}'>").sapo is None
    assert read(f"<p><b>{lead}</b></p>{LONG}").sapo == lead


# --- hints ---------------------------------------------------------------------------------------

TWO = f"<h2 class=t>Tiêu đề thật của bài viết</h2><i class=a>Vũ Lam</i><div class=x>{LONG}<p class=bo>Bỏ.</p></div>"


def test_hints_precede_platform_and_generic_rules() -> None:
    hints = PageHints(title=".t", body=".x", author=".a", section=".khung h1", remove=(".bo",))
    article = read_page(page(f"{LONG}{TWO}"), url=None, hints=hints).article
    assert article is not None
    assert (article.title, article.author, article.section) == (
        "Tiêu đề thật của bài viết",
        "Vũ Lam",
        "Khối thi đua số 7 ký kết giao ước",
    )
    assert [text for _, text in pieces(article)[1:]] == [(PARAGRAPH * 2).strip()]


def test_a_hint_that_finds_nothing_is_a_problem_and_the_page_is_still_read() -> None:
    reading = read_page(page(LONG), url=None, hints=PageHints(body=".thay-doi"))
    assert reading.article is not None
    assert [(p.kind, p.detail) for p in reading.problems] == [("selector", "body selector '.thay-doi' finds no text")]


def test_a_hint_that_is_no_css_names_its_field() -> None:
    with pytest.raises(ValueError, match=r"page hint 'body': selector 'p\[' is not CSS"):
        read_page(page(LONG), url=None, hints=PageHints(body="p["))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "ftp://bao.example/a", "", None])
def test_only_web_addresses_are_kept(address: str | None) -> None:
    article = read_page(page(LONG), url=address).article
    assert article is not None
    assert article.url is None


# --- hostile pages, limits ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "no-article"),
        (b" \n", "no-article"),
        (b"%PDF-1.7 \xff", "not-html"),
        (b"<p>" + b"x" * MAX_BYTES, "page-limit"),
        (b"<p>a</p>" * 60_000, "page-limit"),
        (b"<p " + b"".join(b"a%d " % i for i in range(6000)) + b">", "page-limit"),
        (b"<div>" * 3000 + b"x", "no-article"),
        ("<title>Thông báo</title><p>Đang bảo trì</p>".encode(), "no-article"),
    ],
    ids=["nothing", "blank", "pdf", "bytes", "tags", "attributes", "depth", "short"],
)
def test_what_is_no_page_is_refused_with_its_reason(body: bytes, kind: str) -> None:
    reading = read_page(body, url=None)
    assert reading.article is None
    assert kind in [problem.kind for problem in reading.problems]


@pytest.mark.parametrize("tag", ["font", "span", "b", "div", "section"])
@pytest.mark.parametrize("depth", [250, 300, 1500])
def test_deep_pages_lose_nothing(tag: str, depth: int) -> None:
    flat = read(f"<p>{PARAGRAPH}</p><p>Câu cuối cùng của bài có ở đây.</p>")
    deep = read(f"<p>{PARAGRAPH}</p>{f'<{tag}>' * depth}<p>Câu cuối cùng của bài có ở đây.</p>")
    assert deep.text == flat.text


def test_forgotten_inline_ends_beyond_the_parsers_limit_lose_nothing() -> None:
    body = f"{'<font>' * 5000}<p>{PARAGRAPH}</p><p>Câu cuối cùng của bài có ở đây.</p>"
    assert read(body).text.endswith("Câu cuối cùng của bài có ở đây.")


def test_the_same_page_reads_the_same_however_often() -> None:
    html = page(LONG * 3).replace(b"newscontents", b"khac")
    readings = {read_page(html, url=None).article for _ in range(6)}
    assert len(readings) == 1
    assert None not in readings


FLAT = f"<p>{PARAGRAPH}</p><p>Câu cuối cùng của bài có ở đây.</p>"


@pytest.mark.fault(47)
@pytest.mark.parametrize("tag", ["font", "div", "table", "ul", "blockquote"])
@pytest.mark.parametrize("depth", [2500, 100_000])
@pytest.mark.parametrize("ended", [False, True])
def test_nesting_beyond_the_parsers_limit_loses_nothing(tag: str, depth: int, ended: bool) -> None:
    starts, ends = f"<{tag}>" * depth, f"</{tag}>" * depth * ended
    deep = read(f"<p>{PARAGRAPH}</p>{starts}<p>Câu cuối cùng của bài có ở đây.</p>{ends}")
    assert deep.text == read(FLAT).text


@pytest.mark.fault(47)
def test_deep_paragraphs_stay_apart() -> None:
    body = LONG + "<div>" * 3000 + "<div>Câu một.</div><div>Câu <b>hai</b>.</div>" + "</div>" * 3000
    assert [text for _, text in pieces(read(f"{body}<p>Câu ba.</p>"))][2:] == ["Câu một.", "Câu hai.", "Câu ba."]


@pytest.mark.fault(48)
@pytest.mark.parametrize(
    "data",
    [
        f"<script>var a={{x:'{'A' * 11_000_000}'}}</script>",
        f"<img src='data:image/png;base64,{'iVBORw0K' * 1_400_000}'>",
        f"<!--{'<p>Tin khác</p>' * 700_000}-->",
        f"<style>{'.a{color:red}' * 800_000}</style>",
        f"<script type='text/template'>{'<p>Tin khác</p>' * 60_000}</script>",
    ],
    ids=["script", "picture", "comment", "style", "tags in a script"],
)
def test_inline_data_do_not_hide_an_article(data: str) -> None:
    assert read(data + FLAT).text == read(FLAT).text


@pytest.mark.fault(48)
@pytest.mark.parametrize(
    "html",
    [
        "<!-- <script> --><p>Câu một.</p><script>x</script>",
        "<script>x='<!--'</script><p>Câu một.</p><!-- -->",
        "<p>Câu một.</p><!-- <style>",
        "<SCRIPT type=a/b>'</p>'</SCRIPT ><p>Câu một.</p>",
    ],
)
def test_what_is_taken_out_ends_where_the_parser_ends_it(html: str) -> None:
    assert read(LONG + html).text.endswith("Câu một.")


# --- bodies in scripts ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("outputData", r'var outputData="<p>{}<\/p><p class=\"x\">C\u00e2u cu\u1ed1i \x26 h\u1ebft.<\/p>";'),
        ("outputData", "outputData = '<p>{}</p>\\\n<p>C\\u{{e2}}u cuối & hết.</p>'; outputData == ''"),
        (".html", "$('#newscontents').html(`<p>{}</p>\n<p>Câu cuối & hết.</p>`);"),
        ("content", '{{"content": "<p>{}</p><p>Câu cuối &amp; hết.</p>"}}'),
    ],
)
def test_a_body_in_a_script_is_read_where_the_source_names_it(name: str, script: str) -> None:
    html = page("", head=f"<script>{script.format(PARAGRAPH * 2)}</script>")
    reading = read_page(html, url="https://bao.example/x-a1234.html", hints=PageHints(script=name))
    assert reading.article is not None, reading.problems
    assert [text for _, text in pieces(reading.article)[1:]] == [(PARAGRAPH * 2).strip(), "Câu cuối & hết."]
    assert reading.problems == ()
    without = read_page(html, url="https://bao.example/x-a1234.html")
    assert without.article is None


def test_a_script_that_computes_its_text_is_not_run() -> None:
    html = page("", head="<script>outputData=`<p>${thuc_hien()}</p>`</script>")
    reading = read_page(html, url="https://bao.example/x-a1234.html", hints=PageHints(script="outputData"))
    assert reading.article is None
    assert ("selector", "script 'outputData' holds no text") in [(p.kind, p.detail) for p in reading.problems]


def test_an_encrypted_body_is_told_and_left() -> None:
    script = f"<script>var d='{'U2FsdGVkX1' * 60}';show(CryptoJS.AES.decrypt(d, k))</script>"
    reading = read_page(page("", head=script), url="https://bao.example/x-a1234.html")
    assert reading.article is None
    assert "encrypted" in [p.kind for p in reading.problems]
    assert "encrypted" not in [p.kind for p in read_page(page(LONG, head=script), url=None).problems]


# --- letters --------------------------------------------------------------------------------------


@pytest.mark.fault(46)
@pytest.mark.parametrize(
    ("written", "stored"),
    [
        (unicodedata.normalize("NFD", "Khối thi đua số 7 ký kết."), "Khối thi đua số 7 ký kết."),
        ("Kh\u00f4\u0301i thi đua.", "Khối thi đua."),
        ("Kh\u00adối\u200b thi\u2060 \ufeffđua.", "Khối thi đua."),
        ("Khối\x00 thi\x01 đua\x85.", "Khối thi đua."),
        ("\u202eKhối\u202c \u2066thi\u2069 \u061cđua\u200f.", "Khối thi đua."),
        ("Khối&shy; thi&#8203; &#x202E;đua&zwj;.", "Khối thi đua."),
        ("Khối\u00a0thi\u2028đua\U000e0041.", "Khối thi đua."),
    ],
)
def test_letters_are_stored_in_one_form(written: str, stored: str) -> None:
    article = read(f"{LONG}<p>{written}</p>")
    assert pieces(article)[-1] == ["paragraph", stored]


@pytest.mark.fault(46)
def test_a_lost_letter_in_the_page_is_kept_and_told() -> None:
    reading = read_page(page(f"{LONG}<p>Kh\ufffdi thi đua.</p>"), url=None)
    assert reading.article is not None
    assert reading.article.text.endswith("Kh\ufffdi thi đua.")
    assert [(p.kind, p.detail) for p in reading.problems] == [
        ("charset", "1 characters were lost before the page was sent")
    ]


@pytest.mark.fault(46)
@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_every_text_becomes_one_that_can_be_stored(text: str) -> None:
    stored = normalise(text)
    assert unicodedata.is_normalized("NFC", stored)
    assert normalise(stored) == stored
    assert stored.encode().decode() == stored
    assert not [c for c in stored if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n"]


@pytest.mark.fault(49)
def test_markup_in_texts_stays_text() -> None:
    evil = "Khối thi đua số 7 &lt;svg onload=alert(1)&gt; ký kết"
    head = "<link rel=canonical href='javascript:alert(1)'><meta property=og:url content='data:text/html,x'>"
    html = page(f"{LONG}<p class=author>&lt;script&gt;alert(1)&lt;/script&gt;</p>", head=head, title=evil)
    article = read_page(html, url="javascript:alert(2)").article
    assert article is not None
    assert article.title == "Khối thi đua số 7 <svg onload=alert(1)> ký kết"
    assert article.url is None


# --- what always holds ---------------------------------------------------------------------------

WORDS = st.text(
    st.sampled_from('aăâeêioôơuưyđbckhtng ÀỐỗ.,;:"“”|-\u0301\u0323\u00ad\u200b\ue000\ue0010<&'), max_size=60
)
ELEMENTS = st.sampled_from(
    [
        "<p>{}</p>",
        "<div>{}",
        "{}<br>",
        "<ul><li>{}</li></ul>",
        "<table><tr><td>{}</td><td>x</td></tr></table>",
        "<table><tr><td><img></td></tr><tr><td>{}</td></tr></table>",
        "<figure><img alt='{}'></figure>",
        "<figure><img><figcaption>{}</figcaption></figure>",
        "<p><img></p><p><em>{}</em></p>",
        "<p class=sapo>{}</p>",
        "</div></p>{}<b>",
        "<a href=x>{}</a>",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(ELEMENTS, WORDS), max_size=12), st.booleans())
def test_blocks_tile_the_text(parts: list[tuple[str, str]], known: bool) -> None:
    body = "".join(element.format(text.replace("<", "&lt;")) for element, text in parts)
    html = page(LONG + body) if known else page(LONG + body).replace(b"newscontents", b"khac")
    article = read_page(html, url=None).article
    assert article is not None
    blocks = article.blocks
    assert (blocks[0].kind, blocks[0].start, blocks[-1].end) == ("title", 0, len(article.text))
    for first, second in pairwise(blocks):
        assert article.text[first.end : second.start] == "\n\n"
    for kind, text in pieces(article):
        assert text.strip() == text != ""
        assert "\n" not in text
        assert unicodedata.is_normalized("NFC", text)
        assert not set(text) & set("\u00ad\u200b\ue000\ue001\ufeff"), kind


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text("<>/=\"'!-&;#x pdivtablebrcq\0", max_size=300).map(str.encode))
def test_no_bytes_break_the_reader(body: bytes) -> None:
    reading = read_page(body, url=None)
    assert (reading.article is None) == bool(
        [p for p in reading.problems if p.kind in ("no-article", "not-html", "page-limit", "parse-limit")]
    )


# --- real pages beside the project ---------------------------------------------------------------


@pytest.mark.shared
def test_the_seed_page(shared: Path) -> None:
    folder = shared / "seed"
    seed = json.loads((folder / "seed.json").read_text(encoding="utf-8"))
    reading = read_page((folder / "page.html").read_bytes(), url=None)
    article = reading.article
    assert article is not None
    assert reading.problems == ()
    assert (article.title, article.author) == (seed["title"], "Lê Danh")
    assert article.published is not None
    assert (article.published.iso, article.published.precision) == ("2024-01-05T19:08:00+07:00", "minute")
    assert article.sapo is not None
    assert article.sapo == next(text for kind, text in pieces(article) if kind == "sapo")
    captions = [text for kind, text in pieces(article) if kind == "caption"]
    assert len(captions) == 5
    for leader in seed["gold"]["leaders"]:
        assert any(leader["organization"] in caption and str(leader["year"]) in caption for caption in captions)
    # Line by line what the article's text says, without the page's frame and the repeated picture titles.
    lines = [line.strip() for line in (folder / "article.txt").read_text(encoding="utf-8").splitlines()]
    start, end = lines.index("19:08 | 05/01/2024") + 1, lines.index("Lê Danh")
    expected = [line for line in lines[start:end] if line and line != article.title]
    assert [text for _, text in pieces(article)[1:]] == expected


@pytest.mark.shared
def test_saved_front_and_listing_pages_are_no_articles(shared: Path) -> None:
    pages = [
        *shared.glob("pages/*/*home*.html"),
        *shared.glob("pages/*/*category*.html"),
        *shared.glob("pages/dantri*/*"),
    ]
    assert len(pages) >= 7
    assert [p.name for p in pages if read_page(p.read_bytes(), url=None).article] == []
