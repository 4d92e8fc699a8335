"""The kinds of suggesters that need no network."""

from model.messages import Message
from model.suggest.optional.kinds import BUILTIN, PLUGIN, Kind
from model.suggest.optional.options import Option, OptionType
from model.suggest.optional.shared_options import MODEL, SCORE, STEM_ONLY, TIME

_HERE = "model.suggest.optional"
USUAL_LABELS = {
    "PER": "PERS",
    "PERSON": "PERS",
    "FACILITY": "FAC",
    "WORK_OF_ART": "PRODUCT",
    "MISC": "",
}
"""What labels of widespread tag sets are called in the news schema, where the names differ; MISC has no counterpart."""
USUAL_PROMPTS = {
    "person": "PERS",
    "organization": "ORG",
    "country, city or province": "GPE",
    "geographical place": "LOC",
    "building or facility": "FAC",
    "nationality or religious or political group": "NORP",
    "job title": "OCC",
    "law or treaty": "LAW",
    "weapon or product": "PRODUCT",
}
"""What a model that is asked in words is asked for unless an entry says otherwise."""
FETCH = Option(
    "fetch",
    OptionType.FLAG,
    Message("May be fetched"),
    Message("Whether a model that is not on this machine may be fetched from huggingface.co. No text is sent."),
    False,
)
_BATCH = Option(
    "batch",
    OptionType.WHOLE,
    Message("Pieces at once"),
    Message("How many pieces of an article are read at once: more are faster and need more memory."),
    8,
    least=1,
    most=256,
)
_CATALOGUED = Message("A path on this machine, or a name that camel_data --list shows.")

BUILTIN_KIND = Kind(
    BUILTIN,
    Message("Built in"),
    Message("One of Tawsim’s own suggesters. It can be switched off."),
)
PLUGIN_KIND = Kind(
    PLUGIN,
    Message("Plug-in"),
    Message("A suggester of an installed package. It can be switched off."),
)
CAMEL_MORPHOLOGY = Kind(
    "camel-morphology",
    Message("camel-tools: morphology"),
    Message("Names and inflected triggers from a dictionary of Arabic words. Its suggestions are guesses."),
    f"{_HERE}.camel_morphology:make",
    options=(
        Option("database", OptionType.PATH_OR_NAME, Message("Database"), _CATALOGUED, "", required=True),
        Option(
            "backoff",
            OptionType.CHOICE,
            Message("Words that it does not know"),
            Message("NONE leaves them alone; NOAN_PROP takes them for proper nouns, which finds foreign names."),
            "NONE",
            choices=("NONE", "NOAN_PROP"),
        ),
        Option(SCORE.name, SCORE.type, SCORE.title, SCORE.description, 0.3, least=0, most=1),
        TIME,
    ),
    extra="morphology",
    modules=("cachetools", "docopt", "editdistance", "muddler", "pyrsistent", "requests", "tabulate", "tqdm"),
)
CAMEL_NER = Kind(
    "camel-ner",
    Message("camel-tools: names"),
    Message("Names by the neural recogniser of camel-tools, or a model that was trained for it."),
    f"{_HERE}.camel_ner:make",
    options=(Option("model", MODEL.type, MODEL.title, _CATALOGUED, "", required=True), STEM_ONLY, SCORE, TIME),
    extra="neural",
    modules=("torch", "transformers", "pyrsistent", "requests", "tqdm"),
    labels=USUAL_LABELS,
)
HUGGING_FACE = Kind(
    "huggingface",
    Message("Hugging Face: token classifier"),
    Message("Any model that gives each word a label: a folder, or a name on huggingface.co."),
    f"{_HERE}.hugging_face:make",
    options=(MODEL, FETCH, _BATCH, STEM_ONLY, TIME),
    extra="neural",
    modules=("torch", "transformers"),
    labels=USUAL_LABELS,
)
SPACY = Kind(
    "spacy",
    Message("spaCy"),
    Message("A pipeline of spaCy with entities or groups of spans: a folder, or an installed package."),
    f"{_HERE}.spacy_pipeline:make",
    options=(
        MODEL,
        Option(
            "span_group",
            OptionType.TEXT,
            Message("Group of spans"),
            Message("The group whose spans are suggested beside the entities; sc is what spancat uses."),
            "sc",
        ),
        STEM_ONLY,
        SCORE,
        TIME,
    ),
    extra="spacy",
    modules=("spacy",),
    labels=USUAL_LABELS,
)
GLINER = Kind(
    "gliner",
    Message("GLiNER"),
    Message("A model that looks for whatever labels it is given in words."),
    f"{_HERE}.gliner_model:make",
    options=(
        MODEL,
        FETCH,
        Option(
            "threshold",
            OptionType.NUMBER,
            Message("Least score"),
            Message("What the model is less sure of is not suggested."),
            0.5,
            least=0,
            most=1,
        ),
        Option(
            "nested",
            OptionType.FLAG,
            Message("Nested"),
            Message("Whether a suggestion may lie within another."),
            True,
        ),
        STEM_ONLY,
        TIME,
    ),
    extra="gliner",
    modules=("gliner",),
    labels=USUAL_PROMPTS,
    asks_for_labels=True,
)

LOCAL_KINDS = {
    kind.name: kind for kind in (BUILTIN_KIND, PLUGIN_KIND, CAMEL_MORPHOLOGY, CAMEL_NER, HUGGING_FACE, SPACY, GLINER)
}
