"""Signs taken for others are read as what they stand for, and a letter that is meant is left alone."""

import pytest

from graf.repairs import recognised

MENDED = [
    pytest.param("STK-2O16-79G", "STK-2016-796", id="letters in year and serial"),
    pytest.param("STK-Z016-553", "STK-2016-553", id="Z at the beginning of a year"),
    pytest.param("5TK-2016-796", "STK-2016-796", id="a digit in the series"),
    pytest.param("K5-2019/532", "KS-2019/532", id="a digit at the end of the series"),
    pytest.param("N2017/019O1/D", "N2017/01901/D", id="a ministry's number"),
    pytest.param("Fi20l6/02568/K", "Fi2016/02568/K", id="a ministry of two letters"),
    pytest.param("RJL2016l289", "RJL2016/289", id="l for a slash"),
    pytest.param("600l2017", "600/2017", id="l for a slash before the year"),
    pytest.param("dnr 145/l3", "dnr 145/13", id="a short number"),
    pytest.param("2018~O1-12", "2018-01-12", id="a wavy hyphen in a date"),
    pytest.param("§ 1l och § Z33", "§ 11 och § 233", id="paragraphs"),
    pytest.param("$ 12", "§ 12", id="the sign itself"),
    pytest.param("S0U 2015:88", "SOU 2015:88", id="a series of the state"),
    pytest.param("Onr 145/13", "Dnr 145/13", id="a label"),
    pytest.param("bet. 2019/20:FiUl2", "bet. 2019/20:FiU12", id="a committee's report"),
    pytest.param("rskr, 2016/17.338", "rskr. 2016/17:338", id="comma and stop behind a session"),
    pytest.param("rshr. 2019/20:27", "rskr. 2019/20:27", id="a wrong letter in a label of the Riksdag"),
    pytest.param("(1986.223)", "(1986:223)", id="a statute's year"),
    pytest.param("bes1utar 0ch", "beslutar och", id="digits in words"),
    pytest.param("Ersätтарыttrande", "Ersättapyttrande", id="Cyrillic letters in a word"),
]


@pytest.mark.parametrize(("text", "meant"), MENDED)
def test_a_sign_taken_for_another_is_read_as_what_it_stands_for(text: str, meant: str) -> None:
    told, places = recognised(text)
    assert told == meant
    assert places == tuple(n for n, (one, other) in enumerate(zip(text, meant, strict=True)) if one != other)


MEANT = [
    pytest.param("S2014/1696/FST, I2019/02305, U2015/04263/UH", id="the letter of a ministry"),
    pytest.param("mot. 2013/14:K12, 2013/14:So12, 2013/14:S5", id="the letter of a party"),
    pytest.param("bet. 2015/16:SoU5", id="the letters of a committee"),
    pytest.param("prop. 2015/16:5, Prop. 2015/16:5, skr. 2015/16:5", id="labels as they are"),
    pytest.param("§ 12 b, § 5B, bilaga 2b", id="the letter of a paragraph"),
    pytest.param("kvarteret 3B, Lägenhet 1b/2019, Kumla 3:1264", id="a property"),
    pytest.param("A4-format, CO2-utsläpp, H2O, G20-länder, COVID-19", id="words with digits"),
    pytest.param("I18/2019, D2/2019, ISO9001-2015", id="series of one letter, standards"),
    pytest.param("2017KSM0604 301, 1.1-2019/0342, KS 2018/14 b", id="numbers of towns"),
    pytest.param("KS-2024/25.041, dnr 2018/19.106", id="a code of a town's plan that looks like the session of a year"),
    pytest.param("kl. 10.30, 2 600 000 kronor, 0123-45 60 00", id="hours, sums, telephones"),
    pytest.param("Москва, Αθήνα", id="words of other alphabets"),
]


@pytest.mark.parametrize("text", MEANT)
def test_a_letter_that_is_meant_is_left_alone(text: str) -> None:
    assert recognised(text) == (text, ())
