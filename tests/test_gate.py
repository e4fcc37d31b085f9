"""Facts are found as precisely and as completely as the floor says."""

from __future__ import annotations

from pathlib import Path

import pytest
from gate import floor, measure, raised, shortfalls


@pytest.mark.shared
def test_no_figure_is_below_its_floor(shared: Path) -> None:
    assert not shortfalls(measure(shared), floor())


def test_the_gate_closes() -> None:
    wanted = floor()
    worse = {
        name: {kind: {f: v - 0.01 for f, v in row.items()} for kind, row in kinds.items()}
        for name, kinds in wanted.items()
    }
    assert len(shortfalls(worse, wanted)) == sum(len(row) for kinds in wanted.values() for row in kinds.values())
    assert not shortfalls(wanted, wanted)
    assert raised(worse, wanted) == wanted
