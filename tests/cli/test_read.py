"""`saksi read`: exit codes, what goes to which stream, and that no input costs another."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from saksi.cli.main import main
from saksi.records import Article, Reading, Refused

SAKSI = Path(sys.executable).with_name("saksi")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def saksi(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the program in this process; gives exit code, standard output and standard error."""

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["saksi", *map(str, words)])
        with pytest.raises(SystemExit) as stopped:
            main()
        out, err = capfdbinary.readouterr()
        assert isinstance(stopped.value.code, int)
        return stopped.value.code, out.decode(), err.decode()

    return run


@pytest.fixture
def two_articles(tmp_path: Path) -> Path:
    path = tmp_path / "two.jsonl"
    lines = ({"id": "satu", "text": "Aru berkata, “Hujan turun.”"}, {"id": "two", "text": "“It rained,” Aru said."})
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_json_is_one_line_an_article_and_nothing_else(saksi: Run, two_articles: Path) -> None:
    code, out, err = saksi("read", "--json", two_articles)
    assert (code, [json.loads(line)["id"] for line in out.splitlines()], err) == (0, ["satu", "two"], "")


def test_a_refused_input_costs_no_other(saksi: Run, two_articles: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    code, out, err = saksi("read", missing, two_articles)
    assert code == 0
    assert out.count("Aru") >= 2
    assert err.startswith(f"saksi: {missing}: ")
    assert err.count("\n") == 1


def test_with_json_a_refused_input_has_its_line_on_standard_output(saksi: Run, two_articles: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    code, out, err = saksi("read", "--json", missing, two_articles)
    first, *others = map(json.loads, out.splitlines())
    assert (code, err, len(others)) == (0, "", 2)
    assert (first["uri"], first["status"]) == (str(missing), "refused")
    assert first["reason"]


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_where_nothing_can_be_read_the_exit_code_is_two(saksi: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    assert saksi("read", *options, tmp_path / "missing.txt", tmp_path)[0] == 2


def test_a_call_without_an_input_is_a_wrong_call(saksi: Run) -> None:
    code, out, err = saksi("read")
    assert (code, out) == (2, "")
    assert "PATH" in err


def test_standard_input_is_read(two_articles: Path) -> None:
    ended = subprocess.run([SAKSI, "read", "--json", "-"], input=two_articles.read_bytes(), capture_output=True, check=True)
    assert len(ended.stdout.splitlines()) == 2


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_pipe_that_closes_ends_it_quietly(tmp_path: Path, options: tuple[str, ...]) -> None:
    """As in `saksi read --json news.jsonl | head -1`."""
    many = tmp_path / "many.jsonl"
    many.write_text(
        "".join(json.dumps({"id": str(number), "text": "Hujan turun lagi. " * 200}) + "\n" for number in range(300)), encoding="utf-8"
    )
    running = subprocess.Popen([SAKSI, "read", *options, many], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    assert running.stdout.read(10)
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait() in (0, 1)


def test_output_that_takes_no_accents_gets_all_the_rest(two_articles: Path) -> None:
    """A terminal in an old encoding sees a question mark, not an end."""
    ended = subprocess.run([SAKSI, "read", two_articles], capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii"})
    assert b"Hujan turun." in ended.stdout


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_fault_of_ours_is_one_line_and_costs_one_article(
    saksi: Run, two_articles: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    def fails_on_satu(article: Article, known: object) -> Reading:
        if article.id == "satu":
            raise KeyError("e7")
        return Reading(article=article, engine="saksi 0")

    monkeypatch.setattr("saksi.runs.inputs.read", fails_on_satu)
    code, out, err = saksi("read", *options, two_articles)
    assert code == 0
    assert "It rained" in out
    told = out if options else err
    assert "KeyError" in told
    assert "report it" in told
    assert "Traceback" not in out + err


def test_a_fault_of_intake_costs_no_other_input(saksi: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_on_a(uri: str, **_: object) -> Iterator[Article | Refused]:
        if uri == "a":
            raise RuntimeError("broken")
        yield Article(id=uri, text="It rained.")

    monkeypatch.setattr("saksi.runs.inputs.pages", fails_on_a)
    code, out, err = saksi("read", "a", "b")
    assert (code, "It rained." in out, err.count("\n")) == (0, True, 1)


def test_what_is_refused_cannot_steer_the_terminal(saksi: Run, tmp_path: Path) -> None:
    err = saksi("read", tmp_path / "a\x1b[2J\nb.txt")[2]
    assert ("\x1b" in err, err.count("\n")) == (False, 1)


@pytest.mark.parametrize(
    ("settings", "options", "heading"),
    [
        ({}, (), "Nobody is said"),
        ({"LANG": "id_ID.UTF-8"}, (), "Tidak ada pernyataan"),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "C"}, (), "Nobody is said"),
        ({"LANG": "id"}, ("--lang", "en"), "Nobody is said"),
        ({"LANG": "idx_XX"}, (), "Nobody is said"),
        ({}, ("--lang", "id"), "Tidak ada pernyataan"),
    ],
)
def test_the_locale_decides_the_language_unless_it_is_given(
    saksi: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], options: tuple[str, ...], heading: str
) -> None:
    rain = tmp_path / "rain.jsonl"
    rain.write_text('{"id": "a", "text": "It rained."}\n', encoding="utf-8")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert heading in saksi("read", *options, rain)[1]
