"""Features of the learner in words for people."""

from model.messages import Message

_PLACES = {
    "0": Message("the word itself"),
    "-1": Message("the word before it"),
    "1": Message("the word after it"),
    "-2": Message("the second word before it"),
    "2": Message("the second word after it"),
}


def describe(name: str) -> Message:
    """A feature's name in words."""
    place = next((known for known in ("-1", "-2", "0", "1", "2") if _is_placed(name, known)), None)
    if place is not None:
        return _of_word(_PLACES[place], name[len(place) :])
    kind, _, value = name.partition("=")
    if kind in ("b", "n"):
        first, _, second = value.partition("|")
        return Message("“{first}” with “{second}” beside it", first=first, second=second)
    if kind == "zone":
        return Message("it stands in a line of the kind {zone}", zone=value)
    if kind == "quoted":
        return Message("it stands between quotation marks or brackets")
    if kind in ("r", "r-1", "r+1", "ri", "rd"):
        return Message("what the rules see here: {value}", value=value)
    if kind.startswith(("mB", "mI")):
        return Message("these words were confirmed before: {value}", value=name.partition(":")[2])
    if kind == "in":
        return Message("what it lies in: {value}", value=value)
    return Message("how frequent the type is")


def _is_placed(name: str, place: str) -> bool:
    return name.startswith(place) and name[len(place) : len(place) + 2] in _KINDS


_KINDS = frozenset(("w=", "c=", "z=", "x=", "s=", "k=", "+=", "-=", "l=", "e=", "ta"))


_TANWIN = "اً"


def _of_word(place: Message, feature: str) -> Message:
    kind, value = feature[:1], feature[2:]
    if kind == "w" and value == "^":
        return Message("{place} is none: the sentence begins", place=place)
    if kind == "w" and value == "$":
        return Message("{place} is none: the sentence ends", place=place)
    if kind == "w":
        return Message("{place} is “{value}”", place=place, value=value)
    if kind in "csk":
        return Message("{place} has the stem “{value}”", place=place, value=value)
    if kind == "x":
        return Message("what the lexicons say of {place}: {value}", place=place, value=value)
    if kind == "+":
        return Message("{place} begins with “{value}”", place=place, value=value)
    if kind in "-e":
        return Message("{place} ends in “{value}”", place=place, value=value)
    if kind == "t":
        return Message("{place} ends in “{value}”", place=place, value=_TANWIN)
    if kind == "l":
        return Message("{place} has {count} letters", one="{place} has one letter", place=place, count=int(value))
    return Message("the look of {place}: {value}", place=place, value=feature)
