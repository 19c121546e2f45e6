import { CASES } from './cases/index.ts';
import { synthesize } from './synthesize.ts';
import { differencesIn } from './differences.ts';
console.time('synth'); const s = synthesize(CASES); console.timeEnd('synth'); 
console.time('check'); const d = await differencesIn(s); console.timeEnd('check');
console.log(s.folder, s.machines.size);
for (const each of d) { const v = [...new Set(each.machines.map(m=>`${m.variant}`))]; const p=[...new Set(each.machines.map(m=>`${m.pattern}`))];const l=[...new Set(each.machines.map(m=>`${m.language}`))];
 console.log(`${each.construct} [${v}|${p}|${l}] ${each.level} ${each.code}: ${each.message}`); }
