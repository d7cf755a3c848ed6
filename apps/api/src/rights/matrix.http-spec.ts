import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '@yoriai/associations';
import { newId, newToken } from '@yoriai/platform';
import { requestOf } from './acts.js';
import { TABLE, readMatrix, unlisted, type Line } from './matrix.js';
import { ASKERS, HEADS, OFFICE, type Asker } from './people.js';
import type { Prop, PropKind } from './props.js';
import { Stage, type Route } from './stage.js';
import { codeOf, verdictOf } from './verdict.js';

/** Lines asked at the same time: enough to keep the database busy. */
const ABREAST = 6;
/** The App's files are only there once it has been built. */
const WITH_THE_APP = /^\/app(\/|$)/;

const lines = readMatrix(TABLE);
const table = new Map(lines.map((line) => [line, { got: {}, unknown: {} } as Row]));
let stage: Stage;

interface Row {
  got: Partial<Record<Asker, string>>;
  unknown: Partial<Record<Asker, string>>;
  broke?: string;
}

const registered = ({ method, url }: Route): boolean => stage.routes.some((route) => route.method === method && route.url === url);

beforeAll(async () => {
  stage = await Stage.open();
  const queue = lines.filter(registered);
  const take = async (): Promise<void> => {
    for (let line = queue.shift(); line; line = queue.shift()) await play(line, table.get(line)!);
  };
  await Promise.all(Array.from({ length: ABREAST }, take));
}, 1_800_000);
afterAll(() => stage.close());

/** What breaks on the way stands in the line that it broke, and in no other. */
async function play(line: Line, row: Row): Promise<void> {
  try {
    await askAll(line, row);
  } catch (error) {
    row.broke = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Of these even looking may leave something behind: every line has its own. */
const GOOD_ONCE: readonly PropKind[] = ['letter', 'asked', 'invitation', 'session', 'email', 'consent', 'start', 'start-yes', 'wish'];
/** Things that nobody has changed yet: those of one line are good for the next one. */
const untouched = new Map<PropKind, Prop[]>();
const aProp = async (kind: PropKind): Promise<Prop> => untouched.get(kind)?.pop() ?? stage.prop(kind);

/** Everybody asks. Whoever changed the thing leaves another one to the next. */
async function askAll(line: Line, row: Row): Promise<void> {
  let prop = await aProp(line.about);
  for (const asker of ASKERS) {
    row.got[asker] = await ask(line, asker, prop);
    if (row.got[asker] === 'ok' && line.method !== 'GET' && line.about !== 'nothing') prop = await aProp(line.about);
    if (line.unknown !== '-' && !['in', 'no'].includes(line.gets[asker])) row.unknown[asker] = await ask(line, asker, stranger(prop));
  }
  if (!GOOD_ONCE.includes(line.about)) untouched.set(line.about, [...(untouched.get(line.about) ?? []), prop]);
}

async function ask(line: Line, asker: Asker, prop: Prop): Promise<string> {
  return verdictOf(await stage.ask(asker, { ...requestOf(line, prop), cookies: prop['cookies'] }));
}

/** The same with ids, tokens and a language that nothing has. */
function stranger(prop: Prop): Prop {
  return { ...prop, id: newId(), caseId: newId(), slug: 'r8-9999-zzzz', code: 'zzzzzz', area: 'atlantis', lang: 'tlh', token: newToken() };
}

describe('every route', () => {
  it('stands in the table', () => {
    expect(stage.routes.length).toBeGreaterThan(100);
    expect(unlisted(stage.routes, lines)).toEqual([]);
  });

  it('in the table is there', () => {
    expect(lines.filter((line) => !registered(line) && !WITH_THE_APP.test(line.url)).map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });

  it('that nobody listed is found', () => {
    expect(unlisted([...stage.routes, { method: 'POST', url: '/api/events/:id/planted' }], lines)).toEqual(['POST /api/events/:id/planted']);
  });
});

describe('every role', () => {
  it('asks from within the house and, unless it is of the whole ward, from another one', () => {
    const seats = Object.values(OFFICE).map(({ role, in: house }) => `${role} of ${house}`);
    const wanted = ROLES.flatMap((role) => {
      if (['staff', 'approver', 'privacy-officer', 'admin'].includes(role)) return [`${role} of office`];
      return role === 'center' ? ['center of center', 'center of other-center'] : [`${role} of town`, `${role} of other`];
    });
    expect(seats.sort()).toEqual(wanted.sort());
  });

  it('has its column: a table without one, or with two in each other’s place, is not read', () => {
    const heads = ASKERS.map((asker) => HEADS[asker]);
    expect(new Set(heads).size).toBe(ASKERS.length);
    const [first, second] = heads;
    expect(() => readMatrix(TABLE.replace(` ${first} `, ' '))).toThrow('another head');
    expect(() => readMatrix(TABLE.replace(`${first} ${second}`, `${second} ${first}`))).toThrow('another head');
    expect(() => readMatrix(TABLE.replace(/(GET +\/api\/ward .*) ok /, '$1 '))).toThrow('another length');
  });

  it('that leads drills is asked about drills, and does with one what leaders do', () => {
    const ofDrills = lines.filter(({ about }) => about.startsWith('drill'));
    expect(ofDrills.length).toBeGreaterThan(20);
    expect(ofDrills.filter(({ gets, url }) => gets['drill-leader'] !== gets.leader && !url.endsWith('.csv')).map(({ url }) => url)).toEqual([]);
    // Of nothing else: the same acts about other events are refused.
    expect(lines.find(({ method, url, about }) => method === 'GET' && url === '/api/events/:id/applications' && about === 'published')?.gets['drill-leader']).toBe('403');
  });
});

describe('everybody gets what the table says', () => {
  it.each(lines.map((line) => [`${line.method} ${line.url} (${line.about})`, line] as const))('%s', (_name, line) => {
    if (!registered(line)) {
      expect(line.url).toMatch(WITH_THE_APP);
      return;
    }
    const { got, unknown, broke } = table.get(line)!;
    expect(broke).toBeUndefined();
    expect(got).toEqual(line.gets);
    // Behind the door nothing tells the unknown from the unseen.
    expect([...new Set(Object.values(unknown))]).toEqual(line.unknown === '-' ? [] : [line.unknown]);
  });
});

describe('what is not there and what is not seen', () => {
  it('answer alike, word for word', async () => {
    const draft = await stage.prop('draft');
    const path = (id: string) => ({ method: 'GET', path: `/api/events/${id}` });
    const [unseen, unknown] = [await stage.ask('other-leader', path(draft['id']!)), await stage.ask('other-leader', path(newId()))];
    const said = ({ status, body }: { status: number; body: string }) => [status, codeOf(body), body.replace(/"requestId":"[^"]+"/, '')];
    expect(said(unseen)).toEqual(said(unknown));
    expect(unseen.status).toBe(404);
  });
});
