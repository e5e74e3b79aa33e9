"""O*NET: the tables as they are published, and what is said when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from accountkit.errors import Problems, UnknownNameError, UsageError
from accountkit.handbook.imports import read_onet


def edit(file: Path, old: str, new: str) -> None:
    """Change one place of a file."""
    text = file.read_bytes().decode()
    assert 1 == text.count(old)
    file.write_bytes(text.replace(old, new).encode())


def problems(folder: Path) -> list[str]:
    """What is wrong with a folder, each as it is printed."""
    with pytest.raises(Problems) as caught:
        read_onet(folder)
    return [str(problem) for problem in caught.value.problems]


def test_a_release_is_read_as_it_was_downloaded(onet_folder: Path) -> None:
    """Text with tabs, quotes that are letters, n/a for nothing; the folder names the release."""
    database = read_onet(onet_folder)
    tuner = database.occupation("99-1001.00")

    assert ("29.2", ("Task Ratings",)) == (database.release, database.absent)
    assert ("99-1001.00", "99-1001.02") == database.codes
    assert 'Tune kites so that they fly as "promised".' == tuner.get("Description")
    assert "Occupation Data.txt:2:1" == str(tuner.place)
    assert "" == database.rows("Task Statements", "99-1001.00")[3].get("Task Type")
    assert 2 == len(database.rows("Job Zone Reference")[0].cells)


def test_names_with_underscores_are_read_too(onet_folder: Path) -> None:
    """Whatever stands between the words of a file's name, and whether it ends in txt or tsv."""
    for file in onet_folder.iterdir():
        words = file.stem.replace(",", "").replace(" ", "_")
        file.rename(file.with_name(f"{words}.tsv"))

    assert ("Task Ratings",) == read_onet(onet_folder).absent


def test_the_release_may_be_stated(onet_folder: Path, tmp_path: Path) -> None:
    """What is stated goes before the name of the folder, and must look like a release."""
    assert "30.1" == read_onet(onet_folder, release="30.1").release
    other = onet_folder.rename(tmp_path / "onet")

    with pytest.raises(UsageError) as unsaid:
        read_onet(other)
    assert (
        f"folder {other}: does not say which release it holds, and codes and attribution name it;"
        " name the release (--release on the command line), or call the folder db_29_2_text"
    ) == str(unsaid.value)
    with pytest.raises(UsageError) as wrong:
        read_onet(other, release="latest")
    assert 'release: "latest" is no release; write digits and points, such as 29.2' == str(
        wrong.value
    )


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    """Told before anything is looked for in it."""
    with pytest.raises(UsageError, match="is not a folder; name the folder of the unpacked text"):
        read_onet(tmp_path / "db_29_2_text")


def test_everything_wrong_with_the_tables_is_told_at_once(onet_folder: Path) -> None:
    """A missing file, a missing column, a short row, an empty cell, codes; each with its line."""
    (onet_folder / "Task Statements.txt").unlink()
    edit(onet_folder / "Skills.txt", "Element Name", "Element Nam")
    edit(onet_folder / "Alternate Titles.txt", "\tWind Fitter\tn/a\t08", "\tWind Fitter")
    edit(onet_folder / "Technology Skills.txt", "\tOldPlan\t", "\t\t")
    edit(onet_folder / "Occupation Data.txt", "99-1001.02", "99-1001")

    assert [
        (
            f"{onet_folder}:1:1: O*NET database: has no file Task Statements.txt; unpack the text"
            " download, or name the folder it is in"
        ),
        (
            "Alternate Titles.txt:3:1: row: has 2 cells where the header has 4; check the"
            " separators and quotes on this line"
        ),
        "Skills.txt:1:1: table Skills.txt: has no column Element Name; did you mean Element Nam?",
        "Technology Skills.txt:3:1: column Example: is empty; fill it in",
        'Occupation Data.txt:3:1: code: "99-1001" is no O*NET-SOC code; write it as 41-3091.00',
    ] == problems(onet_folder)


def test_an_occupation_that_stands_twice(onet_folder: Path) -> None:
    """Nothing says which of the two is meant."""
    edit(onet_folder / "Occupation Data.txt", "99-1001.02", "99-1001.00")

    assert [
        "Occupation Data.txt:3:1: occupation 99-1001.00: stands twice, first on line 2; keep one"
    ] == problems(onet_folder)


def test_a_column_that_stands_twice(onet_folder: Path) -> None:
    """Nothing says which of the two is meant."""
    edit(onet_folder / "Job Zone Reference.txt", "Job Zone\tName", "Name\tName")

    assert [
        (
            "Job Zone Reference.txt:1:1: table Job Zone Reference.txt: has the column Name twice;"
            " rename one of them"
        ),
        (
            "Job Zone Reference.txt:1:1: table Job Zone Reference.txt: has no column Job Zone; its"
            " columns are Name, Name"
        ),
    ] == problems(onet_folder)


def test_a_file_that_is_no_text(onet_folder: Path) -> None:
    """Named with the line where it stops being UTF-8."""
    (onet_folder / "Job Zones.txt").write_bytes(b"O*NET-SOC Code\tJob Zone\n\xff\t2\n")

    assert ["Job Zones.txt:2:1: table: is not UTF-8 text; save it as UTF-8"] == problems(
        onet_folder
    )


def test_a_table_that_is_there_twice(onet_folder: Path) -> None:
    """With a blank and with an underscore."""
    (onet_folder / "Job_Zones.tsv").write_text("", encoding="utf-8")

    assert [
        (
            f"{onet_folder}:1:1: table Job Zones: is there twice, as Job Zones.txt and"
            " Job_Zones.tsv; keep one"
        )
    ] == problems(onet_folder)


def test_numbers_are_looked_at_with_their_occupation(onet_folder: Path) -> None:
    """A bad number of another occupation keeps nobody from importing this one."""
    edit(onet_folder / "Skills.txt", "\t3.99\t8\t", "\tmuch\teight\t")
    database = read_onet(onet_folder)

    assert "Kite Tuners, Indoor" == database.occupation("99-1001.02").get("Title")
    with pytest.raises(Problems) as caught:
        database.occupation("99-1001.00")
    assert ["Skills.txt:2:1: column Data Value", "Skills.txt:2:1: column N"] == [
        str(problem).partition(": ")[0] + ": " + problem.subject
        for problem in caught.value.problems
    ]


@pytest.mark.parametrize(
    "code, remedy",
    [
        ("99-1001.01", "did you mean 99-1001.02?"),
        ("Kite Tuner", "did you mean Kite Tuners?"),
        (
            "wind fitter",
            "it is a title of 99-1001.00 (Kite Tuners), so give one of those codes",
        ),
        ("x", "give a code such as 41-3091.00, as Occupation Data lists them"),
    ],
)
def test_a_code_that_does_not_exist(onet_folder: Path, code: str, remedy: str) -> None:
    """The nearest code, or the code of the title that was given."""
    with pytest.raises(UnknownNameError) as caught:
        read_onet(onet_folder).occupation(code)

    assert f"occupation {code}: is not in the O*NET 29.2 database; {remedy}" == str(caught.value)
