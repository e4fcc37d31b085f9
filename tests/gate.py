"""The quality gate: precision and recall by kind of fact, measured on annotated articles, never fall below the floor.

``python tests/gate.py`` measures and compares; ``--update`` raises the floor to what was measured and lowers nothing;
``--allow-lower`` does, and shows in the diff. The invented articles of ``gold/open`` are measured everywhere; those of
real newspapers, which cannot be part of the project, where they lie beside it (THIDUA_SHARED).
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from scoring import Tally, tallies

from extract.annotation import article_from_json, article_to_json
from extract.facts import find

ROOT = Path(__file__).parent.parent
GOLD = Path(__file__).parent / "gold"
FLOOR = GOLD / "floor.json"
SLACK = 0.0005  # figures are rounded to three digits

# By set: "digest" of its annotated articles, and the figures by kind of fact under "figures".
Scores = dict[str, dict[str, Any]]


def folders(shared: Path | None) -> dict[str, Path]:
    """The folders of annotated articles that can be measured here, by the name of their set."""
    real = shared / "eval" / "real" if shared else None
    return {"open": GOLD / "open", **({"real": real} if real and real.is_dir() else {})}


def annotated(folder: Path) -> list[dict[str, Any]]:
    """The annotated articles of a folder."""
    articles = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    return [article for article in articles if "gold" in article]


def answer(data: dict[str, Any]) -> dict[str, Any]:
    """What ``thidua facts`` prints for an article, without a look at its gold."""
    article = article_from_json({key: value for key, value in data.items() if not key.startswith("gold")})
    return article_to_json(str(data["id"]), article, find(article))


def measure(sets: dict[str, Path]) -> Scores:
    """Figures by set and kind."""
    scores: Scores = {}
    for name, folder in sets.items():
        articles = annotated(folder)
        by_kind = tallies(articles, [answer(article) for article in articles])
        by_kind["all"] = sum(by_kind.values(), Tally())
        digest = hashlib.sha256(json.dumps(articles, sort_keys=True).encode()).hexdigest()[:16]
        scores[name] = {"digest": digest, "figures": {kind: tally.figures() for kind, tally in by_kind.items()}}
    return scores


def floor() -> Scores:
    """The figures that must be reached."""
    scores: Scores = json.loads(FLOOR.read_text(encoding="utf-8"))
    return scores


def shortfalls(measured: Scores, wanted: Scores) -> list[str]:
    """Where a figure is below its floor or the annotated articles are others, one line each."""
    out = []
    for name, now in measured.items():
        if name not in wanted or wanted[name]["digest"] != now["digest"]:
            out.append(
                f"{name}: the annotated articles are not those of the floor: look at what changed, then --update"
            )
        out += [
            f"{name}, {kind}, {figure}: {now['figures'][kind][figure]} < {least}"
            for kind, figures in wanted.get(name, {"figures": {}})["figures"].items()
            for figure, least in figures.items()
            if now["figures"][kind][figure] < least - SLACK
        ]
    return out


def raised(measured: Scores, wanted: Scores) -> Scores:
    """The floor with every figure that was beaten put up; sets that were not measured stay."""
    out = dict(wanted)
    for name, now in measured.items():
        least = wanted.get(name, {}).get("figures", {})
        figures = {
            kind: {figure: max(value, least.get(kind, {}).get(figure, 0.0)) for figure, value in row.items()}
            for kind, row in now["figures"].items()
        }
        out[name] = {"digest": now["digest"], "figures": figures}
    return out


def main() -> int:
    """Measure, compare, and write the floor where asked to."""
    shared = Path(os.environ.get("THIDUA_SHARED") or ROOT.parent / "shared")
    measured = measure(folders(shared))
    wanted = floor() if FLOOR.exists() else raised(measured, {})
    below = shortfalls(measured, wanted)
    for name, now in measured.items():
        for kind, row in now["figures"].items():
            print(f"{name:6}{kind:10}" + "".join(f"{figure:>12} {value:.3f}" for figure, value in row.items()))
    print("\n".join(below) or "no figure is below its floor")
    if "--allow-lower" in sys.argv or "--update" in sys.argv:
        new = {**wanted, **measured} if "--allow-lower" in sys.argv else raised(measured, wanted)
        FLOOR.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
