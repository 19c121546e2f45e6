import { element, focusOn, rows, stateOf, svgNodes } from './dom.ts';
import type { Selection } from './select.ts';

type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/**
 * Tab stops once at the drawing and once at the list, however many states there are; arrows move within. Enter chooses
 * (they are links), Escape goes back, `/` searches.
 */
export function withKeys(selection: Selection): void {
  const links = rows().flatMap((row) => row.querySelector('a') ?? []);
  const shown = () => links.filter((link) => link.closest('li')?.hidden === false);
  rove(svgNodes(), svgNodes()[0]);
  rove(links, links[0]);

  element('drawing').addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof SVGAElement)) return;
    const nodes = svgNodes();
    const next = isDirection(event.key) ? nearest(target, nodes, event.key) : end(event.key, nodes);
    if (next) move(event, nodes, next);
  });
  element('outline').addEventListener('keydown', (event) => {
    const list = shown();
    const index = list.findIndex((link) => link.contains(document.activeElement));
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = step === 0 ? end(event.key, list) : list[index + step];
    if (next) move(event, links, next);
  });
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof SVGAElement) rove(svgNodes(), target);
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape' && selection.current() !== undefined) selection.choose(undefined);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      element('search').focus();
    }
  });
  // The list's tab stop must be one that is shown.
  const keepStop = () => rove(links, shown().find(({ tabIndex }) => tabIndex === 0) ?? shown()[0]);
  new MutationObserver(keepStop).observe(element('outline'), { subtree: true, attributeFilter: ['hidden'] });
}

type Focusable = HTMLElement | SVGAElement;

function rove(all: readonly Focusable[], stop: Focusable | undefined): void {
  for (const one of all) one.tabIndex = one === stop ? 0 : -1;
}

function move(event: KeyboardEvent, all: readonly Focusable[], next: Focusable): void {
  event.preventDefault();
  rove(all, next);
  focusOn(next);
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function end<T>(key: string, all: readonly T[]): T | undefined {
  if (key === 'Home') return all[0];
  return key === 'End' ? all.at(-1) : undefined;
}

function isDirection(key: string): key is Direction {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';
}

/** The card that lies nearest in a direction; straight ahead is nearer than aside. */
function nearest(from: SVGAElement, all: readonly SVGAElement[], direction: Direction): SVGAElement | undefined {
  const here = centre(from);
  let best: SVGAElement | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of all) {
    if (stateOf(candidate) === stateOf(from)) continue;
    const there = centre(candidate);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const vertical = direction === 'ArrowUp' || direction === 'ArrowDown';
    const ahead = (vertical ? dy : dx) * (direction === 'ArrowUp' || direction === 'ArrowLeft' ? -1 : 1);
    if (ahead < 4) continue;
    const distance = ahead + 2 * Math.abs(vertical ? dx : dy);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Of the card's head: a card that holds others is large. */
function centre(node: SVGAElement): { readonly x: number; readonly y: number } {
  const { left, top, width } = node.getBoundingClientRect();
  return { x: left + width / 2, y: top + 20 };
}
