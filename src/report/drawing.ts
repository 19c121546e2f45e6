import type { Point } from '@dagrejs/dagre';
import type { State } from '../asl/workflow.ts';
import { stateName } from '../grants/consequence.ts';
import { type Html, html, visible } from './html.ts';
import { iconAt } from './icons.ts';
import {
  CARD_WIDTH,
  DOT,
  handlersOf,
  labelSize,
  type PlacedEdge,
  type PlacedInner,
  type PlacedState,
  type PlacedWorkflow,
  place,
  type Size,
} from './layout.ts';
import { kindWords, type ReportModel, type StateView } from './model.ts';
import { shorten, wrap } from './text.ts';
import { plural, tightnessWords } from './words.ts';

/** A state's own text in the drawing, in lines that fit into its card. */
interface Head extends Size {
  readonly name: readonly string[];
  readonly kind: string;
  /** How tight it is, for states that call something or have an error. */
  readonly verdict: string;
  /** Where its errors go if no line shows it. */
  readonly caught: readonly string[];
}

const NAME = { size: 14, line: 18 } as const;
const SMALL = { size: 12, line: 17 } as const;
const INSET = 14;
const ICON = 14;
const FLAG_WIDTH = 30;

/** A drawing up to this height (in pixels) is still readable when printed on one page. */
const ONE_PAGE = 1700;

/** The workflow as one SVG: every state is a link to its section. */
export function drawing(report: ReportModel): Html {
  const handlers = handlersOf(report.views.flatMap(({ state }) => state ?? []));
  const heads = new Map(report.views.map((view) => [view.path, headOf(view, handlers)]));
  const head = (state: State): Head => heads.get(state.path) ?? NO_HEAD;
  const placed = place(report.workflow, head);
  const width = Math.max(placed.width, CARD_WIDTH);
  return html`<svg id="drawing" class="drawing${placed.height <= ONE_PAGE && ' one-page'}" viewBox="0 0 ${width} ${placed.height}" width="${width}" height="${placed.height}" role="group" aria-label="Workflow"><defs>${[
    'next',
    'catch',
  ].map(
    (kind) =>
      html`<marker id="arrow-${kind}" class="arrow e-${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 .6L7.6 4 0 7.4z"/></marker>`,
  )}</defs>${workflowMarkup(placed, report, head)}</svg>`;
}

const NO_HEAD: Head = { name: [], kind: '', verdict: '', caught: [], width: 0, height: 0 };

function headOf(view: StateView, handlers: ReadonlyMap<string, number>): Head {
  const flag = view.findings.length > 0 ? FLAG_WIDTH : 0;
  // Bold letters are wider than the estimate.
  const name = wrap(visible(view.name), NAME.size * 1.15, CARD_WIDTH - 2 * INSET - flag, 2);
  const kind = shorten(kindWords(view), SMALL.size, CARD_WIDTH - 2 * INSET);
  const verdict = verdictOf(view);
  const caught = [
    ...new Set((view.state?.transitions ?? []).flatMap(({ kind, to }) => (kind === 'catch' && to ? to.path : []))),
  ]
    .filter((path) => handlers.has(path))
    .map((path) => shorten(visible(`on error: ${stateName(path)}`), SMALL.size, CARD_WIDTH - 2 * INSET - ICON - 6));
  const lines = name.length * NAME.line + SMALL.line * (1 + caught.length) + (verdict === '' ? 0 : SMALL.line + 4);
  return { name, kind, verdict, caught, width: CARD_WIDTH, height: lines + 18 };
}

function verdictOf({ state, tightness, permissions }: StateView): string {
  const calls = state?.type === 'Task' || state?.acts?.kind === 'distributedMap';
  if (!calls && tightness === 'none') return '';
  const { label } = tightnessWords(tightness);
  return permissions === 0 ? label : `${label} · ${plural(permissions, 'permission')}`;
}

type HeadOf = (state: State) => Head;

function workflowMarkup(placed: PlacedWorkflow, report: ReportModel, headOf: HeadOf): Html {
  const { start, end } = placed;
  return html`<g class="edges" aria-hidden="true">${placed.edges.map(edgeMarkup)}<circle class="dot" cx="${at(start.x)}" cy="${at(start.y)}" r="${DOT}"/>${
    end &&
    html`<circle class="dot ring" cx="${at(end.x)}" cy="${at(end.y)}" r="${DOT}"/><circle class="dot" cx="${at(end.x)}" cy="${at(end.y)}" r="2"/>`
  }${placed.notes.map((note) => html`<text class="edge-label e-catch" x="${at(note.x)}" y="${at(note.y + 4)}">${note.text}</text>`)}</g>${placed.states.map((state) => stateMarkup(state, report, headOf))}`;
}

function stateMarkup(placed: PlacedState, report: ReportModel, headOf: HeadOf): Html | undefined {
  const view = report.viewOf.get(placed.state.path);
  if (view === undefined) return undefined;
  const head = headOf(placed.state);
  const { width, height, inner } = placed;
  const nested = inner.length > 0;
  const shortened = head.name.some((line) => line.endsWith('…'));
  return html`<g transform="translate(${at(placed.x)} ${at(placed.y)})">${shortened && html`<title>${view.name}</title>`}<a class="node t-${view.tightness}${nested && ' holder'}" href="#${view.id}" data-state="${view.id}"><rect class="card" width="${at(width)}" height="${at(height)}" rx="9"/><path class="band" d="M5 .94A9 9 0 0 0 0 9V${at(height - 9)}A9 9 0 0 0 5 ${at(height - 0.94)}z"/>${headMarkup(head, view, width)}</a>${inner.map((part, index) => innerMarkup(part, index, placed, report, headOf))}</g>`;
}

function headMarkup(head: Head, view: StateView, width: number): Html {
  const nameEnd = 8 + head.name.length * NAME.line;
  const kindY = nameEnd + SMALL.line - 3;
  const iconY = kindY + 8;
  const caughtY = kindY + (head.verdict === '' ? 0 : SMALL.line + 4);
  const flagX = width - INSET - FLAG_WIDTH + 8;
  return html`${head.name.map((line, index) => html`<text class="name" x="${INSET}" y="${8 + (index + 1) * NAME.line - 4}">${line}</text> `)}<text class="kind" x="${INSET}" y="${kindY}">${head.kind}</text> ${
    head.verdict !== '' &&
    html`<g class="verdict">${iconAt(view.tightness, INSET, iconY, ICON)}<text x="${INSET + ICON + 6}" y="${iconY + 11.5}">${head.verdict}</text></g> `
  }${head.caught.map((line, index) => {
    const y = caughtY + (index + 1) * SMALL.line;
    return html`<path class="edge e-catch" d="M${INSET} ${y - 4}h${ICON}"/><text class="caught" x="${INSET + ICON + 6}" y="${y}">${line}</text> `;
  })}${
    view.findings.length > 0 &&
    html`<g class="flag" role="img" aria-label="${plural(view.findings.length, 'finding')}">${iconAt('flag', flagX, 10, 13)}<text x="${flagX + 15}" y="21">${view.findings.length}</text></g>`
  }`;
}

function innerMarkup(part: PlacedInner, index: number, holder: PlacedState, report: ReportModel, headOf: HeadOf): Html {
  const { width } = part.workflow;
  const height = holder.height - part.y - INSET;
  const label = holder.inner.length > 1 ? `Branch ${index + 1}` : '';
  return html`<g transform="translate(${at(part.x)} ${at(part.y)})"><rect class="lane" width="${at(width)}" height="${at(height)}" rx="7"/>${label !== '' && html`<text class="lane-label" x="9" y="15">${label}</text>`}${workflowMarkup(part.workflow, report, headOf)}</g>`;
}

function edgeMarkup({ kind, points, label }: PlacedEdge): Html {
  const marker = kind === 'catch' ? 'catch' : 'next';
  const width = label ? labelSize(label.text).width : 0;
  return html`<path class="edge e-${kind}" d="${pathOf(points)}" marker-end="url(#arrow-${marker})"/>${
    label &&
    html`<rect class="edge-back" x="${at(label.x - width / 2)}" y="${at(label.y - 9)}" width="${width}" height="18" rx="4"/><text class="edge-label e-${kind}" x="${at(label.x)}" y="${at(label.y + 4)}">${label.text}</text>`
  }`;
}

/** How far from a corner its rounding begins. */
const ROUNDING = 22;

/** A line through the points, its corners rounded. */
function pathOf(points: readonly Point[]): string {
  const steps = points.map((corner, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined) return `M${xy(corner)}`;
    if (after === undefined) return `L${xy(corner)}`;
    return `L${xy(towards(corner, before))}Q${xy(corner)} ${xy(towards(corner, after))}`;
  });
  return steps.join('');
}

/** A point on the way from a corner to another point, at most half of it. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const part = length === 0 ? 0 : Math.min(ROUNDING / length, 0.5);
  return { x: corner.x + (other.x - corner.x) * part, y: corner.y + (other.y - corner.y) * part };
}

function xy({ x, y }: Point): string {
  return `${at(x)} ${at(y)}`;
}

/** A coordinate, rounded. */
function at(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
