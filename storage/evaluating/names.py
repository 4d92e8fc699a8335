"""What measures, ways of matching and differences are called, in the terminal and in the report."""

from model.evaluation.calibration import Kind
from model.evaluation.coders import Part
from model.evaluation.differences import Deviation, Difference
from model.evaluation.scores import Way
from model.messages import Message

MEASURE_NAMES = {
    "entities strict": Message("entities strict"),
    "entities span only": Message("entities span only"),
    "entities overlap": Message("entities overlap"),
    "entities outermost": Message("entities outermost"),
    "entities nested": Message("entities nested"),
    "PERS ORG GPE LOC strict": Message("PERS ORG GPE LOC strict"),
    "entities and times strict": Message("entities and times strict"),
    "times span+type": Message("times span+type"),
    "times span+value": Message("times span+value"),
    "events trigger+type": Message("events trigger+type"),
    "events trigger": Message("events trigger"),
    "events overlap": Message("events overlap"),
    "arguments": Message("arguments"),
    "identity pairs (within page)": Message("identity pairs (within page)"),
}
DIFFERENCE_NAMES = {
    Difference.MISSED: Message("missed"),
    Difference.FALSE: Message("false"),
    Difference.VALUE: Message("value"),
    Difference.ARGUMENT_MISSED: Message("argument missed"),
    Difference.ARGUMENT_FALSE: Message("argument false"),
    Difference.ZONE: Message("zone"),
}
WAY_NAMES = {
    Way.STRICT: Message("strict"),
    Way.SPAN: Message("span only"),
    Way.OVERLAP: Message("overlap"),
    Way.OUTERMOST: Message("outermost"),
    Way.NESTED: Message("nested"),
}
KIND_NAMES = {Kind.MENTIONS: Message("mentions"), Kind.EVENTS: Message("events")}
PART_NAMES = {
    Part.TRIGGER: Message("trigger"),
    Part.ACTOR: Message("actor"),
    Part.RECIPIENT: Message("recipient"),
}


def suggester_behind(one: Deviation) -> str:
    """Name and version of who suggested it; empty when nobody did."""
    return f"{one.evidence.suggester} {one.evidence.version}" if one.evidence else ""


def sentences_told(count: int) -> Message:
    """How many sentences there are."""
    return Message("{count} sentences", one="one sentence", count=count)
