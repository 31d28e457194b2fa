"""What a decision is about: a task without the words that lead to the next, and no thing made of a masthead's words."""

import re

import pytest

from tests.papers import item, letter, minutes, read_paper


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


# what the tasks of one sentence are; "|" stands between two
TASKS = [
    pytest.param("ta fram riktlinjer för bidrag samt | organisera och bemanna en stödfunktion", id="two verbs, two objects"),
    pytest.param("att ta fram riktlinjer för bidrag och | att bygga upp en stödfunktion", id="'att' opens the second"),
    pytest.param("att utarbeta en modell som alla skolor följer samt | att anställa en samordnare", id="'som' and 'att'"),
    pytest.param("att dels ta fram en plan för parker, dels | inrätta en tjänst som trädvårdare", id="dels and dels"),
    pytest.param("att ta fram en plan, | anställa en trädvårdare samt | köpa en lind", id="a list of three"),
    pytest.param("att ta fram en plan för parker; | inrätta en tjänst", id="a semicolon"),
    pytest.param("att utreda och kartlägga behovet av lekplatser", id="one object of two verbs"),
    pytest.param("att utreda samt kartlägga behovet av lekplatser", id="one object, joined by 'samt'"),
    pytest.param("att utreda lekplatserna i norr och ta fram en plan", id="a plain 'och' leads on"),
    pytest.param("att ta fram en plan för parker samt genomföra den", id="a pronoun takes up the first object"),
    pytest.param("att genomföra ett försök med nattbuss samt utvärdera försöket", id="its definite form takes it up"),
    pytest.param("att utreda behovet av lekplatser samt återkomma med förslag", id="to report is how the task is answered"),
    pytest.param("att se över hur staden samarbetar och att föreslå en modell", id="to propose is how it is answered"),
    pytest.param("att ta fram en plan för att minska utsläppen samt öka återbruket", id="'för att' may govern both"),
    pytest.param("att se över hur staden ska sköta arbetet samt bemanna receptionen", id="'ska' may govern both"),
    pytest.param("att säkerställa att reglerna följs samt att utbilda personalen", id="'säkerställa att' may govern both"),
    pytest.param("att ta fram riktlinjer för bidrag samt andra stöd", id="a second object of one verb"),
    pytest.param("att ta fram riktlinjer för bidrag samt berörda nämnder", id="no verb behind 'samt'"),
    pytest.param("att ta fram en plan, anställa en trädvårdare", id="a comma alone joins nothing"),
]


@pytest.mark.parametrize("words", TASKS)
def test_tasks_with_objects_of_their_own_are_apart_and_in_doubt_are_one(words: str) -> None:
    told = f"Kommunstyrelsen uppdrar åt stadskontoret {words.replace('| ', '')}."
    opened = words if words.startswith("att") else words.removeprefix("att ")
    wanted = [re.sub(r"(?:,? (?:samt|och|dels)|[,;])+$", "", part.strip()) for part in opened.split("|")]
    found = read_paper(minutes(item(1, "STK-2017-488", told)), "1.txt")
    assert [point.task for point in found.points] == wanted
    assert len({point.evidence.quote for point in found.points}) == 1


DEADLINES = [
    pytest.param("att senast mars 2018 ta fram riktlinjer samt inrätta en tjänst", ["2018-03", "2018-03"], id="before both"),
    pytest.param("att ta fram riktlinjer samt senast mars 2018 inrätta en tjänst", [None, "2018-03"], id="of the second"),
    pytest.param("att ta fram riktlinjer senast mars 2018 samt inrätta en tjänst", ["2018-03", None], id="of the first"),
    pytest.param("att ta fram riktlinjer samt köpa en lind, senast mars 2018", ["2018-03", "2018-03"], id="apart, at the end"),
    pytest.param(
        "att ta fram riktlinjer senast mars 2018 samt inrätta en tjänst senast maj 2019",
        ["2018-03", "2019-05"],
        id="one of each",
    ),
    pytest.param(
        "att ta fram riktlinjer samt inrätta en tjänst. Uppdraget ska redovisas senast den 1 mars 2018",
        ["2018-03-01", "2018-03-01"],
        id="in the next sentence",
    ),
]


@pytest.mark.parametrize(("words", "deadlines"), DEADLINES)
def test_a_deadline_is_that_of_the_task_it_stands_with_or_of_all(words: str, deadlines: list[str | None]) -> None:
    told = f"Kommunstyrelsen uppdrar åt stadskontoret {words}."
    found = read_paper(minutes(item(1, "STK-2017-488", told)), "1.txt")
    assert [p.deadline and p.deadline.edtf for p in found.points if p.task and "redovisas" not in p.task] == deadlines


def test_a_text_that_is_no_sentence_is_left_whole() -> None:
    told = "Kommunstyrelsen uppdrar åt stadskontoret att köpa lindar" + ", köpa lindar samt köpa bänkar" * 200 + "."
    (point,) = read_paper(minutes(item(1, "STK-2017-488", told)), "1.txt").points
    assert point.task


SHORTENED = [
    pytest.param(
        "Kommunstyrelsen antar riktlinjer för bl.a. parker och torg.", "riktlinjer för bl.a. parker och torg", id="bl.a."
    ),
    pytest.param("Riktlinjer för t.ex. Slottsparken antas.", "Riktlinjer för t.ex. Slottsparken", id="t.ex., before its verb"),
    pytest.param("Kommunstyrelsen antar taxa för parker m.m.", "taxa för parker m.m.", id="m.m. at the end keeps its point"),
    pytest.param("Reglementet för torg m.fl. platser upphävs.", "Reglementet för torg m.fl. platser", id="m.fl."),
    pytest.param("Kommunstyrelsen antar en plan för s.k. Snabba spår.", "plan för s.k. Snabba spår", id="s.k. and a name"),
    pytest.param("Kommunstyrelsen upphäver planen i dnr. 191/2012.", "planen i dnr. 191/2012", id="dnr."),
    pytest.param("Kommunstyrelsen ändrar 3 kap. 5 § i reglementet.", "3 kap. 5 § i reglementet", id="kap."),
    pytest.param("Kommunstyrelsen ändrar 5 § st. 2 i reglementet.", "5 § st. 2 i reglementet", id="st."),
    pytest.param("Kommunstyrelsen avvaktar med plan för bl.a. torg.", "plan för bl.a. torg", id="what is put off"),
    pytest.param("Kommunstyrelsen antar en plan. Ordföranden tackar.", "plan", id="a sentence's end is an end"),
]


@pytest.mark.parametrize(("words", "target"), SHORTENED)
def test_an_abbreviation_with_a_point_ends_no_target(words: str, target: str) -> None:
    found = read_paper(minutes(item(4, "STK-2012-191", words)), "1.txt").points
    assert found[0].target == target


WITHOUT_ATT = [
    pytest.param(
        "Skolnämnden har av regionstyrelsen fått ett budgetuppdrag, där den ska, ”plantera lindar i norr”.",
        "plantera lindar i norr",
        id="a clause that leads to a quotation",
    ),
    pytest.param(
        "Kommunfullmäktige gav nämnden ett uppdrag i budget 2023 som innebär att plantera lindar.",
        "att plantera lindar",
        id="a clause that says what it means",
    ),
    pytest.param(
        "Kommunfullmäktige gav nämnden i uppdrag att plantera lindar som ska ”växa”.",
        "att plantera lindar som ska ”växa”",
        id="a quotation within the task stays",
    ),
    pytest.param(
        "Kommunstyrelsen gav nämnden ett uppdrag om gröna tak (STK-2016-1).",
        "om gröna tak (STK-2016-1)",
        id="its subject alone",
    ),
]


@pytest.mark.parametrize(("words", "task"), WITHOUT_ATT)
def test_a_task_without_att_begins_where_what_is_to_be_done_is_told(words: str, task: str) -> None:
    (point,) = read_paper(letter(words), "1.txt").points
    assert point.task == task
