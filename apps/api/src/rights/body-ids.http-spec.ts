import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from '../fuzz/operations.js';
import { describedIds, idsOf, mayName, requestWith, unasked, type NamedId } from './body-ids.js';
import { TABLE, readMatrix } from './matrix.js';
import type { Prop, PropKind } from './props.js';
import { Stage } from './stage.js';
import { verdictOf } from './verdict.js';

/** Ids of bodies that are not asked for here, and why. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  'POST /api/approvals/:caseId/comments/reading until': 'up to where somebody has read: an unknown one marks what stands before it, of this case alone',
  'POST /api/desk-filters query.area': 'a filter of a list that is cut to what they may see; of an area that is not there it finds nothing',
  'POST /api/events/:id/approval deputy.inPlaceOf': 'is refused before five business days are over; asked in waiting.rules.spec.ts and event-deputy.db-spec.ts',
  'POST /api/events/:id/rejection deputy.inPlaceOf': 'as of approvals',
};

/** Requests that are done all the same, and why: such an id is not looked at. */
const NOT_LOOKED_AT: Readonly<Record<string, string>> = {
  'POST /api/events/:id/call-undos personId': 'who was not called on this sheet is not called now either',
  'POST /api/start-requests/:id/event againOf': 'what was asked for is begun; nothing is held again',
};

/** Ids that no thing of the asker's own has, and why: all that is told apart there is that others' are refused too. */
const NONE_OF_ONES_OWN: Readonly<Record<string, string>> = {
  'POST /api/events frames.0.id': 'an event that is being begun has no frame yet',
  'POST /api/start-requests/:id/event frames.0.id': 'as of an event',
  'PATCH /api/events/:id/picture-places/:spotId afterFile': 'the place of the stage has a picture of before alone; one of after is taken out in the removal, which is asked too',
  'POST /api/venues areaId': 'areas are no house’s: every one of the ward is taken, whoever’s',
  'PATCH /api/venues/:name areaId': 'as of a new place',
};

/** Rows that say who asked or looked, and not what became of a thing. */
const TRACES = ['identity.access_log', 'identity.session'];

const lines = readMatrix(TABLE);
const nameOf = ({ route, at }: NamedId): string => `${route} ${at}`;
let stage: Stage;
let elsewhere: Stage;
let described: string[];
let ids: NamedId[];
/** One statement that reads all rows in which an id stands. */
let rowsWith: string;

const things = new Map<Stage, Map<PropKind, Prop>>();
/** A thing of this kind that nobody has changed yet, with what any of its house may be named by. */
async function thing(of: Stage, kind: PropKind): Promise<Prop> {
  const kept = things.get(of) ?? new Map<PropKind, Prop>();
  things.set(of, kept);
  const known = kept.get(kind);
  if (known) return known;
  const draft = kind === 'draft' ? {} : await thing(of, 'draft');
  const made = await of.prop(kind);
  const whole = { ...(draft['id'] && { eventId: draft['id'], frameId: draft['frameId'] ?? '' }), ...(kind === 'draft' && { eventId: made['id'] ?? '' }), ...made };
  kept.set(kind, whole);
  return whole;
}

beforeAll(async () => {
  stage = await Stage.open();
  elsewhere = stage.elsewhere();
  const { body } = await stage.ask('visitor', { method: 'GET', path: '/api/openapi.json' });
  described = describedIds(JSON.parse(body) as Document);
  const tables = await stage.town.sql<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables where table_schema = any($1)`,
    [['identity', 'associations', 'approvals', 'events', 'rosters', 'attendance', 'reminders', 'notifications']],
  );
  rowsWith = tables.filter(({ name }) => !TRACES.includes(name)).map(({ name }) => `select '${name} ' || row_to_json(r)::text as line from ${name} r where row_to_json(r)::text ~ $1`).join(' union all ');
  const found = new Map<string, NamedId>();
  for (const line of lines.filter((each) => Object.values(each.gets).includes('ok') && mayName(each, described))) {
    const ofRoute = [...found.values()].filter(({ route }) => route === `${line.method} ${line.url}`);
    const left = unasked(described.filter((each) => each.startsWith(`${line.method} ${line.url} `)), ofRoute, NOT_ASKED);
    if (ofRoute.length > 0 && left.length === 0) continue;
    for (const id of idsOf(line, await thing(stage, line.about), described)) if (!found.has(nameOf(id)) && !(nameOf(id) in NOT_ASKED)) found.set(nameOf(id), id);
  }
  ids = [...found.values()];
}, 300_000);
afterAll(() => stage.close());

/** How the request with this id of another thing is answered; what it changed is made anew for the next one. */
async function asked(id: NamedId, other: Prop | null): Promise<{ verdict: string; status: number }> {
  const mine = await thing(stage, id.about);
  const heard = await stage.ask(id.asker, { ...requestWith(id, mine, other), cookies: mine['cookies'] });
  const verdict = verdictOf(heard);
  if (verdict === 'ok' && id.method !== 'GET') things.get(stage)?.delete(id.about);
  return { verdict, status: heard.status };
}

/** A version that moved and too many requests say nothing of the id. */
const OF_SOMETHING_ELSE = [412, 428, 429];
const refused = (id: NamedId, { verdict, status }: { verdict: string; status: number }): boolean => (status >= 400 && status < 500 && !OF_SOMETHING_ELSE.includes(status)) || (verdict === 'ok' && nameOf(id) in NOT_LOOKED_AT);

/** Everything that stands about a thing of the other house. */
async function standing(their: Prop): Promise<string[]> {
  const uuids = Object.values(their).filter((value) => /^[0-9a-f-]{36}$/.test(value));
  return uuids.length === 0 ? [] : (await stage.town.sql<{ line: string }>(`${rowsWith} order by 1`, [uuids.join('|')])).map(({ line }) => line);
}

describe('every id that a request names beside the first one of its address', () => {
  it('is in the list that is asked, or excused by name', () => {
    expect(ids.length).toBeGreaterThan(45);
    expect(unasked(described, ids, NOT_ASKED)).toEqual([]);
    expect(Object.keys(NOT_ASKED).filter((each) => !described.includes(each))).toEqual([]);
    expect(Object.keys(NOT_LOOKED_AT).filter((each) => !ids.some((id) => nameOf(id) === each))).toEqual([]);
  });

  it('that a new body brings is found, and one that an act sends is asked by itself', async () => {
    const planted: Document = { paths: { '/api/events/{id}/planted': { post: { requestBody: { content: { 'application/json': { schema: { properties: { people: { items: { format: 'uuid' } }, to: { $ref: '#/components/schemas/To' } } } } } } } } }, components: { schemas: { To: { properties: { houseId: { format: 'uuid' } } } } } };
    expect(unasked(describedIds(planted), ids, NOT_ASKED)).toEqual(['POST /api/events/:id/planted people.0', 'POST /api/events/:id/planted to.houseId']);
    const line = lines.find(({ method, url }) => method === 'POST' && url === '/api/events/:id/proxy-applications')!;
    expect(idsOf(line, await thing(stage, line.about), []).map(({ at }) => at)).toEqual(['frameId']);
  });

  it('is refused where nothing has it', async () => {
    const taken: string[] = [];
    for (const id of ids) {
      const answer = await asked(id, null);
      if (!refused(id, answer)) taken.push(`${nameOf(id)} (${id.asker}): ${answer.status}`);
    }
    expect(taken).toEqual([]);
  }, 300_000);

  it('is refused where the other house’s thing has it, and nothing of that house changes', async () => {
    const [taken, changed] = [[] as string[], [] as string[]];
    for (const id of ids) {
      const their = await thing(elsewhere, id.about);
      await thing(stage, id.about);
      const before = await standing(their);
      const answer = await asked(id, their);
      if (!refused(id, answer)) taken.push(`${nameOf(id)} (${id.asker}): ${answer.status}`);
      const after = await standing(their);
      changed.push(...after.filter((line) => !before.includes(line)).map((line) => `${nameOf(id)}: ${line}`));
      changed.push(...before.filter((line) => !after.includes(line)).map((line) => `${nameOf(id)}, before: ${line}`));
    }
    expect({ taken, changed }).toEqual({ taken: [], changed: [] });
  }, 300_000);
});

describe('what would be caught', () => {
  it.each(['POST /api/events/:id/host-answers ids.0', 'POST /api/events/:id/messages frameIds.0', 'PATCH /api/events/:id frames.0.id', 'POST /api/events/:id/picture-places/:spotId/pictures/:side/removal file'])('one’s own id in the same place is taken: %s', async (name) => {
    const id = ids.find((each) => nameOf(each) === name)!;
    const mine = await thing(stage, id.about);
    const before = await standing(mine);
    const answer = await asked(id, mine);
    expect([answer.verdict, refused(id, answer)]).toEqual(['ok', false]);
    expect(await standing(mine)).not.toEqual(before);
  });

  it('one’s own is taken of every id, so that what is refused is refused for the id', async () => {
    const stopped: string[] = [];
    for (const id of ids) {
      const answer = await asked(id, await thing(stage, id.about));
      if (answer.verdict !== 'ok') stopped.push(nameOf(id));
    }
    expect(stopped.sort()).toEqual(Object.keys(NONE_OF_ONES_OWN).sort());
  }, 300_000);
});
