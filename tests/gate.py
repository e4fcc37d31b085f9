"""The quality gate: precision and recall by kind of fact, measured on annotated articles, never fall below the floor.

``python tests/gate.py`` measures and compares; ``--update`` raises the floor to what was measured and lowers nothing;
``--allow-lower`` does, and shows in the diff. The annotated articles lie beside the project (THIDUA_SHARED).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from extract.annotation import article_from_json, article_to_json
from extract.facts import find

ROOT = Path(__file__).parent.parent
FLOOR = Path(__file__).parent / "gold" / "floor.json"
SETS = ("open", "real")
FIGURES = ("precision", "recall", "f1", "whole_f1")
SLACK = 0.0005  # figures are rounded to three digits

Scores = dict[str, dict[str, dict[str, float]]]


def predict(folder: Path) -> list[dict[str, Any]]:
    """What ``thidua facts`` prints for each annotated article of a folder, without looking at its gold."""
    lines = []
    for file in sorted(folder.glob("*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        data.pop("gold", None)
        article = article_from_json(data)
        lines.append(article_to_json(str(data["id"]), article, find(article)))
    return lines


def measure(shared: Path) -> Scores:
    """Figures by set and kind, from the scorer that lies beside the annotated articles."""
    scores: Scores = {}
    for name in SETS:
        folder = shared / "eval" / name
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in predict(folder))
            file.flush()
            command = [sys.executable, str(shared / "eval" / "score.py"), str(folder), file.name, "--json"]
            printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        scores[name] = {kind: {f: row[f] for f in FIGURES} for kind, row in json.loads(printed).items()}
    return scores


def floor() -> Scores:
    """The figures that must be reached."""
    scores: Scores = json.loads(FLOOR.read_text(encoding="utf-8"))
    return scores


def shortfalls(measured: Scores, wanted: Scores) -> list[str]:
    """Where a figure is below its floor, one line each."""
    return [
        f"{name}, {kind}, {figure}: {measured[name][kind][figure]} < {least}"
        for name, kinds in wanted.items()
        for kind, figures in kinds.items()
        for figure, least in figures.items()
        if measured[name][kind][figure] < least - SLACK
    ]


def raised(measured: Scores, wanted: Scores) -> Scores:
    """The floor with every figure that was beaten put up."""
    return {
        name: {
            kind: {
                figure: max(value, wanted.get(name, {}).get(kind, {}).get(figure, 0.0)) for figure, value in row.items()
            }
            for kind, row in kinds.items()
        }
        for name, kinds in measured.items()
    }


def main() -> int:
    """Measure, compare, and write the floor where asked to."""
    measured = measure(Path(os.environ.get("THIDUA_SHARED") or ROOT.parent / "shared"))
    wanted = floor() if FLOOR.exists() else {}
    below = shortfalls(measured, wanted)
    for name, kinds in measured.items():
        for kind, row in kinds.items():
            print(f"{name:6}{kind:10}" + "".join(f"{figure:>12} {value:.3f}" for figure, value in row.items()))
    print("\n".join(below) or "no figure is below its floor")
    if "--allow-lower" in sys.argv or "--update" in sys.argv:
        new = measured if "--allow-lower" in sys.argv else raised(measured, wanted)
        FLOOR.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
