"""The one error users see."""


class InputError(ValueError):
    """Bad input, told in one sentence: what is wrong, where, and what to do."""
