"""The commands that print ledgers: what is missing and what was assigned, in every form."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Graf


def test_missing_prints_the_same_rows_in_every_form(graf: Graf, sample_graph: Path, tmp_path: Path) -> None:
    rows = json.loads(graf("missing", "-g", sample_graph, "--format", "json").stdout)
    sheet = list(csv.DictReader(io.StringIO(graf("missing", "-g", sample_graph, "--format", "csv").stdout)))
    place = tmp_path / "missing.xlsx"
    assert graf("missing", "-g", sample_graph, "--format", "xlsx", "-o", place).exit_code == 0
    page = openpyxl.load_workbook(place).active
    labels = [row["missing"] for row in rows]
    assert "191/2012" in labels
    assert [row["missing"] for row in sheet] == labels
    assert page is not None
    assert [row[0].value for row in page.iter_rows(min_row=2)] == labels
    assert all(label in graf("missing", "-g", sample_graph).stdout for label in labels)


def test_missing_writes_a_letter_to_the_registrar(graf: Graf, sample_graph: Path) -> None:
    letter = graf("missing", "-g", sample_graph, "--format", "request", "-m", "1280").stdout
    assert "Till registrator, Malmö stad" in letter
    assert "Ärende 191/2012" in letter
    assert "Stockholm" not in letter.split("Med vänlig hälsning")[0].split("Nämns")[0]


def test_excel_without_a_place_is_wrong_usage(graf: Graf, sample_graph: Path) -> None:
    result = graf("missing", "-g", sample_graph, "--format", "xlsx")
    assert result.exit_code == 2
    assert "-o FILE.xlsx" in result.stderr


def test_the_ledger_on_a_day_leaves_out_what_came_later(graf: Graf, sample_graph: Path) -> None:
    def ledger(*words: str) -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(graf("assignments", "-g", sample_graph, "--format", "json", *words).stdout)
        return found

    then = ledger("--as-of", "2017-09-30")
    assert {row["case"] for row in then} < {row["case"] for row in ledger()}
    assert {row["state"] for row in then if row["case"] == "STK-2017-488"} == {"open"}
    assert {row["state"] for row in ledger() if row["case"] == "STK-2017-488"} >= {"deferred"}


def test_the_ledger_as_a_sheet_has_the_words_and_how_deadlines_moved(graf: Graf, sample_graph: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(graf("assignments", "-g", sample_graph, "--format", "csv").stdout)))
    answered = [row for row in rows if row["state"] == "answered"]
    assert answered
    assert all(row["quote"] and row["answer_quote"] and row["answer_document"] for row in answered)
    assert any("deferred" in row["moved"] for row in rows)


def test_the_audit_sheet_prints_in_every_form(graf: Graf, sample_graph: Path, tmp_path: Path) -> None:
    rows = json.loads(graf("audit", "--body", "KF", "-g", sample_graph, "--format", "json").stdout)
    assert {row["body"] for row in rows} <= {"Kommunfullmäktige", None}
    assert {row["state"] for row in rows} >= {"late", "deferred"}
    unanswered = [row for row in rows if row["state"] == "late"]
    assert {row["answer"] for row in unanswered} == {"no answer in the documents held"}
    assert graf("audit", "-g", sample_graph, "--format", "xlsx", "-o", tmp_path / "audit.xlsx").exit_code == 0
    graf("audit", "-g", sample_graph, "--format", "html", "-o", tmp_path / "audit.html")
    assert "Said of 17 documents" in graf("audit", "-g", sample_graph).stdout
    assert "inget svar" in (tmp_path / "audit.html").read_text(encoding="utf-8")


def test_an_unknown_body_is_told(graf: Graf, sample_graph: Path) -> None:
    result = graf("audit", "--body", "Blåbär", "-g", sample_graph)
    assert (result.exit_code, "no body is called" in result.stderr) == (2, True)


@pytest.mark.parametrize("spelling", ["kf", "Kf", "KOMMUNFULLMÄKTIGE", "kommunfullmäktiges"])
def test_a_body_may_be_written_in_any_case_of_letters(spelling: str, graf: Graf, sample_graph: Path) -> None:
    told = graf("audit", "--body", "KF", "-g", sample_graph).stdout
    assert graf("audit", "--body", spelling, "-g", sample_graph).stdout == told


def test_a_period_that_ends_before_it_begins_is_wrong_usage(graf: Graf, sample_graph: Path) -> None:
    result = graf("audit", "--from", "2018-01-01", "--to", "2016-01-01", "-g", sample_graph)
    assert (result.exit_code, "ends before it begins" in result.stderr) == (2, True)


def test_the_audit_sheet_tells_what_a_period_leaves_out_and_of_which_documents_it_speaks(
    graf: Graf, sample_graph: Path, tmp_path: Path
) -> None:
    asked = ("audit", "--body", "KS", "--from", "2017-06-01", "--as-of", "2030-01-01", "-g", sample_graph)
    told = graf(*asked).stdout
    assert "1 more may lie in the period or not" in told
    assert "the newest of 2019-10-02, as of 2030-01-01" in told
    graf(*asked, "--format", "html", "-o", tmp_path / "audit.html")
    page = (tmp_path / "audit.html").read_text(encoding="utf-8")
    assert "1 till kan höra till perioden eller inte" in page
    assert "den senaste daterad 2019-10-02" in page


def test_a_thread_as_it_could_be_known_has_fewer_steps_than_it_had(graf: Graf, sample_graph: Path) -> None:
    def steps(*words: str) -> list[str]:
        shown = json.loads(graf("thread", "STK-2016-796", "-g", sample_graph, "--json", *words).stdout)
        return [step["case"] for step in shown["steps"]]

    assert steps("--as-of", "2017-09-30") == ["STK-2015-553", "STK-2016-796", "STK-2017-488"]
    assert set(steps("--as-of", "2017-09-30", "--known")) <= set(steps("--as-of", "2017-09-30"))
    assert graf("thread", "STK-2016-796", "--known", "-g", sample_graph).exit_code == 2


def test_a_thread_that_had_not_come_to_the_case_asked_about_names_the_case_it_had_come_to(
    graf: Graf, sample_graph: Path
) -> None:
    result = graf("thread", "STK-2018-1094", "--as-of", "2016-09-30", "-g", sample_graph)
    assert (result.exit_code, "had come to STK-2016-796: ask for that" in result.stderr) == (2, True)
    assert "younger" in graf("thread", "STK-2018-1094", "--as-of", "1900-01-01", "-g", sample_graph).stderr


def test_diff_of_a_graph_with_itself_is_empty(graf: Graf, sample_graph: Path) -> None:
    result = graf("diff", sample_graph, sample_graph)
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(graf("diff", sample_graph, sample_graph, "--format", "json").stdout) == []


def test_diff_tells_what_is_gained_and_lost(graf: Graf, sample_graph: Path, sample: Path, tmp_path: Path) -> None:
    graf("build", sample / "2018-11-16-stk-tjansteskrivelse-STK-2018-1094.md", "-o", tmp_path / "one")
    told = graf("diff", tmp_path / "one", sample_graph).stdout
    assert "  + " in told
    assert told.startswith("documents (+16")
    assert "  - " in graf("diff", sample_graph, tmp_path / "one").stdout


def test_instruments_are_told_by_their_force_on_a_day(graf: Graf, sample_graph: Path) -> None:
    def force(day: str) -> set[str]:
        rows = json.loads(graf("instruments", "fonder", "--as-of", day, "-g", sample_graph, "--format", "json").stdout)
        return {row["force"] for row in rows if row["iri"].startswith("styrmedel/1280/")}

    assert force("2016-01-01") == {"in force"}
    assert force("2018-01-01") == {"ended"}


def test_a_day_where_words_of_a_name_belong_is_wrong_usage(graf: Graf, sample_graph: Path) -> None:
    result = graf("instruments", "--in-force", "2016-01-01", "-g", sample_graph)
    assert (result.exit_code, "--as-of 2016-01-01" in result.stderr) == (2, True)


def test_an_instrument_tells_each_day_of_its_end_once(graf: Graf, sample_graph: Path) -> None:
    rows = json.loads(graf("instruments", "-g", sample_graph, "--format", "json").stdout)
    assert all(len(row["ended"]) == len(set(row["ended"])) for row in rows)
    assert any(row["ended"] for row in rows)


def test_what_has_no_known_day_is_told_apart(graf: Graf, sample_graph: Path) -> None:
    def numbers(day: str) -> dict[str, str]:
        rows = json.loads(graf("assignments", "--as-of", day, "-g", sample_graph, "--format", "json").stdout)
        return {row["case"]: row["state"] for row in rows if row["given"] is None}

    assert numbers("1990-01-01") == {}
    assert numbers("2017-06-01") == {"STK-2017-9093": "day not known"}
    assert numbers("2018-03-01") == {"STK-2017-9093": "open"}
    told = graf("assignments", "--as-of", "2017-06-01", "-g", sample_graph).stdout
    assert "Day not known" in told
    assert "2017-01-01/2018-02-07" in told
    thread = graf("thread", "STK-2017-9093", "--as-of", "2017-12-01", "-g", sample_graph).stdout
    assert "Day not known" in thread
