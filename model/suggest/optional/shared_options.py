"""Options that several kinds of suggesters have."""

from model.messages import Message
from model.suggest.optional.kinds import TIME_LIMIT
from model.suggest.optional.options import Option, OptionType

MODEL = Option(
    "model",
    OptionType.PATH_OR_NAME,
    Message("Model"),
    Message("A folder on this machine, or the name of a model that is installed."),
    "",
    required=True,
)
TIME = Option(
    TIME_LIMIT,
    OptionType.NUMBER,
    Message("Seconds an article may take"),
    Message("After this long the suggester is stopped and the others go on."),
    60.0,
    least=1,
    most=3600,
)
SCORE = Option(
    "score",
    OptionType.NUMBER,
    Message("How sure it counts"),
    Message("The score of its suggestions, 0 to 1, where it gives none itself."),
    0.6,
    least=0,
    most=1,
)
STEM_ONLY = Option(
    "stem_only",
    OptionType.FLAG,
    Message("Leave out joined particles"),
    Message("Whether a suggestion starts after و، ف، ب، ل، ك where a shorter form of the word is known to be meant."),
    True,
)
