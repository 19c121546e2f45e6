import { createHash } from 'node:crypto';
import type { Fit } from '../analysis/fit.ts';
import assets from './assets.json' with { type: 'json' };
import { drawing } from './drawing.ts';
import { type Html, html, toText, trusted } from './html.ts';
import { icon, iconSymbols } from './icons.ts';
import { type ReportModel, reportModel } from './model.ts';
import { findingsPart, headline, legend, outline, policyPart, rolesPart } from './parts.ts';
import { stateSection } from './sections.ts';

/**
 * The report: one page that needs nothing else, not even JavaScript, which only selects, filters, searches and zooms.
 * Pure: the same fit gives the same bytes.
 */
export function reportPage(fit: Fit, title: string): string {
  return `<!doctype html>\n${toText(page(reportModel(fit, title)))}\n`;
}

/**
 * The page loads nothing, and runs only its own style and script, known by their hashes. A name that got past the
 * escaping would still not run; with Trusted Types the script could not turn text into markup either.
 *
 * Source: https://www.w3.org/TR/CSP3/ and https://www.w3.org/TR/trusted-types/
 */
const CSP = [
  "default-src 'none'",
  `script-src '${hashOf(assets.script)}'`,
  `style-src '${hashOf(assets.style)}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function page(report: ReportModel): Html {
  return html`<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${trusted(CSP)}"><meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${report.title} · rolefit report</title><link rel="icon" href="data:,"><style>${trusted(assets.style)}</style><script>${trusted(assets.script)}</script></head><body>${iconSymbols()}
<a class="skip" href="#policy">Skip to the policy</a>
${headline(report)}
<main>
${toolbar(report)}
<div id="workspace" class="workspace">
<section class="canvas" aria-label="Workflow"><div id="canvas" class="scroll">${drawing(report)}</div>${zoomButtons()}</section>
<div id="panel" class="panel"><div class="panel-bar"><h2>States</h2><button type="button" id="back" hidden>All states</button></div>${outline(report)}<div id="sections" class="sections">${report.views.map((view) => html`${stateSection(view, report)}\n`)}</div></div>
</div>
${legend(report)}
${findingsPart(report)}
${policyPart(report)}
${rolesPart(report)}
</main>
<footer><p>Made by rolefit from the definition alone: nothing was run and no account was asked. This page loads nothing.</p></footer>
</body></html>`;
}

/** Shown by the script, since it does nothing without it. */
function toolbar({ views }: ReportModel): Html {
  const count = (test: (view: ReportModel['views'][number]) => boolean) => views.filter(test).length;
  return html`<div id="toolbar" class="toolbar" role="search" hidden><label class="search"><span class="unseen">Search states, actions and resources</span><input id="search" type="search" placeholder="Search states, actions, resources" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></label><button type="button" id="only-wildcards" aria-pressed="false">${icon('open')}Wildcards <span class="count">${count(({ wildcards }) => wildcards > 0)}</span></button><button type="button" id="only-findings" aria-pressed="false">${icon('flag')}Findings <span class="count">${count(({ findings }) => findings.length > 0)}</span></button><p id="status" class="status" role="status"></p></div>`;
}

function zoomButtons(): Html {
  return html`<div id="zoom" class="zoom" role="group" aria-label="Zoom" hidden><button type="button" id="zoom-out" aria-label="Smaller">−</button><button type="button" id="zoom-fit" aria-label="Fit the whole workflow">fit</button><button type="button" id="zoom-in" aria-label="Larger">+</button></div>`;
}
