import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { newToken } from '@yoriai/platform';
import type { Server } from '@yoriai/testing';

/** Fields of a request in which somebody is told of. */
const PEOPLE = ['name', 'kana', 'email', 'phone', 'contact', 'contactName', 'guardian'];

/** Requests of the API with such a field that tell of a thing, not of somebody. */
const THINGS = new Set([
  ...['POST /api/checklist-kinds', 'POST /api/initiatives', 'PATCH /api/initiatives/{code}', 'POST /api/school-closures', 'POST /api/venues'],
  ...['POST /api/desk-filters', 'PATCH /api/desk-filters/{id}', 'PATCH /api/checklist-kinds/{code}', 'PATCH /api/venues/{name}'],
  // Fields of an event, tried where it is begun and edited.
  ...['PATCH /api/events/{id}/change', 'POST /api/start-requests/{id}/event'],
]);

/** Forms of the Site that nothing is told of anybody in: a button, a choice, numbers. */
const SILENT = new Set([
  ...['/b/:token/withdrawal', '/n/:token/withdrawal', '/s/:token/withdrawal', '/j/:token/sheets', '/m/:token', '/d/:id/:token/answer', '/opt-out/:token', '/display', '/sign-out', '/sign-in/link/:token'],
  ...['/t/:token/photos', '/t/:token/entry-names', '/t/:token/acceptance', '/t/:token/cancellation', '/t/:token/still-coming', '/t/:token/check-in', '/t/:token/check-in-undo', '/g/:token/photos', '/g/:token/refusal'],
  ...['/v/:code/walk-ins', '/shifts/:id/assignments', '/me/duties/:id/cancellation', '/me/duties/:id/photos', '/me/joinings', '/me/sessions/:id/end', '/me/passkeys/:id/removal', '/sign-in/code', '/sign-in/code/resend'],
  ...['/print/events/:id/participant-list.csv', '/print/events/:id/completion-list.csv'],
  // What is asked of health is sealed, and its box is tried where that is (docs/adr/0071).
  '/t/:token/answers',
]);

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
}

/** What people send to a process of the product, and where they have told of somebody. */
export class Telling {
  private readonly asked: string[] = [];

  constructor(private readonly api: Server) {}

  /** JSON to the API. */
  send(path: string, body: object, headers: Record<string, string> = {}, method = 'POST'): Promise<Response> {
    this.asked.push(`${method} ${path}`);
    return fetch(`${this.api.url}${path}`, { method, headers: { 'content-type': 'application/json', origin: this.api.url, ...headers }, body: JSON.stringify(body) });
  }

  /** A form of the Site, as a browser sends it. */
  sendForm(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    this.asked.push(`POST ${path}`);
    const body = new URLSearchParams({ _key: newToken(), ...fields }).toString();
    return fetch(`${this.api.url}${path}`, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.api.url, ...headers }, body });
  }

  /** A form that was taken; answers where it leads. */
  async taken(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<string> {
    const answer = await this.sendForm(path, fields, headers);
    expect([path, answer.status, complaintsOf(answer.status === 303 ? '' : await answer.text())]).toEqual([path, 303, []]);
    return answer.headers.get('location') ?? '';
  }

  /** Doors with a box for a name or a contact, by the API's own description, and all forms of the Site, by the table of rights, that nobody went through; and what is excused although there is no such door. */
  async unopened(): Promise<string[]> {
    const document = (await (await fetch(`${this.api.url}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, { requestBody?: { content?: Record<string, { schema?: Schema }> } }>>; components: { schemas: Record<string, Schema> } };
    const fieldsOf = (schema: Schema | undefined): string[] => {
      if (!schema) return [];
      if (schema.$ref) return fieldsOf(document.components.schemas[schema.$ref.split('/').at(-1) ?? '']);
      return [...Object.keys(schema.properties ?? {}), ...(schema.allOf ?? []).flatMap(fieldsOf)];
    };
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { requestBody }]) => fieldsOf(requestBody?.content?.['application/json']?.schema).some((field) => PEOPLE.includes(field)))
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    );
    const forms = readFileSync(`${process.cwd()}/apps/api/src/rights/matrix.txt`, 'utf8').matchAll(/^POST +(\/(?!api\/)\S*)/gm);
    const sent = [...forms].map(([, path = '']) => path);
    const doors = [...told.filter((door) => !THINGS.has(door)), ...sent.filter((path) => !SILENT.has(path)).map((path) => `POST ${path}`)];
    const gone = [...[...THINGS].filter((door) => !told.includes(door)), ...[...SILENT].filter((path) => !sent.includes(path))].map((door) => `${door} is no such door`);
    return [...[...new Set(doors)].filter((door) => !this.asked.some((each) => fits(door, each))).sort(), ...gone];
  }
}

/** What a form complains of. */
const complaintsOf = (html: string): string[] => [...(/<ul class="el">.*?<\/ul>/s.exec(html)?.[0] ?? '').matchAll(/<a href="#([^"]+)">([^<]*)/g)].map(([, field, text]) => `${field}: ${text}`);

/** Whether a request went to this door. */
const fits = (door: string, asked: string): boolean => new RegExp(`^${door.replaceAll(/\{[^}]+\}|:[a-zA-Z]+/g, '[^/]+')}$`).test(asked);
