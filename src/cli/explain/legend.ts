import { consequence } from '../../grants/consequence.ts';
import type { Purpose } from '../../grants/grant.ts';
import { resourceTightness, TIGHTNESS } from '../../grants/tightness.ts';
import { purposeWords, tightnessWords } from '../../report/words.ts';
import { markOf } from '../terminal/glyphs.ts';
import { block, type Line, labelled } from '../terminal/lines.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { callsIn, type StateNode } from './tree.ts';

/** What the marks and purposes mean that were used; empty where none was. */
export function legendText(nodes: readonly StateNode[], terminal: Terminal): string {
  const grants = callsIn(nodes).flatMap((fitted) => fitted.grants);
  const used = new Set(grants.flatMap(({ resources }) => resources.map(resourceTightness)));
  if (used.size === 0) return '';
  const marks = TIGHTNESS.filter((tightness) => used.has(tightness)).map((tightness): readonly [Line, Line] => {
    const { label, meaning } = tightnessWords(tightness);
    return [[markOf(tightness, terminal), { text: ` ${label}` }], [{ text: meaning }]];
  });
  const purposes = [...new Set(grants.map(({ purpose }) => purpose))].map((purpose): readonly [Line, Line] => [
    [{ text: purpose }],
    purposeLine(purpose),
  ]);
  const lines = [
    ...block([], [], [{ text: 'Resources', style: 'title' }], terminal),
    ...labelled(marks, terminal),
    '',
    ...block([], [], [{ text: 'What each permission is for, and what happens without it', style: 'title' }], terminal),
    ...labelled(purposes, terminal),
  ];
  return `${lines.join('\n')}\n`;
}

function purposeLine(purpose: Purpose): Line {
  return [
    { text: `${purposeWords(purpose)}; ` },
    { text: `without it, ${consequence(purpose, 'the state')}`, style: 'faint' },
  ];
}
