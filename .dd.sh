git diff -U0 HEAD -- src/sdk/data | python3 -c "
import sys,json,re
a={};b={};f=''
for l in sys.stdin:
    if l.startswith('+++'): f=l.strip().split('/')[-1][:-5]
    m=re.match(r'([-+])  +\"(\w+)\": (.*?),?\$',l.rstrip())
    if not m: continue
    try: (a if m[1]=='-' else b)[f+':'+m[2]]=json.loads(m[3])
    except Exception as e: pass
key=lambda r,p: (tuple(r['actions']),p,tuple(r.get('when',())),tuple(r.get('unless',())))
for k in {**a,**b}:
    x={key(r,p) for r in a.get(k,{}).get('allow',[]) for p in (r['on'] or ['*'])}; y={key(r,p) for r in b.get(k,{}).get('allow',[]) for p in (r['on'] or ['*'])}
    z=lambda s: ' '.join(sorted(','.join(t[0])+' '+t[1].replace('arn:\$p:','')+(' when '+','.join(t[2]) if t[2] else '')+';' for t in s))
    ex='' if {q:v for q,v in a.get(k,{}).items() if q!='allow'}=={q:v for q,v in b.get(k,{}).items() if q!='allow'} else ' EXTRA '+json.dumps({q:v for q,v in b.get(k,{}).items() if q!='allow' and a.get(k,{}).get(q)!=v})
    print(k,'\n   -',z(x-y),'\n   +',z(y-x),ex)
"
