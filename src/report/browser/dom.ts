/** The page's own elements; it was made together with this script, so a missing one is a defect. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the report lacks #${id}`);
  return found;
}

export function svgNodes(): readonly SVGAElement[] {
  return [...document.querySelectorAll<SVGAElement>('#drawing a.node')];
}

export function rows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#outline [data-row]')];
}

/** The state that an element stands for, or is a link to. */
export function stateOf(target: Element): string {
  return target.getAttribute('data-state') ?? target.getAttribute('data-row') ?? '';
}

/** Focus without scrolling the page under a reader's eyes. */
export function focusOn(target: HTMLElement | SVGElement | undefined): void {
  target?.focus({ preventScroll: true });
}
