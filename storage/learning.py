"""Learning from the work in a project: its lessons, and what is learned from them."""

from collections.abc import Callable

from model.article import ArticleState
from model.messages import Message
from model.suggest.learned import Learned
from model.suggest.learner.learned_model import LearnedModel
from model.suggest.learner.lesson import Lesson, lesson_of_sheet
from model.suggest.learner.report import Report
from model.suggest.learner.starter import starter
from model.suggest.learner.training import train
from storage.learned_models import NothingToLearnError, Trained
from storage.project import Project
from storage.queue import QueueQuery, QueueSort
from storage.suggesting.learner_choice import OFF, LearnerChoice

MOST_LESSONS = 400
"""Articles to learn from, the latest of a larger project: more of them would take minutes and teach little."""
_WORKED_ON = (ArticleState.DONE, ArticleState.STARTED)


def lessons_of(project: Project) -> list[Lesson]:
    """The work on the latest articles that hold any, in order of import."""
    query = QueueQuery(states=_WORKED_ON, sort=QueueSort.IMPORTED, descending=True, limit=MOST_LESSONS)
    article_ids = [row.id for row in reversed(project.queue(query))]
    lessons = [
        lesson_of_sheet(article, sheet, project.suggestions(article.id))
        for article, sheet in project.iter_sheets(article_ids)
    ]
    return [lesson for lesson in lessons if lesson.mentions or lesson.events or lesson.rejected]


def learn(
    project: Project,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[float], None] = lambda _: None,
) -> Learned:
    """What the work in a project teaches. Raises NothingToLearnError, or TrainingCancelledError."""
    lessons = lessons_of(project)
    if not lessons:
        raise NothingToLearnError(
            Message("There is nothing to learn from yet: accept, correct or reject some suggestions first.")
        )
    model = train(lessons, cancelled=cancelled, progress=progress)
    return Learned(model.to_bytes(), project.known_names(), len(lessons))


def report_of(project: Project, choice: LearnerChoice) -> Report | None:
    """What the training of a project's choice found out about itself; None without a learner."""
    if choice.is_own:
        model = Learned.from_bytes(project.model_content(choice.use), choice.use).model
    elif choice == LearnerChoice(OFF):
        return None
    else:
        model = starter()
    return LearnedModel.from_bytes(model, choice.use).report


def learn_at(place: str) -> Trained:
    """The same for the project at a place, opened for reading: what a process of its own does for a window."""
    with Project.open(place, read_only=True) as project:
        learned = learn(project)
    policies = LearnedModel.from_bytes(learned.model, place).policies
    labels = tuple(sorted(tag for tag, policy in policies.items() if policy.is_on))
    return Trained(learned.version, learned.to_bytes(), learned.lessons, labels)
