"""Models of a few words for the libraries of the optional suggesters: ``python -m … WHAT FOLDER`` makes one.

They are made by a process of their own, since the libraries warn when they are imported.
"""

import sys
from pathlib import Path

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
TAGS = {
    "زار": "O",
    "سامي": "B-PER",
    "حداد": "I-PER",
    "وال": "B-LOC",
    "##عراق": "O",
    "عدن": "B-LOC",
    "في": "O",
    ".": "O",
}
"""The tag that the classifier gives to each piece of a word it knows."""


def make_bert(folder: Path, positions: int) -> None:
    """A classifier whose every piece is its own embedding, so that its answers are known."""
    import torch
    from transformers import BertConfig, BertForTokenClassification

    vocabulary, tags = [*SPECIAL, *TAGS], sorted(set(TAGS.values()))
    size = len(vocabulary)
    model = BertForTokenClassification(
        BertConfig(
            vocab_size=size,
            hidden_size=size,
            num_hidden_layers=0,
            num_attention_heads=1,
            intermediate_size=4,
            max_position_embeddings=positions,
            id2label=dict(enumerate(tags)),
            label2id={tag: index for index, tag in enumerate(tags)},
        )
    )
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.dim() == 2 or parameter is model.classifier.bias:
                parameter.zero_()
        model.bert.embeddings.word_embeddings.weight.copy_(torch.eye(size) * 10)
        for index, piece in enumerate(vocabulary):
            model.classifier.weight[tags.index(TAGS.get(piece, "O")), index] = 5
    model.save_pretrained(folder)
    save_tokenizer(folder, vocabulary)


def save_tokenizer(folder: Path, vocabulary: list[str]) -> None:
    """A word-piece tokenizer of these pieces."""
    from transformers import BertTokenizer

    numbers = {piece: index for index, piece in enumerate(vocabulary)}
    BertTokenizer(vocab=numbers, do_lower_case=False, strip_accents=False).save_pretrained(folder)


def make_gliner(folder: Path) -> None:
    """A model with accidental weights: what it answers means nothing, but is of the right form."""
    import torch
    from gliner import GLiNER, GLiNERConfig
    from transformers import BertConfig

    vocabulary = [*SPECIAL, *TAGS, "person", "place"]
    encoder = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=128,
    )
    base = folder.with_name("encoder")
    encoder.save_pretrained(base)
    save_tokenizer(base, vocabulary)
    torch.manual_seed(0)
    config = GLiNERConfig(
        model_name=str(base),
        hidden_size=16,
        max_len=64,
        max_width=3,
        dropout=0.0,
        has_rnn=False,
        encoder_config=encoder.to_dict(),
    )
    GLiNER.from_config(config, backbone_from_pretrained=False).save_pretrained(folder)


def make_spacy(folder: Path) -> None:
    """A pipeline that knows one person and one city, and puts spans with scores into a group."""
    import spacy

    pipeline = spacy.blank("ar")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "سامي حداد"}, {"label": "GPE", "pattern": "عدن"}])
    spans = pipeline.add_pipe("span_ruler", config={"spans_key": "sc"})
    spans.add_patterns([{"label": "FACILITY", "pattern": "ميناء عدن"}])
    pipeline.to_disk(folder)


if __name__ == "__main__":
    what, place = sys.argv[1], Path(sys.argv[2])
    if what == "bert":
        make_bert(place, int(sys.argv[3]))
    else:
        {"gliner": make_gliner, "spacy": make_spacy}[what](place)
