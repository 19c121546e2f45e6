import { notKnown } from '../evaluate/operators.ts';
import type { Scope } from '../evaluate/scope.ts';
import type { HclExpression, SourceText } from '../hcl/syntax.ts';
import { convert } from '../values/convert.ts';
import { STRING } from '../values/type.ts';
import { type HclValue, isMapping, refused, unknown } from '../values/value.ts';
import type { Evaluate } from './define.ts';
import { readFile } from './files.ts';

/** How deep templates may call templates. */
const MAX_TEMPLATES = 20;

/** Source: https://developer.hashicorp.com/terraform/language/functions/templatefile */
export function renderFile(call: SourceText, args: readonly HclValue[], scope: Scope, evaluate: Evaluate): HclValue {
  const [path, variables] = args;
  if (!path || !variables || args.length > 2) return refused(call, 'it has two arguments');
  const name = convert(path, STRING, call);
  if (name.kind !== 'string')
    return name.kind === 'null' ? refused(call, 'the path is null') : notKnown(call, [name], STRING);
  const content = readFile(name.value, { ...call, context: scope.context });
  if (typeof content !== 'string') return content;
  return render(call, scope.context.parseTemplate(name.value, content), variables, scope, evaluate);
}

/** Source: https://developer.hashicorp.com/terraform/language/functions/templatestring */
export function renderText(call: SourceText, args: readonly HclValue[], scope: Scope, evaluate: Evaluate): HclValue {
  const [template, variables] = args;
  if (!template || !variables || args.length > 2) return refused(call, 'it has two arguments');
  const text = convert(template, STRING, call);
  if (text.kind !== 'string')
    return text.kind === 'null' ? refused(call, 'the template is null') : notKnown(call, [text], STRING);
  return render(call, scope.context.parseTemplate(call.place.file, text.value), variables, scope, evaluate);
}

/** A template knows nothing but its variables. */
export function render(
  call: SourceText,
  template: HclExpression,
  variables: HclValue,
  scope: Scope,
  evaluate: Evaluate,
): HclValue {
  if (!isMapping(variables)) {
    return variables.kind === 'unknown' || variables.kind === 'reference'
      ? notKnown(call, [variables], STRING)
      : refused(call, 'the variables are no map');
  }
  if (scope.templates.length >= MAX_TEMPLATES)
    return unknown(call, `templates call each other more than ${MAX_TEMPLATES} deep`);
  return evaluate(template, {
    context: scope.context,
    variables: variables.entries,
    find: () => undefined,
    templates: [...scope.templates, template.text],
  });
}
