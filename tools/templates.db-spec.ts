import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, parseForm } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { TEMPLATES, templateRequest } from '../apps/web/src/features/events/templates.js';
import { aCast, type Cast } from '../libs/events/src/an-event.builder.js';
import { CreateEventRequest, UpdateEventRequest } from '../libs/events/src/event/event-draft.dto.js';
import { EventDrafts } from '../libs/events/src/event/event-draft.service.js';
import { EventEdits } from '../libs/events/src/event/event-edit.service.js';
import { Contests } from '../libs/events/src/contest/contests.service.js';
import { Stalls } from '../libs/events/src/stall/stalls.service.js';
import { EventsModule } from '../libs/events/src/events.module.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

/** What the host says of every template; the second Thursday of its month. */
const HOSTS_OWN = { startsAt: '2026-12-10T10:00:00+09:00', endsAt: '2026-12-10T12:00:00+09:00', placeName: '西船場会館', contactName: '会長', contactPhone: '06-0000-0120' };
/** What is asked besides: places that are drawn need an hour for it. */
const ASKED_BESIDES: Partial<Record<(typeof TEMPLATES)[number], string[]>> = { film: ['frames.1.closesAt'] };

describe('a template of the App', () => {
  it.each(TEMPLATES)('%s makes a draft that the API takes, and that lacks only what is the host’s own to say', async (template) => {
    const { value, errors } = await parseForm(CreateEventRequest, { organisationId: cast.host, ...templateRequest(template, '2026-11-22') });
    expect(errors).toEqual([]);
    const draft = await app.get(EventDrafts).create(cast.leader, value);
    expect(draft.missing.map(({ field }) => field).sort()).toEqual([...Object.keys(HOSTS_OWN), ...(ASKED_BESIDES[template] ?? []), ...draft.duties.flatMap((_, at) => [`duties.${at}.startsAt`, `duties.${at}.endsAt`])].sort());

    const repeats = draft.repeats && { ...draft.repeats, weekdays: [4], nth: draft.repeats.every === 'month' ? [2] : [] };
    const edit = await parseForm(UpdateEventRequest, { ...HOSTS_OWN, repeats });
    const written = await app.get(EventEdits).update(cast.leader, draft.id, edit.value, `"${draft.version}"`);
    expect(written.missing.map(({ field }) => field)).toEqual(ASKED_BESIDES[template] ?? []);
    // Who prepares is there before it begins, who clears away after it ended.
    expect([written.duties[0]?.endsAt, written.duties.at(-1)?.startsAt].map((at) => Date.parse(at!))).toEqual([HOSTS_OWN.startsAt, HOSTS_OWN.endsAt].map((at) => Date.parse(at)));
  });

  it.each(['market', 'festival', 'breeze', 'bar'] as const)('%s opens its call for stalls with the day', async (template) => {
    const { value } = await parseForm(CreateEventRequest, { organisationId: cast.host, ...templateRequest(template, '2026-11-22'), startsAt: '2027-05-16T10:00:00+09:00', endsAt: '2027-05-16T15:00:00+09:00' });
    const { closesBefore, ...asked } = value.stalls!;
    const draft = await app.get(EventDrafts).create(cast.leader, value);
    const closesOn = addDays('2027-05-16', -closesBefore);
    expect(draft.stalls).toEqual({ places: asked.places, waiting: 0, accepted: 0, closesOn });
    expect((await app.get(Stalls).ofEvent(cast.leader, draft.id)).call).toEqual({ ...asked, opensOn: null, closesOn, closesBefore });
  });

  it('kites has its divisions on the frames of the draft', async () => {
    const { value } = await parseForm(CreateEventRequest, { organisationId: cast.host, ...templateRequest('kites', '2026-11-22') });
    const draft = await app.get(EventDrafts).create(cast.leader, value);
    const { contest, state } = await app.get(Contests).ofEvent(cast.leader, draft.id);
    expect(contest?.divisions).toEqual([{ frameId: draft.frames[0]?.id, name: 'こどもの部', unit: 'person' }, { frameId: draft.frames[1]?.id, name: '団体の部', unit: 'group' }]);
    expect([contest?.criteria, state]).toEqual([['高さ', '安定', '絵と形'], 'open']);
  });
});
