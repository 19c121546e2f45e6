import { readdirSync, readFileSync } from 'node:fs';
import { parsePattern } from './src/sdk/pattern.ts';
import { parseArnFormat } from './catalog/build/arnFormat.ts';
import { base, norm } from './catalog/build/words.ts';
import { lastField } from './catalog/build/path.ts';
import { loadAuthority } from './catalog/build/authority.ts';
import { PREFIXES } from './catalog/curated/services.ts';
const auth = await loadAuthority(Object.values(PREFIXES));
const groups = new Map<string, string[]>();
for (const file of readdirSync('src/sdk/data').filter(f=>f.endsWith('.json'))) {
  const data = JSON.parse(readFileSync('src/sdk/data/'+file,'utf8'));
  for (const [api, op] of Object.entries<any>(data.operations)) for (const row of op.allow ?? []) for (const action of row.actions) for (const text of row.on) {
    const p = parsePattern(text); if (p.kind!=='arn'||p.slots.length===0) continue;
    const a = auth.action(action); if(!a) continue;
    for (const t of a.types) {
      const f = parseArnFormat(t.arn); if (f.names.length<1) continue;
      // align: pattern literal text with slots vs format: try: regex from format with each name group
      const ptext = p.literals.map((l,i)=> l + (i<p.slots.length? `\u0001${i}\u0003`:'')).join('');
      const re = new RegExp('^'+f.literals.map(l=>l.replace(/[.*+?^${}()|[\]\\]/g,'\\$&')).join('([^/:]+|\u0001\\d+\u0003)')+'$');
      const m = re.exec(ptext); if(!m) continue;
      const align = f.names.map((n,i)=>{ const g=m[i+1]!; const k=/\u0001(\d+)\u0003/.exec(g); return `${n}=${k? (p.slots[Number(k[1])]!.holds==='name'?'':'@')+p.slots[Number(k[1])]!.paths.join('|')+(p.slots[Number(k[1])]!.optional?'?':'') : g}`; });
      // suspicious?
      const sus = f.names.some((n,i)=>{ const g=m[i+1]!; const k=/\u0001(\d+)\u0003/.exec(g); if(!k) return false; const s=p.slots[Number(k[1])]!; return s.holds==='name' && !s.paths.some(x=> base(norm(lastField(x)))===base(norm(n)) && base(norm(n))!=='' ); }) ;
      const unfilled = f.names.some((n,i)=>!/\u0001/.test(m[i+1]!));
      const key = `${file.slice(0,-5)} ${t.key} ${t.arn.split(':').slice(5).join(':')}  <=  ${align.join(', ')} ${sus?'SUS':''} ${unfilled?'PART':''} ${f.names.length>1?'MULTI':''}`;
      groups.set(key, [...(groups.get(key)??[]), api+(action.endsWith(':'+api[0]!.toUpperCase()+api.slice(1))?'':'['+action+']')]);
    }
  }
}
for (const [k,v] of [...groups].sort()) console.log(k+'   :: '+v.slice(0,6).join(' ')+(v.length>6?` +${v.length-6}`:''));
