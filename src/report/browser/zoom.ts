import { element } from './dom.ts';

const STEP = 1.25;
const MIN = 0.1;
const MAX = 2.5;
/** Smaller than this no one can read it: rather scroll. */
const READABLE = 0.68;
/** Smaller than this a drawing is a thread: the one of a long workflow fits in width alone. */
const RECOGNIZABLE = 0.25;

/**
 * The drawing scrolls like any long text, by wheel, finger and keys; this adds a size, and a mouse that drags. Scrolling
 * is the browser's own, so nothing here has to be fast.
 */
export function withZoom(): { readonly show: (node: SVGAElement) => void } {
  const canvas = element('canvas');
  const drawing = document.querySelector<SVGSVGElement>('#drawing');
  if (!drawing) return { show: () => {} };
  const { width, height } = drawing.viewBox.baseVal;
  const fitting = () =>
    Math.min(1, (canvas.clientWidth - 12) / width, Math.max(RECOGNIZABLE, (canvas.clientHeight - 62) / height));
  let scale = 1;

  const zoomTo = (wanted: number, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) => {
    const next = Math.min(MAX, Math.max(Math.min(MIN, fitting()), wanted));
    const left = (canvas.scrollLeft + x) * (next / scale) - x;
    const top = (canvas.scrollTop + y) * (next / scale) - y;
    scale = next;
    drawing.style.width = `${width * scale}px`;
    drawing.style.height = `${height * scale}px`;
    canvas.scrollTo(left, top);
  };

  // As high as the drawing where that is low; the style has the limits.
  element('workspace').style.setProperty('--drawing', `${Math.ceil(height) + 60}px`);
  zoomTo(Math.max(READABLE, Math.min(1, canvas.clientWidth / width)));
  // Where the workflow starts, but not past the name of a first state that is wider than the screen.
  const left = (selector: string) =>
    (drawing.querySelector(selector)?.getBoundingClientRect().x ?? 0) - canvas.getBoundingClientRect().x;
  canvas.scrollTo(Math.min(left('.dot') - canvas.clientWidth / 2, left('.card') - 12), 0);

  element('zoom-in').addEventListener('click', () => zoomTo(scale * STEP));
  element('zoom-out').addEventListener('click', () => zoomTo(scale / STEP));
  element('zoom-fit').addEventListener('click', () => zoomTo(fitting()));
  element('zoom').hidden = false;
  canvas.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      zoomTo(scale * Math.exp(-event.deltaY / 300), event.clientX - box.x, event.clientY - box.y);
    },
    { passive: false },
  );
  withDragging(canvas);
  return { show: (node) => scrollTo(canvas, node) };
}

/** Scrolls the drawing where the card is out of sight, and the page where the panel covers it (on a phone). */
function scrollTo(canvas: HTMLElement, node: SVGAElement): void {
  const panel = element('panel');
  const covered = getComputedStyle(panel).position === 'fixed';
  if (covered) canvas.scrollIntoView();
  const box = canvas.getBoundingClientRect();
  const card = node.getBoundingClientRect();
  const bottom = covered ? Math.min(box.bottom, panel.getBoundingClientRect().top) : box.bottom;
  const inside = card.left >= box.left && card.right <= box.right && card.top >= box.top && card.top + 70 <= bottom;
  if (inside) return;
  canvas.scrollBy(card.left + card.width / 2 - box.left - box.width / 2, card.top - box.top - (bottom - box.top) / 3);
}

function withDragging(canvas: HTMLElement): void {
  let from: { readonly x: number; readonly y: number } | undefined;
  let moved = false;
  canvas.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    from = { x: event.clientX + canvas.scrollLeft, y: event.clientY + canvas.scrollTop };
    moved = false;
  });
  window.addEventListener('pointermove', (event) => {
    if (!from) return;
    const [left, top] = [from.x - event.clientX, from.y - event.clientY];
    if (!moved && Math.hypot(left - canvas.scrollLeft, top - canvas.scrollTop) < 5) return;
    moved = true;
    canvas.classList.add('dragging');
    canvas.scrollTo(left, top);
  });
  window.addEventListener('pointerup', () => {
    from = undefined;
    canvas.classList.remove('dragging');
  });
  // Cards are links: a drag that began on one must neither drag the link nor follow it.
  canvas.addEventListener('dragstart', (event) => event.preventDefault());
  canvas.addEventListener(
    'click',
    (event) => {
      if (!moved) return;
      moved = false;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}
