import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configurationOf, shown } from './folder.ts';

/** Files that somebody else wrote must neither hang nor crash what reads them: what takes too much is told, and not known. */
describe('hostile files', () => {
  const chain = (count: number, of: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `l${index + 1} = ${of(index)}\n`).join('');
  const locals = (count: number, first: string, of: (index: number) => string) =>
    `locals {\nl0 = ${first}\n${chain(count, of)}}\nresource "test" "it" { value = local.l${count} }\n`;

  const files: Readonly<Record<string, string>> = {
    'a text that doubles with each local': locals(60, '"xxxxxxxx"', (i) => `"\${local.l${i}}\${local.l${i}}"`),
    'a list that doubles with each local': locals(60, '["x"]', (i) => `[local.l${i}, local.l${i}]`),
    'an object that doubles with each local': locals(60, '{ a = 1 }', (i) => `{ a = local.l${i}, b = local.l${i} }`),
    'a text that jsonencode escapes again and again': locals(60, '"\\"\\"\\"\\""', (i) => `jsonencode(local.l${i})`),
    'ten thousand locals, one for the next': locals(10_000, '1', (i) => `local.l${i}`),
    'ten thousand lists in each other': locals(10_000, '[]', (i) => `[local.l${i}]`),
    'texts of four megabytes, a thousand times': locals(
      1000,
      `"${'x'.repeat(1_000_000)}"`,
      (i) => `"\${local.l${i}}y"`,
    ),
    'a join with a long separator': `locals {\nlong = "${'x'.repeat(1_000_000)}"\n}\nresource "test" "it" { value = join(local.long, range(1000)) }`,
    'a replacement of everything by everything': `locals {\nlong = "${'x'.repeat(1_000_000)}"\n}\nresource "test" "it" { value = replace(local.long, "x", local.long) }`,
    'a width of a billion': 'resource "test" "it" { value = format("%1000000000d", 1) }',
    'an indentation of a billion': 'resource "test" "it" { value = indent(1000000000, "a\\nb") }',
    'a power of powers': 'resource "test" "it" { value = pow(10, pow(10, 10)) }',
    'a number that grows': locals(60, '10', (i) => `local.l${i} * local.l${i}`),
    'a number of many digits': `resource "test" "it" { value = ${'9'.repeat(100_000)} }`,
    'a billion instances': 'resource "test" "it" {\ncount = 1000000000\nvalue = 1\n}',
    'products of ranges': 'resource "test" "it" { value = setproduct(range(1000), range(1000), range(1000)) }',
    'loops in loops in loops':
      'resource "test" "it" { value = [for a in range(1000) : [for b in range(1000) : [for c in range(1000) : 1]]] }',
    'a pattern that backtracks': `resource "test" "it" { value = can(regex("^(a+)+$", "${'a'.repeat(5000)}b")) }`,
    'a pattern of many repetitions': 'resource "test" "it" { value = regexall("((a{1000}){1000}){1000}", "aaa") }',
    'a pattern on a long text': `resource "test" "it" { value = regexall("(x+x+)+y", "${'x'.repeat(200_000)}") }`,
    'a template that calls itself': 'resource "test" "it" { value = templatefile("self.tpl", {}) }',
    'templates that nest': `locals {\nt = "$\${templatestring(t, { t = t })}"\n}\nresource "test" "it" { value = templatestring(local.t, { t = local.t }) }`,
    'brackets without end': `resource "test" "it" { value = ${'['.repeat(100_000)}`,
    'parentheses, a hundred': `resource "test" "it" { value = ${'('.repeat(140)}1${')'.repeat(140)} }`,
    'parentheses, two hundred': `resource "test" "it" { value = ${'('.repeat(200)}1${')'.repeat(200)} }`,
    'conditions in a row': `resource "test" "it" { value = ${'false ? 1 : '.repeat(5000)}2 }`,
    'a sum of thousands': `resource "test" "it" { value = ${'1 + '.repeat(5000)}1 }`,
    'attributes in a row': `resource "test" "it" { value = var.x${'.a'.repeat(5000)} }`,
    'blocks in blocks': `resource "test" "it" {\n${'a {\n'.repeat(300)}${'}\n'.repeat(300)}}`,
    'heredocs that do not end': `resource "test" "it" { value = ${'<<A\n'.repeat(50_000)}`,
    'nothing but quotes': '"'.repeat(500_000),
    'nothing but question marks': 'a = ? : '.repeat(100_000),
    zeros: '\u0000'.repeat(500_000),
    'a module that calls itself': 'module "again" { source = "./" }\nresource "test" "it" { value = 1 }',
    'a module that calls itself twice':
      'module "a" { source = "./" }\nmodule "b" { source = "./" }\nresource "test" "it" { value = 1 }',
    'a module in a million instances': 'module "m" {\nsource = "./m"\ncount = 1000000\n}',
    'locals that refer to each other':
      'locals {\na = local.b\nb = local.a\n}\nresource "test" "it" { value = local.a }',
    'resources that refer to each other':
      'resource "test" "it" { value = test.other.value }\nresource "test" "other" { value = test.it.value }',
    'instances that depend on each other': 'resource "test" "it" {\ncount = length(test.it)\nvalue = 1\n}',
    'a variable whose default is itself': 'variable "x" { default = var.x }\nresource "test" "it" { value = var.x }',
    'a dynamic block in dynamic blocks': `resource "test" "it" {\n${'dynamic "d" {\nfor_each = range(100)\ncontent {\n'.repeat(20)}${'}\n}\n'.repeat(20)}}`,
    'names of JavaScript':
      'locals {\n__proto__ = { constructor = 1 }\n}\nresource "test" "it" { value = local.__proto__.constructor }',
  };

  for (const [name, text] of Object.entries(files)) {
    it(`${name}: are read in time`, async () => {
      const started = performance.now();
      const { resources, unread } = await configurationOf({
        'main.tf': text,
        'self.tpl': '${templatefile("self.tpl", {})}',
        'm/main.tf': 'resource "test" "it" { value = 1 }',
      });
      const took = performance.now() - started;
      assert.ok(took < 8000, `it took ${took} ms`);
      assert.ok(resources.length <= 10_000);
      const value = resources.find(({ address }) => address === 'test.it')?.arguments.get('value');
      // Whatever isn't evaluated says so.
      assert.ok(unread.length > 0 || (value !== undefined && shown(value).length < 5_000_000), 'nothing is told');
      assert.ok(unread.length <= 1_000);
    });
  }
});
