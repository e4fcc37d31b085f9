"""Named emulation movements (phong trào thi đua) with period and launcher.

A quoted name is a campaign when the nearest head before it is one ("phong trào", "đợt thi đua"), not another
("cuộc vận động", "mô hình", "khẩu hiệu"). The head may stand once for a list: a quote that follows a campaign's
quote with nothing but separators between them is a campaign too. Without quotes a movement is named by a
perennial name, or by what stands between its head and "do … phát động" or its period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.dates import Years, published_day
from extract.facts.aliases import written_out
from extract.facts.bodies import full_name
from extract.facts.campaign_launch import BEHIND, Launch, launch_of, told_later
from extract.facts.campaign_period import BEHIND as PERIOD_BEHIND
from extract.facts.campaign_period import Name, own_period, period_of, tail_of
from extract.facts.campaign_theme import launched, opens_with_theme, with_launch
from extract.model import Campaign
from extract.names import body_at, span_of
from extract.text import fold
from extract.tokens import component
from extract.view import Doc
from extract.view import Span as Words

LAYER = "campaigns"
_QUOTE = re.compile(r'"\s*([^"\n]{3,320}?)\s*"')
_SINGLE = re.compile(r"(?<!\w)'\s*([^'\n]{3,200}?)\s*'(?!\w)")
# Between one quoted name and the next: separators, the period or launcher of the first, a head of its own.
_JOINS = re.compile(
    r"^[\s,;:.…]*(?:(?:trong\s+)?(?:giai đoạn|năm|từ năm|từ)?[\s(]*\d{4}(?:\s*(?:-|đến|đến năm)\s*\d{4})?[\s),;]*)?"
    r"(?:do [^\";]{3,80}?(?:phát động|tổ chức)[\s,;]*)?(?:của [^\";]{2,40}?[,;]\s*)?"
    r"(?:và|cùng|với|hay|các|hoặc)?[\s,;]*"
    r"(?:(?:thanh niên|phụ nữ|nông dân|công nhân|cựu chiến binh)\s*)?$"
)
# What may stand between the head and its quoted name: what kind it is of, among whom, of whom, of which year.
_MODIFIERS = re.compile(
    r"^\s*(?:thi đua|yêu nước|đặc biệt|cao điểm|nước rút|ngắn ngày|chuyên đề|lớn|quy mô|tiêu biểu|trên|và|công tác"
    r"|năm \d{4}|lần thứ \S+|giai đoạn \d{4}\s?-\s?\d{4}|phấn đấu (?:trở thành|đạt|giành)"
    r"|(?:trong|của|ở|tại|chào mừng|hướng tới)"
    r"(?: (?!(?:đã|được|là|và|có|với|đạt|nhận|như|nói|qua|nhằm|trao|tặng)\b)[\w-]+){1,8}"
    r"|[\s,:])*$"
)
_NAMING = re.compile(
    r"(?:gồm|bao gồm|là|như|như là|điển hình là|tiêu biểu là|tiêu biểu như|điển hình như|mang tên|với tên gọi"
    r"|có tên|tên là|tên gọi|với chủ đề|theo chủ đề|chủ đề|lấy chủ đề|cụ thể|sau|trọng tâm|:)\s*:?\s*$"
)
# "trong các phong trào được nhắc đến có “A”, “B”".
_MANY = re.compile(r"\b(?:các|những|nhiều|hai|ba|bốn|\d+)\s+$")
_THEME_FIRST = re.compile(r"\bchủ đề\s*$")
# "chủ đề thi đua năm 2014 “…”": the theme of a year's movement, named before its quotes.
_THEME_OF_YEAR = re.compile(
    r"\bchủ đề (?:phong trào )?thi đua(?: yêu nước)?(?: của [^\";:.]{2,40}?)?(?: năm \d{4})?(?: là)?\s*:?\s*$"
)
_FOR_MOVEMENT = re.compile(r"^\s*(?:cho|của|trong)\s+(?:các\s+)?(?:phong trào|đợt) thi đua")
_BREAK = re.compile(r"[.!?]\s")
_GENERIC = re.compile(
    r"^(?:thi đua|yêu nước|sôi nổi|thiết thực|này|đó|năm|trong|của|tại|ở|được|đã|do|các|những|quần chúng|văn nghệ"
    r"|thể dục|thể thao|công đoàn|cách mạng|phụ nữ|thanh niên|nông dân|chung|toàn|lớn|rộng|mới|trên|và|cũng|có|ngày"
    r"|đặc biệt|theo|chuyên đề|với|lập thành tích|cuộc vận động|giai đoạn|thời gian|thời kỳ|tiếp theo|hiện nay)\b|^[,;]"
)


def find_campaigns(doc: Doc) -> tuple[Campaign, ...]:
    """The campaigns of an article, in text order, a repeated one once."""
    matched = doc.form
    themes = "chủ đề thi đua" in matched
    movements = [start for start, _, id_ in doc.matches.get(LAYER, ()) if id_ == "movement"]
    if not movements and not themes:
        return ()
    # Elsewhere "phong trào" is art, politics or sport; a quoted one with its period is a movement all the same.
    other = "thi đua" not in matched and "khen thưởng" not in matched
    found: list[Campaign] = []
    previous: list[Campaign] = []
    told: tuple[Launch, Years | None] | None = None  # the launch without a name of the sentence before
    for sentence in doc.sents:
        named = any(sentence.start <= i < sentence.end for i in movements)
        named = named or (themes and "chủ đề thi đua" in sentence.form)
        opening = told is not None and opens_with_theme(sentence)
        new = list(_in_sentence(sentence, opening=opening)) if named or opening else []
        if told is not None and len(new) == 1:
            new = [with_launch(new[0], told)]
        told = launched(sentence) if named and not new else None
        if not new and previous:
            found = _launched_later(sentence, previous, found)
        if other:
            new = [c for c in new if c.rule == "campaign.quoted" and c.start_year != c.end_year]
        for campaign in new:
            found = _merged(found, campaign)
        previous = new
    return tuple(found)


# Tokens of a sentence; what is longer is text that lost its lines.
_LONGEST = 1500


def _in_sentence(sentence: Words, *, opening: bool) -> Iterator[Campaign]:
    """The campaigns of a sentence; ``opening``: whether it opens with the theme of one launched before."""
    if len(sentence) > _LONGEST:
        return
    matched = sentence.form
    heads = [
        (s.start_char - sentence.start_char, s.end_char - sentence.start_char, s.id_)
        for s in sentence.doc.spans(LAYER, sentence.start, sentence.end)
    ]
    names = list(_quoted(matched, heads))
    if opening and not names and (m := _QUOTE.search(matched)):
        names.append(Name(m.start(1), m.end(1), m.end(), m.start(), True))
    names += [
        n
        for n in _unquoted(sentence, matched, heads)
        if not any(q.start < n.end and n.start < q.outer_end for q in names)
    ]
    names.sort(key=lambda n: n.start)
    for name in names:
        yield _campaign(sentence, matched, name, [n.start for n in names])


def _quoted(matched: str, heads: list[tuple[int, int, str]]) -> Iterator[Name]:
    last: Name | None = None
    quotes = list(_QUOTE.finditer(matched)) or list(_SINGLE.finditer(matched))
    for m in quotes:
        before = [h for h in heads if h[1] <= m.start() and h[2] in ("movement", "other")]
        nearest = max(before, key=lambda h: (h[1], h[1] - h[0]), default=None)
        since = last.outer_end if last else 0
        gap = matched[max(since, nearest[1] if nearest else 0) : m.start()]
        name: Name | None = None
        if nearest is not None and nearest[0] >= since and nearest[2] == "movement":
            if _leads(gap) or (_MANY.search(matched[: nearest[0]]) and re.search(r"\bcó\s*$", gap)):
                name = Name(m.start(1), m.end(1), m.end(), nearest[1], "chủ đề" in gap)
        elif last is not None and (nearest is None or nearest[0] < since) and _JOINS.match(gap):
            name = Name(m.start(1), m.end(1), m.end(), last.head_end)
        if name is None and _THEME_FIRST.search(matched[: m.start()]) and _FOR_MOVEMENT.match(matched[m.end() :]):
            name = Name(m.start(1), m.end(1), m.end(), m.start(), True)
        if name is None and (theme := _THEME_OF_YEAR.search(matched[: m.start()])):
            name = Name(m.start(1), m.end(1), m.end(), theme.start(), True)
        if name is not None and len(matched[name.start : name.end].split()) >= 2:
            last = name
            yield name
        elif nearest is not None and nearest[0] >= since:
            last = None


def _leads(gap: str) -> bool:
    if _BREAK.search(gap) or len(gap.split()) > 32:
        return False
    return bool(
        _MODIFIERS.match(gap) or _NAMING.search(gap) or re.fullmatch(r"\s*(?:do [^\"]{3,80} phát động)[\s,:]*", gap)
    )


def _unquoted(sentence: Words, matched: str, heads: list[tuple[int, int, str]]) -> Iterator[Name]:
    perennial = [h for h in heads if h[2] == "perennial"]
    for start, end, id_ in heads:
        if id_ != "movement" or any(o[0] <= start and end < o[1] for o in heads if o[2] == id_):
            continue
        if any(m.start(1) < start < m.end(1) for m in _OF_AWARD.finditer(matched)):
            continue
        known = [
            p for p in perennial if matched[min(end, p[0]) : p[0]].strip() == "" and p[0] >= end - 8 and p[1] > end
        ]
        yield from _named_as_examples(matched, end, perennial)
        if known:
            longest = max(known, key=lambda p: p[1] - p[0])
            # "phong trào Thi đua Quyết thắng": here "thi đua" belongs to the name.
            yield Name(longest[0], longest[1], longest[1], end)
            continue
        name = _told_with_launch(matched, end) or _called(sentence, matched, end)
        if name is not None and ("thi đua" in matched[start:end] or _ALL_OF_US.match(matched, name.start)):
            yield name


# The words on a flag or of a title name no movement: 'cờ "Đơn vị dẫn đầu phong trào thi đua quyết thắng"'.
_OF_AWARD = re.compile(r'\b(?:cờ|cờ thi đua|danh hiệu|bằng khen|giấy khen)\s*:?\s*"([^"\n]{3,120})"')


def _told_with_launch(matched: str, end: int) -> Name | None:
    """What stands between a head and the launch or period behind it: "phong trào thi đua … do UBND tỉnh phát động"."""
    rest = matched[end:]
    stops = [m.start() for p in (BEHIND, PERIOD_BEHIND, _SKILLED) if (m := p.search(rest))]
    name = _name(matched, end, end + min(stops)) if stops else None
    return name if name is not None and _names_itself(matched[name.start : name.end]) else None


def _past_kind(matched: str, end: int) -> int:
    """Where the name behind a head may start: past what says of which kind the movement is."""
    m = _KIND.match(matched, end)
    return m.end() if m else end


_KIND = re.compile(
    r"\s*(?:(?:đặc biệt|cao điểm|nước rút|ngắn ngày|chuyên đề)\s+)*(?:(?:mang tên|với tên gọi|có tên|lấy tên)\s+)?"
)
# "100 công trình vì biển đảo", "90 ngày đêm xóa nhà tạm": as many of what, and what for.
_OF_A_NUMBER = re.compile(r"\d{2,4} (?:ngày(?: và)? đêm|ngày|công trình|giờ|phần việc|việc làm)\s+[^\W\d]+\s+[^\W\d]+")


def _called(sentence: Words, matched: str, end: int) -> Name | None:
    """A name that shows itself as one: a capital that is no body's, or "toàn dân …", "cả nước …"."""
    start = _past_kind(matched, end)
    words = sentence.text[start : start + 40].split()
    capital = len(words) > 1 and words[0][:1].isupper() and words[0][1:].islower() and words[1].islower()
    if not capital and not _OF_A_NUMBER.match(matched, start) and not _ALL_OF_US.match(matched, start):
        return None
    first = sentence.doc.token_at(sentence.start_char + start)
    if body_at(sentence.doc, first, sentence.end) is not None:
        return None
    stop = _CLOSES.search(matched, start)
    if stop is None or stop["open"] is not None or len(matched[start : stop.start()].split()) > _LONGEST_CALLED:
        return None
    return _name(matched, start, stop.start())


def _names_itself(name: str) -> bool:
    return name.endswith("giỏi") or _ALL_OF_US.match(name) is not None or not _GENERIC.match(name)


def _name(matched: str, start: int, end: int) -> Name | None:
    name = matched[start:end].strip(" ,(")
    if not 3 <= len(name.split()) <= 14 or '"' in name or _CLAUSE.search(name):
        return None
    begin = matched.index(name, start)
    return Name(begin, begin + len(name), begin + len(name), start)


_AS_EXAMPLES = re.compile(r"[^.;:\"]{0,40}?\b(?:như|gồm|là)(?: là)?\s*:?\s*$|\s*:\s*$")
_NEXT_EXAMPLE = re.compile(r"\s*(?:,|;|và|, và)\s*(?:phong trào\s+)?(?:thi đua\s+)?$")


def _named_as_examples(matched: str, end: int, perennial: list[tuple[int, int, str]]) -> Iterator[Name]:
    """ "phong trào thi đua rộn ràng như A, B, C": perennial names that follow one another in a list."""
    at = end
    for start, stop, _ in sorted(perennial, key=lambda p: (p[0], -p[1])):
        if start < at:
            continue
        gap = matched[at:start]
        if not (_AS_EXAMPLES if at == end else _NEXT_EXAMPLE).match(gap):
            return
        yield Name(start, stop, stop, end)
        at = stop


# The words in which names of movements of the skilled end.
_SKILLED = re.compile(r"(?<=giỏi)(?=\s*(?:[.;…]|,? \w+ với phong trào|$))")
_ALL_OF_US = re.compile(r"\s*(?:toàn dân|cả nước|người người|nhà nhà)\s")
_LONGEST_CALLED = 10  # words; what is longer has run into its sentence
# What ends a name without quotes and without a launch: a mark, a preposition, the predicate; "open": it might go on.
_CLOSES = re.compile(
    r"\s*(?:[.;:…(\"]|$"
    r"|,\s*(?:qua đó|nhằm|góp phần|gắn với|từ đó|trong đó|với|đã|được|năm|và|do|giai đoạn)\b|(?P<open>,)"
    r"|\b(?:trên|trong|của|với|nhằm|gắn với|được|đã|đang|sẽ|tại|ở|do|giai đoạn|năm \d|để|từ|(?<!làm )theo|đến|cho|cấp"
    r"|ngày càng|tiếp tục|luôn|không ngừng|lan|thu hút|góp phần|trở thành|đi vào|diễn ra|đạt|có|là|sôi nổi"
    r"|(?<!và )phát triển|và (?:các|nhiều|phong trào|cuộc vận động|bàn|đề ra|triển khai))\b)"
)
_CLAUSE = re.compile(
    r"\b(?:phát động|được|đã|đang|là|có|của|do|trong(?! (?:ngành|lĩnh vực|lực lượng|toàn)\b)|tại|và phong trào)\b"
    r"|[;:.]"
)


def _campaign(sentence: Words, matched: str, name: Name, starts: list[int]) -> Campaign:
    text = sentence.text[name.start : name.end].strip(" ,;:.")
    day = published_day(sentence.doc.article.published)
    inferred: list[tuple[str, str]] = []
    text, period = own_period(text)
    tail = tail_of(matched, name, starts)
    if period is None:
        period = period_of(matched, name, tail, day, inferred)
    launch = launch_of(sentence, name, starts, period)
    if launch.basis:
        inferred.append(("launched_in_year", launch.basis))
    return Campaign(
        name=full_name(written_out(sentence.doc, text)),
        start_year=period.first if period else None,
        end_year=period.last if period else None,
        launched_by=launch.by,
        launched_in_year=launch.year,
        evidence=(span_of(sentence.doc, sentence.start, sentence.end),),
        rule="campaign.theme"
        if name.theme
        else "campaign.quoted"
        if name.outer_end > name.end
        else "campaign.unquoted",
        inferred=tuple(dict(inferred).items()),
    )


def _launched_later(sentence: Words, previous: list[Campaign], found: list[Campaign]) -> list[Campaign]:
    """ "Phong trào được UBND tỉnh phát động năm 2022" after the sentence that names the one campaign."""
    later = told_later(sentence) if len(previous) == 1 else None
    if later is None:
        return found
    span = span_of(sentence.doc, sentence.start, sentence.end)
    return [
        replace(
            c,
            launched_by=c.launched_by or later.by,
            launched_in_year=c.launched_in_year or later.year,
            evidence=(*c.evidence, span),
        )
        if _key(c.name) == _key(previous[0].name)
        else c
        for c in found
    ]


def _key(name: str) -> str:
    words = " ".join(re.sub(r"[^\w]+", " ", fold(name)).split())
    # papers print either: "đảm bảo" and "bảo đảm", "toàn dân tham gia" and "toàn dân"
    return words.replace("dam bao", "bao dam").replace("toan dan tham gia ", "toan dan ")


def _merged(found: list[Campaign], new: Campaign) -> list[Campaign]:
    """One row a name and period; what a later mention adds is filled in, with its sentence as evidence."""
    for index, old in enumerate(found):
        if _key(old.name) != _key(new.name):
            continue
        if old.start_year and new.start_year and (old.start_year, old.end_year) != (new.start_year, new.end_year):
            continue
        adds = (new.start_year and not old.start_year) or (new.launched_by and not old.launched_by)
        if adds:
            has_period = old.start_year is not None
            found[index] = replace(
                old,
                start_year=old.start_year if has_period else new.start_year,
                end_year=old.end_year if has_period else new.end_year,
                launched_by=old.launched_by or new.launched_by,
                launched_in_year=old.launched_in_year or new.launched_in_year,
                evidence=(*old.evidence, *(s for s in new.evidence if s not in old.evidence)),
                inferred=tuple({**dict(new.inferred), **dict(old.inferred)}.items()),
            )
        return found
    return [*found, new]


@component("campaigns")
def campaigns(doc: Doc) -> None:
    """Add the campaigns of a Doc to its facts."""
    doc.facts = (*doc.facts, *find_campaigns(doc))
