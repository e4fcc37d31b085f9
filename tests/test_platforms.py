"""Platforms: what their data may say."""

from __future__ import annotations

import pytest

from extract.platforms import platforms, read_platforms


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[[platform]]\nid='a'\nmarkers=['.b']\ncolour=['.c']", "x.toml: platform 'a': unknown key 'colour'; allowed"),
        ("[[platform]]\nid='a'", "x.toml: platform 'a': key 'markers' is missing"),
        ("[[platform]]\nid='a'\nmarkers='.b'", "x.toml: platform 'a': key 'markers' must be a list of strings"),
        ("[[platforms]]\nid='a'", "x.toml: unknown key 'platforms'; allowed: generic, platform"),
        ("[generic]\nurl='x'", "x.toml: generic: key 'url' is only for platforms"),
        ("[[platform", "x.toml: not TOML: "),
    ],
)  # fmt: skip
def test_platform_data_are_strict(toml: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_platforms(toml, "x.toml")


def test_platform_ids_are_unique() -> None:
    ids = [platform.id for platform in platforms().known]
    assert len(ids) == len(set(ids))
