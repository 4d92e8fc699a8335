"""How to search, on one page."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from model.messages import Message
from ui.language import isolated, say, tr
from ui.parts.tables import fill_table, text_table
from ui.theme.spacing import grid

EXAMPLES = (
    ("عراق", Message("the word, also as العراق, والعراق, للعراق or عراقنا, never within عراقية")),
    ("وزير خارجية", Message("words side by side")),
    ('"العراق"', Message("exactly this, nothing written together with it")),
    ("عراق*", Message("a star stands for any letters")),
    ("قال|أعلن", Message("one of these")),
    ("/س.د.ن/", Message("a regular expression over folded text; with r behind it over the text as written")),
    ("PERS   نوع:شخص", Message("tags of a type, confirmed ones and open suggestions")),
    ("[PERS open]   [شخص مقترح]", Message("with a state: confirmed, open, rejected, skipped")),
    ("identity:mosul   هوية:الموصل", Message("by the key or name of the identity")),
    ("role:actor   دور:الفاعل", Message("by the role of a mention or event")),
    ("[CONSULT modality:future]", Message("by an attribute")),
    ("[PERS text:حداد]", Message("by a word within the tag")),
    ("PERS before قال   [شخص] قبل:5 قال", Message("one after another, with at most 10 words between, or 5")),
    ("PERS before @قال", Message("@ marks what rows are aligned on and what is tagged")),
)


class SearchHelp(QDialog):
    """The query language by examples."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How to search"))
        heading = QLabel(tr("Vowel signs, hamza forms and the like make no difference."), self)
        heading.setWordWrap(True)
        table = text_table(self, tr("How to search"), (tr("What it finds"), tr("Query")))
        fill_table(table, [(say(meaning), isolated(query)) for query, meaning in EXAMPLES])
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (heading, table, buttons):
            layout.addWidget(part)
        self.resize(grid(190), grid(125))


def show_help(parent: QWidget) -> None:
    """Show it until it is closed."""
    dialog = SearchHelp(parent)
    dialog.exec()
    dialog.deleteLater()
