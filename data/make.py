"""Makes the files of the sample that are no plain text: ``python -m data.make`` from the repository's root.

Without a Chromium the PDFs stay as they are, and the script says so.
"""

import sys
from pathlib import Path

from data.making import pdf, web, word
from data.making.source import Source, read_source

ROOT = Path(__file__).parent


def main() -> None:
    """Make every file of every source."""
    chromium = pdf.find_chromium()
    for path in sorted((ROOT / "sources").glob("*.md")):
        source = read_source(path)
        for form in source.field("formats").split():
            target = ROOT / source.field("folder") / f"{source.name}.{form}"
            content = _content(source, form, chromium)
            if content is None:
                _say(f"{target.relative_to(ROOT)} left as it is: no Chromium (set CHROMIUM=/path/to/chromium)")
            else:
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(content)
                _say(f"{target.relative_to(ROOT)} made")


def _content(source: Source, form: str, chromium: str | None) -> bytes | None:
    if form == "pdf":
        return pdf.make(source, chromium) if chromium else None
    if form == "docx":
        return word.make(source)
    text = web.page(source) if form == "html" else source.body if form == "md" else _plain(source)
    return text.encode("utf-8")


def _plain(source: Source) -> str:
    """The text with no marks: one line a block, a row or an item."""
    return "\n\n".join("\n".join(_plain_lines(block.kind, block.rows)) for block in source.blocks) + "\n"


def _plain_lines(kind: str, rows: tuple[tuple[str, ...], ...]) -> list[str]:
    before, between = {"bullets": ("- ", ""), "points": ("", ". "), "table": ("", "\t")}.get(kind, ("", ""))
    return [before + between.join(row).replace("**", "") for row in rows]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
