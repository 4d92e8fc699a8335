"""Mentions by a token classifier in the format of Hugging Face."""

import os
from collections.abc import Iterator
from typing import Any

from model.article import Article
from model.errors import TawsimError
from model.messages import Message
from model.suggest.context import Context, Suggester
from model.suggest.optional.found import Finding, FindingSuggester, Found
from model.suggest.optional.stems import without_particles
from model.suggest.optional.tags import TaggedWord, stretches
from model.suggest.optional.windows import encodable, windows
from model.suggest.settings import SuggesterEntry
from model.suggestion import Source
from model.text.span import Span

MOST_PIECES = 512
"""Pieces that are read at once where the model says nothing else."""
RESERVED_POSITIONS = 2
"""Positions that some models (RoBERTa's kind) count and cannot use."""


def make(entry: SuggesterEntry, source: Source) -> Suggester:
    """The suggester of an entry; loads the model."""
    classifier = TokenClassifier(entry.text("model"), fetch=entry.flag("fetch"), batch=entry.whole("batch"))
    stem_only = entry.flag("stem_only")

    def find(article: Article, context: Context) -> Finding:
        found = classifier.found_in(encodable(article.text), list(windows(context.sentences, article.text)))
        return Finding(tuple(without_particles(one, context) if stem_only else one for one in found))

    return FindingSuggester(entry, source, find, Message("the model {model} says so", model=entry.text("model")))


def quiet_environment(*, fetch: bool) -> None:
    """Keep the libraries from showing progress and, unless they may fetch, from asking the network."""
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    os.environ["TRANSFORMERS_VERBOSITY"] = "error"
    os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    if not fetch:
        os.environ["HF_HUB_OFFLINE"] = "1"


def unloadable(model: str, error: Exception, *, fetch: bool) -> TawsimError:
    """That a model cannot be loaded, and what may help."""
    first = str(error).strip().partition("\n")[0]
    if fetch:
        return TawsimError(Message("The model “{model}” cannot be loaded: {reason}", model=model, reason=first))
    return TawsimError(
        Message(
            "The model “{model}” cannot be loaded from this machine: {reason} (Fetching models is not allowed.)",
            model=model,
            reason=first,
        )
    )


class TokenClassifier:
    """A model with its tokenizer; tags every word by its first piece."""

    def __init__(self, model: str, *, fetch: bool, batch: int) -> None:
        quiet_environment(fetch=fetch)
        from transformers import AutoModelForTokenClassification, AutoTokenizer

        try:
            self._tokenizer = AutoTokenizer.from_pretrained(model, local_files_only=not fetch)
            self._model = AutoModelForTokenClassification.from_pretrained(model, local_files_only=not fetch).eval()
        except (OSError, ValueError, KeyError) as error:
            raise unloadable(model, error, fetch=fetch) from error
        if not self._tokenizer.is_fast:
            raise TawsimError(Message("The tokenizer of “{model}” does not say where its pieces are.", model=model))
        self._labels: dict[int, str] = self._model.config.id2label
        self._batch = batch
        positions = getattr(self._model.config, "max_position_embeddings", MOST_PIECES + RESERVED_POSITIONS)
        self._most = min(self._tokenizer.model_max_length, MOST_PIECES, positions - RESERVED_POSITIONS)

    def found_in(self, text: str, pieces: list[Span]) -> Iterator[Found]:
        """What the model finds in these pieces of a text."""
        for first in range(0, len(pieces), self._batch):
            batch = pieces[first : first + self._batch]
            for piece, words in zip(batch, self._words([piece.of(text) for piece in batch]), strict=True):
                moved = (TaggedWord(w.start + piece.start, w.end + piece.start, w.tag, w.score) for w in words)
                yield from stretches(moved, text)

    def _words(self, texts: list[str]) -> list[list[TaggedWord]]:
        """The tagged words of each text. What is too long for the model is read in overlapping parts."""
        import torch

        encoded = self._tokenizer(
            texts,
            truncation=True,
            max_length=self._most,
            stride=self._most // 4,
            padding=True,
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
            return_tensors="pt",
        )
        offsets = encoded.pop("offset_mapping").tolist()
        texts_of_rows = encoded.pop("overflow_to_sample_mapping").tolist()
        with torch.inference_mode():
            scores = self._model(**encoded).logits.softmax(dim=-1)
        best = scores.max(dim=-1)
        found: list[dict[int, TaggedWord]] = [{} for _ in texts]
        for row, text in enumerate(texts_of_rows):
            tags = [self._labels[index] for index in best.indices[row].tolist()]
            parts = zip(encoded.word_ids(row), offsets[row], tags, best.values[row].tolist(), strict=True)
            _add_words(found[text], parts)
        return [[words[index] for index in sorted(words)] for words in found]


def _add_words(words: dict[int, TaggedWord], parts: Any) -> None:
    """Add the words of one row; of a word that an earlier row had, the earlier tag stays."""
    known = frozenset(words)
    for index, (start, end), tag, score in parts:
        if index is None or index in known or start == end:
            continue
        first = words.get(index, TaggedWord(start, end, tag, score))
        words[index] = TaggedWord(first.start, max(first.end, end), first.tag, first.score)
