import { element, focusOn, rows, stateOf, svgNodes } from './dom.ts';

export interface Selection {
  /** Chooses a state by its section's id; undefined for none. */
  readonly choose: (id: string | undefined, how?: { readonly focus?: boolean; readonly push?: boolean }) => void;
  readonly current: () => string | undefined;
}

/** One state at a time: its section in the panel, its card marked. The address names it, so that a link leads to it. */
export function withSelection(showNode: (node: SVGAElement) => void): Selection {
  const panel = element('panel');
  const back = element('back');
  let current: string | undefined;
  // What to give the focus back to.
  let opener: HTMLElement | SVGElement | undefined;

  const choose: Selection['choose'] = (id, { focus = true, push = true } = {}) => {
    const section = id === undefined ? null : document.getElementById(id);
    const next = section?.classList.contains('state') ? id : undefined;
    if (next !== undefined && current === undefined) opener = activeLink();
    current = next;
    for (const old of document.querySelectorAll('article.state.chosen')) old.classList.remove('chosen');
    panel.classList.toggle('open', current !== undefined);
    back.hidden = current === undefined;
    for (const link of [...svgNodes(), ...rows().map((row) => row.querySelector('a'))]) mark(link, current);
    if (push) remember(current === undefined ? '#outline' : `#${current}`);
    if (current === undefined || !section) {
      if (focus) focusOn(opener);
      return;
    }
    section.classList.add('chosen');
    panel.scrollTop = 0;
    const node = svgNodes().find((candidate) => stateOf(candidate) === current);
    if (node) showNode(node);
    if (focus) focusOn(section);
  };

  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
    const link = event.target.closest('a[data-state]');
    if (!link) return;
    event.preventDefault();
    choose(stateOf(link));
    // A link from the policy or the findings leads up to the drawing.
    if (!link.closest('#workspace')) element('workspace').scrollIntoView();
  });
  back.addEventListener('click', () => choose(undefined));
  const fromAddress = () => choose(location.hash.slice(1), { focus: false, push: false });
  window.addEventListener('popstate', fromAddress);
  if (/^#s-\d+$/.test(location.hash)) fromAddress();
  return { choose, current: () => current };
}

function remember(hash: string): void {
  try {
    history.pushState(null, '', hash);
  } catch {
    // In a sandboxed frame (a CI system's viewer) the page has no address of its own; it works without.
  }
}

function mark(link: Element | null, current: string | undefined): void {
  if (!link) return;
  if (stateOf(link) === current) link.setAttribute('aria-current', 'true');
  else link.removeAttribute('aria-current');
}

function activeLink(): HTMLElement | SVGElement | undefined {
  const active = document.activeElement;
  return active instanceof HTMLElement || active instanceof SVGElement ? active : undefined;
}
