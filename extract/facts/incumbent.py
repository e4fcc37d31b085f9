"""Who holds an office in a bloc, by the words between the holder and the office: a verb, apposition, a hand-over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.facts.office import POST, Office, Sentence
from extract.facts.said import UNIT, offset_token
from extract.holders import Holder, post_body_at
from extract.list_items import Item
from extract.lists import split_list
from extract.names import LOCALITY, Name

_YEAR = (
    r"(?:trong |của |cùng )?năm(?: học)? \d{4}(?:\s*-\s*\d{4})?|(?:trong )?năm (?:nay|qua|tới|ngoái|trước)|trong năm"
)
# Verbs of holding, and of choosing who is to hold.
_VERB = (
    r"là|làm|giữ|đảm nhận|đảm nhiệm|đảm trách|đảm đương|tiếp nhận|nhận|giao|gánh(?: vác)?|trở thành|đến lượt|kiêm"
    r"|nắm giữ|bầu|chọn|phụ trách|trúng cử|đắc cử|(?:tiếp )?nhận bàn giao"
)
_CHOOSING = (
    r"tín nhiệm(?: cao)?|nhất trí|thống nhất|suy tôn|phân công|chỉ định|luân phiên|cử|bầu chọn|lựa chọn|bổ nhiệm"
    r"|công nhận|biểu quyết|bỏ phiếu|tái cử"
)
_ADVERB = r"từng|được|sẽ|vừa|mới|cũng|đã|đang|tiếp tục|lại|cùng|đồng|lần lượt|còn|lên"
# Who chooses, behind "được": "các đơn vị trong Khối", "các thành viên", "hội nghị", "UBND tỉnh".
_CHOOSERS = (
    rf"các \w+(?: \w+)?(?=\s(?:(?:đã|cùng)\s)?(?:{_VERB}|{_CHOOSING}|trong|của|thuộc|khối|cụm)\b)"
    r"|hội nghị|khối|cụm|thành viên|ủy ban nhân dân tỉnh|ubnd tỉnh"
    r"|(?:trong|của|thuộc) (?:khối|cụm)(?: thi đua)?(?: số \w+)?"
)
# What may stand between a holder and the office without making it anything but a statement of holding.
_HELD = re.compile(
    rf"\s*(?:(?:[,–—-]|{_VERB}|{_CHOOSING}|{_ADVERB}|{_CHOOSERS}|{_YEAR}|{POST}|{UNIT}|hai|ba|phần việc|công việc"
    r"|nhiệm kỳ|cờ luân lưu)\s*)+"
)
# What else is told of the holder before: "là đơn vị dẫn đầu, được đề nghị tặng Cờ và [được bầu làm]".
_SECOND = re.compile(
    r"\s*(?:(?:đã|vừa|cũng|vinh dự|tiếp tục)\s+)*(?:là|đạt|được|dẫn đầu|đứng đầu|xếp|có|hoàn thành|nhận|đón nhận)\b"
    r"[^;:]{2,260}?(?:,|\bvà|\bđồng thời)(?:\s*(?:và|đồng thời|cũng))*(?=\s+(?:(?:tiếp tục|cũng) )*được\b"
    r"[^,;:]{0,60}\b(?:bầu|cử|chọn|giao|phân công|tín nhiệm|suy tôn)\b)"
)
_OPENS_SENTENCE = re.compile(r"\s*(?:[-–+•*]\s*)?(?:(?:trong đó|theo đó|riêng|kết quả|đặc biệt)\s*,?\s*)?")
_HAS_VERB = re.compile(rf"\b(?:{_VERB})\b")
_APPOSED = re.compile(rf"\s*[,(–—-]\s*(?:là\s+)?(?:{UNIT}\s+)?(?:giữ (?:vai trò|chức)\s+)?")
_DIRECT = re.compile(rf"\s*(?:{UNIT}\s*)?")
_ON_BEHALF = re.compile(rf"\s*[,–—-]?\s*(?:thay mặt|đại diện|thay)(?: cho)?\s+(?:(?:các\s+)?{UNIT}\s*)?")
_AS = re.compile(rf"\b(?:với|trong|trên|ở) (?:tư cách|{POST})(?: là)?(?: {UNIT})?\s*$|^\s*là (?:{UNIT} )?$")
_BEHALF_BEFORE = re.compile(rf"\b(?:thay mặt|đại diện)(?: cho)?\s+(?:{UNIT}\s*)?$")
_SPEAKER = re.compile(r"\s*[,:–—-]?\s*(?:(?:các )?đồng chí|đ/c|ông|bà)?\s*")
_NAMED_AFTER = re.compile(
    r"\s*(?:của (?:khối|cụm)\b[^,;:.]{0,60}? )?(?:này |ấy |đó )?(?:sẽ |nay |đã |được |vẫn |cũng |tiếp tục )*"
    r"(?:là|(?:bao )?gồm(?: có)?|:|\(|[–—-]|thuộc về|đến lượt|(?:chuyển|bàn giao|chuyển giao|trao|giao)"
    rf"(?: lại)? (?:cho|sang|về))\s*:?\s*{UNIT}?\s*"
)
_DONE_BY = re.compile(r"\s*(?:sẽ\s+)?do\s+")
_DONE = re.compile(r"\s*(?:làm|giữ|đảm nhận|đảm nhiệm|đảm trách|phụ trách)\b")
_HANDED = re.compile(r"\b(?:bàn giao|nhường|chuyển giao|trao|giao|trao lại|chuyển)\b(?:(?!\b(?:cho|tặng)\b)[^;.])*$")
_HANDS = re.compile(r"\b(?:bàn giao|nhường|chuyển giao|trao|trao lại|chuyển)\b")
_TO = re.compile(r"\s*(?:cho|sang|tới)\s+(?:đại diện\s+)?(?:lãnh đạo\s+)?(?:đơn vị\s+)?")
# "bàn giao … từ A cho B", "nhận bàn giao … từ A".
_FROM = re.compile(r"\s*(?:từ|của)\s+(?:đại diện\s+)?(?:lãnh đạo\s+)?(?:đơn vị\s+)?")
_ON_TO = re.compile(r"\s*(?:cho|sang|đến|tới|về)\s+(?:đại diện\s+)?(?:lãnh đạo\s+)?(?:đơn vị\s+)?")
_HANDING = re.compile(r"\b(?:bàn giao|chuyển giao)\b")
_RECEIVING = re.compile(r"\b(?:tiếp nhận|nhận bàn giao|nhận)\b")
# "Cụm trưởng, Cụm phó năm 2025 lần lượt là A và B".
_NAMED_IN_TURN = re.compile(
    r"\s*(?:cụm thi đua|khối thi đua)?\s*(?:lần lượt|theo thứ tự)?\s*(?:là|:|thuộc về|được giao cho|gồm)\s*"
    r"(?:lần lượt\s+)?(?:là\s+)?"
)
_CHOOSES = re.compile(r"\b(?:bầu|cử|chọn|phân công|giao|suy tôn|công nhận|hai|ba|các)(?: các)?(?: đơn vị)?$")
# "Thay Sở A làm Khối trưởng là Sở B": A no longer leads.
_REPLACED = re.compile(r"\b(?:thay|thay thế|kế nhiệm|kế tục|tiếp nối)(?: cho)?\s*$")
_REPLACES = re.compile(rf"(?:\s*(?:{_ADVERB}))*\s*{_REPLACED.pattern}")
# "Cụm trưởng, Cụm phó năm 2025: A - Cụm trưởng; B - Cụm phó": what stands between a holder and the office told again.
_OWN_ROLE = re.compile(rf"\s*(?:\(|[–—-]|(?:giữ|là|làm|đảm nhận|đảm nhiệm)\b)\s*(?:{POST}\s+)?(?:{UNIT}\s+)?")
_UNIT = re.compile(rf"\b{UNIT}\s*$")
_MANY_BEFORE = re.compile(r"\b(?:hai|ba|bốn|các|đồng|2|3)\s+(?:đơn vị\s+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    holder: Holder
    rule: str
    body_only: bool = False


def paired(said: Sentence) -> list[tuple[Office, Found]]:
    """Offices told in a row and their holders told in a row: "bầu A và B làm Cụm trưởng, Cụm phó"."""
    out: list[tuple[Office, Found]] = []
    for first, second in zip(said.offices, said.offices[1:], strict=False):
        if first.role == second.role or said.form(first.end, second.start).strip() not in {",", "và", "/", "-", "–"}:
            continue
        holders = _in_turn(said, second) or _elected(said, first)
        if len(holders) == 2:
            out += zip((first, second), holders, strict=True)
    return out


def _in_turn(said: Sentence, office: Office) -> list[Found]:
    named = _NAMED_IN_TURN.match(said.form(office.end, said.sent.end))
    after = [h for h in said.held if h.start >= office.end]
    if named is None or len(after) < 2 or said.form(office.end, after[0].start).strip() != named[0].strip():
        return []
    if said.form(after[0].end, after[1].start).strip() not in {",", "và", ";"}:
        return []
    return [Found(holder=holder, rule="leader.named") for holder in after[:2]]


def _elected(said: Sentence, office: Office) -> list[Found]:
    last = _last_before(said, office)
    if last is None:
        return []
    gap = said.form(last.end, office.start)
    if not _HELD.fullmatch(gap) or not _HAS_VERB.search(gap):
        return []
    index = said.held.index(last)
    return [Found(holder=holder, rule="leader.holds") for holder in said.held[_row(said, index) : index + 1]]


def holders_of(said: Sentence, office: Office) -> list[Found]:
    if _AS.search(said.form(said.sent.start, office.start)):
        return _acting_as(said, office)
    on_behalf = _on_behalf(said, office)
    if on_behalf or _spoken_for(said, office):
        return on_behalf
    return _handed_over(said, office) or _before(said, office) or _after(said, office) or _beside(said, office)


def _last_before(said: Sentence, office: Office) -> Holder | None:
    return next((h for h in reversed(said.held) if h.end <= office.start), None)


def _handed_over(said: Sentence, office: Office) -> list[Found]:
    """ "A bàn giao nhiệm vụ Cụm trưởng năm 2024 cho B": B takes the office over, A leaves it."""
    before = said.form(said.sent.start, office.start)
    passed = _passed_on(said, office, before)
    if passed:
        return passed
    handed = _HANDED.search(before)
    to = _TO.match(said.form(office.end, said.sent.end))
    if not handed or not to:
        return []
    taker = next((h for h in said.held if h.start >= office.end), None)
    if taker is None or not _TO.fullmatch(said.form(office.end, taker.start)):
        return []
    giver = next((h for h in reversed(said.held) if h.end <= office.start), None)
    out = [Found(holder=taker, rule="leader.takes_over")]
    verb = max((m.start() for m in _HANDS.finditer(before)), default=handed.start())
    if giver and giver.body and said.doc.offsets[giver.start] < said.sent.start_char + verb:
        out.append(Found(holder=giver, rule="leader.hands_over", body_only=True))
    return out


def _passed_on(said: Sentence, office: Office, before: str) -> list[Found]:
    """ "bàn giao chức Cụm trưởng từ A cho B", "B nhận bàn giao chức Cụm trưởng từ A"."""
    after = [h for h in said.held if h.start >= office.end]
    if not after or not after[0].body or not _FROM.fullmatch(said.form(office.end, after[0].start)):
        return []
    giver = Found(holder=after[0], rule="leader.hands_over", body_only=True)
    if _HANDING.search(before) and len(after) > 1 and _ON_TO.fullmatch(said.form(after[0].end, after[1].start)):
        return [Found(holder=after[1], rule="leader.takes_over"), giver]
    taker = _last_before(said, office)
    if taker and _RECEIVING.search(said.form(taker.end, office.start)):
        return [Found(holder=taker, rule="leader.takes_over"), giver]
    return []


def _acting_as(said: Sentence, office: Office) -> list[Found]:
    """ "Với vai trò Khối trưởng, A đã …": the subject after the comma."""
    first = next((h for h in said.held if h.start >= office.end), None)
    if first and re.fullmatch(r"\s*,\s*(?:đại diện )?(?:lãnh đạo )?", said.form(office.end, first.start)):
        return [Found(holder=first, rule="leader.acting")]
    last = _last_before(said, office)
    if last and re.fullmatch(r"[^,;:]{2,60}", said.form(last.end, office.start)):
        return [Found(holder=last, rule="leader.acting")]
    return []


def _on_behalf(said: Sentence, office: Office) -> list[Found]:
    """ "Thay mặt đơn vị Khối trưởng, ông A, Giám đốc Sở B": the body leads, not the speaker."""
    last = _last_before(said, office)
    if last and last.body and _ON_BEHALF.fullmatch(said.form(last.end, office.start)):
        return [Found(holder=last, rule="leader.on_behalf", body_only=True)]
    if _spoken_for(said, office):
        first = next((h for h in said.held if h.start >= office.end), None)
        if first and first.body and _SPEAKER.fullmatch(said.form(office.end, first.start)):
            return [Found(holder=first, rule="leader.on_behalf", body_only=True)]
    return []


def _spoken_for(said: Sentence, office: Office) -> bool:
    return _BEHALF_BEFORE.search(said.form(said.sent.start, office.start)) is not None


def _before(said: Sentence, office: Office) -> list[Found]:
    """ "A là Khối trưởng", "A được bầu giữ chức Cụm phó": a verb of holding between holder and office."""
    last = _last_before(said, office)
    if last is None or _done_before(said, last, office):
        return []
    gap = said.form(last.end, office.start)
    if not (_HELD.fullmatch(gap) and _HAS_VERB.search(gap)) and not _said_of_it(said, last, gap):
        return []
    index = said.held.index(last)
    if _REPLACED.search(said.form(said.sent.start, last.start)):
        return _replacing(said, index)
    joint = office.role == "deputy" or "đồng" in gap
    first = _row(said, index) if joint else index
    return [Found(holder=holder, rule="leader.holds") for holder in said.held[first : index + 1]]


def _said_of_it(said: Sentence, holder: Holder, gap: str) -> bool:
    """ "A dẫn đầu Khối, đồng thời được bầu làm Khối phó": the subject of the sentence, and a second verb of its own."""
    second = _SECOND.match(gap)
    opens = _OPENS_SENTENCE.fullmatch(said.form(said.sent.start, holder.start)) is not None
    return opens and second is not None and _HELD.fullmatch(gap, second.end()) is not None


def _replacing(said: Sentence, index: int) -> list[Found]:
    """ "A sẽ thay B làm Khối trưởng": A."""
    if not index or not _REPLACES.fullmatch(said.form(said.held[index - 1].end, said.held[index].start)):
        return []
    return [Found(holder=said.held[index - 1], rule="leader.holds")]


def _done_before(said: Sentence, holder: Holder, office: Office) -> bool:
    """ "chức Khối trưởng do A đảm nhận, chức Khối phó do B": A holds the office before, not this one."""
    before = next((o for o in reversed(said.offices) if o.end <= holder.start), None)
    done_by = before is not None and _DONE_BY.fullmatch(said.form(before.end, holder.start))
    return bool(done_by) and _DONE.match(said.form(holder.end, office.start)) is not None


def _row(said: Sentence, last: int) -> int:
    """Where the row of holders that ends at ``last`` begins: "A và B"; also "A, B" where a clause begins with A."""
    first = near = last
    while first:
        gap = said.form(said.held[first - 1].end, said.held[first].start).strip()
        if gap not in {"và", "cùng", ","}:
            break
        first -= 1
        if gap != "," and near == first + 1:
            near = first
    before = said.form(said.sent.start, said.held[first].start).strip()
    opens = not before or before[-1] in ";:" or _CHOOSES.search(before)
    return first if opens else near


def _after(said: Sentence, office: Office) -> list[Found]:
    """ "Cụm trưởng năm 2023 là A", "hai Khối phó là A và B", "Chức Cụm phó do A đảm nhận"."""
    rest = said.form(office.end, said.sent.end)
    named, done = _NAMED_AFTER.match(rest), _DONE_BY.match(rest)
    match = named or done
    if match is None:
        return []
    at = said.doc[office.end :].start_char + match.end()
    start = offset_token(said.doc, office.end, said.sent.end, at)
    many = _MANY_BEFORE.search(said.form(said.sent.start, office.start)) or said.doc[start : start + 1].text in {
        "hai",
        "các",
        "ba",
    }
    if many or (office.role == "deputy" and _row_after(said, start)):
        return [Found(holder=holder, rule="leader.named") for holder in _all_named(said, start)]
    holder = next((h for h in said.held if h.start >= office.end), None)
    if holder is None or said.form(office.end, holder.start).strip() != match[0].strip():
        return []
    behind = said.form(holder.end, said.sent.end)
    if (done and not named and not _DONE.match(behind)) or _bracketed_otherwise(said, holder, match[0], behind):
        return []
    return [Found(holder=holder, rule="leader.named")]


def _bracketed_otherwise(said: Sentence, holder: Holder, link: str, behind: str) -> bool:
    """Whether brackets tell something else: "Cụm trưởng, Cụm phó là A (Cụm trưởng) và B", "Cụm trưởng (xã A mời)"."""
    after = next((o for o in said.offices if o.start >= holder.end), None)
    own_role = after and _OWN_ROLE.fullmatch(said.form(holder.end, after.start))
    return bool(own_role) or (link.strip().startswith("(") and not behind.startswith(")"))


def _row_after(said: Sentence, start: int) -> bool:
    """Whether more than one deputy is named from ``start`` to the end of the clause: "Khối phó: A, B"."""
    row = _all_named(said, start)
    if len(row) < 2 or start != row[0].start:
        return False
    return re.match(r"\s*(?:[.;)\n]|$)", said.form(row[-1].end, said.sent.end)) is not None


def _all_named(said: Sentence, start: int) -> list[Holder]:
    """The bodies, or the persons and posts, of the row that begins at ``start``."""
    first = next((h for h in said.held if h.start >= start), None)
    if first is None or not (first.post or first.person):
        return [_of_item(item) for item in split_list(said.doc, start, said.sent.end)]
    row = [first]
    for holder in said.held[said.held.index(first) + 1 :]:
        if said.form(row[-1].end, holder.start).strip() not in {",", "và", ";"}:
            break
        row.append(holder)
    return row


def _of_item(item: Item) -> Holder:
    body = Name(start=item.start, end=item.end, text=item.name, kind=item.kind)
    return Holder(start=item.start, end=item.end, body=body, person=None)


def _beside(said: Sentence, office: Office) -> list[Found]:
    """ "ông A, Giám đốc Sở B, Khối trưởng", "A (Cụm trưởng)": apposition; in a list the item before the bracket."""
    item = next(
        (
            i
            for i in said.doc.user_data.get("items", ())
            if said.doc[i.end : i.end + 1].text == "("
            and re.fullmatch(r"\(\s*(?:là|làm|giữ chức|đơn vị)?\s*", said.form(i.end, office.start))
        ),
        None,
    )
    if item:
        return [Found(holder=_of_item(item), rule="leader.listed")]
    return _first_behind(said, office) or _apposed(said, office)


def _first_behind(said: Sentence, office: Office) -> list[Found]:
    """ "Trưởng cụm, Chủ tịch UBND huyện A Trần B phát biểu", "Khối trưởng Trần Văn B"."""
    if office.start <= said.sent.start + 1:
        # "Trưởng cụm, Chủ tịch UBND huyện A Trần B phát biểu"
        first = next((h for h in said.held if h.start >= office.end), None)
        comma = first and re.fullmatch(r"\s*,\s*", said.form(office.end, first.start))
        if first and comma and ((first.post and first.person) or _set_off(said, first)):
            return [Found(holder=first, rule="leader.apposed")]
    if office.start > said.sent.start or (said.held and said.held[0].start == office.end):
        # "đơn vị Cụm trưởng Công an tỉnh A", "Khối trưởng Trần Văn B"
        own = next((h for h in said.held if h.start == office.end), None)
        if own and (own.person or (own.body and not (office.mention and office.mention.name))):
            return [Found(holder=own, rule="leader.apposed")]
    return []


def _set_off(said: Sentence, holder: Holder) -> bool:
    """ "Khối trưởng năm 2025, Sở A, đã họp": a body between commas, not the first of a row."""
    return re.match(r"\s*,\s*(?:đã|đang|sẽ|vừa|cho|phát biểu)\b", said.form(holder.end, said.sent.end)) is not None


def _apposed(said: Sentence, office: Office) -> list[Found]:
    """ "ông A, Giám đốc Sở B, Khối trưởng", "A (Cụm trưởng)"."""
    last = _last_before(said, office)
    if last is None:
        return []
    gap = said.form(last.end, office.start)
    if last.person is None and re.match(r"\s*,\s*(?:khối|cụm|trưởng|phó)\b", said.form(office.end, said.sent.end)):
        return []  # "đại diện Văn phòng Hội, Cụm trưởng, Cụm phó, …": a row of guests
    apposed = _APPOSED.fullmatch(gap) or (last.person and _DIRECT.fullmatch(gap))
    if not apposed:
        return []
    # "ông A - Chủ tịch Hội B - đơn vị Khối trưởng": the body leads
    holder = _with_post(said, office, _of_place(said, last))
    return [Found(holder=holder, rule="leader.apposed", body_only=bool(holder.body and _UNIT.search(gap)))]


def _of_place(said: Sentence, holder: Holder) -> Holder:
    """ "TAND khu vực 5 - TP. Lâm Giang (Cụm trưởng)": the body before the dash, not its town."""
    index = said.held.index(holder)
    before = said.held[index - 1] if index else None
    if before is None or holder.person or holder.body is None or holder.body.kind != LOCALITY:
        return holder
    dash = said.form(before.end, holder.start).strip() in {"-", "–", ","}
    return before if dash and before.body and before.body.kind != LOCALITY and not before.person else holder


def _with_post(said: Sentence, office: Office, holder: Holder) -> Holder:
    """ "đồng chí A, Trưởng khối, Giám đốc Sở B": a post told after the office."""
    if holder.body is None and office.end + 1 < said.sent.end and said.doc.words[office.end] == ",":
        post = post_body_at(said.doc, office.end + 1, said.sent.end)
        if post:
            return replace(holder, body=post[1], bodies=(post[1],), post=True)
    return holder
