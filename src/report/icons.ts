import { TIGHTNESS, type Tightness } from '../grants/tightness.ts';
import { type Html, html } from './html.ts';

/** One shape for each, readable without colour. Each is drawn in a square of 16. */
function shapeOf(tightness: Tightness): Html {
  switch (tightness) {
    case 'none':
      return html`<circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 2.2"/>`;
    case 'exact':
      return html`<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.7 8.3l2.3 2.3 4.4-4.9" fill="none" stroke="var(--surface)" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`;
    case 'pattern':
      return html`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/>`;
    case 'limit':
      return html`<path d="M8 1.6L14.4 8 8 14.4 1.6 8z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/><circle cx="8" cy="8" r="1.7" fill="currentColor"/>`;
    case 'open':
      return html`<path d="M8 1.4L15.2 14H.8z" fill="currentColor" stroke="currentColor" stroke-width="1" stroke-linejoin="round"/><path d="M8 6v5.6M5.6 7.4l4.8 2.8M10.4 7.4l-4.8 2.8" stroke="var(--surface)" stroke-width="1.3" stroke-linecap="round"/>`;
    case 'error':
      return html`<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor"/><path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" stroke="var(--surface)" stroke-width="1.9" stroke-linecap="round"/>`;
  }
}

/** The shapes, once in the page. */
export function iconSymbols(): Html {
  return html`<svg width="0" height="0" class="symbols" aria-hidden="true" focusable="false"><defs>${TIGHTNESS.map(
    (tightness) => html`<symbol id="i-${tightness}" viewBox="0 0 16 16">${shapeOf(tightness)}</symbol>`,
  )}<symbol id="i-flag" viewBox="0 0 16 16"><path d="M3.5 1.5v13M3.5 2.5h9l-2.4 3 2.4 3h-9" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/></symbol></defs></svg>`;
}

/** In a line of text, beside the words for it. */
export function icon(name: Tightness | 'flag'): Html {
  return html`<svg class="icon t-${name}" width="16" height="16" aria-hidden="true" focusable="false"><use href="#i-${name}"/></svg>`;
}

/** Inside the drawing. */
export function iconAt(name: Tightness | 'flag', x: number, y: number, size: number): Html {
  return html`<use href="#i-${name}" x="${x}" y="${y}" width="${size}" height="${size}"/>`;
}
