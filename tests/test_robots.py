"""robots.txt by RFC 9309: its text, and every way in which it may be answered, told by the server's own log."""

import socket
import threading
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest
from papers import Page, Paper, Place, article, listing, one_section, rows, serving, write_source

from crawler.robots import Rules

SITE = "https://bao.vn"


def forbidden(body: str | bytes, *paths: str) -> list[bool]:
    rules = Rules(body if isinstance(body, bytes) else body.encode())
    return [rules.forbids(SITE + path) is not None for path in paths]


FORBID = "User-agent: *\nDisallow: /tin/\n"

# Text of the file, an address, whether it is forbidden.
TEXTS = [
    ("", "/a", False),
    ("<!doctype html><html><body>Không có trang này</body></html>", "/a", False),
    (FORBID, "/tin/a", True),
    (FORBID, "/Tin/a", False),  # paths are told apart by case
    (FORBID.encode("utf-8-sig"), "/tin/a", True),
    (FORBID.encode("utf-16"), "/tin/a", True),
    (FORBID.encode("utf-16-le"), "/tin/a", True),  # without a mark
    (FORBID.replace("\n", "\r"), "/tin/a", True),
    (FORBID.replace("\n", "\r\n"), "/tin/a", True),
    (b"\0\0" + FORBID.encode(), "/tin/a", True),
    (b"\xff\x80\n" + FORBID.encode(), "/tin/a", True),
    ("user-AGENT : *  # all\n  disallow :/tin/ # not this\n", "/tin/a", True),
    ("Disallow: /\n", "/a", False),  # of nobody
    ("User-agent: *\nDisallow:\n", "/a", False),
    # groups
    ("User-agent: *\nDisallow: /\n\nUser-agent: thidua\nDisallow: /x\n", "/a", False),
    ("User-agent: *\nDisallow: /\n\nUser-agent: thidua\nDisallow:\n", "/a", False),
    ("User-agent: ThiDua/1.0\nDisallow: /a\n\nUser-agent: *\nDisallow:\n", "/a", True),
    ("User-agent: thi\nDisallow:\n\nUser-agent: *\nDisallow: /\n", "/a", True),  # not our name, only its beginning
    ("User-agent: thidua-x\nDisallow:\n\nUser-agent: *\nDisallow: /\n", "/a", True),
    ("User-agent: khac\nDisallow: /\n", "/a", False),
    ("User-agent: thidua\nDisallow: /a\nUser-agent: k\nDisallow: /\nUser-agent: thidua\nDisallow: /b\n", "/a", True),
    ("User-agent: thidua\nDisallow: /a\nUser-agent: k\nDisallow: /\nUser-agent: thidua\nDisallow: /b\n", "/b", True),
    ("User-agent: thidua\nDisallow: /a\nUser-agent: k\nDisallow: /\nUser-agent: thidua\nDisallow: /b\n", "/c", False),
    ("User-agent: k\nUser-agent: thidua\nDisallow: /a\n", "/a", True),
    ("User-agent: k\n\nUser-agent: thidua\nDisallow: /a\n", "/a", True),  # an empty line ends nothing
    ("User-agent: thidua\nCrawl-delay: 5\nUser-agent: k\nDisallow: /a\n", "/a", True),  # nor what is no rule
    ("User-agent: thidua\nSitemap: https://bao.vn/s.xml\nUser-agent: k\nDisallow: /a\n", "/a", True),
    # matching
    ("User-agent: *\nDisallow: /\nAllow: /tin\n", "/tin/a", False),
    ("User-agent: *\nAllow: /tin\nDisallow: /tin/cu\n", "/tin/cu/a", True),
    ("User-agent: *\nDisallow: /tin\nAllow: /tin\n", "/tin", False),  # equally long: allowed
    ("User-agent: *\nDisallow: /*.pdf$\n", "/a/b.pdf", True),
    ("User-agent: *\nDisallow: /*.pdf$\n", "/a/b.pdf?x=1", False),
    ("User-agent: *\nDisallow: /*?in=\n", "/a?in=1", True),
    ("User-agent: *\nDisallow: /a*b*c\n", "/a1b2c3", True),
    ("User-agent: *\nDisallow: /a*b*c\n", "/a1c2b", False),
    ("User-agent: *\nDisallow: /báo/\n", "/b%C3%A1o/a", True),
    ("User-agent: *\nDisallow: /b%c3%a1o/\n", "/b%C3%A1o/a", True),
    ("User-agent: *\nDisallow: /a%2Fb\n", "/a/b", False),
    ("User-agent: *\nDisallow: /\n", "/robots.txt", False),
]


@pytest.mark.fault(34)
@pytest.mark.parametrize(("text", "path", "is_forbidden"), TEXTS)
def test_rules(text: str | bytes, path: str, is_forbidden: bool) -> None:
    assert forbidden(text, path) == [is_forbidden]


@pytest.mark.fault(34)
def test_of_a_long_file_the_first_500_kib_count_to_the_end_of_a_line() -> None:
    line = "Disallow: /x-000000\n"
    filler = line * ((500 * 1024 - 60) // len(line))
    head = "User-agent: *\nDisallow: /dau\n" + filler
    long = head + "Disallow: /" + "n" * 1000 + "\nDisallow: /cuoi\n"
    assert len(head) < 500 * 1024 < len(long)
    assert forbidden(long, "/dau", "/x-000000", "/nnn", "/" + "n" * 1000, "/cuoi") == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("lines", "delay"),
    [
        ("Crawl-delay: 5", 5.0), ("crawl-delay:0.5", 0.5), ("Crawl-delay: 86400", 300.0), ("Crawl-delay: inf", 300.0),
        ("Crawl-delay: nan", 0.0), ("Crawl-delay: -1", 0.0), ("Crawl-delay: ten", 0.0), ("Request-rate: 1/10", 10.0),
        ("Request-rate: 6/1m", 10.0), ("Request-rate: 0/5", 0.0), ("Crawl-delay: 2\nRequest-rate: 1/4", 4.0), ("", 0.0),
    ],
)  # fmt: skip
def test_the_delay_that_is_asked_for(lines: str, delay: float) -> None:
    assert (
        Rules(f"User-agent: *\n{lines}\nDisallow: /x\n\nUser-agent: khac\nDisallow: /\nCrawl-delay: 99".encode()).delay
        == delay
    )


def test_the_rule_that_forbids_is_named() -> None:
    rules = Rules(b"User-agent: *\nDisallow: /t\n\nAllow: /ti\nDisallow: /tin*moi\n")
    assert str(rules.forbids(SITE + "/tin-moi")) == "robots.txt, line 5: Disallow: /tin*moi"
    assert str(rules.forbids(SITE + "/tay")) == "robots.txt, line 2: Disallow: /t"


# ---- how it may be answered

ALL = b"User-agent: *\nDisallow: /\n"


def _hops(number: int) -> Callable[[Paper], None]:
    """A chain of redirects to rules that forbid."""

    def fill(paper: Paper) -> None:
        paths = ["/robots.txt", *(f"/{n}.txt" for n in range(1, number)), "/rules.txt"]
        for path, following in pairwise(paths):
            paper.add(path, status=301, Location=following)
        paper.add("/rules.txt", ALL, Content_Type="text/plain")

    return fill


def _answer(status: int, body: bytes = ALL, *, length: bool = True, **headers: str) -> Callable[[Paper], None]:
    return lambda paper: paper.add("/robots.txt", body, status=status, length=length, **headers)


# How it is answered, and what becomes of the site's front section: robots, stored, or pending (left alone tonight).
ANSWERS: dict[str, tuple[Callable[[Paper], None], str]] = {
    "200": (_answer(200), "robots"),
    "200 without a length": (_answer(200, length=False), "robots"),
    "200 that allows": (_answer(200, b"User-agent: *\nAllow: /\n"), "stored"),
    "200 with a page": (_answer(200, article("x").encode()), "stored"),
    "200, empty": (_answer(200, b""), "stored"),
    "five redirects": (_hops(5), "robots"),
    "six redirects": (_hops(6), "stored"),
    "redirect to itself": (_answer(302, Location="/robots.txt"), "stored"),
    "redirect to a file": (_answer(302, Location="file:///etc/passwd"), "pending"),
    "redirect inside": (_answer(302, Location="http://10.0.0.1/robots.txt"), "pending"),
    "redirect to nowhere": (_answer(302), "pending"),
    **{str(status): (_answer(status), "stored") for status in (400, 401, 403, 404, 410, 451)},
    **{str(status): (_answer(status), "pending") for status in (429, 500, 502, 503, 504, 599)},
    "gzip that is none": (_answer(200, Content_Encoding="gzip"), "pending"),
}


@pytest.fixture
def paper() -> Iterator[Paper]:
    with serving() as running:
        yield running


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "home", tmp_path / "sources")


@pytest.mark.fault(34)
def test_every_answer(paper: Paper, place: Place) -> None:
    papers = {}
    servers = []
    for number, (name, (fill, _)) in enumerate(ANSWERS.items()):
        context = serving()
        servers.append(context)
        papers[name] = one = context.__enter__()
        fill(one)
        one.add("/thoi-su", listing())
        home = f"http://p{number}.localhost:{one.port}/"
        write_source(place.folder, home, discovery='sections = ["/thoi-su"]', name=f"p{number}")
    try:
        place.crawl()
    finally:
        for context in servers:
            context.__exit__(None, None, None)
    states = {row["source_id"]: row["state"] for row in rows(place.home, "SELECT source_id, state FROM ledger")}
    found = {name: states[f"p{number}"] for number, name in enumerate(ANSWERS)}
    assert found == {name: state for name, (_, state) in ANSWERS.items()}
    for name, (_, state) in ANSWERS.items():
        assert ("/thoi-su" in papers[name].paths()) is (state == "stored"), name


@pytest.mark.fault(34)
def test_a_reset_forbids(place: Place) -> None:
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def reset() -> None:
            while True:
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                asked.append(client.recv(4096).split(b" ")[1])
                client.close()

        threading.Thread(target=reset, daemon=True).start()
        home = f"http://paper.localhost:{server.getsockname()[1]}/"
        write_source(place.folder, home, discovery='sections = ["/thoi-su"]')
        place.crawl()
        server.shutdown(socket.SHUT_RDWR)
    assert set(asked) == {b"/robots.txt"}
    assert place.ledger()["/thoi-su"][0] == "pending"


@pytest.mark.fault(35)
def test_rules_that_change_stop_the_crawl_and_keep_the_archive(paper: Paper, place: Place) -> None:
    one_section(place, paper, "/a-100001.html")
    paper.add("/a-100001.html", article("a"))
    place.crawl()
    captures = place.captures()
    paper.log.clear()
    paper.add("/robots.txt", "User-agent: *\n\nDisallow: /  # from today\n")
    place.crawl()
    assert paper.paths() == ["/robots.txt"]
    assert place.ledger()["/thoi-su"] == ("robots", "robots.txt, line 3: Disallow: /")
    assert place.captures()[: len(captures)] == captures
    assert place.ledger()["/a-100001.html"][0] == "stored"


@pytest.mark.fault(36)
def test_sources_that_share_a_host_share_its_delay_and_its_connection(paper: Paper, place: Place) -> None:
    busy, most, moments = 0, 0, []

    def answer(_: dict[str, str]) -> Page:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        moments.append(monotonic())
        threading.Event().wait(0.05)
        busy -= 1
        return Page(listing().encode(), 200, {"Content-Type": "text/html"})

    paper.add("/robots.txt", "User-agent: *\nCrawl-delay: 0.4\n")
    for name in ("mot", "hai"):
        paths = [f"/{name}-{number}" for number in range(2)]
        paper.pages.update(dict.fromkeys(paths, answer))
        write_source(place.folder, paper.home, discovery=f"sections = {paths}".replace("'", '"'), name=name)
    place.crawl()
    assert paper.paths().count("/robots.txt") == 1
    assert (len(moments), most) == (4, 1)
    assert min(later - earlier for earlier, later in pairwise(moments)) >= 0.38  # clock ticks and threads
