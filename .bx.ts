import { readdirSync, readFileSync } from 'node:fs';
import { parsePattern } from './src/sdk/pattern.ts';
import { loadAuthority } from './catalog/build/authority.ts';
import { PREFIXES } from './catalog/curated/services.ts';
const auth = await loadAuthority(Object.values(PREFIXES));
let n=0, bad=0;
const out: string[]=[];
function cells(text: string){ return text; }
// glob vs glob intersection: a pattern (with * wild and N literal name) and format (with ${} = nonempty any chars except nothing)
function meets(p: string, f: string): boolean {
  const memo = new Map<string, boolean>();
  const go=(i:number,j:number):boolean=>{
    const k=i+','+j; const m=memo.get(k); if(m!==undefined) return m; memo.set(k,false);
    let r=false;
    if(i===p.length&&j===f.length) r=true;
    else if(p[i]==='*') r= go(i+1,j) || (j<f.length && go(i,j+1));
    else if(p[i]==='\u0001') r = j<f.length && (f[j]==='\u0002' || f[j]==='*') && (go(i+1,j+1)||go(i+1,j)); 
    else if(f[j]==='\u0002') r = i<p.length && (p[i]==='?' || p[i]==='*' ) ? (go(i+1,j)||go(i+1,j+1)) : false;
    else if(f[j]==='*') r = go(i,j+1) || (i<p.length && go(i+1,j));
    else r = i<p.length&&j<f.length&&(p[i]===f[j] || p[i]==='?') && go(i+1,j+1);
    memo.set(k,r); return r;
  };
  return go(0,0);
}
for (const file of readdirSync('src/sdk/data').filter(f=>f.endsWith('.json'))) {
  const data = JSON.parse(readFileSync('src/sdk/data/'+file,'utf8'));
  for (const [api, op] of Object.entries<any>(data.operations)) for (const row of op.allow ?? []) for (const action of row.actions) for (const text of row.on) {
    const p = parsePattern(text); if (p.kind!=='arn') continue;
    const a = auth.action(action); if(!a) { out.push(`NOACTION ${file}:${api} ${action} ${text}`); continue; }
    n++;
    const shape = p.literals.join('\u0001').replace(/\$p/g,'aws').replace(/\$r/g,'R').replace(/\$a/g,'A');
    const ok = a.types.some(({arn})=> meets(shape, arn.replaceAll('${Partition}','aws').replaceAll('${Region}','R').replaceAll('${Account}','A').replace(/\$\{\w+\}/g,'\u0002')));
    if(!ok){ bad++; out.push(`${file.slice(0,-5)}:${api} ${action} ${text}   !!   ${a.types.map(t=>(t.required?'!':'')+t.arn.split(':').slice(2).join(':')).join(' | ')}`); }
  }
}
console.log(n,bad); console.log(out.sort().join('\n'));
