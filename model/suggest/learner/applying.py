"""A learned model at work: what it adds to, changes in and takes from the suggestions of the rules."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from model.annotation import ACTUAL, MODALITY, attributes_of
from model.article import Article
from model.suggest.context import Context
from model.suggest.learner.analysis import Analysis
from model.suggest.learner.candidates import EVENT, MENTION, ROLE, Candidate
from model.suggest.learner.features import context_of
from model.suggest.learner.filling import Filling, fill, possible, scenes
from model.suggest.learner.heading import NAME
from model.suggest.learner.judging import judged_features
from model.suggest.learner.learned_model import LearnedModel
from model.suggest.learner.parts import gather, judge
from model.suggest.learner.policies import OFF, Policy, settle
from model.suggest.learner.reasons import reason_of_argument, reason_of_candidate
from model.suggest.merging import TAKEN_BACK
from model.suggestion import (
    Source,
    SuggestedArgument,
    SuggestedEvent,
    SuggestedMention,
    Suggestion,
    suggest_event,
    suggest_mention,
    suggestion_id,
)

_EXACTNESS = 3
"""Decimals of scores."""
_LEAST = 0.001


class Applier:
    """Applies a learned model that is on for some labels."""

    def __init__(self, model: LearnedModel) -> None:
        self.model = model

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """What is to be added to, changed in and taken from the suggestions in the context."""
        policies = self.model.policies
        analysis = Analysis(context, context.mentions, context.events)
        candidates, standing = self._judged(analysis)
        kept = {id(one) for one, _ in standing}
        writer = _Writer(article, Source(NAME, self.model.version), policies, context.mentions, candidates)
        mentions = {writer.mention_id(one): one for one, _ in standing if one.is_mention}
        events = [(one, score) for one, score in standing if not one.is_mention]
        fillings = self._fillings(analysis, mentions, [one for one, _ in events])
        found = [
            replace(one.rule, score=TAKEN_BACK) for one in candidates if one.rule is not None and id(one) not in kept
        ]
        found += [writer.mention(one, score) for one, score in standing if one.is_mention]
        found += [writer.event(one, score, fillings.get(one.first, [])) for one, score in events]
        unchanged = {id(one) for one in (*context.mentions, *context.events)}
        return [one for one in found if id(one) not in unchanged]

    def _judged(self, analysis: Analysis) -> tuple[list[Candidate], list[tuple[Candidate, float]]]:
        """Everything that may be in the article, and what of it stands, with its probability."""
        model = self.model
        contexts = context_of(analysis, model.memory, rules=True)
        kinds = tuple(kind for kind in (MENTION, EVENT) if any(tag.startswith(kind) for tag in model.policies))
        candidates = gather(analysis, contexts, model.detector, model.memory, model.edges, kinds=kinds)
        probabilities = judge(candidates, judged_features(analysis, candidates), model.judges)
        return candidates, settle(candidates, probabilities, model.policies)

    def _fillings(
        self, analysis: Analysis, mentions: Mapping[str, Candidate], events: Sequence[Candidate]
    ) -> dict[int, list[Filling]]:
        """The arguments that stand, by the token of the trigger."""
        found: dict[int, list[Filling]] = {}
        if any(tag.startswith(ROLE) for tag in self.model.policies) or any(one.rule is None for one in events):
            everything = possible(scenes(analysis, mentions.items(), events), self.model.judges.roles)
            for one in fill(everything, self.model.policies):
                found.setdefault(one.deed.at, []).append(one)
        return found


class _Writer:
    """Writes candidates as suggestions for one article."""

    def __init__(
        self,
        article: Article,
        source: Source,
        policies: Mapping[str, Policy],
        earlier: Iterable[SuggestedMention],
        candidates: Iterable[Candidate],
    ) -> None:
        self._article, self._source, self._policies = article, source, policies
        self._keys = {(one.label, one.text): one.identity_key for one in earlier if one.identity_key}
        self._judged = {one.rule.id for one in candidates if one.rule is not None}
        self._changes_roles = any(tag.startswith(ROLE) for tag in policies)

    def mention_id(self, one: Candidate) -> str:
        """The id of the rules' suggestion or of the one to be made."""
        if one.rule is not None:
            return one.rule.id
        return suggestion_id(self._article.id, "mention", one.label, (one.span,), NAME)

    def mention(self, one: Candidate, probability: float) -> Suggestion:
        """A new mention, or the rules' one with the score that it has now."""
        if one.rule is not None:
            return self._rated(one, one.rule, probability)
        text = one.span.of(self._article.text)
        return suggest_mention(
            self._article.id,
            self._article.text,
            one.span,
            one.label,
            source=self._source,
            score=_score(probability),
            reason=reason_of_candidate(one),
            identity_key=self._keys.get((one.label, text)),
        )

    def _rated(self, one: Candidate, rule: Suggestion, probability: float) -> Suggestion:
        trusted = self._policies.get(one.tag, OFF).keep > 0
        return replace(rule, score=_score(probability)) if trusted else rule

    def event(self, one: Candidate, probability: float, fillings: Sequence[Filling]) -> Suggestion:
        """A new event, or the rules' one with the score and the arguments that it has now."""
        if one.rule is None:
            return suggest_event(
                self._article.id,
                self._article.text,
                one.span,
                one.label,
                source=self._source,
                score=_score(probability),
                reason=reason_of_candidate(one),
                arguments=tuple(map(self._argument, fillings)),
                attributes=attributes_of(**{MODALITY: ACTUAL}),
            )
        rated = self._rated(one, one.rule, probability)
        if not self._changes_roles or not isinstance(rated, SuggestedEvent):
            return rated
        unjudged = (part for part in rated.arguments if part.mention_id not in self._judged)
        arguments = (*map(self._argument, fillings), *unjudged)
        return rated if arguments == rated.arguments else replace(rated, arguments=arguments)

    def _argument(self, one: Filling) -> SuggestedArgument:
        if one.rule is None:
            return SuggestedArgument(one.role, one.filler.id, _score(one.probability), reason_of_argument())
        trusted = self._policies.get(one.tag, OFF).keep > 0
        return replace(one.rule, score=_score(one.probability)) if trusted else one.rule


def _score(probability: float) -> float:
    """A probability as a score; never nothing, which would take the suggestion back."""
    return float(round(min(max(probability, _LEAST), 1.0), _EXACTNESS))
