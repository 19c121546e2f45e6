import { TIGHTNESS } from '../grants/tightness.ts';
import { deniesAll, type Policy, type Statement, sizeOf } from '../policy/policy.ts';
import { QUOTAS } from '../policy/quota.ts';
import { type Content, type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { readableJson } from './json.ts';
import type { ReportModel, StateView } from './model.ts';
import { stateLink } from './sections.ts';
import { plural, tightnessWords } from './words.ts';

/** The parts of the page other than the drawing and the states' sections. */

export function headline({ title, comment, counts, fit }: ReportModel): Html {
  const { states, permissions, exact, patterns, open, limits } = counts;
  const figure = (count: number, one: string, many: string, tone: string) =>
    html`<li class="${tone}"><b>${count.toLocaleString('en-US')}</b> ${count === 1 ? one : many}</li>`;
  const findings = fit.findings.length;
  return html`<header class="top"><p class="brand">rolefit report</p><h1><bdi>${title}</bdi></h1>${comment !== undefined && html`<p class="comment">${comment}</p>`}
<ul class="figures">${figure(states, 'state', 'states', '')}${figure(permissions, 'permission', 'permissions', '')}${figure(open + limits, 'wildcard', 'wildcards', open > 0 ? 't-open' : '')}${figure(findings, 'finding', 'findings', '')}</ul>
<p class="summary">${summary(permissions, exact, patterns, open, limits)}</p></header>`;
}

function summary(permissions: number, exact: number, patterns: number, open: number, limits: number): Content {
  if (permissions === 0) return 'This workflow calls nothing: its role needs no permission at all.';
  const parts = [
    exact > 0 && `${exact} on ${exact === 1 ? 'a named resource' : 'named resources'}`,
    patterns > 0 && `${patterns} on ${patterns === 1 ? 'a pattern' : 'patterns'}`,
    open > 0 && `${open} on ${open === 1 ? 'a resource' : 'resources'} that only a run tells`,
    limits > 0 && `${limits} on ${limits === 1 ? 'a wildcard' : 'wildcards'} that no definition could narrow`,
  ].filter((part) => part !== false);
  const list = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');
  return `A permission is one action on one resource: ${list}.`;
}

export function legend({ views }: ReportModel): Html {
  return html`<section class="legend" aria-labelledby="legend-title"><h2 id="legend-title">How to read it</h2><ul>${TIGHTNESS.map(
    (tightness) => {
      const { label, meaning } = tightnessWords(tightness);
      const count = views.filter((view) => view.tightness === tightness).length;
      return html`<li>${icon(tightness)}<span><b class="t-${tightness}">${label}</b> <span class="count">${plural(count, 'state')}</span><span class="meaning">${meaning}</span></span></li>`;
    },
  )}</ul><ul class="lines"><li><svg width="34" height="10" aria-hidden="true"><path class="edge e-next" d="M0 5H34"/></svg> next</li><li><svg width="34" height="10" aria-hidden="true"><path class="edge e-choice" d="M0 5H34"/></svg> if a rule holds</li><li><svg width="34" height="10" aria-hidden="true"><path class="edge e-catch" d="M0 5H34"/></svg> an error is caught</li></ul></section>`;
}

/** The list of all states, shown beside the drawing until one is chosen. */
export function outline({ views }: ReportModel): Html {
  return html`<nav id="outline" class="outline" aria-label="States"><p class="hint">Choose one, here or in the drawing, to see what it may do and why.</p><ul>${views.map(outlineItem)}</ul><p id="none" class="empty" hidden></p></nav>`;
}

function outlineItem(view: StateView): Html {
  const { label } = tightnessWords(view.tightness);
  const detail = view.permissions > 0 ? `${label} · ${view.permissions}` : label;
  return html`<li data-row="${view.id}"${view.wildcards > 0 && html` data-wildcards`}${view.findings.length > 0 && html` data-findings`}><a class="d${Math.min(view.depth, 6)}" href="#${view.id}" data-state="${view.id}">${icon(view.tightness)}<bdi class="of">${view.name}</bdi>${view.findings.length > 0 && html`<span class="flagged">${icon('flag')}<span>${view.findings.length}</span><span class="unseen"> ${view.findings.length === 1 ? 'finding' : 'findings'},</span></span>`}<span class="detail">${detail}<span class="unseen">${view.permissions > 0 && ' permissions'}</span></span></a></li>`;
}

export function findingsPart({ fit, viewOf }: ReportModel): Html {
  return html`<section id="findings" class="findings" aria-labelledby="findings-title"><h2 id="findings-title">Findings</h2>${
    fit.findings.length === 0
      ? html`<p class="empty">None: nothing in this definition needs a person's attention.</p>`
      : html`<ul>${fit.findings.map(({ severity, state, message, code }) => {
          const view = viewOf.get(state);
          return html`<li class="f-${severity}"><p><b>${severity}</b> ${view && stateLink(view)} <code class="code">${code}</code></p><p>${message}</p></li>`;
        })}</ul>`
  }</section>`;
}

export function policyPart({ fit, statements }: ReportModel): Html {
  const { policy } = fit;
  const intro = deniesAll(policy)
    ? 'Nothing is called, so this is the policy that AWS documents for such a workflow: it denies everything.'
    : `${plural(policy.Statement.length, 'statement')}, ${sizeOf(policy).toLocaleString('en-US')} of the ${QUOTAS.inlinePolicySize.toLocaleString('en-US')} characters that a role's inline policies may have.`;
  return html`<section id="policy" class="policy" aria-labelledby="policy-title"><div class="titled"><h2 id="policy-title">Policy</h2><button type="button" id="copy" hidden>Copy policy</button></div><p>${intro}</p>${policyJson(
    policy,
    (index) => {
      const view = statements[index];
      return (
        view &&
        html`<div class="from"><h3><a href="#${view.id}">Statement ${index + 1}</a></h3>${origin(view.states)}</div>`
      );
    },
  )}</section>`;
}

function origin(states: readonly StateView[]): Content {
  if (states.length === 0) return undefined;
  return html`<p>for ${plural(states.length, 'state')}</p><ul>${states.map((state) => html`<li>${icon(state.tightness)}${stateLink(state)}</li>`)}</ul>`;
}

/** A policy as its JSON, a block for each statement; all blocks together are the document. */
function policyJson({ Version, Statement }: Policy, beside: (index: number) => Content): Html {
  return html`<pre class="json outer">{
  "Version": "${Version}",
  "Statement": [
</pre><ol class="statements">${Statement.map(
    (statement, index) =>
      html`<li id="p-${index + 1}" class="statement" tabindex="-1">${beside(index)}<pre class="json">${statementText(statement, index === Statement.length - 1)}</pre></li>`,
  )}</ol><pre class="json outer">  ]
}
</pre>`;
}

function statementText(statement: Statement, last: boolean): string {
  return `    ${readableJson(statement, 2)}${last ? '' : ','}\n`;
}

export function rolesPart({ fit, viewOf }: ReportModel): Content {
  if (fit.assumedRoles.length === 0) return undefined;
  return html`<section id="roles" class="roles" aria-labelledby="roles-title"><h2 id="roles-title">Roles that tasks assume</h2><p>These make calls in the place of the execution role: each needs its policy, and a trust policy that names the execution role.</p>${fit.assumedRoles.map(
    ({ role, states, policy }) => {
      const views = states.map((path) => viewOf.get(path)).filter((view) => view !== undefined);
      return html`<article class="role"><h3><code>${role}</code></h3>${origin(views)}<pre class="json">${readableJson(policy)}</pre></article>`;
    },
  )}</section>`;
}
