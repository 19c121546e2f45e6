import { isWhole, safeInteger, wholeOf } from '../values/number.ts';
import { NUMBER, STRING } from '../values/type.ts';
import { list, refused, string, unknown, type Value } from '../values/value.ts';
import type { Call, Functions } from './define.ts';
import { textOf } from './strings.ts';

/** The functions of IPv4 networks; IPv6 is not evaluated. */
export const NETWORKS: Functions = {
  cidrhost: {
    params: [STRING, NUMBER],
    result: STRING,
    run: ([prefix, host], call) => {
      const network = networkOf(prefix, call);
      if ('kind' in network) return network;
      const size = 1n << BigInt(32 - network.bits);
      const index = host?.kind === 'number' && isWhole(host.value) ? wholeOf(host.value) : size;
      const at = index < 0n ? size + index : index;
      if (at < 0n || at >= size) return refused(call, 'the network has no such host');
      return string(addressText(network.address + at));
    },
  },
  cidrnetmask: {
    params: [STRING],
    result: STRING,
    run: ([prefix], call) => {
      const network = networkOf(prefix, call);
      return 'kind' in network ? network : string(addressText((1n << 32n) - (1n << BigInt(32 - network.bits))));
    },
  },
  cidrsubnet: {
    params: [STRING, NUMBER, NUMBER],
    result: STRING,
    run: ([prefix, newBits, number], call) => {
      const network = networkOf(prefix, call);
      if ('kind' in network) return network;
      const bits = newBits?.kind === 'number' ? safeInteger(newBits.value) : undefined;
      const index = number?.kind === 'number' && isWhole(number.value) ? wholeOf(number.value) : undefined;
      if (bits === undefined || index === undefined || bits < 0 || network.bits + bits > 32) {
        return refused(call, 'the network has no such subnet');
      }
      const count = 1n << BigInt(bits);
      const at = index < 0n ? count + index : index;
      if (at < 0n || at >= count) return refused(call, 'the network has no such subnet');
      return string(subnetText(network.address + (at << BigInt(32 - network.bits - bits)), network.bits + bits));
    },
  },
  cidrsubnets: {
    params: [STRING],
    rest: NUMBER,
    result: { kind: 'list', element: STRING },
    run: ([prefix, ...newBits], call) => subnets(prefix, newBits, call),
  },
};

interface Network {
  readonly address: bigint;
  readonly bits: number;
}

function networkOf(value: Value | undefined, call: Call): Network | Value {
  const text = textOf(value);
  if (text.includes(':')) return unknown(call, 'networks of IPv6 are not evaluated');
  const [, a, b, c, d, size] = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text) ?? [];
  const bytes = [a, b, c, d].map((part) => (part === undefined || /^0\d/.test(part) ? Number.NaN : Number(part)));
  const bits = Number(size);
  if (!bytes.every((byte) => byte <= 255) || !(bits <= 32)) return unknown(call, 'the network cannot be read');
  const address = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return { address: (address >> BigInt(32 - bits)) << BigInt(32 - bits), bits };
}

function subnets(prefix: Value | undefined, newBits: readonly Value[], call: Call): Value {
  const network = networkOf(prefix, call);
  if ('kind' in network) return network;
  const end = network.address + (1n << BigInt(32 - network.bits));
  const found: Value[] = [];
  let at = network.address;
  for (const value of newBits) {
    const bits = value.kind === 'number' ? safeInteger(value.value) : undefined;
    if (bits === undefined || bits < 1 || network.bits + bits > 32)
      return refused(call, 'the network has no such subnet');
    const size = 1n << BigInt(32 - network.bits - bits);
    at = ((at + size - 1n) / size) * size;
    if (at + size > end) return refused(call, 'the network is too small');
    found.push(string(subnetText(at, network.bits + bits)));
    at += size;
  }
  return list(STRING, found);
}

function addressText(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
}

function subnetText(address: bigint, bits: number): string {
  return `${addressText(address)}/${bits}`;
}
