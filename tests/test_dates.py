"""Dates as Swedish administration writes them, with the precision that the text gives."""

from datetime import date

import pytest

from graf.dates import FORMS, find_dates, only_date


def edtf(text: str) -> list[str]:
    return [mention.date.edtf for mention in find_dates(text)]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_reads_its_own_printed_phrase(form: object) -> None:
    assert [found.form for found in find_dates(form.printed)] == [form.name]  # type: ignore[attr-defined]


READ = [
    pytest.param("Sammanträdet 2018-11-26", ["2018-11-26"], id="ISO"),
    pytest.param("den 26 november 2018", ["2018-11-26"], id="in words"),
    pytest.param("den 1:a mars 2017", ["2017-03-01"], id="with an ordinal's ending"),
    pytest.param("tisdagen den 3 okt. 2017", ["2017-10-03"], id="a month cut short"),
    pytest.param("7 sept 2016", ["2016-09-07"], id="no article"),
    pytest.param("Den\n4 mars 2019", ["2019-03-04"], id="the article on the line above"),
    pytest.param("26/11 2018", ["2018-11-26"], id="with a slash"),
    pytest.param("i maj 2016", ["2016-05"], id="a month"),
    pytest.param("MAJ 2016", ["2016-05"], id="capitals"),
    pytest.param("under hösten 2014", ["2014-23"], id="autumn"),
    pytest.param("våren 2015", ["2015-21"], id="spring"),
    pytest.param("vårterminen 2015", ["2015-21"], id="a term"),
    pytest.param("tredje kvartalet 2019", ["2019-35"], id="a quarter in words"),
    pytest.param("kvartal 4, 2019", ["2019-36"], id="a quarter in digits"),
    pytest.param("första halvåret 2020", ["2020-40"], id="a half-year"),
    pytest.param("halvårsskiftet 2019", ["2019-06-30/2019-07-01"], id="the turn of the half-year"),
    pytest.param("årsskiftet 2018/2019", ["2018-12-31/2019-01-01"], id="the turn of the year"),
    pytest.param("Protokoll 181126", ["2018-11-26"], id="six digits behind a paper's name"),
    pytest.param("KSAU 20181126", ["2018-11-26"], id="eight digits"),
    pytest.param("inrättades 2012", ["2012"], id="the year of a deed"),
    pytest.param("redan 2012", ["2012"], id="a bare year behind a word of time"),
    pytest.param("maj 2016 och hösten 2017, sedan 2018-01-15", ["2016-05", "2017-23", "2018-01-15"], id="several, in order"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_date_is_read(text: str, expected: list[str]) -> None:
    assert edtf(text) == expected


NO_DATES = [
    pytest.param("den 31 februari 2018", id="a day that the calendar has not"),
    pytest.param("2018-13-01", id="a thirteenth month"),
    pytest.param("2018-02-30", id="a thirtieth of February"),
    pytest.param("30/2 2018", id="with a slash, a thirtieth of February"),
    pytest.param("STK-2018-1094", id="a registration number"),
    pytest.param("SOU 2015:88", id="a report's number"),
    pytest.param("dnr 2018/1802", id="year and serial"),
    pytest.param("i maj", id="a month with no year borrows none"),
    pytest.param("den 4 mars", id="a day with no year borrows none"),
    pytest.param("nästa höst", id="a season with no year borrows none"),
    pytest.param("samma år", id="the same year is no date"),
    pytest.param("2016 elever", id="a count"),
    pytest.param("040-181126", id="a telephone number"),
    pytest.param("181126-1234", id="a person's number"),
    pytest.param("556677-8899", id="an organisation's number"),
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_read_as_none(text: str) -> None:
    assert edtf(text) == []


def test_an_impossible_day_does_not_leave_its_month_and_year_behind() -> None:
    assert edtf("den 31 april 2018") == []


DEADLINES = [
    pytest.param("återkomma senast december 2018", True, id="senast"),
    pytest.param("senast den 1 mars 2017", True, id="senast with a day"),
    pytest.param("klart före sommaren 2019", True, id="före"),
    pytest.param("innan årsskiftet 2018/2019", True, id="innan"),
    pytest.param("beslutades i maj 2016", False, id="a plain date"),
    pytest.param("senast sagt. I maj 2016 kom svaret", False, id="senast of another sentence"),
]


@pytest.mark.parametrize(("text", "expected"), DEADLINES)
def test_a_deadline_is_told_from_a_date(text: str, expected: bool) -> None:
    assert [mention.deadline for mention in find_dates(text)] == [expected]


BOUNDS = [
    pytest.param("den 26 november 2018", date(2018, 11, 26), date(2018, 11, 26), id="a day is itself"),
    pytest.param("i februari 2016", date(2016, 2, 1), date(2016, 2, 29), id="a month ends where the calendar says"),
    pytest.param("hösten 2014", date(2014, 8, 1), date(2014, 12, 31), id="autumn is the term"),
    pytest.param("våren 2015", date(2015, 1, 1), date(2015, 6, 30), id="spring is the term"),
    pytest.param("vintern 2018", date(2018, 12, 1), date(2019, 2, 28), id="winter ends in the next year"),
    pytest.param("fjärde kvartalet 2019", date(2019, 10, 1), date(2019, 12, 31), id="a quarter"),
    pytest.param("andra halvåret 2019", date(2019, 7, 1), date(2019, 12, 31), id="a half-year"),
    pytest.param("årsskiftet 2018/2019", date(2018, 12, 31), date(2019, 1, 1), id="the turn of the year"),
    pytest.param("redan 2012", date(2012, 1, 1), date(2012, 12, 31), id="a year"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS)
def test_a_date_is_bounded_by_two_days(text: str, earliest: date, latest: date) -> None:
    found = only_date(text)
    assert found
    assert (found.earliest, found.latest) == (earliest, latest)


def test_a_stretch_of_text_is_read_alone() -> None:
    text = "Den 4 mars 2019. I maj 2016."
    assert [mention.date.edtf for mention in find_dates(text, 16)] == ["2016-05"]


def test_a_span_holds_the_words_of_the_date() -> None:
    text = "bordlades den 4 mars 2019, § 41"
    (mention,) = find_dates(text)
    assert text[mention.span.start : mention.span.end] == "den 4 mars 2019"
