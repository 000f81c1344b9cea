"""A report as one page that stands by itself: the tree as the site shows it, with a style sheet inside."""

from flask import render_template
from markupsafe import Markup

from app.core.report.document import Report
from app.reports.choices import Choices
from app.reports.render.telling import Telling
from app.web.languages import direction

STYLE = Markup("""
body { margin: 2rem auto; padding: 0 1rem; max-width: 42rem; color: #1b1b1b; background: #fff;
       font: 1.1rem/1.6 Charter, Sitka, Cambria, Georgia, serif; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.15rem; margin-block: 2rem .5rem; }
.body { display: grid; grid-template-columns: 2.2rem 1fr; }
.body > * { grid-column: 2; margin-block: 0 .7rem; }
.body > .number { grid-column: 1; color: inherit; text-decoration: none; }
ul { padding-inline-start: 1.4rem; } ul.dash { list-style-type: "–  "; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; }
th[scope=row] { min-width: 12rem; text-align: start; font-weight: normal; }
th, td { padding: .2rem .7rem; border-block-end: 1px solid #999; }
.drawn { margin-inline: 0; } .picture { max-width: 100%; height: auto; background: #fff; }
.tongue { display: block; } sup { line-height: 0; } sup a, .footnotes a { text-decoration: none; }
.annex, .seal, .footnotes { font-size: .9rem; overflow-wrap: anywhere; }
.unseen { position: absolute; clip-path: inset(50%); inline-size: 1px; overflow: hidden; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #181818; } }
@media print { body { margin: 0; max-width: none; background: #fff; color: #000; } }
""")
PAGE = Markup("""<!doctype html>
<html lang="{lang}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
""")


def render_html(report: Report, choices: Choices) -> str:
    """The whole report, with a link to each of its paragraphs."""
    body = render_template(
        "reports/_report.html",
        report=report,
        notes=Telling(report, choices.sources).by_sentence,
        rests_on=lambda block: (),
    )
    return PAGE.format(
        lang=report.lang,
        direction=direction(report.lang),
        title=report.title,
        style=STYLE,
        body=Markup(body),  # noqa: S704 - a template escaped it
    )
