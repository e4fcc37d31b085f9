"""Publication times: every format seen in print, every trap, and the order of the rules."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from page_parts import LONG, page

from extract.markup import parse
from extract.page import read_page
from extract.platforms import platforms
from extract.plausible import address_days, plausible
from extract.published import chosen, parse_time, publication_times

MINUTE = [
    ("19:08 | 05/01/2024", "2024-01-05T19:08:00+07:00"),
    ("08/01/2026 - 18:21", "2026-01-08T18:21:00+07:00"),
    ("21:00, 16/04/2019 [GMT+7]", "2019-04-16T21:00:00+07:00"),
    ("18:21:26 , 24/10/2014", "2014-10-24T18:21:00+07:00"),
    ("14:05' - 03/04/2024", "2024-04-03T14:05:00+07:00"),
    ("24/08/20 15:59 GMT+7", "2020-08-24T15:59:00+07:00"),
    ("Thứ tư, 22/10/2025, 19:25 (GMT+7)", "2025-10-22T19:25:00+07:00"),
    ("Thứ Sáu, 5 Tháng 1, 2024 | 19h08", "2024-01-05T19:08:00+07:00"),
    ("ngày 05-01-2024 lúc 19 giờ 08", "2024-01-05T19:08:00+07:00"),
    ("20.6.24, 8h05", "2024-06-20T08:05:00+07:00"),
    ("05/01/2024 07:08:00 CH", "2024-01-05T19:08:00+07:00"),
    ("05/01/2024 12:08 AM", "2024-01-05T00:08:00+07:00"),
    ("1/5/2024 7:08:00 PM", "2024-01-05T19:08:00+07:00"),  # en-US prints neither zeros nor 24 hours
    ("05/01/2024 7:08:00 PM", "2024-01-05T19:08:00+07:00"),  # a Vietnamese pattern on an en-US system
    ("2024-01-05T12:08:00Z", "2024-01-05T19:08:00+07:00"),
    ("2024-01-05T17:30:00Z", "2024-01-06T00:30:00+07:00"),  # the next day in Vietnam
    ("2024-01-05T19:08:00", "2024-01-05T19:08:00+07:00"),
    ("2024-08-04T07:54:29.000 +07:00", "2024-08-04T07:54:00+07:00"),
    ("20240105T190800+0700", "2024-01-05T19:08:00+07:00"),
]
DAY = [
    ("20/052022", "2022-05-20"),
    ("Ngày 3 tháng 4 năm 2024", "2024-04-03"),
    ("1/5/2024", "2024-05-01"),  # day first
    ("2024-01-05", "2024-01-05"),
    ("05/01/2024 25:61", "2024-01-05"),
]
NOTHING = [
    "",
    "12.5",
    "16-11",
    "3 giờ trước",
    "hôm nay, 19:08",
    "31/02/2024",
    "2024-02-31T10:00:00+07:00",
    "1970-01-01T00:00:00Z",
    "05/01/2150",
    "01/01/2099",
    "01/01/1970 07:00",
    "00/00/0000",
    "30/02/2024 08:00",
    "giai đoạn 2019-2025",
    "(c) 2020",
    "Hotline: 094 540 6866",
    "05/01/2024 10:00 GMT+1",
    "Quyết định số 12/01/2024/QĐ-UBND",
]


@pytest.mark.fault(50)
@pytest.mark.parametrize(("raw", "iso"), MINUTE)
def test_a_minute_is_read_in_vietnamese_time(raw: str, iso: str) -> None:
    time = parse_time(raw, "x")
    assert time is not None
    assert (time.raw, time.iso, time.precision, time.basis) == (raw, iso, "minute", "x")


@pytest.mark.fault(50)
@pytest.mark.parametrize(("raw", "iso"), DAY)
def test_a_day_stays_a_day(raw: str, iso: str) -> None:
    time = parse_time(raw, "x")
    assert time is not None
    assert (time.iso, time.precision) == (iso, "day")


@pytest.mark.fault(50)
@pytest.mark.parametrize("raw", NOTHING)
def test_what_names_no_possible_day_is_nothing(raw: str) -> None:
    assert parse_time(raw, "x") is None


def found(html: str, *selectors: str) -> tuple[str, str] | None:
    tree, _ = parse(f"<html><body>{html}</body></html>")
    assert tree is not None
    title = tree.find(".//h1")
    body = next(iter(tree.xpath("//*[@id='body']")), None)
    visible = platforms().generic.published
    time = chosen(publication_times(tree, selectors=selectors, visible=visible, title=title, body=body))
    return (time.iso, time.basis) if time else None


META = '<meta property="article:published_time" content="2024-01-05T12:08:00Z">'
LD = '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-01-05"}]}</script>'


def test_the_source_precedes_metadata() -> None:
    page = f'{META}<h1>T</h1><p class="luc">06/01/2024 08:00</p>'
    assert found(page, ".luc") == ("2024-01-06T08:00:00+07:00", "visible:.luc")
    assert found(page) == ("2024-01-05T19:08:00+07:00", "meta:article:published_time")


def test_a_day_in_json_ld_is_refined_by_a_printed_minute_of_the_same_day() -> None:
    same = found(f'{LD}<h1>T</h1><span class="pubdate">05/01/2024 - 18:21</span>')
    assert same == ("2024-01-05T18:21:00+07:00", "visible:.pubdate")
    other = found(f'{LD}<h1>T</h1><span class="pubdate">09/01/2024 - 18:21</span>')
    assert other == ("2024-01-05", "json-ld:datePublished")


def test_hour_and_day_in_two_elements_are_one_time() -> None:
    page = '<div><h1>T</h1><i class="format_time">19:08</i> | <i class="format_date">05/01/2024</i></div>'
    assert found(page, ".format_time, .format_date") == (
        "2024-01-05T19:08:00+07:00",
        "visible:.format_time, .format_date",
    )


@pytest.mark.fault(50)
@pytest.mark.parametrize(
    "frame",
    [
        '<div class="top-bar"><span class="date-time">{}</span></div>',
        '<header><span class="pubdate">{}</span></header>',
        '<ul class="menu"><li><span class="date">{}</span></li></ul>',
        '<nav><time datetime="2024-06-20T02:51:00+07:00">{}</time></nav>',
        '<div id="footer"><span class="date">{}</span></div>',
        '<ul class="tin"><li>Tin khác <span class="time">{}</span></li></ul>',
        '<div class="related"><span class="date_up">{}</span></div>',
    ],
)
def test_the_frame_of_the_page_is_not_asked(frame: str) -> None:
    clock = frame.format("Thứ năm 20/06/2024 02:51")
    assert found(f"{clock}<div><h1>T</h1></div>", ".pubdate") is None
    assert found(f"{clock}<div><h1>T</h1><b class='pubdate'>05/01/2024</b></div>", ".pubdate") == (
        "2024-01-05",
        "visible:.pubdate",
    )


@pytest.mark.fault(50)
def test_dates_in_the_text_are_not_asked() -> None:
    assert found('<h1>T</h1><div id="body"><p class="date">02/09/2021</p><p>giai đoạn 2019-2025</p></div>') is None


def test_a_header_that_holds_the_title_is_the_articles_own() -> None:
    page = '<header class="top"><h1>T</h1><span class="pubdate">05/01/2024 - 18:21</span></header>'
    assert found(page) == ("2024-01-05T18:21:00+07:00", "visible:.pubdate")


def test_an_update_counts_only_where_nothing_else_tells() -> None:
    update = '<h1>T</h1><span class="pubdate">Cập nhật: 07/01/2024 09:00</span>'
    assert found(update) == ("2024-01-07T09:00:00+07:00", "visible:.pubdate")
    assert found(META + update, ".pubdate") == ("2024-01-05T19:08:00+07:00", "meta:article:published_time")


def test_json_ld_of_other_things_and_broken_json_are_passed_over() -> None:
    page = (
        '<script type="application/ld+json">{"@type": "WebSite", "datePublished": "2001-01-01"}</script>'
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
        '<script type="application/ld+json">[{"@type": ["Article"], "datePublished": "2024-01-05T10:00"}]</script>'
    )
    assert found(page + "<h1>T</h1>") == ("2024-01-05T10:00:00+07:00", "json-ld:datePublished")


# --- what can be true -----------------------------------------------------------------------------

FETCHED = datetime(2024, 1, 10, 18, 0, tzinfo=UTC)


@pytest.mark.fault(50)
@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("https://bao.example/xa-hoi/202401/ba-xa-nhan-co-1a2b3c4/", ("2024-01-01", "2024-01-31")),
        ("https://bao.example/2024/02/ba-xa.html", ("2024-02-01", "2024-02-29")),
        ("https://bao.example/2024/01/05/ba-xa.html", ("2024-01-05", "2024-01-05")),
        ("https://bao.example/20240105/ba-xa.html", ("2024-01-05", "2024-01-05")),
        ("https://bao.example/ba-xa-188240105190812345.htm", ("2024-01-05", "2024-01-05")),
        ("https://bao.example/ba-xa-20240105190812345.htm?x=/202501/", None),  # eight digits of the day: no serial
        ("https://bao.example/ba-xa-188241305190812345.htm", None),  # month 13
        ("https://bao.example/so-202413/x.html", None),
        ("https://bao.example/ky-niem-02-09-1945-a1234.html", None),
        (None, None),
    ],
)
def test_days_in_an_address(url: str | None, days: tuple[str, str] | None) -> None:
    found = address_days(url)
    assert (found and tuple(day.isoformat() for day in found)) == days


@pytest.mark.fault(50)
@pytest.mark.parametrize(
    ("raws", "url", "kept", "problem"),
    [
        (["05/01/2024 19:08"], None, ["05/01/2024 19:08"], None),
        (["11/01/2024 01:00"], None, ["11/01/2024 01:00"], None),  # still the tenth where it was fetched
        (["20/06/2024 02:51"], None, [], "later than the page was fetched"),
        (["05/01/2027", "05/01/2024"], None, ["05/01/2024"], "later than the page was fetched"),
        (["27/01/2022", "05/01/2014"], "https://b.example/201401/x/", ["05/01/2014"], "contradicts the date"),
        (["27/01/2022"], "https://b.example/201401/x/", [], "contradicts the date"),
        (["02/02/2014"], "https://b.example/201401/x/", ["02/02/2014"], None),
        (["05/01/2014", "27/01/2022"], "https://b.example/201401/x/", ["05/01/2014"], None),
        ([], "https://b.example/201401/x/", [], None),  # an address alone tells no time
    ],
)
def test_a_time_that_cannot_be_true_is_not_taken(
    raws: list[str], url: str | None, kept: list[str], problem: str | None
) -> None:
    times = [time for raw in raws if (time := parse_time(raw, "x"))]
    left, problems = plausible(times, url, FETCHED)
    assert [time.raw for time in left] == kept
    assert len(problems) == bool(problem)
    assert all(p.kind == "published" and (problem or "") in p.detail for p in problems)


@pytest.mark.fault(50)
def test_a_page_from_the_future_has_no_time_and_says_so() -> None:
    html = page(LONG, head='<meta property="article:published_time" content="2027-01-05T12:08:00Z">')
    reading = read_page(html, url="https://bao.example/x.html", fetched=FETCHED)
    assert reading.article is not None
    assert reading.article.published is None
    assert [p.kind for p in reading.problems] == ["published"]
