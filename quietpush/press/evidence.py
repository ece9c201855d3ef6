"""How are claims, events and sources printed? Roles and directives, filled when all chapters have spoken.

``{claim}`A14` `` links to the ledger, ``{event}`le-171` `` to the page behind a coded row; ```` ```{claims} A14 A15 ````
prints a chapter's claims, ```` ```{ledger} ```` all of them.
"""

from __future__ import annotations

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective, SphinxRole

from .. import claims, schema, tables
from . import nodes as own

LEDGER = "book/claims"
ARTICLES = {"aq": "Americas Quarterly", "wdh": "World Diplomacy Hub"}
EVENTS_NAMED = 6  # a source line with more rows than this is read by nobody: it points to the table


class claim_list(nodes.General, nodes.Element):
    """Stands for claims until their findings are known."""


class event_reference(nodes.Inline, nodes.Element):
    """Stands for a coded row until its source is known."""


class ClaimRole(SphinxRole):
    def run(self):
        return [nodes.inline("", "", own_claim=self.text, classes=["qp-claim-pending"])], []


class EventRole(SphinxRole):
    def run(self):
        return [event_reference(event=self.text)], []


class Claims(SphinxDirective):
    """A chapter's claims with verdict badges, each linked to the ledger."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        return [claim_list(claims=self.arguments[0].split(), full=False)]


class Ledger(SphinxDirective):
    """All claims of one chapter in full: evidence, tables, what would change the verdict."""

    option_spec = {"chapter": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        return [claim_list(chapter=self.options["chapter"], full=True)]


class Evidence:
    """The tables behind the printed evidence, read once per build."""

    def __init__(self) -> None:
        self.claims = claims.ledger().set_index("claim_id", drop=False)
        self.events = tables.read("events", comparators=True).set_index("event_id", drop=False)
        sources = tables.read("sources").set_index("key", drop=False)
        names = tables.read("publishers").set_index("key")["name"]
        self.sources = sources.assign(publisher_name=sources["publisher"].map(names))
        data = tables.data_dir()
        self.credits = {name: schema.load(data, name).credit for name in schema.names(data)}

    def event_link(self, event: str) -> list[nodes.Node]:
        """A coded row as "publisher, year of the page [id]", linked to its page where there is one."""
        row = self.events.loc[event]
        source = self.sources.loc[row["source"]]
        published = source["date_published"]
        words = f"{source['publisher_name']}, {published[:4]}" if isinstance(published, str) else source["publisher_name"]
        mark = f" [{event}]"
        return [own.link(words, source["url"]) if isinstance(source["url"], str) else nodes.Text(words), nodes.Text(mark)]


class FillEvidence(SphinxPostTransform):
    """Puts claims, events and source lines in place, when every chapter has run."""

    default_priority = 8

    def run(self, **kwargs) -> None:
        app = self.app
        if not hasattr(app, "quietpush_evidence"):
            app.quietpush_evidence = Evidence()
        self.evidence: Evidence = app.quietpush_evidence
        for node in list(self.document.findall(claim_list)):
            node.replace_self(self._claims(node))
        for node in list(self.document.findall(event_reference)):
            node.replace_self(self._event(node))
        for node in list(self.document.findall(lambda n: isinstance(n, nodes.inline) and n.get("own_claim"))):
            node.replace_self(self._claim_link(node["own_claim"]))
        for node in list(self.document.findall(own.fineprint)):
            self._source_line(node)

    def _claim_link(self, claim: str) -> nodes.reference:
        if claim not in self.evidence.claims.index:
            raise KeyError(f"{self.env.docname} names claim {claim!r}, which data/claims.csv does not have")
        target = self.app.builder.get_relative_uri(self.env.docname, LEDGER) + f"#claim-{claim}"
        return nodes.reference(claim, claim, refuri=target, internal=True, classes=["qp-claim"])

    def _event(self, node: event_reference) -> list[nodes.Node]:
        if node["event"] not in self.evidence.events.index:
            raise KeyError(f"{self.env.docname} cites event {node['event']!r}, which data/events.csv does not have")
        return self.evidence.event_link(node["event"])

    def _claims(self, node: claim_list) -> list[nodes.Node]:
        table = self.evidence.claims
        wanted = node.get("claims") or list(table.loc[table["chapter"] == node["chapter"], "claim_id"])
        missing = [claim for claim in wanted if claim not in table.index]
        if missing:
            raise KeyError(f"{self.env.docname} lists claims {missing}, which data/claims.csv does not have")
        return [self._card(table.loc[claim], node["full"]) for claim in wanted]

    def _card(self, row, full: bool) -> own.card:
        """A claim: in a chapter its words and verdict, what was found one click away; in the ledger everything."""
        claim, verdict = row["claim_id"], row["verdict"]
        mark = own.badge("", verdict, classes=[verdict])
        found = own.paragraph(nodes.strong("", "Found: "), *self._found(row))
        if not full:
            made = own.card(classes=[verdict, "brief"])
            made += own.paragraph(self._claim_link(claim), " ", mark, " ", row["claim"])
            made += own.disclosure("", found, summary="What was found")
            return made
        made = own.card(ids=[f"claim-{claim}"], classes=[verdict])
        made += own.paragraph(nodes.strong("", claim), " ", mark, f" {row['confidence']} confidence in the verdict", classes=("qp-card-head",))
        made += own.paragraph(nodes.strong("", row["claim"]))
        made += found
        made.extend(self._details(row))
        return made

    def _found(self, row) -> list[nodes.Node]:
        text = claims.fill(row["finding"], self.app.quietpush_spoken.findings, self.evidence.events)
        basis = [] if row["finding_basis"] == "computed" else [nodes.emphasis("", " Rests on the rows named in the ledger.")]
        return [nodes.Text(text), *basis]

    def _details(self, row) -> list[nodes.Node]:
        chapter, words = f"book/{row['chapter']}", row["chapter"].replace("-", " ")
        printed = chapter in self.env.found_docs
        place = nodes.reference("", words, refuri=self.app.builder.get_relative_uri(self.env.docname, chapter), internal=True) if printed else nodes.Text(words)
        about = f"{ARTICLES[row['article']]}, {row['type']}, {row['theme'].replace('_', ' ')}; weighed in: "
        parts: list[nodes.Node] = [own.paragraph(about, place, ".", classes=("qp-card-small",))]
        events = row["evidence"].split(";") if isinstance(row["evidence"], str) else []
        if events:
            line = own.paragraph(nodes.strong("", "Rows: "), classes=("qp-card-small",))
            for place, event in enumerate(events):
                line += [nodes.Text("; " if place else ""), *self.evidence.event_link(event)]
            parts.append(line)
        names = row["tables"].split(";") if isinstance(row["tables"], str) else []
        if names:
            parts.append(own.paragraph(nodes.strong("", "Tables: "), ", ".join(names) + ".", classes=("qp-card-small",)))
        if isinstance(row["would_change"], str):
            parts.append(own.paragraph(nodes.strong("", "What would change the verdict: "), row["would_change"], classes=("qp-card-small",)))
        return parts

    def _source_line(self, node: own.fineprint) -> None:
        events = [key for key in node["sources"] if "-" in key]
        credits = [self.evidence.credits[key] for key in node["sources"] if "-" not in key]
        line = own.paragraph(nodes.strong("", "Source: "), "; ".join(dict.fromkeys(credits)))
        for place, event in enumerate(events[:EVENTS_NAMED]):
            line += [nodes.Text("; " if place or credits else ""), *self.evidence.event_link(event)]
        if len(events) > EVENTS_NAMED:
            further = len(events) - EVENTS_NAMED
            line += nodes.Text(f"; and {further} further rows named in the table below" if further > 1 else "; and one further row named in the table below")
        line += nodes.Text(".")
        node.insert(0, line)
        if self.app.builder.format == "html":
            up = "../" * self.env.docname.count("/")
            node += own.paragraph(own.link("Download data (CSV)", f"{up}downloads/{node['name']}.csv"), " · ", own.link("Permalink", f"#{node['name']}"), classes=("qp-links",))


def connect(app: Sphinx) -> None:
    app.add_role("claim", ClaimRole())
    app.add_role("event", EventRole())
    app.add_directive("claims", Claims)
    app.add_directive("ledger", Ledger)
    app.add_post_transform(FillEvidence)
