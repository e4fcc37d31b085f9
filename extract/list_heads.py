"""What the items of an enumeration share before them: "các Sở", "Công an các huyện", "5 xã thành viên trong Cụm"."""

from __future__ import annotations

from dataclasses import dataclass

from extract.names import LOCALITY

# Words for towns: a list names one or two of them among many huyện, so none shares its word with the bare names behind.
CITY_WORDS = ("thành phố", "tp", "tp.", "thị xã", "tx", "tx.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What following bare items lack: words before them (tokens ``start:end``) or, for branches, after them."""

    words: str
    start: int
    end: int
    kind: str
    after: bool = False
    outer: int = 0  # token after the part of the head that another kind of place keeps: "VKSND" of "VKSND các huyện"
    inner: str = (
        LOCALITY  # the kind of what stands inside: "locality" of "VKSND các huyện", "ministry" of "Công đoàn 10 Bộ"
    )
    mixed: bool = False  # several kinds of places, which is which is not said: bare names stay bare
    own: bool = False  # taken over from the item before, where only names of places and persons go without it
