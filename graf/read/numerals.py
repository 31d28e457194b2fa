"""The numbers of lists as they are printed: figures, letters, Roman."""

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def printed(number: int, form: str) -> str:
    """A number in one of Word's forms.

    >>> printed(3, "decimal"), printed(3, "lowerLetter"), printed(4, "upperRoman"), printed(3, "decimalZero")
    ('3', 'c', 'IV', '03')
    """
    if form.endswith("Letter") and number > 0:
        letters = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form.startswith("upper") else letters
    if form.endswith("Roman") and 0 < number < 40:
        return _roman(number).upper() if form.startswith("upper") else _roman(number)
    return "" if form == "none" else f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    value, letters = next(((value, letters) for value, letters in _ROMAN if value <= number), (0, ""))
    return letters + _roman(number - value) if value else ""
