import { element, rows, stateOf, svgNodes } from './dom.ts';
import type { Selection } from './select.ts';

/** Search and the two filters: what does not match leaves the list and fades in the drawing. */
export function withFilters(selection: Selection, showNode: (node: SVGAElement) => void): void {
  const search = element('search');
  if (!(search instanceof HTMLInputElement)) return;
  const wildcards = element('only-wildcards');
  const findings = element('only-findings');
  const all = rows().map((row) => ({ row, id: stateOf(row), text: textOf(stateOf(row)) }));
  let matches: readonly string[] = [];

  const apply = () => {
    const words = normal(search.value).split(/\s+/).filter(Boolean);
    const fits = ({ row, text }: (typeof all)[number]) =>
      (!isPressed(wildcards) || row.hasAttribute('data-wildcards')) &&
      (!isPressed(findings) || row.hasAttribute('data-findings')) &&
      words.every((word) => text().includes(word));
    matches = all.filter(fits).map(({ id }) => id);
    const shown = new Set(matches);
    for (const { row, id } of all) row.hidden = !shown.has(id);
    for (const node of svgNodes()) node.classList.toggle('faded', !shown.has(stateOf(node)));
    const first = svgNodes().find((node) => shown.has(stateOf(node)));
    const filtered = words.length > 0 || isPressed(wildcards) || isPressed(findings);
    if (filtered && first) showNode(first);
    element('status').textContent = filtered ? `${matches.length} of ${all.length}` : '';
    const none = element('none');
    none.hidden = matches.length > 0;
    none.textContent =
      matches.length > 0 ? '' : emptyWords(words.length > 0, isPressed(wildcards), isPressed(findings));
  };

  const toggle = (button: HTMLElement) => () => {
    button.setAttribute('aria-pressed', String(!isPressed(button)));
    if (selection.current() !== undefined) selection.choose(undefined, { focus: false });
    apply();
  };
  wildcards.addEventListener('click', toggle(wildcards));
  findings.addEventListener('click', toggle(findings));
  search.addEventListener('input', () => {
    if (selection.current() !== undefined) selection.choose(undefined, { focus: false });
    apply();
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && matches[0] !== undefined) selection.choose(matches[0]);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    search.value = '';
    apply();
  });
  element('toolbar').hidden = false;
}

function emptyWords(searched: boolean, wildcards: boolean, findings: boolean): string {
  if (searched) return 'Nothing matches. The search looks at names of states, at actions, and at resources.';
  if (wildcards && findings) return 'No state has both a wildcard and a finding.';
  return wildcards ? 'No state has a wildcard: every resource is named, at least in part.' : 'No state has a finding.';
}

function isPressed(button: HTMLElement): boolean {
  return button.getAttribute('aria-pressed') === 'true';
}

/** A section's name and whatever is code in it (actions, ARNs, expressions), read when it is first needed. */
function textOf(id: string): () => string {
  let text: string | undefined;
  return () =>
    (text ??= normal(Array.from(element(id).querySelectorAll('h3, code'), (part) => part.textContent).join('\n')));
}

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
