"""What a masthead says: kind, authority, body, date, title and own number, each by rules in order of trust."""

import pytest

from tests.written import parsed

AUTHORITIES = [
    pytest.param("Malmö stad\nStadskontoret\n\nTjänsteskrivelse\n", "Malmö stad", "1280", id="named in the masthead"),
    pytest.param("MALMÖ STAD\nStadskontoret\n\nTjänsteskrivelse\n", "Malmö stad", "1280", id="named in capitals"),
    pytest.param("Upplands Väsby kommun\nTjänsteskrivelse\n", "Upplands Väsby kommun", "0114", id="a name of two words"),
    pytest.param("Lunds kommun\nTjänsteskrivelse\n", "Lunds kommun", "1281", id="a name in the genitive"),
    pytest.param("Region Skåne\nTjänsteskrivelse\n", "Region Skåne", None, id="a region is no municipality"),
    pytest.param("Boverket Beslut 2019-11-04 Lunds kommun\n", "Boverket", None, id="the agency that a line opens with"),
    pytest.param("Kommunstyrelsen i Haninge\n", "Haninge kommun", "0136", id="where its board sits"),
    pytest.param("Tjänsteskrivelse\n\nFrågor: ebba.ek@lund.se\n", "Lunds kommun", "1281", id="by the domain of a mail address"),
    pytest.param("Tjänsteskrivelse\nSTK-2019-5\n\nLekplatser i hamnen\n", "Malmö kommun", "1280", id="by a series of its own"),
    pytest.param(
        "Tjänsteskrivelse\n\nÄrendet\n\nYstads kommun växer. Ystads kommun bygger. Ystads kommun planerar.\n",
        "Ystads kommun",
        "1286",
        id="by the town that the text names most",
    ),
    pytest.param(
        "Tjänsteskrivelse\n\nÄrendet\n\nYstads kommun och Lunds kommun samverkar. Ystads kommun betalar.\n",
        None,
        None,
        id="two towns that are named as often leave it open",
    ),
    pytest.param("Tjänsteskrivelse\n\nNya lekplatser i hamnen\n", None, None, id="a text that names no town"),
]


@pytest.mark.parametrize(("text", "authority", "code"), AUTHORITIES)
def test_the_authority(text: str, authority: str | None, code: str | None) -> None:
    document = parsed(text).document
    assert (document.authority, document.municipality) == (authority, code)


def test_a_code_from_outside_is_used_where_the_document_names_no_town() -> None:
    assert parsed("Tjänsteskrivelse\n\nNya lekplatser\n", municipality="1286").document.municipality == "1286"


def test_a_code_from_outside_does_not_move_a_document_that_names_its_town() -> None:
    assert parsed("Malmö stad\nTjänsteskrivelse\n", municipality="1286").document.municipality == "1280"


NUMBERS = [
    pytest.param(
        "Lunds kommun\nDnr KS 2019/14\n\nTjänsteskrivelse\n\nNya lekplatser i hamnen\n", "KS 2019/14", id="in a field"
    ),
    pytest.param("Lunds kommun\nDiarienummer\nKS 2019/14\n\nTjänsteskrivelse\n", "KS 2019/14", id="below its label"),
    pytest.param("Malmö stad\n\nNya lekplatser i hamnen - STK-2019-14\n", "STK-2019-14", id="at the title's end"),
    pytest.param("Malmö stad\n\nNya lekplatser i hamnen\nSTK-2019-14\n", "STK-2019-14", id="below the title"),
    pytest.param(
        "Malmö stad\n\n| Datum | Diarienummer |\n|---|---|\n| 2019-02-01 | STK-2019-14 |\n", "STK-2019-14", id="in a table"
    ),
    pytest.param("Boverket\nBeslut\n2022-06-16\nDnr 4.3-12345/2022\n\nÄrendet\n", "4.3-12345/2022", id="an agency's decision"),
    pytest.param("Malmö stad\n\nTjänsteskrivelse\n\nÄrendet\n\nSe STK-2019-14.\n", None, id="a number of the text is cited"),
    pytest.param("Malmö stad\n\nTjänsteskrivelse\n\nBeslutsunderlag\n\n- Rapport STK-2019-14\n", None, id="a listed number"),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_the_own_number(text: str, expected: str | None) -> None:
    assert parsed(text).document.own_case == expected


DATES = [
    pytest.param("Lunds kommun\nDatum: 2019-02-01\n\nTjänsteskrivelse\n", "2019-02-01", id="a labelled day"),
    pytest.param("Lunds kommun\n2019-02-01\n\nTjänsteskrivelse\n", "2019-02-01", id="a bare day"),
    pytest.param(
        "Lunds kommun\nSammanträdestid\t2019-02-01 kl. 13\nJusteringen\t2019-02-08\n", "2019-02-01", id="of the meeting"
    ),
    pytest.param("Lunds kommun\nSammanträdesdatum: fredagen den 1 februari 2019\n", "2019-02-01", id="written out"),
    pytest.param(
        "Lunds kommun\nDirektiv\nFastställda av kommunstyrelsen 2019-02-01\n", "2019-02-01", id="of the body that decided"
    ),
    pytest.param(
        "Stockholms stad\n\nUtlåtande\n\nÄrendet\n\nText.\n\nStockholm den 1 februari 2019\n", "2019-02-01", id="signed"
    ),
    pytest.param(
        "Lunds kommun\n\nTjänsteskrivelse\n\nÄrendet\n\nI maj 2016 hände något.\n", None, id="a month of the text is none"
    ),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_the_date(text: str, expected: str | None) -> None:
    date = parsed(text).document.date
    assert (date.edtf if date else None) == expected


BODIES = [
    pytest.param("Lunds kommun\nTekniska nämnden\n\nProtokoll\n", "Tekniska nämnden", id="alone on a line"),
    pytest.param(
        "Malmö stad\nKommunstyrelsens arbetsutskott\n\nProtokollsutdrag\n", "Kommunstyrelsens arbetsutskott", id="a committee"
    ),
    pytest.param(
        "MALMÖ STAD\nKOMMUNFULLMÄKTIGE        PROTOKOLLSUTDRAG\n", "Kommunfullmäktige", id="in capitals, beside the kind"
    ),
    pytest.param("Lunds kommun\nOrgan: Kommunstyrelsen\n\nProtokoll\n", "Kommunstyrelsen", id="in a field"),
    pytest.param(
        "Malmö stad\n\nTjänsteskrivelse\n\nÄrendet\n\nText.\n\nStadskontorets bedömning\n\nText.\n",
        "Stadskontoret",
        id="the office that judges",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_the_body_that_speaks(text: str, expected: str) -> None:
    assert parsed(text).document.body == expected


KINDS = [
    pytest.param("Malmö stad\n\nProtokollsutdrag\n", "protokollsutdrag", id="an excerpt"),
    pytest.param("Malmö stad\nSAMMANTRÄDESPROTOKOLL\n", "protokoll", id="minutes"),
    pytest.param("Malmö stad\n# G-Tjänsteskrivelse\n", "tjänsteskrivelse", id="a staff report"),
    pytest.param("Stockholms stad\nUtlåtande Rotel I\n", "utlåtande", id="an opinion"),
    pytest.param("Malmö stad\nKallelse till sammanträde\n", "kallelse", id="an agenda"),
    pytest.param("Malmö stad\nDirektiv för en utredning\n", "direktiv", id="a directive"),
    pytest.param("Motion om fler träd på torgen\n", "motion", id="a motion"),
    pytest.param("Något helt annat som ingen känner igen\n", None, id="no kind that graf knows"),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_the_kind(text: str, expected: str | None) -> None:
    assert parsed(text).document.kind == expected


TITLES = [
    pytest.param("Malmö stad\nHandläggare\nVera Alm\n\nNya lekplatser i hamnen\n", id="below a name below its label"),
    pytest.param("KAMMARRÄTTEN          DOM\nMål nr 12-19\n\nSAKEN\nNya lekplatser i hamnen\n", id="the matter of a judgment"),
    pytest.param("Regeringskansliet\nUtbildningsdepartementet\n\nNya lekplatser i hamnen\n", id="below the Government Offices"),
    pytest.param("Boverket\nDatum 2018-05-02\n\nNya lekplatser i hamnen\n", id="below an agency"),
    pytest.param("Lunds kommun Dnr KS 2019/1001-2 003\n\nNya lekplatser i hamnen\n", id="below a town and its number"),
    pytest.param(
        "Malmö stad\n\nYttrande\n\nÄrende: STK-2019-5\n\nNya lekplatser i hamnen\n", id="below a field with the number"
    ),
    pytest.param(
        "Malmö stad\nStadskontoret\n\nTjänsteskrivelse\n\nNya lekplatser i hamnen\nSTK-2019-5\n", id="behind the kind"
    ),
    pytest.param("**Malmö stad**\n\n# Tjänsteskrivelse\n\n## Nya lekplatser i hamnen\n\nSTK-2019-5\n", id="marked in Markdown"),
    pytest.param("Malmö stad\n\nTjänsteskrivelse\n\n## Nya lekplatser i hamnen – STK-2019-5\n", id="without its number"),
    pytest.param(
        "MALMÖ STAD            DIREKTIV\nKommunstyrelsen       Sida 1 (3)\n\nNya lekplatser i hamnen\n", id="below columns"
    ),
    pytest.param(
        "Malmö stad\nHandläggare Vera Alm\nTelefon 040-34 10 00\n205 80 Malmö\nNya lekplatser i hamnen\n",
        id="below who wrote it",
    ),
    pytest.param(
        "Regeringsbeslut II:4\nM2020/02049\nMiljödepartementet\n\nNya lekplatser i hamnen\n", id="a government decision"
    ),
    pytest.param("Kommittédirektiv\nDir. 2019:57\nNya lekplatser i hamnen\n", id="below the number of a series"),
    pytest.param("Malmö stad\n\nProtokollsutdrag\n\n§ 5 Nya lekplatser i hamnen\n\nSTK-2019-5\n", id="of the one item"),
]


@pytest.mark.parametrize("text", TITLES)
def test_the_title(text: str) -> None:
    assert parsed(text).document.title == "Nya lekplatser i hamnen"


ABOUT = [
    pytest.param("Yttrande om nya lekplatser", "Yttrande om nya lekplatser", id="the kind and what it is about"),
    pytest.param("Kallelse till sammanträde", None, id="the kind of a meeting's paper alone"),
]


@pytest.mark.parametrize(("line", "expected"), ABOUT)
def test_a_title_that_begins_with_the_kind(line: str, expected: str | None) -> None:
    assert parsed(f"Malmö stad\nKommunstyrelsen\n\n{line}\n").document.title == expected
