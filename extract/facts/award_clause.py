"""One form of award with what its clause says of it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.facts.award_forms import Form
from extract.facts.award_verbs import Verb
from extract.facts.bodies import Giver
from extract.facts.recipient_names import Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One form with what its clause says of it; ``start:end`` are the tokens of the clause."""

    form: Form
    verb: Verb
    giver: Giver | None
    recipients: tuple[Recipient, ...]
    start: int
    end: int
    times: int | None = None
    often: bool = False  # several times, the text does not say how many
    alone: bool = True  # no other form shares the recipients
    dropped: bool = False  # the subject is left unsaid
    asked: bool = False  # what speaks of proposals opens it
