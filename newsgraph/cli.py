"""The command line: results to standard output, all else to standard error, status 0, 1 or 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsgraph.options import Graph, Inputs, Jobs, LanguageName, Workspace
from newsgraph.tables import Format, RecordFormat, print_records, print_rows
from newsgraph.terminal import Run, counted, say

if TYPE_CHECKING:
    from newsgraph.pipeline import Built

app = typer.Typer(
    name="newsgraph",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="News articles in, a knowledge graph out: every edge shows the sentence it came from.",
    epilog="Begin with [bold]newsgraph build articles/ -o out[/bold] and open out/graph.html in a browser. "
    "Each command explains itself: [bold]newsgraph build --help[/bold].",
)


@app.command(epilog="Example: [bold]newsgraph build articles/ more.jsonl -o out --format graphml[/bold]")
def build(
    inputs: Inputs,
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", metavar="DIR", help="Workspace to write to; made if needed.", show_default=False
        ),
    ],
    jobs: Jobs = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", metavar="NAME", help="A further file to write, graph.NAME; may be repeated."
        ),
    ] = None,
    language: LanguageName = None,
    overrides: Annotated[
        Path | None,
        typer.Option(
            "--overrides", metavar="FILE", help="Who is who by your word; kept in DIR/identity.txt."
        ),
    ] = None,
    gazetteer: Annotated[
        Path | None,
        typer.Option(
            "--gazetteer", metavar="FILE", help="Your own names, a CSV file; kept in DIR/gazetteer.csv."
        ),
    ] = None,
) -> None:
    """Read articles and write the graph: DIR/graph.html to open, DIR/graph.ttl to ask.

    DIR is a workspace. Building into it again reads only what is new and gives the same files as one
    build of everything; a build that was interrupted goes on where it stopped.
    """
    from newsgraph.pipeline import build_workspace
    from newsgraph.word import keep_word

    _check_formats(formats or ())
    keep_word(out, overrides=overrides, gazetteer=gazetteer)
    with Run(after_interrupt=f"what was read is kept in {out}; the same command goes on from there") as run:
        built = build_workspace(
            inputs, out, tell=run.tell, watch=run.watch, formats=formats or (), language=language, jobs=jobs
        )
    say(_summary(built, run.failures))
    raise typer.Exit(run.status)


@app.command(
    epilog='Example: [bold]echo "Moscow rejected the offer." | newsgraph extract - --format table[/bold]'
)
def extract(
    inputs: Inputs,
    lines: Annotated[
        bool, typer.Option("--lines", help="Every line of a file is an article of its own.")
    ] = False,
    nary: Annotated[
        bool, typer.Option("--nary", help="One record a clause, its further arguments in “adjuncts”.")
    ] = False,
    least: Annotated[
        float,
        typer.Option(
            "--min-confidence", min=0, max=1, help="Only triples that a reader accepts with this probability."
        ),
    ] = 0.0,
    form: Annotated[RecordFormat, typer.Option("--format", help="One JSON object a line, or a table.")] = (
        RecordFormat.jsonl
    ),
    jobs: Jobs = None,
    language: LanguageName = None,
    overrides: Annotated[
        Path | None, typer.Option("--overrides", metavar="FILE", help="Who is who by your word.")
    ] = None,
    gazetteer: Annotated[
        Path | None, typer.Option("--gazetteer", metavar="FILE", help="Your own names, a CSV file.")
    ] = None,
) -> None:
    """Print what the articles say, one relation at a time, each with its sentence and its status."""
    from newsgraph.pipeline import read_all
    from newsgraph.records import records
    from newsgraph.word import word_in

    word = word_in(overrides=overrides, gazetteer=gazetteer)
    with Run(after_interrupt="nothing was printed") as run:
        found = read_all(inputs, tell=run.tell, lines=lines, language=language, jobs=jobs, listed=word.listed)
        everything = list(run.watch(found, "articles read"))
    print_records(records(everything, word, nary=nary, least=least), form)
    raise typer.Exit(run.status)


@app.command(
    epilog="Example: [bold]newsgraph query out 'SELECT ?who WHERE { ?who rel:demands ent:crimea }'[/bold]"
)
def query(
    graph: Graph,
    sparql: Annotated[
        str, typer.Argument(metavar="SPARQL", help="A query, or a file that has one.", show_default=False)
    ],
    form: Annotated[Format, typer.Option("--format", help="How to print the rows.")] = Format.table,
) -> None:
    """Answer a SPARQL 1.1 query. The graph's prefixes (ent:, rel:, ng: and so on) need no declaration."""
    from graph.query import query as ask

    answer = ask(graph, sparql)
    shown = answer.short() if form is Format.table else answer
    print_rows(shown.columns, shown.rows, form)


@app.command(epilog="Example: [bold]newsgraph export out --format graphml -o graph.graphml[/bold]")
def export(
    graph: Graph,
    form: Annotated[str, typer.Option("--format", metavar="NAME", help="A format.", show_default=False)],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="File to write; - prints.", show_default=False)
    ],
) -> None:
    """Write a graph in another format."""
    from exports.registry import exporter
    from graph.query import open_graph
    from newsgraph.pipeline import write_whole

    _check_formats([form])
    data = exporter(form)(open_graph(graph))
    if str(out) == "-":
        sys.stdout.buffer.write(data)
    else:
        write_whole(out, data)


@app.command("list", epilog="Example: [bold]newsgraph list out --format csv[/bold]")
def list_articles(
    folder: Workspace,
    form: Annotated[Format, typer.Option("--format", help="How to print the rows.")] = Format.table,
) -> None:
    """List the articles of a workspace: id, date, publisher, title, address."""
    from graph.store import readings

    articles = sorted((r.article for r in readings(folder)), key=lambda a: (a.published or "", a.title, a.id))
    columns = ("id", "published", "publisher", "title", "url")
    print_rows(columns, [[getattr(article, column) for column in columns] for article in articles], form)


@app.command(epilog="Example: [bold]newsgraph remove out 3f9a5c0d1e2b4a67[/bold]")
def remove(
    folder: Workspace,
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE...", help="Ids, as newsgraph list shows them.", show_default=False),
    ],
) -> None:
    """Take articles out of a workspace and write its files again, as if they had never been read."""
    from graph import store
    from newsgraph.pipeline import write_files

    store.remove(folder, articles)
    _, files = write_files(folder)
    say(f"Removed {counted(len(articles), 'article')}. Wrote {', '.join(map(str, files))}.")


@app.command(epilog='Example: [bold]newsgraph explain out "Sergey Lavrov"[/bold]')
def explain(
    folder: Workspace,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A name, or the last part of an entity's IRI.", show_default=False
        ),
    ],
) -> None:
    """Show why mentions are one entity: the words, the rule that joined each, and the nearest others.

    To change it, write into DIR/identity.txt lines like "same: A = B", "different: A / B" or
    "rename: A -> B", and build again.
    """
    from newsgraph.word import explained

    for line in explained(folder, name):
        print(line)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line with these arguments, or those of the process; always ends in ``SystemExit``.

    Errors are one line on standard error and status 1; wrong usage is status 2.
    """
    from exports.errors import ExportError
    from extract.errors import ExtractError
    from graph.errors import GraphError

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # our products are small: more threads only wait
    try:
        app(arguments, prog_name="newsgraph")
    except (ExtractError, GraphError, ExportError, OSError) as error:
        say(f"newsgraph: {' '.join(str(error).split())}")
        sys.exit(1)


def _check_formats(names: Iterable[str]) -> None:
    """Refuse an unknown format before any work is done."""
    from exports.registry import known_formats

    for name in names:
        if name not in known_formats():
            known = ", ".join(known_formats())
            raise typer.BadParameter(f"no format {name!r}; there are {known}", param_hint="--format")


def _summary(built: Built, failures: int) -> str:
    graph = built.graph
    lines = [
        f"{counted(len(graph.articles), 'article')} ({built.read:,} read now),",
        f"{counted(len(graph.entities), 'entity', 'entities')},",
        f"{counted(len(graph.statements), 'statement')}.",
        f"Wrote {', '.join(map(str, built.files))}." if built.files else "Wrote nothing.",
    ]
    return " ".join([*lines, f"{counted(failures, 'input')} failed, named above."] if failures else lines)
