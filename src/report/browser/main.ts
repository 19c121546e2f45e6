/**
 * The report's script. The page says everything without it: it only shows one state at a time, filters, searches, zooms
 * and moves the focus. It never makes markup of text, and stores and sends nothing.
 */
import { withFilters } from './filter.ts';
import { withKeys } from './keys.ts';
import { withSelection } from './select.ts';
import { withZoom } from './zoom.ts';

// Before the first paint, so that the page does not jump.
document.documentElement.classList.add('js');

document.addEventListener('DOMContentLoaded', () => {
  const zoom = withZoom();
  const selection = withSelection(zoom.show);
  withFilters(selection, zoom.show);
  withKeys(selection);
  withCopy();
});

function withCopy(): void {
  const button = document.querySelector<HTMLButtonElement>('#copy');
  if (!button || !navigator.clipboard) return;
  button.hidden = false;
  const text = () => Array.from(document.querySelectorAll('#policy .json'), (part) => part.textContent).join('');
  button.addEventListener('click', async () => {
    const answer = await navigator.clipboard.writeText(text()).then(
      () => 'Copied',
      () => 'The browser does not allow it',
    );
    button.textContent = answer;
    setTimeout(() => {
      button.textContent = 'Copy policy';
    }, 2000);
  });
}
