import { readFileSync } from 'node:fs';
import { parsePattern } from './src/sdk/pattern.ts';
import { loadAuthority } from './catalog/build/authority.ts';
import { readModels } from './catalog/build/models.ts';
import { operationsOf } from './catalog/build/operations.ts';
import { PREFIXES } from './catalog/curated/services.ts';
import { base, norm } from './catalog/build/words.ts';
import { lastField } from './catalog/build/path.ts';
const models=new Map(); for (const v of ['1.43.96','1.35.0','1.34.0']) for (const [n,m] of readModels(`.models/botocore-${v}/botocore/data`)) if(!models.has(n)) models.set(n,m);
const auth = await loadAuthority(Object.values(PREFIXES));
for (const svc of Object.keys(PREFIXES)) { const data = JSON.parse(readFileSync(`src/sdk/data/${svc}.json`,'utf8')); const ops=operationsOf(svc,models as any);
 for (const [api, op] of Object.entries<any>(data.operations)) for (const row of op.allow??[]) for (const text of row.on) { const p=parsePattern(text); if(p.kind!=='arn') continue;
   const m=/:([a-z-]+)[/:]\*?$/i.exec(p.literals.at(-2)??''); if(!m||p.slots.length===0) continue; const key=base(norm(m[1]!));
   const s=p.slots.at(-1)!; const w=base(norm(lastField(s.paths[0]!)));
   if(w===key||!w||!key.endsWith(w)) continue;
   const o=ops.find(x=>x.api===api); const better=o?.members.filter(x=>base(norm(lastField(x.path)))===key && !s.paths.includes(x.path)).map(x=>x.path)??[];
   console.log(better.length?'BETTER':'-', svc+':'+api, row.actions.join(','), text.replace('arn:$p:',''), better.join(' '));
 }}
