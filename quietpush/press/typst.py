"""How does the book become a tagged PDF? Sphinx's document tree through typstbuilder, our template, then Typst (PDF/UA-1)."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinxcontrib_typstbuilder._builder import TypstBuilder
from sphinxcontrib_typstbuilder._writer import TypstTranslator, escape_str

from .. import phrases, schema, tables
from . import nodes as own

HERE = Path(__file__).parent
NAME = "quiet-push"


class BookBuilder(TypstBuilder):
    """typstbuilder, with file copies that Sphinx 7 accepts and one document written for all pages."""

    def write(self, *args, **kwargs) -> None:
        self.write_documents(set())

    def _copy_images(self, outdir: Path) -> None:
        for source, target in self.images.items():
            shutil.copyfile(Path(self.srcdir) / source, outdir / target)

    def _copy_download_files(self, outdir: Path) -> None:
        """The PDF carries no attachments: downloads stand on the book's pages."""

    def _copy_template(self, template_name: str, outdir: Path) -> None:
        shutil.copytree(HERE / "typst_template", outdir / "templates", dirs_exist_ok=True)


class BookTranslator(TypstTranslator):
    """Alt texts, front page and chapters as equals, and the Typst side of the book's own nodes."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.this_is_the_title = False
        self.levels: list[int] = []

    def visit_start_of_file(self, node: nodes.Element) -> None:
        super().visit_start_of_file(node)
        self.levels.append(self.sectionlevel)
        self.sectionlevel = 0

    def depart_start_of_file(self, node: nodes.Element) -> None:
        super().depart_start_of_file(node)
        self.sectionlevel = self.levels.pop()

    def visit_image(self, node: nodes.image) -> None:
        super().visit_image(node)
        if node.get("alt"):
            self.curr_element().named_params["alt"] = json.dumps(node["alt"], ensure_ascii=False)

    def visit_caption(self, node: nodes.caption) -> None:
        super().visit_caption(node)
        self.append_inline_fun(None, name="strong")

    def depart_caption(self, node: nodes.caption) -> None:
        self.absorb_fun_in_body()
        super().depart_caption(node)

    def visit_fineprint(self, node: own.fineprint) -> None:
        self.append_block_fun(node, name="fineprint")

    def depart_fineprint(self, node: own.fineprint) -> None:
        self.absorb_fun_in_body()

    def visit_card(self, node: own.card) -> None:
        self.append_block_fun(node, name="card")

    depart_card = depart_fineprint

    def visit_badge(self, node: own.badge) -> None:
        self.append_inline_fun(node, name="badge", named_params={"kind": escape_str(" ".join(node["classes"]))})

    depart_badge = depart_fineprint

    def visit_disclosure(self, node: own.disclosure) -> None:
        raise nodes.SkipNode


def _drop_code(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """The PDF prints what the cells found, not the cells."""
    if app.builder.name != "typst":
        return
    for node in list(doctree.findall(nodes.container)):
        if "cell_input" in node.get("classes", ()):
            node.parent.remove(node)


def _compile(app: Sphinx, failure: Exception | None) -> None:
    if failure or app.builder.name != "typst":
        return
    import typst

    folder = Path(app.outdir) / NAME
    stamp = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        typst.compile(
            str(folder / f"{NAME}.typ"), output=str(folder / f"{NAME}.pdf"), root=str(folder), pdf_standards=["ua-1"],
            timestamp=int(stamp) if stamp else None,
        )
    except typst.TypstError as fault:
        raise ExtensionError(f"Typst refused the PDF: {fault}") from fault


def connect(app: Sphinx) -> None:
    app.setup_extension("sphinxcontrib_typstbuilder")
    app.add_builder(BookBuilder, override=True)
    app.set_translator("typst", BookTranslator, override=True)
    app.config.typst_documents = [{"startdocname": "book/index", "targetname": NAME, "title": app.config.project, "template": "report", "metadata": {"data_as_of": phrases.date(schema.data_as_of(tables.data_dir()))}}]
    app.connect("doctree-resolved", _drop_code)
    app.connect("build-finished", _compile)
