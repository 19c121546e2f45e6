// required types of the own action without a pattern; and: two or more required types each by optional arguments
import { readdirSync, readFileSync } from 'node:fs';
import { parsePattern } from './src/sdk/pattern.ts';
import { loadAuthority } from './catalog/build/authority.ts';
import { PREFIXES } from './catalog/curated/services.ts';
const auth = await loadAuthority(Object.values(PREFIXES));
for (const svc of Object.keys(PREFIXES)) { const data = JSON.parse(readFileSync(`src/sdk/data/${svc}.json`,'utf8'));
 for (const [api, op] of Object.entries<any>(data.operations)) { const own=(op.allow??[])[0]; if(!own) continue;
  const ps=own.on.map(parsePattern); if(ps.some((p:any)=>p.kind==='rule')) continue;
  const opt=ps.filter((p:any)=>p.slots.length>0&&!p.optional&&p.slots.every((s:any)=>s.optional&&s.absent===undefined));
  if(opt.length>=2 && !svc.startsWith('ec2')) console.log('ALT',svc+':'+api,own.on.map((x:string)=>x.replace('arn:$p:','')).join('  '));
 }}
