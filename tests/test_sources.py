"""Sources: what a file may say, and the one line that a mistake in it gets."""

from pathlib import Path

import pytest

from crawler.sources import Source, SourceError, load, load_all

WHOLE = """
id = "thu"
name = "Báo Thử"
province = "Bình Định"
province_now = "Gia Lai"
home = "https://baothu.example.vn/"
hosts = ["baocu.example.vn"]
platform = "mastercms"
article = '^/[a-z0-9-]+-\\d{6}\\.html$'
[discovery]
feeds = ["/rss/home.rss"]
sitemaps = ["https://baothu.example.vn/sitemap.xml"]
sections = ["/thoi-su", "/thoi-su#top"]
next_page = "a.next"
max_pages = 3
[page]
body = "div.body"
remove = [".related"]
[politeness]
delay = 1.5
budget = 100
[expect]
articles_per_night = [0, 20]
"""
LEAST = 'id = "thu"\nname = "Báo Thử"\nhome = "https://baothu.example.vn/"\narticle = "-a\\\\d+$"\n'


def written(folder: Path, text: str, name: str = "thu") -> Source:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    source = written(tmp_path, WHOLE)
    assert (source.province, source.province_now, source.platform) == ("Bình Định", "Gia Lai", "mastercms")
    assert source.feeds == ("https://baothu.example.vn/rss/home.rss",)
    assert source.sections == ("https://baothu.example.vn/thoi-su",)
    assert (source.next_page, source.max_pages, source.delay, source.budget) == ("a.next", 3, 1.5, 100)
    assert (source.hints.body, source.hints.remove, source.hints.title) == ("div.body", (".related",), "")
    assert source.articles_per_night == (0, 20)
    assert source.row.name == "Báo Thử"


def test_little_is_required(tmp_path: Path) -> None:
    source = written(tmp_path, LEAST)
    assert (source.province, source.demo, source.delay, source.feeds) == (None, False, 3.0, ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (LEAST + "[discovery]\nfeed = []", r"\[discovery\] unknown key 'feed'; allowed: feeds, max_pages, next_page,"),
        (LEAST + "colour = 1", "unknown key 'colour'; allowed: article, article_slash, demo,"),
        (LEAST + "[page]\nbody = 1", r"\[page\] body must be a string, not 1"),
        (LEAST + "[page]\nremove = 'x'", r"\[page\] remove must be a list of strings"),
        (LEAST + "[page]\nbody = 'div['", r"\[page\] body: 'div\[' is not a CSS selector"),
        (LEAST + "[discovery]\nnext_page = '..'", r"\[discovery\] next_page: '\.\.' is not a CSS selector"),
        (LEAST + "[politeness]\ndelay = -1", r"\[politeness\] delay must be a number of at least 0, not -1"),
        (LEAST + "[politeness]\nbudget = true", r"\[politeness\] budget must be a whole number"),
        (LEAST + "[expect]\narticles_per_night = [3, 1]", r"\[expect\] articles_per_night must be two whole numbers"),
        (LEAST + "discovery = 1", "discovery must be a table"),
        (LEAST + "demo = 'yes'", "demo must be true or false"),
        (LEAST.replace('id = "thu"', 'id = "khac"'), "id 'khac' must be the file's name, 'thu'"),
        (LEAST.replace('"Báo Thử"', '""'), "name is missing"),
        (LEAST.replace("https://", "ftp://"), "home: not an http"),
        (LEAST.replace(".vn/", ".vn/tin"), "home must be the front page"),
        (LEAST.replace("-a\\\\d+$", "-a("), "article: '-a\\(' is not a regular expression"),
        (LEAST + "[discovery]\nfeeds = ['https://khac.example.vn/rss']", r"feeds: .* is not on baothu\.example\.vn"),
        (LEAST + "[discovery]\nfeeds = ['javascript:x']", r"\[discovery\] feeds: not an http"),
        ("id = ", "not TOML"),
    ],
)
def test_a_mistake_is_one_line_naming_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        written(tmp_path, text)
    assert str(caught.value).startswith(str(tmp_path / "thu.toml"))
    assert "\n" not in str(caught.value)


def test_ids_are_plain(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="may only hold a-z"):
        written(tmp_path, LEAST.replace('"thu"', '"Thu_1"'), name="Thu_1")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        load(tmp_path / "none.toml")
    with pytest.raises(SourceError, match="no such folder"):
        load_all(tmp_path / "none")


def test_one_site_under_all_its_names(tmp_path: Path) -> None:
    source = written(tmp_path, WHOLE)
    for url in (
        "http://baothu.example.vn/tin-100001.html",
        "https://www.baothu.example.vn/tin-100001.html?utm_source=x",
        "//baocu.example.vn/tin-100001.html#top",
        "tin-100001.html",
    ):
        assert source.canonical(url, source.home) == "https://baothu.example.vn/tin-100001.html"
    assert source.canonical("https://khac.vn/tin-100001.html") == "https://khac.vn/tin-100001.html"
    assert not source.owns("https://baothu.example.vn.khac.vn/")
    assert not source.owns("https://baothu.example.vn:8443/")


def test_only_articles_are_articles(tmp_path: Path) -> None:
    source = written(tmp_path, WHOLE)
    assert source.is_article("https://baothu.example.vn/tin-100001.html")
    assert not source.is_article("https://baothu.example.vn/thoi-su")
    assert not source.is_article("https://khac.vn/tin-100001.html")


@pytest.mark.parametrize(("slash", "end"), [("true", "/"), ("false", "")])
def test_final_slash_of_articles_is_the_sources_choice(tmp_path: Path, slash: str, end: str) -> None:
    text = LEAST.replace("-a\\\\d+$", "/\\\\d{6}/[^/]+/?$") + f"article_slash = {slash}"
    source = written(tmp_path, text)
    for given in ("/tin/202401/mot-1a2b3c4", "/tin/202401/mot-1a2b3c4/"):
        assert source.canonical(given, source.home) == f"{source.home}tin/202401/mot-1a2b3c4{end}"
    assert source.canonical("/tin/", source.home) == f"{source.home}tin/"


def test_the_packages_own_sources() -> None:
    sources = {source.id: source for source in load_all()}
    assert {"baoxaydung", "baothainguyen", "baocantho", "thoibaonganhang"} <= set(sources)
    real = [source for source in sources.values() if not source.demo]
    assert all(source.home.startswith("https://") and source.delay >= 3 for source in real)
    assert all(source.feeds or source.sitemaps or source.sections for source in sources.values())


@pytest.mark.parametrize(
    ("source_id", "url", "article"),
    [
        ("baoxaydung", "https://www.baoxaydung.com.vn/khoi-thi-dua-kinh-te-nganh-trien-khai-367941.html", True),
        ("baoxaydung", "https://baoxaydung.com.vn/tin-1.html", False),
        ("baothainguyen", "https://baothainguyen.vn/xa-hoi/202211/khen-thuong-dot-xuat-b3a52e1", True),
        ("baothainguyen", "https://baothainguyen.vn/xa-hoi/", False),
        ("baocantho", "http://baocantho.com.vn/nganh-tai-chinh-tong-ket-a196559.html", True),
        ("baocantho", "https://baocantho.com.vn/bang-gia-quang-cao-bao-in.html", False),
        ("baocantho", "https://baocantho.com.vn/thoi-su?p=2", False),
        ("thoibaonganhang", "https://thoibaonganhang.vn/doanh-nghiep-bao-lo-112379.html", True),
        ("thoibaonganhang", "https://thoibaonganhang.vn/apicenter@/print_article&i=112379", False),
    ],
)
def test_article_addresses_of_real_papers(source_id: str, url: str, *, article: bool) -> None:
    source = next(source for source in load_all() if source.id == source_id)
    assert source.is_article(source.canonical(url)) is article
