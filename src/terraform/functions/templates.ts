import { notKnown } from '../evaluate/operators.ts';
import type { Scope } from '../evaluate/scope.ts';
import type { Expression, Source } from '../hcl/syntax.ts';
import { convert } from '../values/convert.ts';
import { STRING } from '../values/type.ts';
import { isMapping, refused, unknown, type Value } from '../values/value.ts';
import type { Evaluate } from './define.ts';
import { readFile } from './files.ts';

/** How deep templates may call templates. */
const MAX_TEMPLATES = 20;

/** Source: https://developer.hashicorp.com/terraform/language/functions/templatefile */
export function renderFile(call: Source, args: readonly Value[], scope: Scope, evaluate: Evaluate): Value {
  const [path, variables] = args;
  if (!path || !variables || args.length > 2) return refused(call, 'it has two arguments');
  const name = convert(path, STRING, call);
  if (name.kind !== 'string')
    return name.kind === 'null' ? refused(call, 'the path is null') : notKnown(call, [name], STRING);
  const content = readFile(name.value, { ...call, world: scope.world });
  if (typeof content !== 'string') return content;
  return render(call, scope.world.parseTemplate(name.value, content), variables, scope, evaluate);
}

/** Source: https://developer.hashicorp.com/terraform/language/functions/templatestring */
export function renderText(call: Source, args: readonly Value[], scope: Scope, evaluate: Evaluate): Value {
  const [template, variables] = args;
  if (!template || !variables || args.length > 2) return refused(call, 'it has two arguments');
  const text = convert(template, STRING, call);
  if (text.kind !== 'string')
    return text.kind === 'null' ? refused(call, 'the template is null') : notKnown(call, [text], STRING);
  return render(call, scope.world.parseTemplate(call.place.file, text.value), variables, scope, evaluate);
}

/** A template knows nothing but its variables. */
export function render(call: Source, template: Expression, variables: Value, scope: Scope, evaluate: Evaluate): Value {
  if (!isMapping(variables)) {
    return variables.kind === 'unknown' || variables.kind === 'reference'
      ? notKnown(call, [variables], STRING)
      : refused(call, 'the variables are no map');
  }
  if (scope.templates.length >= MAX_TEMPLATES)
    return unknown(call, `templates call each other more than ${MAX_TEMPLATES} deep`);
  return evaluate(template, {
    world: scope.world,
    variables: variables.entries,
    find: () => undefined,
    templates: [...scope.templates, template.text],
  });
}
