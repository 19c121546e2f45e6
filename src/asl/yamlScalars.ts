import type { ScalarTag, Tags } from 'yaml';

/**
 * Plain scalars as YAML 1.1 has them, which CloudFormation reads: `No` is false, `0777` is octal, `12:30` is 750. In the
 * edition that PyYAML implements, which SAM's and AWS's command lines read templates with: `y`, `1e3` and `012345678901`
 * are texts. Dates stay texts, as CloudFormation leaves `2012-10-17`.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html, https://yaml.org/type/,
 * and https://github.com/aws/aws-sam-cli/blob/develop/samcli/yamlhelper.py
 */

const NULL = /^(?:~|[Nn]ull|NULL)?$/;
const YES = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const NO = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const DECIMAL = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const OCTAL = /^[-+]?0[0-7_]+$/;
const BINARY = /^[-+]?0b[01_]+$/;
const HEXADECIMAL = /^[-+]?0x[0-9A-Fa-f_]+$/;
const BASE_60 = /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/;
const FLOAT = /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/;
const FLOAT_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

export const YAML_1_1: Tags = [
  scalar('null', NULL, () => null),
  scalar('bool', YES, () => true),
  scalar('bool', NO, () => false),
  scalar('int', DECIMAL, (text) => integer(text, 10)),
  scalar('int', OCTAL, (text) => integer(text, 8)),
  scalar('int', BINARY, (text) => integer(text.replace('0b', ''), 2)),
  scalar('int', HEXADECIMAL, (text) => integer(text.replace('0x', ''), 16)),
  scalar('int', BASE_60, sexagesimal),
  scalar('float', FLOAT, (text) => Number(digits(text))),
  scalar('float', FLOAT_60, sexagesimal),
  scalar('float', INFINITE, (text) => (text.startsWith('-') ? -Infinity : Infinity)),
  scalar('float', NOT_A_NUMBER, () => Number.NaN),
];

function scalar(type: string, test: RegExp, resolve: (text: string) => unknown): ScalarTag {
  return { tag: `tag:yaml.org,2002:${type}`, default: true, test, resolve };
}

/** A number with more digits than JavaScript keeps stays a text: it is some ID. */
function integer(text: string, base: number): number | string {
  const number = Number.parseInt(digits(text), base);
  return Number.isSafeInteger(number) ? number : text;
}

function sexagesimal(text: string): number {
  const parts = digits(text).replace(/^[-+]/, '').split(':');
  const value = parts.reduce((sum, part) => sum * 60 + Number(part), 0);
  return text.startsWith('-') ? -value : value;
}

function digits(text: string): string {
  return text.replaceAll('_', '');
}
