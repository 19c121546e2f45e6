import type { FittedCall } from '../analysis/fit.ts';
import type { Transition } from '../asl/workflow.ts';
import { consequence, stateName } from '../grants/consequence.ts';
import type { Conditions, Grant, Resource } from '../grants/grant.ts';
import { resourceTightness } from '../grants/tightness.ts';
import { splitAtWildcards } from '../iam/pattern.ts';
import { type Content, type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { apiName, kindWords, type ReportModel, type StateView } from './model.ts';
import { statementsOf } from './statements.ts';
import { whenWords } from './when.ts';
import { idleWords, originWords, purposeWords, tightnessWords } from './words.ts';

/** A state's section: what it may do, why, and which statements of the policy allow it. */
export function stateSection(view: StateView, report: ReportModel): Html {
  const { label, meaning } = tightnessWords(view.tightness);
  const { state, calls } = view;
  const comment = typeof state?.json['Comment'] === 'string' ? state.json['Comment'] : undefined;
  return html`<article id="${view.id}" class="state t-${view.tightness}" tabindex="-1" aria-labelledby="${view.id}-name">
<header>${crumbs(view, report)}<h3 id="${view.id}-name"><bdi>${view.name}</bdi></h3>
<p class="kind">${state === undefined ? 'its settings, its own permissions' : html`<code>${kindWords(view)}</code>`}</p>
<p class="verdict">${icon(view.tightness)}<span><strong>${label}</strong>: ${meaning}</span></p>${comment !== undefined && html`<p class="comment">${comment}</p>`}</header>
${findingsOf(view)}${calls.length > 0 ? calls.map((fitted) => callPart(fitted, view, report)) : html`<p class="idle">${idleWords(state)}</p>`}${transitionsPart(view, report)}${view.path !== '' && html`<p class="path">In the definition: <code>${view.path}</code></p>`}
</article>`;
}

/** The states that it is nested in. */
function crumbs({ path }: StateView, report: ReportModel): Content {
  const holders = report.views.filter((other) => other.path !== '' && path.startsWith(`${other.path}/`));
  if (holders.length === 0) return undefined;
  return html`<p class="crumbs">in ${holders.map((holder, index) => html`${index > 0 && ' › '}${stateLink(holder)}`)}</p>`;
}

export function stateLink(view: StateView): Html {
  return html`<a href="#${view.id}" data-state="${view.id}"><bdi>${view.name}</bdi></a>`;
}

function findingsOf({ findings }: StateView): Content {
  if (findings.length === 0) return undefined;
  return html`<ul class="notes">${findings.map(
    ({ severity, message }) => html`<li class="f-${severity}"><b>${severity}</b> ${message}</li>`,
  )}</ul>`;
}

function callPart(fitted: FittedCall, view: StateView, report: ReportModel): Html {
  const { grants, needsNothing, call } = fitted;
  const pattern = call.pattern === 'requestResponse' ? '' : `.${call.pattern}`;
  return html`<section class="call"><h4><code>${apiName(fitted)}${pattern}</code></h4>${
    call.assumes !== undefined &&
    html`<p>Made by the role that <code>Credentials</code> names: <a href="#roles">its policy</a> is one of its own.</p>`
  }${needsNothing !== undefined && html`<p class="idle">Needs no permission: ${needsNothing}</p>`}${
    grants.length === 0 &&
    needsNothing === undefined &&
    html`<p class="idle">Nothing is granted for it; see its findings.</p>`
  }${grants.length > 0 && html`<ul class="grants">${grants.map((grant) => grantPart(grant, view, report))}</ul>`}</section>`;
}

function grantPart(grant: Grant, view: StateView, report: ReportModel): Html {
  const statements = statementsOf(grant, report.placementOf).map(
    (index) => html` <a href="#p-${index + 1}">statement ${index + 1}</a>`,
  );
  return html`<li class="grant"><p class="purpose"><b>${purposeWords(grant.purpose)}</b><span class="to">${statements}</span></p>
<ul class="actions">${grant.actions.map((action) => html`<li><code>${action}</code></li>`)}</ul>
<ul class="resources">${grant.resources.map((resource) => resourcePart(resource, grant, report))}</ul>${grant.conditions && conditionsPart(grant.conditions)}
<p class="missing">Without it: ${consequence(grant.purpose, stateName(view.path))}.</p></li>`;
}

function resourcePart(resource: Resource, grant: Grant, report: ReportModel): Html {
  const tightness = resourceTightness(resource);
  const nameOf = (path: string) => (path === '' ? "the execution's input" : stateName(path));
  const origin = originWords(resource.origin, nameOf).map((piece) =>
    typeof piece === 'string' ? piece : html`<code>${piece.code}</code>`,
  );
  const wider = new Set(
    grant.actions.flatMap((action) =>
      report.placementOf(action, resource.arn, grant.conditions).map((placement) => placement.resource),
    ),
  );
  wider.delete(resource.arn);
  return html`<li>${icon(tightness)}<div><code class="arn">${arnText(resource.arn)}</code><span class="origin"><span class="tight t-${tightness}">${tightnessWords(tightness).label}</span> ${origin}</span>${
    wider.size > 0 &&
    html`<span class="origin">In the policy a wider resource covers it: ${[...wider].map((arn) => html`<code>${arnText(arn)}</code> `)}</span>`
  }</div></li>`;
}

/** An ARN whose wildcards stand out. */
function arnText(arn: string): Content {
  return splitAtWildcards(arn).flatMap((piece, index): readonly Content[] =>
    index % 2 === 0 ? [piece] : [...piece].map((wildcard) => html`<mark>${wildcard}</mark>`),
  );
}

function conditionsPart(conditions: Conditions): Html {
  return html`<ul class="conditions">${Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(
      ([key, values]) =>
        html`<li>only if <code>${key}</code> <span class="operator">${operator}</span> ${values.map((value, index) => html`${index > 0 && ' or '}<code>${value}</code>`)}</li>`,
    ),
  )}</ul>`;
}

function transitionsPart({ state }: StateView, report: ReportModel): Content {
  if (state === undefined) return undefined;
  const ends = state.ends
    ? [html`<li>ends the workflow</li>`]
    : state.type === 'Fail'
      ? [html`<li>fails the workflow</li>`]
      : [];
  const items = [...state.transitions.map((transition) => transitionPart(transition, report)), ...ends];
  if (items.length === 0) return undefined;
  return html`<section class="ways"><h4>Then</h4><ul>${items}</ul></section>`;
}

function transitionPart(transition: Transition, report: ReportModel): Html {
  const { kind, to, target } = transition;
  const view = to === undefined ? undefined : report.viewOf.get(to.path);
  const link = view ? stateLink(view) : html`<b>${target}</b>, which is no state here`;
  switch (kind) {
    case 'next':
      return html`<li>on to ${link}</li>`;
    case 'default':
      return html`<li>otherwise to ${link}</li>`;
    case 'choice':
      return html`<li>if <code>${whenWords(transition)}</code> to ${link}</li>`;
    case 'catch':
      return html`<li>on ${whenWords(transition) || 'an error'} to ${link}</li>`;
  }
}
