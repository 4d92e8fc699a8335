"""The kinds of suggesters that ask a server."""

from model.messages import Message
from model.suggest.optional.kinds import ADDRESS, Kind
from model.suggest.optional.local import USUAL_LABELS
from model.suggest.optional.options import Option, OptionType
from model.suggest.optional.shared_options import SCORE, TIME
from storage.remote.access import KEY_FILE, KEY_VARIABLE, TIMEOUT, TRIES
from storage.remote.chat import JSON_SCHEMA, NO_TEMPERATURE, STRUCTURES

_SLOW_TIME = Option(TIME.name, TIME.type, TIME.title, TIME.description, 300.0, least=1, most=3600)
_ACCESS = (KEY_VARIABLE, KEY_FILE, TIMEOUT, TRIES)
ASKED_LABELS = ("PERS", "NORP", "OCC", "ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT", "WEBSITE")
"""Labels of the news schema that a language model is asked for unless an entry says otherwise: times and numbers are
better left to the built-in suggesters."""

CHAT = Kind(
    "chat",
    Message("Language model (OpenAI-compatible)"),
    Message("A language model behind a chat endpoint: on this machine (llama.cpp, Ollama, vLLM) or elsewhere."),
    "storage.remote.chat:make",
    options=(
        Option(
            ADDRESS,
            OptionType.TEXT,
            Message("Address"),
            Message("Where the endpoint is; /chat/completions is added."),
            "http://127.0.0.1:11434/v1",
            required=True,
        ),
        Option("model", OptionType.TEXT, Message("Model"), Message("Its name at the endpoint."), "", required=True),
        Option(
            "structure",
            OptionType.CHOICE,
            Message("Form of answers"),
            Message("json_schema holds the model to the exact form; take json_object or none if the endpoint cannot."),
            JSON_SCHEMA,
            choices=STRUCTURES,
        ),
        Option(
            "characters",
            OptionType.WHOLE,
            Message("Characters at once"),
            Message("Longer articles are sent in pieces of whole sentences."),
            3000,
            least=200,
            most=100_000,
        ),
        Option(
            "temperature",
            OptionType.NUMBER,
            Message("Temperature"),
            Message("0 gives the same answer each time; -1 sends none, for models that refuse it."),
            0.0,
            least=NO_TEMPERATURE,
            most=2,
        ),
        Option(
            "instructions",
            OptionType.LONG_TEXT,
            Message("Further instructions"),
            Message("Added to what the model is told, such as what your project does not tag."),
            "",
        ),
        *_ACCESS,
        SCORE,
        _SLOW_TIME,
    ),
    labels={label: label for label in ASKED_LABELS},
    asks_for_labels=True,
    sends_text=True,
)
LABEL_STUDIO = Kind(
    "label-studio",
    Message("ML backend of Label Studio"),
    Message("A server that was written for Label Studio and predicts labels on text."),
    "storage.remote.label_studio_client:make",
    options=(
        Option(
            ADDRESS,
            OptionType.TEXT,
            Message("Address"),
            Message("Where the backend is; /setup and /predict are added."),
            "http://127.0.0.1:9090",
            required=True,
        ),
        Option(
            "config",
            OptionType.LONG_TEXT,
            Message("Labelling configuration"),
            Message("The XML that the backend was written for; without it, one is made from the labels."),
            "",
        ),
        Option(
            "field",
            OptionType.TEXT,
            Message("Field of the text"),
            Message("What the configuration calls it, without the dollar sign."),
            "text",
            required=True,
        ),
        Option("user", OptionType.TEXT, Message("User"), Message("Only if the backend asks for one."), ""),
        *_ACCESS,
        SCORE,
        _SLOW_TIME,
    ),
    labels={**{label: label for label in ASKED_LABELS}, **USUAL_LABELS},
    asks_for_labels=True,
    sends_text=True,
)

REMOTE_KINDS = {kind.name: kind for kind in (CHAT, LABEL_STUDIO)}
