"""What a training is worth: each article judged by parts that it did not train, and where that betters the rules."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.evaluation.tally import Tally
from model.suggest.learner.candidates import EVENT, MENTION, ROLE, Candidate
from model.suggest.learner.classifier import Classifier
from model.suggest.learner.filling import Filling, fill, possible, scenes
from model.suggest.learner.judging import judged_features
from model.suggest.learner.parts import Judges, judge
from model.suggest.learner.policies import Judged, Policy, choose_policy, settle, tallies
from model.suggest.learner.preparation import Prepared
from model.suggest.learner.report import Report, label_reports, reliability
from model.suggest.learner.training_parts import (
    Cancelled,
    Example,
    judged_examples,
    role_examples,
    train_judge,
    train_roles,
)
from model.text.span import Span

LEAST_GOLD = 5
"""Confirmed annotations with a label on held-out articles from which its figures tell anything."""


@dataclass
class HeldOut:
    """An article judged by parts that it did not train."""

    prepared: Prepared
    candidates: list[Candidate]
    probabilities: list[float]
    fillings: list[Filling]


@dataclass
class Studied:
    """An article with everything that may be in it, found by parts that it did not train."""

    prepared: Prepared
    candidates: list[Candidate]
    features: list[list[str]]
    mentions: list[Example]
    events: list[Example]
    roles: list[tuple[list[str], str]]


def study(one: Prepared, candidates: list[Candidate]) -> Studied:
    features = judged_features(one.analysis, candidates)
    mentions, events = (list(judged_examples(one, candidates, features, kind)) for kind in (MENTION, EVENT))
    return Studied(one, candidates, features, mentions, events, list(role_examples(one)))


def train_judges(studied: Iterable[Studied], cancelled: Cancelled) -> Judges:
    listed = list(studied)
    return Judges(
        train_judge([example for one in listed for example in one.mentions], cancelled),
        train_judge([example for one in listed for example in one.events], cancelled),
        train_roles([example for one in listed for example in one.roles], cancelled),
    )


def measure(
    prepared: Sequence[Prepared],
    studied: Mapping[int, Studied],
    folds: Sequence[frozenset[int]],
    cancelled: Cancelled,
) -> tuple[dict[str, Policy], Report]:
    """Where the learner may speak, and what it is worth: on unfamiliar articles when there are any."""
    wanted = {at for at, one in enumerate(prepared) if not one.lesson.familiar} or set(range(len(prepared)))
    held_out = list[HeldOut]()
    for fold in folds:
        judges = train_judges([one for at, one in studied.items() if at not in fold], cancelled)
        held_out += [_held_out(studied[at], judges) for at in sorted(fold & wanted)]
    policies = _policies(held_out)
    policies = _kept(policies, held_out)
    tokens = sum(len(sentence) for one in prepared for sentence, _ in one.settled)
    bins = reliability(judged for one in held_out for _, judged in _judged(one))
    labels = label_reports(
        _counted(held_out, lambda one: _rules_of(one.prepared)),
        _counted(held_out, _alone),
        _counted(held_out, lambda one: _combined(one, policies)),
        policies,
        least=LEAST_GOLD,
    )
    return policies, Report(len(prepared), len(held_out), tokens, labels, bins)


Item = tuple[str, tuple[Hashable, ...]]
"""A tag with what it stands on, the span first."""
Items = list[Item]


def _held_out(one: Studied, judges: Judges) -> HeldOut:
    probabilities = judge(one.candidates, one.features, judges)
    return HeldOut(one.prepared, one.candidates, probabilities, fillings_of(one.prepared, one.candidates, judges.roles))


def fillings_of(one: Prepared, candidates: Iterable[Candidate], roles: Classifier) -> list[Filling]:
    """The possible roles of the events that the rules see."""
    by_rules = [candidate for candidate in candidates if candidate.rule is not None]
    mentions = [(candidate.rule.id, candidate) for candidate in by_rules if candidate.is_mention and candidate.rule]
    events = [candidate for candidate in by_rules if not candidate.is_mention]
    return possible(scenes(one.analysis, mentions, events), roles)


def _judged(one: HeldOut) -> Iterable[tuple[str, Judged]]:
    """What each proposal was worth, by its tag; proposals that nobody judged are left out."""
    prepared = one.prepared
    for candidate, probability in zip(one.candidates, one.probabilities, strict=True):
        if prepared.is_judged(candidate.tag, candidate.span):
            is_right = (candidate.tag, candidate.span) in prepared.confirmed
            yield candidate.tag, Judged(candidate.rule is not None, probability, is_right)
    right = set(arguments_of(prepared))
    for filling in one.fillings:
        if prepared.is_judged(filling.tag, filling.filler.span):
            yield filling.tag, Judged(filling.rule is not None, filling.probability, _item(filling) in right)


def arguments_of(one: Prepared) -> Items:
    """The confirmed arguments: role, event and mention."""
    spans = {mention.id: mention.hull for mention in one.lesson.mentions}
    return [
        (ROLE + part.role, (spans[part.mention_id], one.analysis.token_range(event.hull)[0], event.label))
        for event in one.lesson.events
        for part in event.arguments
        if part.mention_id in spans and one.analysis.token_range(event.hull)
    ]


def _item(filling: Filling) -> Item:
    return filling.tag, (filling.filler.span, filling.deed.at, filling.deed.label)


def _policies(held_out: Sequence[HeldOut]) -> dict[str, Policy]:
    by_tag: dict[str, list[Judged]] = {}
    for tag, judged in (item for one in held_out for item in _judged(one)):
        by_tag.setdefault(tag, []).append(judged)
    gold = {tag: tally.gold for tag, tally in _counted(held_out, _nothing).items()}
    chosen = {tag: choose_policy(found, gold.get(tag, 0)) for tag, found in sorted(by_tag.items())}
    return {tag: policy for tag, policy in chosen.items() if policy.is_on}


def _nothing(_one: HeldOut) -> Items:
    return []


def _kept(policies: dict[str, Policy], held_out: Sequence[HeldOut]) -> dict[str, Policy]:
    """Those policies with which, all of them at work, a label comes out better than with the rules alone."""
    rules = _counted(held_out, lambda one: _rules_of(one.prepared))
    combined = _counted(held_out, lambda one: _combined(one, policies))
    nothing = Tally()
    return {
        tag: policy
        for tag, policy in policies.items()
        if combined.get(tag, nothing).f1 > rules.get(tag, nothing).f1 or not rules.get(tag, nothing).gold
    }


def _rules_of(one: Prepared) -> Items:
    found: Items = [(MENTION + mention.label, (mention.hull,)) for mention in one.rules.mentions]
    found += [(EVENT + event.label, (event.hull,)) for event in one.rules.events]
    spans = {mention.id: mention.hull for mention in one.rules.mentions}
    for event in one.rules.events:
        places = one.analysis.token_range(event.hull)
        for part in event.arguments:
            found.append((ROLE + part.role, (spans[part.mention_id], places[0], event.label)))
    return found


def _combined(one: HeldOut, policies: dict[str, Policy]) -> Items:
    standing = settle(one.candidates, one.probabilities, policies)
    found: Items = [(candidate.tag, (candidate.span,)) for candidate, _ in standing]
    return found + [_item(filling) for filling in fill(one.fillings, policies)]


def _alone(one: HeldOut) -> Items:
    """What the detector finds without rules."""
    detected = [candidate for candidate in one.candidates if candidate.detected >= 0.5]
    everywhere = {candidate.tag: Policy(keep=0.5, add=0.5) for candidate in detected}
    standing = settle(detected, [candidate.detected for candidate in detected], everywhere)
    found: Items = [(candidate.tag, (candidate.span,)) for candidate, _ in standing]
    return found + [_item(filling) for filling in one.fillings if filling.probability >= 0.5]


def _counted(held_out: Sequence[HeldOut], items: Callable[[HeldOut], Items]) -> dict[str, Tally]:
    """Agreement with what was confirmed, where everything is judged, by tag."""
    total = dict[str, Tally]()
    for one in held_out:
        gold: Items = [*((tag, (span,)) for tag, span in one.prepared.confirmed), *arguments_of(one.prepared)]
        found = [item for item in items(one) if _is_settled(one.prepared, item)]
        for tag, tally in tallies(found, [item for item in gold if _is_settled(one.prepared, item)]).items():
            total[tag] = total.get(tag, Tally()) + tally
    return total


def _is_settled(one: Prepared, item: Item) -> bool:
    span = item[1][0]
    return isinstance(span, Span) and one.is_settled(span)
