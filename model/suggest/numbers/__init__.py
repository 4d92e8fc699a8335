"""Numbers of a text with their values: CARDINAL, ORDINAL, PERCENT, MONEY, QUANTITY."""

from model.suggest.numbers.find import NumberExpression, find_numbers

__all__ = ["NumberExpression", "find_numbers"]
