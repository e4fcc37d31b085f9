"""Texts from outside, made fit for a terminal."""

from __future__ import annotations


def shown(text: str, *, one_line: bool = False) -> str:
    """A text without what steers a terminal or hides itself, of the same length; lines stay unless ``one_line``."""
    return "".join(
        char
        if char.isprintable() or (char == "\n" and not one_line)
        else " "
        if char.isspace()
        else "\N{REPLACEMENT CHARACTER}"
        for char in text
    )
