"""Every rule says what it goes by and proves it: its examples are read by it, its counter-examples are not."""

from __future__ import annotations

import pytest
from gate import annotated, folders

from extract.annotation import article_from_json
from extract.facts import find
from extract.lexicon import LexiconError
from extract.rules import Rule, example_article, parse, rules

RULES = [pytest.param(rule, id=rule.id) for rule in rules()]


def read_by(text: str, kind: str) -> set[str]:
    return {fact.rule for fact in find(example_article(text)) if fact.rule.startswith(f"{kind}.")}


@pytest.mark.parametrize("rule", RULES)
def test_every_example_is_read_by_its_rule(rule: Rule) -> None:
    assert [text for text in rule.examples if rule.id not in read_by(text, rule.kind)] == []


@pytest.mark.parametrize("rule", RULES)
def test_no_counter_example_is_read(rule: Rule) -> None:
    assert [text for text in rule.excluded if rule.id in read_by(text, rule.kind)] == []


def test_no_example_is_claimed_by_two_rules() -> None:
    """The first example of a rule is its own alone: no other rule of the kind reads anything in it."""
    examples = [text for rule in rules() for text in rule.examples]
    assert len(set(examples)) == len(examples)
    shared = {rule.id: read_by(rule.examples[0], rule.kind) - {rule.id} for rule in rules()}
    # Who hands an office over and who takes it over are told in one breath.
    assert {id_: others for id_, others in shared.items() if others} == {
        "leader.hands_over": {"leader.takes_over"},
        "leader.takes_over": {"leader.hands_over"},
    }


def test_every_rule_has_a_counter_example() -> None:
    assert [rule.id for rule in rules() if not rule.excluded] == []


def test_no_fact_is_read_by_a_rule_that_is_not_listed() -> None:
    found = {fact.rule for data in annotated(folders(None)["open"]) for fact in find(article_from_json(data))}
    assert len(found) > 20
    assert found - {rule.id for rule in rules()} == set()


GOOD = '[[rule]]\nid = "bloc.a"\nsays = "A"\nexamples = ["B"]\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD + 'colour = "red"\n', 'rules.toml, rule "bloc.a": unknown key "colour"; allowed: id, says'),
        (GOOD.replace("says", "not"), 'rules.toml, rule "bloc.a": key "says" is missing or empty'),
        (GOOD + GOOD, 'rules.toml, rule "bloc.a": there is another one with this id'),
        ("[[rules]]\n" + GOOD, 'rules.toml: unknown key "rules"; allowed: rule'),
        ("[[rule]\n", "rules.toml: "),
    ],
)
def test_a_wrong_list_is_refused_by_name(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=r"rules\.toml") as error:
        parse(text)
    assert message in str(error.value)
