import { ACTS, pathOf, queryOf } from '../rights/acts.js';
import type { Prop } from '../rights/props.js';
import { RAW_BODIES, type Twist } from './inputs.js';
import type { Operation } from './operations.js';

/** A request about to be sent. */
export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/** The ordinary request of an operation with everything wrong that the twists say. */
export function twisted(operation: Operation, prop: Prop, twists: readonly Twist[]): Sent {
  const act = ACTS[`${operation.method} ${operation.url}`] ?? {};
  const isJson = operation.url.startsWith('/api/');
  // A copy to the bottom: what is twisted here is nobody else's, and the next request begins with what is right.
  const fields: Record<string, unknown> = structuredClone(act.body?.(prop) ?? {});
  const query: [string, string][] = [...new URLSearchParams(queryOf(act, prop))];
  const path: Record<string, string> = { ...prop };
  const headers: Record<string, string> = operation.method === 'PATCH' ? { 'if-match': `"${prop['version'] ?? '1'}"` } : {};
  let raw: (typeof RAW_BODIES)[number] | undefined;
  for (const twist of twists) {
    if (twist.at === 'body') set(fields, chosen(operation.fields, twist.pick), twist.value);
    else if (twist.at === 'missing') set(fields, chosen(operation.fields, twist.pick), undefined);
    else if (twist.at === 'unknown') set(fields, twist.name.replaceAll('.', ''), twist.value);
    else if (twist.at === 'query') query.push([chosen(operation.query, twist.pick) ?? 'x', String(twist.value)]);
    else if (twist.at === 'path') path[chosen(namesIn(operation.url), twist.pick) ?? 'id'] = String(twist.value);
    else if (twist.at === 'header') headers[twist.name] = headerOf(twist.value);
    else raw = RAW_BODIES[twist.pick % RAW_BODIES.length];
  }
  const search = query.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&');
  const address = `${addressOf(operation.url, path)}${search ? `?${search}` : ''}`;
  if (operation.method === 'GET' || operation.method === 'DELETE') return { method: operation.method, path: address, headers };
  if (raw) return { method: operation.method, path: address, headers: { 'content-type': raw.type, ...headers }, body: raw.body };
  if (!act.body && Object.keys(fields).length === 0) return { method: operation.method, path: address, headers };
  const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
  return { method: operation.method, path: address, headers: { 'content-type': type, ...headers }, body: isJson ? JSON.stringify(fields) : formBody(fields) };
}

const chosen = (names: readonly string[], pick: number): string | undefined => names[pick % Math.max(1, names.length)];
const namesIn = (url: string): string[] => [...url.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name!);

function addressOf(url: string, values: Record<string, string>): string {
  const named = url.replace(/:([a-zA-Z]+)/g, (_, name: string) => percent(values[name] ?? ''));
  return pathOf(named, {});
}

/** Sets `frames.0.capacity`; what stands in the way is replaced. */
function set(fields: Record<string, unknown>, path: string | undefined, value: unknown): void {
  const names = (path ?? 'x').split('.');
  let at: Record<string, unknown> = fields;
  for (const name of names.slice(0, -1)) {
    const inner = at[name];
    const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
    if (name !== '__proto__') at[name] = next;
    at = next;
  }
  Object.defineProperty(at, names.at(-1)!, { value, enumerable: true, configurable: true, writable: true });
}

function formBody(fields: Record<string, unknown>): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]).map((each) => [name, each] as const))
    .filter(([, value]) => value !== undefined)
    .slice(0, 4_000)
    .map(([name, value]) => `${percent(name)}=${percent(typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value))}`)
    .join('&');
}

/** Percent-encodes anything; half a surrogate pair becomes the three bytes that no UTF-8 has. */
function percent(text: string): string {
  return [...text].map((sign) => (sign.isWellFormed() ? encodeURIComponent(sign) : '%ED%A0%80')).join('');
}

/** What a client can put into a header at all: the bytes 20 to FF. Line breaks are sent raw in the table of findings. */
const headerOf = (text: string): string => text.replace(/[^\x20-\x7e\x80-\xff]/g, '?').trim();
