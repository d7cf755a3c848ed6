import { Invitations } from '@yoriai/associations';
import { Amendments, CoHosts, Contests, EventApprovals, EventChecklist, EventDrafts, EventPublications, HostAnswers, Initiatives, Judging, Notices, Handouts, Pictures, Postponements, SeriesDesk, SignUps, StallApplications, StallTickets, Stalls, Venues, type MessageRequest } from '@yoriai/events';
import { Secrets, addDays, atJst, jstDate, newId, weekday } from '@yoriai/platform';
import { MessageDesk } from '../messages/message-desk.js';
import { PostponementDesk } from '../postponement-desk.js';
import { concert } from '../site/testing/site-town.js';
import type { Prop } from './props.js';
import type { Stage } from './stage.js';

/** A series of the town association that begins in a month: its rule, and a date of it that is not made yet. `skipped`: that date is left out. */
export async function aSeries(stage: Stage, kind: 'series' | 'skipped'): Promise<Prop> {
  const { town, houses } = stage;
  const [leader, approver] = [stage.actor('leader'), stage.actor('approver')];
  const first = addDays(jstDate(town.clock.now()), 30);
  const date = addDays(first, 70);
  const repeats = { every: 'week' as const, interval: 1, weekdays: [weekday(first)], nth: [], until: addDays(first, 84), skipHolidays: false, schoolDays: false };
  const at = (time: string): string => atJst(first, time).toISOString();
  const content = { ...concert(houses.town), startsAt: at('10:00'), endsAt: at('12:00'), rainDecisionAt: null, duties: [], repeats };
  const { id: eventId } = await town.api.get(EventDrafts).create(leader, content);
  await town.api.get(EventApprovals).submit(leader, eventId);
  await town.api.get(EventApprovals).approve(approver, eventId, { revision: 1 });
  const { series } = await town.api.get(EventPublications).publish(leader, eventId);
  if (kind === 'skipped') await town.api.get(SeriesDesk).skip(leader, series!.id, date);
  return { id: series!.id, date };
}

/** A time without school. */
export async function aClosure(stage: Stage): Promise<Prop> {
  const name = newId();
  const { items } = await stage.town.api.get(SeriesDesk).addClosure(stage.actor('staff'), { name, startsOn: '2099-12-25', endsOn: '2100-01-07' });
  return { id: items.find((each) => each.name === name)!.id };
}

/** What the ward office writes beside events of families. */
export const NOTICE = { title: '訪問型病児保育のご案内', text: 'お子さんが病気のとき、ご自宅でお預かりします。', link: 'https://byouji.example.jp/', linkLabel: '利用のしかた', fromDay: '2026-11-01', untilDay: '2027-03-31', audiences: ['families' as const] };

/** A notice that stands. */
export async function aNotice(stage: Stage): Promise<Prop> {
  const { items } = await stage.town.api.get(Notices).write(stage.actor('staff'), { ...NOTICE, title: newId() });
  return { id: items[0]!.id };
}

/** What the ward office adds to its plan. */
export const AN_INITIATIVE = { kana: 'とりくみ', nameEn: 'Initiative', words: '町の人が集まります。', wordsEn: 'Neighbours meet.', kind: 'programme' as const, field: 'bunka' as const };

/** An initiative that goes on. */
export async function anInitiative(stage: Stage): Promise<Prop> {
  const code = `own-${newId()}`.slice(0, 40);
  await stage.town.api.get(Initiatives).add(stage.actor('staff'), { ...AN_INITIATIVE, code, name: newId() });
  return { code };
}

/** A place on the ward's list. */
export async function aVenue(stage: Stage): Promise<Prop> {
  const { name } = await stage.town.api.get(Venues).add(stage.actor('staff'), { name: `公園 ${newId()}`, kana: 'こうえん', kind: 'park' });
  return { name, id: name };
}

/** Somebody who applied where the host says who gets a place; as `chosen` they were answered a moment ago. */
export async function aChoice(stage: Stage, event: Prop, kind: 'to-choose' | 'chosen'): Promise<Prop> {
  const { api } = stage.town;
  const wish = { eventId: event['id']!, frameId: event['frameId']!, name: '申込 花子', kana: 'もうしこみ', email: `applicant-${newId()}@example.jp`, heads: 1 };
  const { id } = await api.get(SignUps).apply(null, wish);
  if (kind === 'chosen') await api.get(HostAnswers).answer(stage.actor('leader'), { eventId: wish.eventId, ids: [id!], choice: 'accepted', words: null });
  return { ...event, applicationId: id! };
}

/** A published event, and the other association to hold it together with; as `co-host` it was asked. */
export async function together(stage: Stage, event: Prop, kind: 'together' | 'co-host'): Promise<Prop> {
  const otherId = stage.houses.other;
  if (kind === 'together') return { ...event, otherId };
  const { items } = await stage.town.api.get(CoHosts).invite(stage.actor('leader'), event['id']!, { organisationId: otherId });
  return { ...event, id: items[0]!.id };
}

/** An invitation to become an officer of the town association, with the secret of its letter. */
export async function anInvitation(stage: Stage): Promise<Prop> {
  const { town } = stage;
  const invited = { email: `invited-${newId()}@example.jp`, role: 'council-officer', title: '副会長' } as const;
  const { id } = await town.api.get(Invitations).invite(stage.actor('leader'), stage.houses.town, invited);
  const letter = await town.tx((tx) => town.api.get(Invitations).letterOf(tx, id));
  return { id, token: letter!.token };
}

/** An event that was put off by two days, with somebody who had applied before. */
export async function putOff(stage: Stage, event: Prop): Promise<Prop> {
  const startsAt = event['startsAt'] ?? '';
  const { id } = await stage.town.api.get(SignUps).apply(null, { eventId: event['id']!, frameId: event['frameId']!, name: '申込 花子', kana: 'もうしこみ', email: `asked-${newId()}@example.jp`, heads: 1 });
  const day = addDays(jstDate(new Date(startsAt)), 2);
  await stage.town.api.get(Postponements).postpone(stage.actor('leader'), event['id'] ?? '', { day, cause: 'rain', reason: '雨の予報のため', startsAt });
  const { decidedAt } = await stage.town.api.get(PostponementDesk).answersOf(stage.actor('leader'), event['id'] ?? '');
  return { ...event, applicationId: id!, decidedAt: decidedAt! };
}

/** With a message of its host that waits for its hour. */
export async function aMessage(stage: Stage, event: Prop): Promise<Prop> {
  const { town } = stage;
  const request: MessageRequest = { audiences: ['applied'], title: 'お礼', text: 'ありがとうございました。', sendAt: new Date(Date.parse(event['startsAt']!) - 3_600_000).toISOString() };
  await town.api.get(MessageDesk).write(stage.actor('leader'), event['id']!, request);
  const [message] = await town.sql<{ id: string }>('select id from events.message where event_id = $1', [event['id']!]);
  return { ...event, messageId: message!.id };
}

/** Off, with a procedure that was confirmed: who agreed to it is to be told. */
export async function calledOff(stage: Stage, id: string, code: string): Promise<void> {
  const { api } = stage.town;
  await api.get(EventChecklist).say(stage.actor('leader'), id, code, 'reported', '出しました。');
  await api.get(EventChecklist).say(stage.actor('staff'), id, code, 'confirmed', null);
  await api.get(EventApprovals).approve(stage.actor('approver'), id, { revision: 1 });
  await api.get(EventPublications).cancel(stage.actor('leader'), id, '台風のため');
}

/** What a shop writes about its stall. */
export const STALL = { kind: 'food', name: '焼きいも屋', sells: '焼きいも', contactName: '山田 はな子', phone: '090-0000-1234', email: 'hanako@example.jp', foodBy: 'business', gas: 1 } as const;

/** A child who applied alone, with a ticket (`child`), whose guardian was sent a link (`consent`). */
export async function aConsent(stage: Stage, event: Prop, kind: 'consent' | 'child'): Promise<Prop> {
  const { town } = stage;
  await town.sql(`update events.frame set asks = '{"guardian": true}' where event_id = $1`, [event['id']]);
  const child = { name: '標野 ひばり', kana: 'しめの', email: `child-${newId()}@example.jp`, heads: 1, guardian: { by: 'child' as const, email: `guardian-${newId()}@example.jp` } };
  const { id } = await town.api.get(SignUps).apply(null, { eventId: event['id']!, frameId: event['frameId']!, ...child });
  return { ...event, id: id!, token: town.api.get(Secrets).sign(kind === 'child' ? 'ticket' : 'guardian-consent', id!) };
}

/** An application whose holder wants letters elsewhere, with the link that was sent there. */
export async function anEmailChange(stage: Stage, event: Prop): Promise<Prop> {
  const { town } = stage;
  const somebody = { name: '標野 つばめ', kana: 'しめの', email: `before-${newId()}@example.jp`, heads: 1 };
  const { id } = await town.api.get(SignUps).apply(null, { eventId: event['id']!, frameId: event['frameId']!, ...somebody });
  await town.api.get(Amendments).byTicket(town.api.get(Secrets).sign('ticket', id!), { email: `after-${newId()}@example.jp` });
  return { ...event, token: town.api.get(Secrets).sign('email-change', `${id} 1`) };
}

/** A stall without an answer, at a published event with a plot. */
export async function aStall(stage: Stage, event: Prop): Promise<Prop> {
  const { town } = stage;
  const call = { kinds: ['food' as const], places: 3, closesOn: jstDate(town.clock.now()), plots: [{ code: 'A-1', venue: null }] };
  await town.api.get(Stalls).open(stage.actor('leader'), event['id']!, call);
  const startsAt = addDays(call.closesOn, 9);
  const token = await town.api.get(StallApplications).apply({ id: event['id']!, state: 'published', startsAt }, STALL, { language: 'ja', from: newId() });
  return { ...event, token, id: (await town.api.get(StallTickets).byToken(token)).id };
}

/** What a contest in one frame is made of. */
export const contestOf = (frameId: string) => ({ divisions: [{ frameId, name: 'こどもの部', unit: 'person' as const }], criteria: ['高さ', '絵'], scale: 5, places: 3 });

/** A contest today with one entry and a judge; judged, and with results, as far as it should have come. `id` is the judge's where it is about one. */
export async function aContest(stage: Stage, event: Prop, kind: 'contest' | 'judge' | 'judged' | 'awarded'): Promise<Prop> {
  const { api } = stage.town;
  const [leader, id] = [stage.actor('leader'), event['id']!];
  await api.get(Contests).setUp(leader, id, contestOf(event['frameId']!));
  await api.get(SignUps).enter(leader, { eventId: id, frameId: event['frameId']!, name: '凧 あげる', kana: 'たこ あげる', email: `kite-${newId()}@example.jp`, heads: 1, channel: 'desk' });
  const { judges } = await api.get(Contests).addJudge(leader, id, { name: '青山 一郎', head: true });
  const token = judges[0]!.url.split('/j/')[1]!;
  if (kind === 'judged' || kind === 'awarded') await api.get(Judging).write(token, 1, [3, 4]);
  if (kind === 'awarded') {
    await api.get(Contests).close(leader, id);
    await api.get(Contests).confirm(leader, id);
  }
  return { ...event, token, number: '1', ...(kind === 'judge' && { id: judges[0]!.id }) };
}

/** A picture of two dots by two. */
export const A_PICTURE = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGMwSjkBRAwQCgAj/gV5M8dd9AAAAABJRU5ErkJggg==', 'base64'));

/** An event that is over with a picture of before the work, which everybody may see, and one to take along. */
export async function pictured(stage: Stage, event: Prop): Promise<Prop> {
  const [pictures, leader, id] = [stage.town.api.get(Pictures), stage.actor('leader'), event['id']!];
  const spotId = (await pictures.addSpot(leader, id, '東トイレの壁')).spots[0]!.id;
  const { fileId } = (await pictures.put(leader, id, { spotId, side: 'before' }, () => Promise.resolve(Buffer.from(A_PICTURE)))).spots[0]!.before!;
  await pictures.change(leader, id, spotId, { beforeOpen: true, beforeFile: fileId });
  const { items } = await stage.town.api.get(Handouts).add(leader, id, 'しおり', () => Promise.resolve(Buffer.from(A_PICTURE)));
  return { ...event, spotId, side: 'before', fileId, handoutId: items[0]!.id };
}
