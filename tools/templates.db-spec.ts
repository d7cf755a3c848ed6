import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseForm } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { TEMPLATES, templateRequest } from '../apps/web/src/features/events/templates.js';
import { aCast, type Cast } from '../libs/events/src/an-event.builder.js';
import { CreateEventRequest, UpdateEventRequest } from '../libs/events/src/event/event-draft.dto.js';
import { EventDrafts } from '../libs/events/src/event/event-draft.service.js';
import { EventEdits } from '../libs/events/src/event/event-edit.service.js';
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
  });
});
