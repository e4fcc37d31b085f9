"""The same letters whatever a page is written in and says of it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_parts import LONG, page, read

from extract.charset import decode
from extract.legacy import is_syllable, tcvn3, vni
from extract.page import read_page

TEXT = (
    "Sáng 5/1, tại huyện Yên Lạc, Khối thi đua số 7 tổ chức hội nghị tổng kết phong trào thi đua yêu nước; "
    "các đơn vị ký kết giao ước, đăng ký những chỉ tiêu vượt mức, bầu khối trưởng và nhận cờ của Ủy ban."
)


@pytest.mark.fault(45)
@pytest.mark.parametrize(
    ("encoding", "header", "declared"),
    [
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("utf-8", None, "<meta charset=windows-1252>"),
        ("utf-8-sig", None, ""),
        ("utf-16", None, ""),
        ("utf-16-le", None, ""),
        ("cp1258", "text/html; charset=windows-1258", ""),
        ("cp1258", None, "<meta charset=windows-1258>"),
    ],
)
def test_the_text_is_the_same_in_every_encoding(encoding: str, header: str | None, declared: str) -> None:
    html = page(LONG).decode().replace("<meta charset='utf-8'>", declared)
    if encoding == "cp1258":  # writes tones as combining marks
        html = "".join(c if c.encode("cp1258", "ignore") else _for_cp1258(c) for c in html)
    reading = read_page(html.encode(encoding), url=None, content_type=header)
    assert reading.article is not None
    assert reading.article.text == read(LONG).text
    assert reading.problems == ()


def _for_cp1258(character: str) -> str:
    """Base with its circumflex, horn or breve composed, tone apart: as cp1258 stores it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = unicodedata.normalize("NFD", character)
    base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
    return base + "".join(c for c in parts if c in tones)


@pytest.mark.fault(45)
def test_lost_characters_are_told() -> None:
    decoded = decode("Khối thi đua".encode()[:-3] + b"\xff\xfe")
    assert "\ufffd" in decoded.text
    assert [p.kind for p in decoded.problems] == ["charset"]


# --- older systems ----------------------------------------------------------------------------------

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTERS = sorted(
    {unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ["", *_TONES]} | {"đ"}
)


def _table(system: object) -> dict[str, str]:
    """Letter → its Latin-1 writing, asked of the decoder for every byte and pair of bytes."""
    writings = [chr(code) for code in range(0xA1, 0x100)]
    writings += [base + mark for base in "aeiouyôö" for mark in writings]
    found: dict[str, str] = {}
    for writing in writings:
        letter = system(writing)  # type: ignore[operator]
        if len(letter) == 1 and letter != writing:
            found.setdefault(letter, writing)
    return {letter: found.get(letter, letter) for letter in _LETTERS}


OLD = {"tcvn3": _table(tcvn3), "vni": _table(vni)}


def write_old(text: str, system: str) -> str:
    if system == "tcvn3":
        text = text.replace("Ủ", "ủ")  # accented capitals are a font of their own
    table = OLD[system]
    return "".join(table[c.lower()].upper() if c.isupper() and c.lower() in table else table.get(c, c) for c in text)


@pytest.mark.fault(45)
def test_published_examples_of_the_old_systems() -> None:
    assert tcvn3("C«ng an tØnh B¾c K¹n; §\u00adêng; M\u00adêi; thÞ tr\u00adêng") == (
        "Công an tỉnh Bắc Kạn; Đường; Mười; thị trường"
    )
    assert vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam; ñöôøng; Tæ; thò traán; Ñoäc laäp") == (
        "Cộng hòa xã hội chủ nghĩa Việt Nam; đường; Tỉ; thị trấn; Độc lập"
    )


@pytest.mark.fault(45)
@pytest.mark.parametrize("system", ["tcvn3", "vni"])
@pytest.mark.parametrize("sent", ["latin-1", "utf-8", "entities"])
@pytest.mark.parametrize("header", [None, "text/html; charset=windows-1252", "text/html; charset=utf-8"])
def test_old_letters_are_read_from_bytes_from_their_unicode_copy_and_from_entities(
    system: str, sent: str, header: str | None
) -> None:
    old = write_old(TEXT, system)
    html = f"<html><body><div style='font-family:.VnTime'><p>{old}</p><p>{write_old('Hết.', system)}</p></div>"
    body = html.encode("ascii", "xmlcharrefreplace") if sent == "entities" else html.encode(sent)
    decoded = decode(body, header)
    expected = TEXT.replace("Ủ", "ủ") if system == "tcvn3" else TEXT
    assert expected in decoded.text
    assert "Hết." in decoded.text
    assert (decoded.charset, decoded.basis) == (system, "its letters")
    assert [p.detail for p in decoded.problems] == [f"read as {system}, by its letters"]


@pytest.mark.fault(45)
def test_an_old_text_in_a_new_frame_leaves_the_frame_as_it_is() -> None:
    frame = "<div>Trang chủ</div><div>Thời sự, Hòa Bình, cà phê</div>"
    decoded = decode(f"{frame}<p>{write_old(TEXT, 'tcvn3')}</p>{frame}".encode())
    assert decoded.text.count("Thời sự, Hòa Bình, cà phê") == 2
    assert TEXT[:40] in decoded.text


@pytest.mark.fault(45)
def test_an_article_in_an_old_font_is_read_whole() -> None:
    html = page(f"<p>{TEXT}</p>").decode().replace("<meta charset='utf-8'>", "")
    reading = read_page(write_old(html, "vni").encode("latin-1"), url=None)
    assert reading.article is not None
    assert reading.article.text == read(f"<p>{TEXT}</p>").text
    assert reading.charset == "vni"
    assert [p.kind for p in reading.problems] == ["charset"]


@pytest.mark.fault(45)
def test_utf8_written_twice_is_undone_where_all_bytes_are_there() -> None:
    twice = "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in f"<p>{TEXT}</p>".encode()
    ).encode()
    decoded = decode(twice)
    assert decoded.text == f"<p>{TEXT}</p>"
    assert decoded.charset == "utf-8 twice"


@pytest.mark.fault(45)
@pytest.mark.parametrize("header", [None, "text/html; charset=utf-8", "text/html; charset=iso-8859-1"])
def test_windows_1258_without_or_with_a_wrong_declaration(header: str | None) -> None:
    body = "".join(c if c.encode("cp1258", "ignore") else _for_cp1258(c) for c in TEXT).encode("cp1258")
    decoded = decode(body, header)
    assert unicodedata.normalize("NFC", decoded.text) == TEXT
    assert (decoded.charset, [p.kind for p in decoded.problems]) == ("cp1258", ["charset"])


@pytest.mark.fault(45)
@pytest.mark.parametrize("header", [None, "text/html; charset=iso-8859-1"])
def test_one_bad_byte_costs_one_letter(header: str | None) -> None:
    body = TEXT.encode()
    decoded = decode(body[:100] + b"\xff" + body[100:], header)
    assert decoded.text.replace("\ufffd", "") == TEXT
    assert decoded.text.count("\ufffd") == 1
    assert [p.kind for p in decoded.problems] == ["charset"]


@pytest.mark.fault(45)
@pytest.mark.parametrize(
    "text",
    [
        TEXT * 3,
        "Été à Hanoï : « la fête » a été célébrée, où l’élève reçoit sa médaille. Français, œuvre, naïveté. " * 5,
        "Straße, Größe, Übung, Äpfel, schön, für, Mädchen, Brücke, zwölf, Bäume " * 5,
        "江南省竞赛集团签署协议 " * 20,
        "A plain English page — “quotes”, £5, 20 °C, © 2024, § 7, ± 3 %, ½ cup · end » next » last " * 5,
        "Ångström, ærlig, smørbrød, Köping, niño, año, coração, ação, São, İstanbul, ışık " * 4,
    ],
    ids=["vi", "fr", "de", "zh", "en", "others"],
)
def test_what_is_right_stays(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.charset, decoded.problems) == (text, "utf-8", ())


@pytest.mark.fault(45)
@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "江南省竞赛集团签署协议 " * 20),
        ("cp1252", "Une fête a été célébrée où l’élève reçoit sa médaille. " * 5),
        ("shift_jis", "競争運動の表彰式が行われた。" * 9),
    ],
)
def test_other_languages_are_read_as_declared(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding), f"text/html; charset={encoding}")
    assert (decoded.text, decoded.charset, decoded.problems) == (text, encoding, ())


# Words that a reader meets: an onset, a vowel with its tone, a coda.
_ONSET = st.sampled_from(["", "b", "ch", "d", "đ", "kh", "l", "m", "ng", "nh", "ph", "qu", "s", "th", "tr", "v", "x"])
_NUCLEUS = st.sampled_from([c for c in _LETTERS if c != "đ"])
_SYLLABLES = st.builds(lambda *parts: "".join(parts), _ONSET, _NUCLEUS, st.sampled_from(["", "n", "ng", "m", "t"]))
_MARKED = _SYLLABLES.filter(lambda s: not s.isascii() and is_syllable(s))


@pytest.mark.fault(45)
@settings(max_examples=120, deadline=None)
@given(
    st.lists(_MARKED, min_size=40, max_size=60, unique=True),
    st.sampled_from(["tcvn3", "vni", "cp1258", "utf-8", "utf-16"]),
)
def test_random_text_comes_back_from_every_encoding(words: list[str], encoding: str) -> None:
    text = "<p>" + " ".join(words) + "</p>"
    if encoding in OLD:
        body = write_old(text, encoding).encode("latin-1")
    elif encoding == "cp1258":
        body = "".join(c if c.encode("cp1258", "ignore") else _for_cp1258(c) for c in text).encode("cp1258")
    else:
        body = text.encode(encoding)
    assert unicodedata.normalize("NFC", decode(body).text) == text
