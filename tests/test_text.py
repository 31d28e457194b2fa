"""Sentences, folding and the way back to the text as it stands."""

import pytest

from graf.text import Folded, sentences, squeeze


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


SPLITS = [
    pytest.param("Ärendet vilade. Det togs upp igen.", ["Ärendet vilade.", "Det togs upp igen."], id="two sentences"),
    pytest.param("Fonden (dnr.191/2012). Den lever.", ["Fonden (dnr.191/2012).", "Den lever."], id="a number behind dnr."),
    pytest.param("Se dnr. 191/2012 i arkivet.", ["Se dnr. 191/2012 i arkivet."], id="dnr. ends no sentence"),
    pytest.param("Stöd ges bl.a. Rosengård och t.ex. Kirseberg.", 1, id="abbreviations in the middle end no sentence"),
    pytest.param("Mötet börjar kl. 14 den 3. Maj är kort.", 1, id="an ordinal and an hour end no sentence"),
    pytest.param("Reservation anfördes av Anna Ek m.fl. (S), bilaga 1.", 1, id="a party goes with the name before it"),
    pytest.param("Det står i § 9. Frågan är ny.", ["Det står i § 9.", "Frågan är ny."], id="the number of a § ends one"),
    pytest.param(
        "Samråd till 2019-03-19. Nämnden teg.", ["Samråd till 2019-03-19.", "Nämnden teg."], id="a day's last digits too"
    ),
    pytest.param("Av A. Ek och S:t Lars.", 1, id="an initial ends no sentence"),
    pytest.param("Enligt prop. 2016/17:104, jfr. Ds 2017:7, gäller detta.", 1, id="labels of the Riksdag end no sentence"),
    pytest.param("Är det klart? Nej! Inte än.", ["Är det klart?", "Nej!", "Inte än."], id="questions and cries"),
    pytest.param("Beslut: Nämnden säger ja; Nej blev det.", 1, id="colon and semicolon end no sentence"),
    pytest.param("Bidra med 1.5 miljoner. 2 tjänster inrättas.", 2, id="a digit may open a sentence"),
    pytest.param('Han sade. "Nej" blev svaret.', ["Han sade.", '"Nej" blev svaret.'], id="a quote may open a sentence"),
    pytest.param("- ett träd\n- en bänk", ["- ett träd", "- en bänk"], id="items of a list with dashes"),
    pytest.param("1. godkänna\n2. avslå", ["1. godkänna", "2. avslå"], id="items of a numbered list"),
    pytest.param("• ett\n• två", ["• ett", "• två"], id="items with bullets"),
    pytest.param("En rad\nbruten mitt i.", ["En rad\nbruten mitt i."], id="a line's end is no sentence's"),
    pytest.param(
        "Rubrik utan punkt\n\nEn mening.", ["Rubrik utan punkt", "En mening."], id="a blank line ends what has no stop"
    ),
    pytest.param("Nämnden ser att\n\nbehovet växer.", 1, id="a page break inside a sentence does not split it"),
    pytest.param("Det sades 2012. § 14 följer.", ["Det sades 2012.", "§ 14 följer."], id="a section sign may open a sentence"),
    pytest.param("att anta planen\natt ta bort den gamla", 2, id="points that begin with att, a line each"),
    pytest.param("Nämnden beslutar\natt anta planen", 2, id="a lead-in and its point"),
    pytest.param("att uppdra åt skolnämnden\natt utreda saken", 1, id="a clause that goes on with att on the next line"),
    pytest.param("Det är klokt\natt vänta.", 1, id="running text whose line begins with att"),
    pytest.param(" \n\t\n ", [], id="blanks hold no sentence"),
    pytest.param("", [], id="no text holds no sentence"),
]


@pytest.mark.parametrize(("text", "expected"), SPLITS)
def test_sentences(text: str, expected: list[str] | int) -> None:
    assert split(text) == expected if isinstance(expected, list) else len(split(text)) == expected


def test_a_stretch_is_split_as_if_it_were_the_text() -> None:
    text = "Bort. Kvar ett. Kvar två. Bort."
    assert [text[s:e] for s, e in sentences(text, 6, 25)] == ["Kvar ett.", "Kvar två."]


FOLDS = [
    pytest.param("in\u00advesterings\u00adfond", "investeringsfond", id="soft hyphens go"),
    pytest.param("STK\u20112016\u2013796", "STK-2016-796", id="no-break hyphen and dash are plain"),
    pytest.param("STK\ufffe2016-796", "STK-2016-796", id="the hyphen that a PDF loses"),
    pytest.param("Dnr\u00a0363/10", "Dnr 363/10", id="a no-break space is a space"),
    pytest.param("§\u202f41", "§ 41", id="a thin space is a space"),
    pytest.param("Dnr\t12/2016", "Dnr 12/2016", id="a tab is a space"),
    pytest.param("STK-2016-\n796", "STK-2016-796", id="a number broken after its hyphen"),
    pytest.param("dnr 145/\n  13", "dnr 145/13", id="a number broken after its slash"),
    pytest.param("Nämnden beslutar:\n1. Anta", "Nämnden beslutar:\n1. Anta", id="a list below a colon is no broken number"),
    pytest.param("SOU 2015:\n88", "SOU 2015:88", id="a number broken after its colon"),
    pytest.param("en rad\n   Och nästa ", "en rad\nOch nästa ", id="the margin before a line goes"),
    pytest.param("bygga-\nbo", "byggabo", id="a word broken over a line"),
    pytest.param("STK\u200b-2016-796", "STK-2016-796", id="zero-width marks go"),
    pytest.param("Ersätt\u0430ryttr\u0430nde", "Ersättaryttrande", id="look-alikes inside a word are Latin"),
    pytest.param("Москва", "Москва", id="a word all in another alphabet stays"),
    pytest.param("K\u0421-2016-12", "KC-2016-12", id="a look-alike in a series"),
]


@pytest.mark.parametrize(("original", "expected"), FOLDS)
def test_folding(original: str, expected: str) -> None:
    assert Folded(original).text == expected


LED_BACK = [
    pytest.param("se STK\u20112016-\n796.", "STK-2016-796", "STK\u20112016-\n796", id="over a line's end"),
    pytest.param(
        "en in\u00advesterings\u00adfond finns", "investeringsfond", "in\u00advesterings\u00adfond", id="over soft hyphens"
    ),
    pytest.param("\ufeffProtokoll", "Protokoll", "Protokoll", id="behind a byte-order mark"),
    pytest.param("Dnr\u00a012/16", "12/16", "12/16", id="behind a no-break space"),
    pytest.param("a\u00ad\u00adb", "b", "b", id="behind two marks"),
]


@pytest.mark.parametrize(("original", "words", "expected"), LED_BACK)
def test_a_stretch_of_the_copy_leads_back_to_the_text(original: str, words: str, expected: str) -> None:
    folded = Folded(original)
    start, end = folded.span(folded.text.index(words), folded.text.index(words) + len(words))
    assert original[start:end] == expected


def test_a_place_of_the_text_leads_to_the_copy() -> None:
    folded = Folded("a\u00adb-\n7")
    assert [folded.text[folded.folded(place)] for place in (0, 2, 3, 5)] == ["a", "b", "-", "7"]


SQUEEZED = [
    pytest.param("  en\n\nrad\t till ", "en rad till", id="runs of white space"),
    pytest.param("rikt\u00adlinjer\u200b", "riktlinjer", id="soft hyphens and zero-width marks"),
    pytest.param("a\u030ar", "år", id="a letter and its ring are one"),
]


@pytest.mark.parametrize(("words", "expected"), SQUEEZED)
def test_squeezing(words: str, expected: str) -> None:
    assert squeeze(words) == expected
