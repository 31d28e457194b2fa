"""What a decision is about: a task without the words that lead to the next, and no thing made of a masthead's words."""

from tests.papers import letter, read_paper


def test_a_task_ends_before_the_words_that_lead_to_the_next() -> None:
    told = (
        "Kommunfullmäktige beslutade i april 2017 (STK-2016-871) att uppdra åt kommunstyrelsen att bygga en bro, samt att ge "
        "kommunstyrelsen i uppdrag att utreda en tunnel."
    )
    found = read_paper(letter(told), "1.txt")
    assert [point.task for point in found.points] == ["att bygga en bro", "att utreda en tunnel"]


def test_who_decided_a_directive_is_not_what_was_decided() -> None:
    text = "Malmö stad\nDirektiv\nBeslutat av kommunstyrelsen 2014-04-30\n\n# Direktiv för gatuträd\n\nSTK-2013-145\n"
    (point,) = read_paper(text, "1.txt").points
    assert (point.body, point.target) == ("Kommunstyrelsen", None)
