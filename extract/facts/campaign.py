"""Named emulation movements (phong trào thi đua) with period and launcher.

A quoted name is a campaign when the nearest head before it is one ("phong trào", "đợt thi đua"), not another
("cuộc vận động", "mô hình", "khẩu hiệu"). The head may stand once for a list: a quote that follows a campaign's
quote with nothing but separators between them is a campaign too. Without quotes a movement is named by a
perennial name, or by what stands between its head and "do … phát động" or its period.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from extract.dates import Years, published_day
from extract.facts.bodies import bodies_before, full_name, joint_bodies
from extract.facts.campaign_period import Name, own_period, period_of
from extract.model import Campaign, Span
from extract.sentences import sentence_spans
from extract.text import fold, match_form
from extract.tokens import component, form_of, sentence_form
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
# What may stand between the head and its quoted name: modifiers, or anything that leads to a naming.
_MODIFIERS = re.compile(
    r"^\s*(?:thi đua|yêu nước|đặc biệt|cao điểm|nước rút|ngắn ngày|chuyên đề|lớn|quy mô|trong năm"
    r"|năm \d{4}|tiêu biểu|trên|phấn đấu (?:trở thành|đạt|giành)|của \w+(?: \w+){0,4}"
    r"|và|công tác|trong \w+(?: \w+){0,3}"
    r"|[\s,:])*$"
)
_NAMING = re.compile(
    r"(?:gồm|bao gồm|là|như|như là|điển hình là|tiêu biểu là|tiêu biểu như|điển hình như|mang tên|với tên gọi"
    r"|có tên|tên là|tên gọi|với chủ đề|theo chủ đề|chủ đề|lấy chủ đề|cụ thể|sau|trọng tâm|:)\s*:?\s*$"
)
_THEME_FIRST = re.compile(r"\bchủ đề\s*$")
# "chủ đề thi đua năm 2014 “…”": the theme of a year's movement, named before its quotes.
_THEME_OF_YEAR = re.compile(
    r"\bchủ đề (?:phong trào )?thi đua(?: yêu nước)?(?: của [^\";:.]{2,40}?)?(?: năm \d{4})?(?: là)?\s*:?\s*$"
)
_FOR_MOVEMENT = re.compile(r"^\s*(?:cho|của|trong)\s+(?:các\s+)?(?:phong trào|đợt) thi đua")
_BREAK = re.compile(r"[.!?]\s")
_DO_LAUNCH = re.compile(
    r"\bdo\s+([^\";:]{3,110}?)\s+(?:đã\s+|đồng\s+)?(?:phát động|khởi xướng)(?:\s+từ|\s+vào)?(?:\s+năm\s+((?:19"
    r"|20)\d\d))?"
)
_PASSIVE_LAUNCH = re.compile(
    r"\bđược\s+([^\";:,]{3,90}?)\s+phát động(?:\s+(?:từ|vào|trong))?(?:\s+năm\s+((?:19|20)\d\d))?"
)
_LAUNCH = re.compile(
    r"\b(?<!việc )(?:đã |cũng |vừa |chính thức |tiếp tục |về việc )*"
    r"(?:phát động|lấy chủ đề)\b"
)
_TITLE_SPLIT = re.compile(r"^\s*phong trào(?: thi đua)?\s+")
_UNQUOTED_END = re.compile(
    r"\s*(?:\bdo\b|\bgiai đoạn\b|\bnăm \d{4}|\bgắn với\b|\bđược\b|\bđã\b|\bđang\b|\btrong\b|\btại\b|\bở\b|[,;:.(\"]"
    r"|\bvà\b|\bcủa\b|\btrên\b|\bđể\b|\btheo\b|\btừ\b)"
)
_GENERIC = re.compile(
    r"^(?:thi đua|yêu nước|sôi nổi|thiết thực|này|đó|năm|trong|của|tại|ở|được|đã|do|các|những|quần chúng|văn nghệ"
    r"|thể dục|thể thao|công đoàn|cách mạng|phụ nữ|thanh niên|nông dân|chung|toàn|lớn|rộng|mới|trên|và|cũng|có|ngày"
    r"|đặc biệt|theo|chuyên đề|với|lập thành tích|cuộc vận động)\b|^[,;]"
)


def find_campaigns(doc: Doc) -> tuple[Campaign, ...]:
    """The campaigns of an article, in text order, a repeated one once."""
    matched = form_of(doc)
    if all(word not in matched for word in ("phong trào", "đợt thi đua", "chủ đề thi đua")):
        return ()
    # Elsewhere "phong trào" is art, politics or sport; a quoted one with its period is a movement all the same.
    other = "thi đua" not in matched and "khen thưởng" not in matched
    found: list[Campaign] = []
    previous: list[Campaign] = []
    themes = "chủ đề thi đua" in matched
    movements = [s.start for s in doc.spans.get(LAYER, ()) if s.id_ == "movement"]
    for sentence in sentence_spans(doc):
        named = any(sentence.start <= i < sentence.end for i in movements)
        named = named or (themes and "chủ đề thi đua" in sentence_form(sentence))
        new = list(_in_sentence(sentence)) if named else []
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


def _in_sentence(sentence: Words) -> Iterator[Campaign]:
    if len(sentence) > _LONGEST:
        return
    matched = sentence_form(sentence)
    heads = [
        (s.start_char - sentence.start_char, s.end_char - sentence.start_char, s.id_)
        for s in sentence.doc.spans.get(LAYER, ())
        if sentence.start <= s.start and s.end <= sentence.end
    ]
    names = list(_quoted(matched, heads))
    names += [n for n in _unquoted(matched, heads) if not any(q.start < n.end and n.start < q.outer_end for q in names)]
    names.sort(key=lambda n: n.start)
    for index, name in enumerate(names):
        following = names[index + 1].start if index + 1 < len(names) else len(matched)
        yield _campaign(sentence, matched, name, following, [n.start for n in names])


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
            if _leads(gap):
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


def _unquoted(matched: str, heads: list[tuple[int, int, str]]) -> Iterator[Name]:
    perennial = [h for h in heads if h[2] == "perennial"]
    for start, end, id_ in heads:
        if id_ != "movement" or any(o[0] <= start and end < o[1] for o in heads if o[2] == id_):
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
        if not matched[start:end].endswith("thi đua"):
            continue
        rest = matched[end:]
        stop = _NAME_STOPS.search(rest)
        if stop is None:
            continue
        name = rest[: stop.start()].strip()
        if (
            3 <= len(name.split()) <= 14
            and '"' not in name
            and (name.endswith("giỏi") or not _GENERIC.match(name))
            and not _CLAUSE.search(name)
        ):
            begin = end + len(rest[: stop.start()]) - len(rest[: stop.start()].lstrip())
            yield Name(begin, begin + len(name), begin + len(name), end)


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


# A name without quotes ends before its launcher or period, or with the words in which such names end.
_NAME_STOPS = re.compile(
    r"\s*(?:\bdo\s+[^\";:]{3,90}?\s+phát động|,?\s*giai đoạn\s+\d{4}\s*-\s*\d{4})"
    r"|(?<=giỏi)(?=\s*(?:[.;…]|,? \w+ với phong trào|$))"
)
_CLAUSE = re.compile(
    r"\b(?:được|đã|đang|là|có|của|do|trong(?! (?:ngành|lĩnh vực|lực lượng|toàn)\b)|tại|và phong trào|[.;:])\b|[;:.]"
)


def _campaign(sentence: Words, matched: str, name: Name, following: int, starts: list[int]) -> Campaign:
    text = sentence.text[name.start : name.end].strip(" ,;:.")
    day = published_day(sentence.doc.article.published)
    inferred: list[tuple[str, str]] = []
    text, period = own_period(text)
    tail = matched[name.outer_end : following]
    if period is None:
        period = period_of(matched, name, tail, day, inferred)
    launched_by, year = _launcher(sentence, matched, name, tail, starts)
    launched_in: int | None = year
    if launched_in is None and launched_by and _act(matched, name):
        launched_in, basis = _reported_year(day, period)
        if launched_in is not None:
            inferred.append(("launched_in_year", basis))
    offset = sentence.start_char
    return Campaign(
        name=full_name(text),
        start_year=period.first if period else None,
        end_year=period.last if period else None,
        launched_by=launched_by,
        launched_in_year=launched_in,
        evidence=(Span(start=offset, end=offset + len(sentence.text.rstrip())),),
        rule="campaign.theme"
        if name.theme
        else "campaign.quoted"
        if name.outer_end > name.end
        else "campaign.unquoted",
        inferred=tuple(dict(inferred).items()),
    )


def _launcher(sentence: Words, matched: str, name: Name, tail: str, starts: list[int]) -> tuple[str | None, int | None]:
    after = _DO_LAUNCH.search(tail)
    if after and after.start() < 60:
        return joint_bodies(sentence, name.outer_end + after.start(1), name.outer_end + after.end(1)), _int(after[2])
    passive = _PASSIVE_LAUNCH.search(tail)
    if passive and passive.start() < 40:
        return joint_bodies(sentence, name.outer_end + passive.start(1), name.outer_end + passive.end(1)), _int(
            passive[2]
        )
    # Before the list: "các phong trào thi đua do A và B phát động …: “…”; “…”".
    first = min(starts)
    before = list(_DO_LAUNCH.finditer(matched[:first]))
    if before:
        m = before[-1]
        return joint_bodies(sentence, m.start(1), m.end(1)), _int(m[2])
    act = list(_LAUNCH.finditer(matched[: name.start]))
    if act and name.start - act[-1].end() < 110 and not any(act[-1].end() < s < name.start for s in starts):
        return bodies_before(sentence, act[-1].start()), None
    return None, None


def _int(value: str | None) -> int | None:
    return int(value) if value else None


_LONG_AGO = re.compile(
    r"\b(?:từ khi|kể từ|từ ngày|(?:những|các|nhiều|\d+|mấy) năm (?:qua|gần đây|nay|trước)|thời gian (?:vừa )?qua"
    r"|lâu nay|trước đây|hằng năm|hàng năm)\b"
)


def _act(matched: str, name: Name) -> bool:
    """Whether the sentence reports the launch itself ("Chủ tịch UBND tỉnh phát động phong trào …")."""
    before = matched[: name.start]
    if re.search(r"\bdo\s[^\"]{3,110}\sphát động", matched) or _LONG_AGO.search(before):
        return False
    return (
        _LAUNCH.search(before) is not None
        or re.match(r"[^\"]{0,40}được [^\"]{3,90} phát động ngay", matched[name.outer_end :]) is not None
    )


def _reported_year(day: dt.date | None, period: Years | None) -> tuple[int | None, str]:
    if day is not None:
        return day.year, "the article reports the launch, year of publication"
    if period is not None and period.first == period.last:
        return period.first, "the article reports the launch, year of the movement"
    return None, ""


_LATER = re.compile(
    r"^\s*(?:đây là )?phong trào (?:này )?(?:được|do)\s+([^\";:,]{3,90}?)\s+phát động(?:\s+(?:từ|vào"
    r"|trong))?(?:\s+năm\s+((?:19|20)\d\d))?"
)


def _launched_later(sentence: Words, previous: list[Campaign], found: list[Campaign]) -> list[Campaign]:
    """ "Phong trào được UBND tỉnh phát động năm 2022" after the sentence that names the one campaign."""
    m = _LATER.match(match_form(sentence.text))
    if m is None or len(previous) != 1:
        return found
    start = sentence.start_char
    span = Span(start=start, end=start + len(sentence.text.rstrip()))
    by = joint_bodies(sentence, m.start(1), m.end(1))
    return [
        replace(
            c,
            launched_by=c.launched_by or by,
            launched_in_year=c.launched_in_year or _int(m[2]),
            evidence=(*c.evidence, span),
        )
        if _key(c.name) == _key(previous[0].name)
        else c
        for c in found
    ]


def _key(name: str) -> str:
    words = " ".join(re.sub(r"[^\w]+", " ", fold(name)).split())
    return words.replace("dam bao", "bao dam")  # papers print either


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
