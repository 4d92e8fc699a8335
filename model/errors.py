"""Errors that a person can meet: each carries a message for them."""

from model.messages import Message


class TawsimError(Exception):
    """Something a person can understand and mend: what happened, what was kept, what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message.english()
