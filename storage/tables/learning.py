"""What was learned from the annotators' work."""

from datetime import datetime

from sqlalchemy import Integer, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class LearnedModelRow(Base):
    """One trained model, its bytes as ``LearnedModel.to_bytes`` gives them; the report stands within them."""

    __tablename__ = "learned_models"
    __table_args__ = (UniqueConstraint("version"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    version: Mapped[str]
    trained_at: Mapped[datetime]
    lessons: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)
