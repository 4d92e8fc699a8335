"""Every action of the workbench, with its name, its group and the keys it has by default."""

from dataclasses import dataclass
from enum import StrEnum

from model.messages import Message
from ui.keys.chord import Chord, chord_of_text


class Group(StrEnum):
    """Parts of the list of keys."""

    ANSWER = "answer"
    MOVE = "move"
    TAG = "tag"
    EDGES = "edges"
    WINDOW = "window"


GROUP_NAMES = {
    Group.ANSWER: Message("Answering suggestions"),
    Group.MOVE: Message("Moving"),
    Group.TAG: Message("Tagging"),
    Group.EDGES: Message("Edges of a tag"),
    Group.WINDOW: Message("Window and project"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something the user can do. ``keys`` are its default chords."""

    name: str
    title: Message
    group: Group
    keys: tuple[Chord, ...] = ()


def _action(name: str, title: Message, group: Group, *keys: str) -> Action:
    return Action(name, title, group, tuple(map(chord_of_text, keys)))


_FIXED = (
    _action("accept", Message("Accept the suggestion"), Group.ANSWER, "Space"),
    _action("reject", Message("Reject the suggestion, or delete the tag"), Group.ANSWER, "X", "Delete", "Backspace"),
    _action("reject_in_article", Message("Reject here and in the whole article"), Group.ANSWER, "Alt+X"),
    _action("reject_everywhere", Message("Reject here and everywhere"), Group.ANSWER, "Shift+X"),
    _action("why", Message("Why this was suggested"), Group.ANSWER, "Y"),
    _action("skip", Message("Skip the suggestion"), Group.ANSWER, "S"),
    _action("accept_all", Message("Accept all above the threshold"), Group.ANSWER, "A"),
    _action("done", Message("Article done, go to the next"), Group.ANSWER, "Return"),
    _action("reopen", Message("Article not done after all"), Group.ANSWER, "Shift+Return"),
    _action("undo", Message("Undo"), Group.ANSWER, "Z", "Ctrl+Z"),
    _action("redo", Message("Redo"), Group.ANSWER, "Shift+Z", "Ctrl+Shift+Z", "Ctrl+Y"),
    _action("next_question", Message("Next open suggestion"), Group.MOVE, "J"),
    _action("previous_question", Message("Previous open suggestion"), Group.MOVE, "K"),
    _action("forward", Message("Along the reading direction: next open suggestion"), Group.MOVE, "Left"),
    _action("backward", Message("Against the reading direction: previous one"), Group.MOVE, "Right"),
    _action("next_tag", Message("Next tag of any kind"), Group.MOVE, "Shift+J"),
    _action("previous_tag", Message("Previous tag of any kind"), Group.MOVE, "Shift+K"),
    _action("next_article", Message("Next article"), Group.MOVE, "Ctrl+Down"),
    _action("previous_article", Message("Previous article"), Group.MOVE, "Ctrl+Up"),
    _action("type_label", Message("Choose a type by name"), Group.TAG, "T"),
    _action("identity", Message("Link to an identity"), Group.TAG, "I"),
    _action("role", Message("Give a role: then the number of the role, then that of the mention"), Group.TAG, "R"),
    _action("modality", Message("Next modality of the event"), Group.TAG, "M"),
    _action("value", Message("Edit the value"), Group.TAG, "V"),
    _action("same_everywhere", Message("The same everywhere: at every equal place"), Group.TAG, "E"),
    _action("note", Message("Write a note"), Group.TAG, "N"),
    _action("zone", Message("Say what the line is"), Group.TAG, "L"),
    _action("cover_selection", Message("Let the tag cover the selected text"), Group.EDGES, "Q"),
    _action("start_earlier", Message("Start one letter earlier"), Group.EDGES, "["),
    _action("start_later", Message("Start one letter later"), Group.EDGES, "]"),
    _action("end_earlier", Message("End one letter earlier"), Group.EDGES, "Shift+["),
    _action("end_later", Message("End one letter later"), Group.EDGES, "Shift+]"),
    _action("start_earlier_clitic", Message("Start one clitic earlier"), Group.EDGES, "Alt+["),
    _action("start_later_clitic", Message("Start one clitic later"), Group.EDGES, "Alt+]"),
    _action("end_earlier_clitic", Message("End one clitic earlier"), Group.EDGES, "Alt+Shift+["),
    _action("end_later_clitic", Message("End one clitic later"), Group.EDGES, "Alt+Shift+]"),
    _action("start_earlier_word", Message("Start one word earlier"), Group.EDGES, "Ctrl+["),
    _action("start_later_word", Message("Start one word later"), Group.EDGES, "Ctrl+]"),
    _action("end_earlier_word", Message("End one word earlier"), Group.EDGES, "Ctrl+Shift+["),
    _action("end_later_word", Message("End one word later"), Group.EDGES, "Ctrl+Shift+]"),
    _action("keys", Message("List of keys"), Group.WINDOW, "F1"),
    _action("search", Message("Search the articles"), Group.WINDOW, "Ctrl+F", "Ctrl+K"),
    _action("concordance", Message("Concordance: search words and tags in all articles"), Group.WINDOW, "Ctrl+Shift+F"),
    _action("left_rail", Message("Show or hide suggestions and tag"), Group.WINDOW, "F8"),
    _action("right_rail", Message("Show or hide the articles"), Group.WINDOW, "F9"),
    _action("ghosts", Message("Show or hide rejected suggestions"), Group.WINDOW, "G"),
    _action("boilerplate", Message("Fold or unfold the page's interface lines"), Group.WINDOW, "B"),
    _action("arcs", Message("Arcs of all events, or of the current one"), Group.WINDOW, "C"),
    _action("larger", Message("Larger text"), Group.WINDOW, "Ctrl+="),
    _action("smaller", Message("Smaller text"), Group.WINDOW, "Ctrl+-"),
    _action("usual_size", Message("Usual text size"), Group.WINDOW, "Ctrl+0"),
    _action("switch_language", Message("Arabic or English interface"), Group.WINDOW, "Ctrl+Shift+L"),
    _action("switch_scheme", Message("Light or dark"), Group.WINDOW, "Ctrl+Shift+D"),
    _action("import", Message("Import pages"), Group.WINDOW, "Ctrl+I"),
    _action("paste_article", Message("Paste or type an article"), Group.WINDOW, "Ctrl+Shift+V"),
    _action("export", Message("Export"), Group.WINDOW, "Ctrl+E"),
    _action("new_project", Message("New project"), Group.WINDOW, "Ctrl+N"),
    _action("open_project", Message("Open a project"), Group.WINDOW, "Ctrl+O"),
    _action("rejections", Message("Remembered rejections"), Group.WINDOW, "Ctrl+Shift+X"),
    _action("learner", Message("What was learned"), Group.WINDOW, "Ctrl+L"),
    _action("take_learned", Message("Let what was learned suggest"), Group.WINDOW, "F5"),
    _action("suggesters", Message("Suggesters"), Group.WINDOW, "Ctrl+Shift+S"),
    _action("schema", Message("Schema: types, roles and lines"), Group.WINDOW, "Ctrl+Shift+T"),
    _action("checks", Message("Consistency of the project"), Group.WINDOW, "Ctrl+Shift+C"),
    _action("guidelines", Message("Show or hide the guidelines"), Group.WINDOW, "F2"),
    _action("scores", Message("Scores of the suggesters in this project"), Group.WINDOW, "Ctrl+R"),
    _action("tour", Message("A tour in five steps"), Group.WINDOW),
    _action("retry_saving", Message("Try to save again"), Group.WINDOW),
    _action("quit", Message("Quit"), Group.WINDOW, "Ctrl+Q"),
)

_MENTION_KEYS = tuple(
    _action(f"mention_{digit}", Message("Mention type of key {digit}", digit=digit), Group.TAG, digit)
    for digit in "123456789"
)
_EVENT_KEYS = tuple(
    _action(f"event_{digit}", Message("Event type of key {digit}", digit=digit), Group.TAG, f"Shift+{digit}")
    for digit in "123456789"
)

ACTIONS = {action.name: action for action in (*_FIXED, *_MENTION_KEYS, *_EVENT_KEYS)}
"""All actions by name, in the order of the list of keys."""
