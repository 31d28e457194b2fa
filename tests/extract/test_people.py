"""The people of a signature block, whatever blank lines a format puts between role and name."""

import pytest

from graf.extract import extract
from graf.model import RawText
from graf.parse import parse

BLOCKS = [
    pytest.param("Ordförande\n\tVera Alm\n", ("Vera Alm", None, "ordförande"), id="the name below"),
    pytest.param("Ordförande\n\nVera Alm\n\n(S)\n", ("Vera Alm", "S", "ordförande"), id="blank lines, the party below"),
    pytest.param("Justerare\n\n............\n\nVera Alm (M)\n", ("Vera Alm", "M", "justerare"), id="a line to sign on"),
    pytest.param("**Sekreterare:** Vera Alm\n", ("Vera Alm", None, "sekreterare"), id="a bold label"),
    pytest.param("Ordförande Vera Alm (S)\n", ("Vera Alm", "S", "ordförande"), id="role and party, told by two rules"),
]


@pytest.mark.parametrize(("block", "person"), BLOCKS)
def test_a_signature_has_its_name_party_and_role(block: str, person: tuple[str, str | None, str]) -> None:
    text = f"Malmö stad\nProtokoll\n\n{block}\n§ 7 Budget\n\nKommunstyrelsen beslutar att godkänna budgeten.\n"
    found = extract(parse(RawText("a.txt", text, ""))).people
    assert [(one.name, one.party, one.role) for one in found] == [person]
    assert text[found[0].span.start : found[0].span.end] == person[0]


def test_a_heading_below_a_role_is_no_name() -> None:
    text = "Malmö stad\nProtokoll\n\nOrdförande\n\nBeslut\n\nKommunstyrelsen beslutar att godkänna budgeten.\n"
    assert extract(parse(RawText("a.txt", text, ""))).people == ()
