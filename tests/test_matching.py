"""References and bodies as printed: spellings, lists, and the false friends that are neither."""

import pytest

from graf.matching import find_bodies, find_printed, long_year
from graf.text import Folded


def numbers(text: str, *kinds: str) -> list[str]:
    return [p.normal for p in find_printed(Folded(text).text) if not kinds or p.kind in kinds]


LISTS = [
    pytest.param("dnr 145/13 och 363/10", ["145/2013", "363/2010"], id="the second number has no label of its own"),
    pytest.param("Dnr 145/13, 363/10 samt 191/2012.", ["145/2013", "363/2010", "191/2012"], id="three under one label"),
    pytest.param("dnr 145/13 och dnr 363/10", ["145/2013", "363/2010"], id="each with its label"),
    pytest.param("dnr 145/13 och sidan 43/134", ["145/2013"], id="a page behind a number is none"),
    pytest.param("STK-2016-796 och STK-2017-488", ["STK-2016-796", "STK-2017-488"], id="two with a series"),
    pytest.param("§§ 57, 60 och 61", ["§§ 57, 60, 61"], id="a run of paragraphs is one reference"),
    pytest.param(
        "bet. 2016/17:MJU23, rskr. 2016/17:338", ["Bet. 2016/17:MJU23", "Rskr. 2016/17:338"], id="a chain of the Riksdag"
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_list_of_numbers(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


PRINTED = [
    pytest.param("(dnr.191/2012)", "191/2012", "2012-191", id="a label with no blank behind it"),
    pytest.param("Dnr 363/10", "363/2010", "2010-363", id="a year of two digits is written out"),
    pytest.param("dnr 12/87", "12/1987", "1987-12", id="a year of two digits before the turn of the century"),
    pytest.param("KSN-2014-0604", "KSN-2014-0604", "KSN-2014-604", id="zeros stay in the form and go in the key"),
    pytest.param("STK\u20112016\u2011796", "STK-2016-796", "STK-2016-796", id="no-break hyphens"),
    pytest.param("STK-2016-\n796", "STK-2016-796", "STK-2016-796", id="broken over a line"),
    pytest.param("Dnr KS\u00a02018/1802", "KS 2018/1802", "KS-2018-1802", id="a no-break space"),
    pytest.param("(STK-2016-796)", "STK-2016-796", "STK-2016-796", id="in brackets"),
    pytest.param("ärendet STK-2016-796.", "STK-2016-796", "STK-2016-796", id="before a full stop"),
    pytest.param("S2014/1696/FST", "S2014/1696/FST", "S-2014-1696", id="a ministry's"),
]


@pytest.mark.parametrize(("text", "normal", "key"), PRINTED)
def test_a_number_has_its_form_and_its_key(text: str, normal: str, key: str) -> None:
    (printed,) = find_printed(Folded(text).text)
    assert (printed.normal, printed.key) == (normal, key)


NO_REFERENCE = [
    pytest.param("se 43/134 och 112/126", id="pages of a report"),
    pytest.param("(52/17)", id="page and measure"),
    pytest.param("Sid 2 (36)", id="a page of many"),
    pytest.param("Repronummer 239/15", id="a printer's number"),
    pytest.param("läsåret 2018/2019", id="a school year"),
    pytest.param("vinterkräksjukan 2018/19", id="a season over two years"),
    pytest.param("VT 2018/19", id="a term"),
    pytest.param("tel. 040-34 10 00", id="a telephone number"),
    pytest.param("08-508 29 000", id="a telephone number of Stockholm"),
    pytest.param("telefon 0708-123456", id="a mobile telephone"),
    pytest.param("fastigheten Fårdala 1:85", id="a property"),
    pytest.param("Kvarteret Hakegård 2:13", id="another property"),
    pytest.param("org.nr 212000-1124", id="an organisation's number"),
    pytest.param("19811218-9876", id="a person's number"),
    pytest.param("anslag 1:5 utgiftsområde 9", id="an appropriation"),
    pytest.param("Artikelnr 2012-12-12", id="an article's number that looks like a day"),
    pytest.param("Dnr KS", id="a series alone"),
    pytest.param("STK", id="letters alone"),
    pytest.param("SS-EN 2016-796", id="a standard"),
    pytest.param("KSAU 2018-11-26", id="a body and a day"),
    pytest.param("kl. 13:00-15:20", id="hours"),
    pytest.param("2,5/10", id="a share"),
    pytest.param("biblioteket är öppet 24/7", id="round the clock"),
    pytest.param("1/3 av eleverna", id="a fraction"),
    pytest.param("Bg 5549-3405", id="a giro account"),
    pytest.param("205 80 Malmö", id="a postal code"),
]


@pytest.mark.parametrize("text", NO_REFERENCE)
def test_a_false_friend_is_no_reference(text: str) -> None:
    assert numbers(text) == []


NO_CASE = [
    pytest.param("enligt 11 kap. 4 §", "law", id="a section of a law"),
    pytest.param("3 och 4 §§ förvaltningslagen", "law", id="sections of a law"),
    pytest.param("museilag (2017:563)", "sfs", id="a law with its number"),
    pytest.param("N 2004:13", "gov_case", id="a committee of the government"),
    pytest.param("AFS 2005:19", "regulation", id="an agency's rules"),
    pytest.param("direktiv 92/43/EEG", "eu", id="a directive of the Union"),
    pytest.param("i mål nr T 11891-11", "court", id="a court's file"),
]


@pytest.mark.parametrize(("text", "kind"), NO_CASE)
def test_a_number_of_another_kind_is_neither_case_nor_paragraph(text: str, kind: str) -> None:
    assert [p.kind for p in find_printed(text)] == [kind]


YEARS = [("00", "2000"), ("13", "2013"), ("49", "2049"), ("50", "1950"), ("99", "1999")]


@pytest.mark.parametrize(("short", "long"), YEARS)
def test_a_year_of_two_digits(short: str, long: str) -> None:
    assert long_year(short) == long


BODIES = [
    pytest.param("kommunstyrelsens arbetsutskott", ["Kommunstyrelsens arbetsutskott"], id="the longest name wins"),
    pytest.param("KS och KF", ["Kommunstyrelsen", "Kommunfullmäktige"], id="abbreviations"),
    pytest.param("Dnr KS 2018/1802", [], id="a series is no body"),
    pytest.param("socialnämndens yttrande", ["Socialnämnden"], id="the genitive goes"),
    pytest.param("barn- och utbildningsnämnden", ["Barn- och utbildningsnämnden"], id="a name in two parts"),
    pytest.param("stadskontoret och miljöförvaltningen", ["Stadskontoret", "Miljöförvaltningen"], id="offices"),
    pytest.param("Skarpnäcks stadsdelsnämnd", ["Skarpnäcks stadsdelsnämnd"], id="a board of a district"),
    pytest.param("en ny organisation", [], id="a thing is no body"),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert [body.name for body in find_bodies(text)] == expected
