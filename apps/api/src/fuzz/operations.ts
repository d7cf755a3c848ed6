import { ACTS } from '../rights/acts.js';
import type { Line } from '../rights/matrix.js';
import { askerOf, type Asker } from '../rights/people.js';
import type { PropKind } from '../rights/props.js';

/** One operation with everything it can be given. */
export interface Operation {
  method: string;
  url: string;
  about: PropKind;
  /** Somebody who may. */
  asker: Asker;
  /** Fields of the body by their path, e.g. `frames.0.capacity`. */
  fields: readonly string[];
  /** The first so many of them are the operation's own; the others any form of the Site may be sent. */
  own: number;
  query: readonly string[];
}

interface Schema {
  $ref?: string;
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
}

/** As much of an OpenAPI document as says what can be sent. */
export interface Document {
  paths: Record<string, Record<string, { parameters?: { in: string; name: string }[]; requestBody?: { content?: Record<string, { schema?: Schema }> } }>>;
  components?: { schemas?: Record<string, Schema> };
}

/** What pages of the Site read from their address. */
const SITE_QUERY = ['q', 'area', 'field', 'from', 'to', 'page', 'month', 'view', 'when', 'frame', 'next', 'done', 'answer', 'taken', 'said', 'saved', 'resent', 'lang', 'n'];
/** What forms of the Site send beside the fields of an ordinary act. */
const SITE_FIELDS = ['_key', '_fix', '_token', 'phone', 'email', 'next', 'anyway', 'heads', 'why', 'words', 'List-Unsubscribe'];

/** The operations of the table, each once, with somebody who may and with the fields that the document or the forms name. */
export function operationsOf(lines: readonly Line[], document: Document): Operation[] {
  const found = new Map<string, Operation>();
  for (const line of lines) {
    const asker = askerOf(line);
    const name = `${line.method} ${line.url}`;
    if (found.has(name) || /^\/app(\/|$)/.test(line.url)) continue;
    const api = document.paths[line.url.replace(/:([a-zA-Z]+)/g, '{$1}')]?.[line.method.toLowerCase()];
    const schema = api?.requestBody?.content?.['application/json']?.schema;
    const sent = ACTS[name]?.body?.({}) ?? {};
    const ofItsOwn = line.url.startsWith('/api/') ? fieldsOf(schema, document).map(({ path }) => path) : Object.keys(sent);
    const fields = line.url.startsWith('/api/') ? ofItsOwn : [...ofItsOwn, ...SITE_FIELDS];
    const query = api ? (api.parameters ?? []).filter((each) => each.in === 'query').map((each) => each.name) : SITE_QUERY;
    const asked = lines.find((each) => each.method === line.method && each.url === line.url && each.gets[asker] === 'ok') ?? line;
    found.set(name, { method: line.method, url: line.url, about: asked.about, asker, fields, own: ofItsOwn.length, query });
  }
  return [...found.values()];
}

/** Every field of a body by its path, and its format; what is said about an array is said about its elements. */
export function fieldsOf(schema: Schema | undefined, document: Document, prefix = ''): { path: string; format: string | undefined }[] {
  if (!schema) return [];
  if (schema.$ref) return fieldsOf(document.components?.schemas?.[schema.$ref.split('/').at(-1)!], document, prefix);
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [{ path: `${prefix}${name}`, format: inner.items ? undefined : inner.format }, ...fieldsOf(inner, document, `${prefix}${name}.`)]);
  const items = schema.items ? [{ path: `${prefix}0`, format: schema.items.format ?? schema.format }, ...fieldsOf(schema.items, document, `${prefix}0.`)] : [];
  return [...own, ...items, ...(schema.allOf ?? []).flatMap((each) => fieldsOf(each, document, prefix))];
}
