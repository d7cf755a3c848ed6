import { newId } from '@yoriai/platform';
import { fieldsOf, type Document } from '../fuzz/operations.js';
import { ACTS, pathOf, queryOf, requestOf, type Act } from './acts.js';
import type { Line } from './matrix.js';
import { askerOf, type Asker } from './people.js';
import type { Prop, PropKind } from './props.js';

/** An id that a request names beside the first one of its address: where it stands, about what, and by whom who may. */
export interface NamedId {
  route: string;
  method: string;
  url: string;
  about: PropKind;
  asker: Asker;
  /** `path :fileId`, `query instead` or the field of a body, `ids.0`. */
  at: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What an ordinary act does not send although it might, by the end of its field: the fields with that id, and which value of a thing it is (null: nobody's). */
export const MORE: Readonly<Record<string, { key: string | null; fields: (id: string) => Record<string, unknown> }>> = {
  'frames.0.id': { key: 'frameId', fields: (id) => ({ frames: [{ id, name: 'いす席', capacity: 100 }] }) },
  'frameIds.0': { key: 'frameId', fields: (id) => ({ frameIds: [id] }) },
  againOf: { key: 'eventId', fields: (id) => ({ againOf: id }) },
  organisationId: { key: 'organisationId', fields: (id) => ({ organisationId: id }) },
  beforeFile: { key: 'fileId', fields: (id) => ({ beforeOpen: true, beforeFile: id }) },
  afterFile: { key: 'fileId', fields: (id) => ({ afterOpen: true, afterFile: id }) },
  areaId: { key: null, fields: (id) => ({ areaId: id }) },
};

/** Every field of a body that is an id, `POST /api/events organisationId`, as the API describes itself. */
export function describedIds(document: Document): string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) =>
      fieldsOf(requestBody?.content?.['application/json']?.schema, document)
        .filter(({ format }) => format === 'uuid')
        .map(({ path: at }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')} ${at}`),
    ),
  );
}

/** Where the body of an act names ids of this thing. */
function idsIn(sent: unknown, prop: Prop, at = ''): string[] {
  if (typeof sent === 'string') return UUID.test(sent) && Object.values(prop).includes(sent) ? [at] : [];
  if (typeof sent !== 'object' || sent === null) return [];
  return Object.entries(sent).flatMap(([name, value]) => idsIn(value, prop, at ? `${at}.${name}` : name));
}

/** Ids that this line's request names, as an ordinary client sends it, and as the API says that it might. */
export function idsOf(line: Line, prop: Prop, described: readonly string[]): NamedId[] {
  const route = `${line.method} ${line.url}`;
  const act: Act = ACTS[route] ?? {};
  const asker = askerOf(line);
  const later = [...line.url.matchAll(/:([a-zA-Z]+)/g)].slice(1).flatMap(([, name = '']) => (UUID.test(prop[name] ?? '') ? [`path :${name}`] : []));
  const query = [...new URLSearchParams(queryOf(act, prop))].flatMap(([name, value]) => (idsIn(value, prop, name).length > 0 ? [`query ${name}`] : []));
  const sent = act.body ? idsIn(act.body(prop), prop) : [];
  const more = described.flatMap((each) => (each.startsWith(`${route} `) ? [each.slice(route.length + 1)] : [])).filter((at) => !sent.includes(at) && at in MORE);
  return [...later, ...query, ...sent, ...more].map((at) => ({ route, method: line.method, url: line.url, about: line.about, asker, at }));
}

/** Whether a request of this line may name such an id at all. */
export function mayName({ method, url }: Line, described: readonly string[]): boolean {
  const act = ACTS[`${method} ${url}`];
  return act?.body !== undefined || typeof act?.query === 'function' || url.split('/:').length > 2 || described.some((each) => each.startsWith(`${method} ${url} `));
}

/** Ids that the API describes and nobody asks for. */
export function unasked(described: readonly string[], asked: readonly NamedId[], excused: Readonly<Record<string, string>>): string[] {
  const known = new Set(asked.map(({ route, at }) => `${route} ${at}`));
  return described.filter((each) => !known.has(each) && !(each in excused));
}

/** The ordinary request about a thing, with the one id taken from another thing; `null`: an id that nothing has. */
export function requestWith({ method, url, route, at }: NamedId, mine: Prop, other: Prop | null): ReturnType<typeof requestOf> {
  const request = requestOf({ method, url }, mine);
  const act: Act = ACTS[route] ?? {};
  const [where = '', name = ''] = at.split(' ');
  if (where === 'path') return { ...request, path: request.path.replace(pathOf(url, mine), pathOf(url, { ...mine, [name.slice(1)]: other?.[name.slice(1)] ?? newId() })) };
  if (where === 'query') {
    const query = new URLSearchParams(queryOf(act, mine));
    query.set(name, (other && new URLSearchParams(queryOf(act, other)).get(name)) ?? newId());
    return { ...request, path: `${pathOf(url, mine)}?${query.toString()}` };
  }
  const sent = act.body?.(mine) ?? {};
  const known = valueAt(sent, at);
  const more = MORE[at];
  const fields = known === undefined && more ? { ...sent, ...more.fields((more.key && other?.[more.key]) || newId()) } : put(sent, at.split('.'), (other && valueAt(act.body?.(other), at)) ?? newId());
  const body = url.startsWith('/api/') ? JSON.stringify(fields) : new URLSearchParams(fields as Record<string, string>).toString();
  return { ...request, body };
}

const valueAt = (sent: unknown, at: string): unknown => at.split('.').reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined), sent);

function put(sent: unknown, [name = '', ...rest]: string[], value: unknown): unknown {
  const inner = (sent as Record<string, unknown>)[name];
  const changed = rest.length === 0 ? value : put(inner, rest, value);
  return Array.isArray(sent) ? sent.map((each: unknown, index) => (String(index) === name ? changed : each)) : { ...(sent as object), [name]: changed };
}
