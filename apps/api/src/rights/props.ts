import { Evidence } from '@yoriai/approvals';
import { Officers } from '@yoriai/associations';
import { Boards, CheckIns, VenueSheets } from '@yoriai/attendance';
import { ApplicationChanges, EventApprovals, EventChangeDrafts, EventChecklist, EventConditions, EventDrafts, EventPublications, SignUps, type UpdateEventRequest } from '@yoriai/events';
import { Accounts } from '@yoriai/identity';
import { Deliveries, Ledger } from '@yoriai/notifications';
import { Secrets, newId, newToken } from '@yoriai/platform';
import { Assignments, Shifts } from '@yoriai/rosters';
import { concert } from '../site/testing/site-town.js';
import { aCouncil, aDeskFilter, withCouncil } from './council-props.js';
import { aListAsked, anOfficeEvent, keptNames } from './list-props.js';
import { aChoice, aClosure, aConsent, aMessage, anEmailChange, aContest, aNotice, anInitiative, anInvitation, aSeries, aStall, aVenue, calledOff, putOff, pictured, together } from './more-props.js';
import { aDevice, aLetter, personal } from './sign-in-props.js';
import { aWish } from './membership-props.js';
import { aStart, anAcceptedStart } from './start-props.js';
import type { Stage } from './stage.js';

/** A drill (防災訓練), as far as it should have come: the events that a drill leader leads (domain.md §4.7). */
export type DrillKind = 'drill' | 'drill-asked' | 'drill-approved' | 'drill-public' | 'drill-today' | 'drill-over' | 'drill-application';

/** What a route can be about; everything belongs to the town association and the volunteer. */
export type PropKind =
  | 'nothing'
  | 'draft'
  | DrillKind
  | 'invited' | 'members' | 'area' | 'together' | 'co-host'
  | 'submitted' | 'with-council' | 'council' | 'asked-council' | 'desk-filter'
  | 'approved' | 'published'
  | 'on-condition' | 'said-met' | 'procedure' | 'said-done' | 'to-withdraw'
  | 'changing'
  | 'change-asked'
  | 'today' | 'over' | 'reported' | 'closed'
  | 'application'
  | 'waiting'
  | 'received' | 'board'
  | 'unclear'
  | 'unreached'
  | 'shift'
  | 'duty'
  | 'session' | 'passkey' | 'new-passkey' | 'at-the-door'
  | 'invitation'
  | 'term' | 'officer'
  | 'suspended'
  | 'candidate' | 'opt-out'
  | 'series'
  | 'skipped'
  | 'closure' | 'letter'
  | 'asked'
  | 'venue' | 'notice' | 'initiative' | 'stall' | 'consent' | 'child' | 'email' | 'contest' | 'judge' | 'judged' | 'awarded' | 'pictured' | 'to-choose' | 'chosen' | 'guarded' | 'start' | 'start-yes' | 'office-event' | 'list-asked' | 'kept-names' | 'wish'
  | 'rainy' | 'put-off' | 'messaged';

/** One thing: the values for the path, and what a body may name. `cookies` are those of the browser it needs. */
export type Prop = Readonly<Record<string, string>>;

const DRILL: UpdateEventRequest = { category: 'drill' };
const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes the things by the services that make them in real life. */
export class Props {
  private made = 0;

  constructor(private readonly stage: Stage) {}

  async make(kind: PropKind): Promise<Prop> {
    this.made += 1;
    switch (kind) {
      case 'nothing':
        return this.nothing();
      case 'draft': case 'submitted': case 'approved': case 'published':
      case 'today': case 'over': case 'reported': case 'closed':
        return this.event(kind);
      case 'drill': case 'drill-asked': case 'drill-approved': case 'drill-public': case 'drill-over':
        return this.event(({ drill: 'draft', 'drill-asked': 'submitted', 'drill-approved': 'approved', 'drill-public': 'published', 'drill-over': 'over' } as const)[kind], 100, DRILL);
      case 'drill-today': case 'drill-application':
        return this.application(kind === 'drill-today' ? 'received' : 'application', DRILL);
      case 'invited': case 'members': case 'area':
        return this.event('published', 100, { visibility: kind });
      case 'together': case 'co-host':
        return together(this.stage, await this.event('published'), kind);
      case 'application': case 'waiting': case 'received': case 'board':
        return this.application(kind);
      case 'unclear': return this.unclear();
      case 'unreached':
        return this.unreached();
      case 'shift': case 'duty':
        return this.duty(kind);
      case 'invitation':
        return anInvitation(this.stage);
      case 'term': case 'officer': case 'suspended':
        return this.officer(kind);
      case 'on-condition': case 'said-met':
        return this.condition(kind);
      case 'procedure': case 'said-done': case 'to-withdraw':
        return this.procedure(kind);
      case 'changing': case 'change-asked':
        return this.change(kind);
      case 'passkey': case 'new-passkey': case 'at-the-door': return aDevice(this.stage, kind);
      case 'session': case 'candidate': case 'opt-out':
        return personal(this.stage, kind);
      case 'series': case 'skipped':
        return aSeries(this.stage, kind);
      case 'closure':
        return aClosure(this.stage);
      case 'rainy': case 'put-off':
        return this.event('published', 100, { rainPolicy: 'postponed' }).then((event) => (kind === 'rainy' ? event : putOff(this.stage, event)));
      case 'with-council': case 'messaged':
        return this.event(kind === 'messaged' ? 'published' : 'submitted').then((event) => (kind === 'messaged' ? aMessage : withCouncil)(this.stage, event));
      case 'council': case 'asked-council':
        return aCouncil(this.stage, kind);
      case 'venue': case 'notice': case 'initiative': case 'desk-filter': case 'start': case 'start-yes': case 'office-event': case 'list-asked': case 'kept-names': case 'wish':
        return { venue: aVenue, notice: aNotice, initiative: anInitiative, 'desk-filter': aDeskFilter, start: aStart, 'start-yes': anAcceptedStart, 'office-event': anOfficeEvent, 'list-asked': aListAsked, 'kept-names': keptNames, wish: aWish }[kind](this.stage);
      case 'stall': case 'consent': case 'child': case 'email':
        return this.event('published').then((event) => (kind === 'stall' ? aStall(this.stage, event) : kind === 'email' ? anEmailChange(this.stage, event) : aConsent(this.stage, event, kind)));
      case 'guarded': return this.event('published', 100, { frames: [{ name: 'こども', capacity: 10, asks: { guardian: true } }] });
      case 'to-choose': case 'chosen':
        return this.event('published', 100, { frames: [{ name: '席', method: 'chosen', capacity: 10 }] }).then((event) => aChoice(this.stage, event, kind));
      case 'pictured': return this.event('over', 100, { category: 'cleaning' }).then((event) => pictured(this.stage, event));
      case 'contest': case 'judge': case 'judged': case 'awarded':
        return this.event('today').then((event) => aContest(this.stage, event, kind));
      case 'letter': case 'asked':
        return aLetter(this.stage, kind);
    }
  }

  /** What stands there by itself: the association, an area, a language. */
  private async nothing(): Promise<Prop> {
    const { houses, town } = this.stage;
    const [house] = await town.sql<{ slug: string }>('select slug from associations.organisation where id = $1', [houses.town]);
    return { organisationId: houses.town, id: houses.town, slug: house?.slug ?? '', area: 'nishisenba', lang: 'en', year: '2026', n: String(this.made) };
  }

  private get api() {
    return this.stage.town.api;
  }

  /** An event as far as it should have come. Each takes place on a day of its own, so that nobody's duties overlap. */
  private async event(state: 'draft' | 'submitted' | 'approved' | 'published' | 'today' | 'over' | 'reported' | 'closed', capacity = 100, more: UpdateEventRequest = {}): Promise<Prop> {
    const [leader, approver] = [this.stage.actor('leader'), this.stage.actor('approver')];
    const base = concert(this.stage.houses.town);
    const shift = (text: string | null | undefined) => new Date(Date.parse(text!) + (this.made % 3_000) * DAY_MS).toISOString();
    const days = {
      startsAt: shift(base.startsAt),
      endsAt: shift(base.endsAt),
      rainDecisionAt: shift(base.rainDecisionAt),
      frames: [
        { name: 'いす席', capacity, perApplicationMax: 6 },
        { name: 'くじの席', method: 'lottery' as const, capacity: 2, closesAt: new Date(Date.parse(shift(base.startsAt)) - DAY_MS).toISOString() },
      ],
      programme: [{ kind: 'stage' as const, title: '合唱', day: 0, start: '10:10', end: null, place: null, performer: null, note: null }],
      duties: (base.duties ?? []).map((duty) => ({ ...duty, startsAt: shift(duty.startsAt), endsAt: shift(duty.endsAt) })),
    };
    const { id, slug, frames, shortCode } = await this.api.get(EventDrafts).create(leader, { ...base, ...days, ...more });
    const prop = { id, slug, code: shortCode, startsAt: days.startsAt, frameId: frames[0]!.id, organisationId: this.stage.houses.town, category: more.category ?? '' };
    if (state === 'draft') return this.versioned(prop);
    await this.api.get(EventApprovals).submit(leader, id);
    const [found] = await this.stage.town.sql<{ id: string }>('select id from approvals.approval_case where subject_id = $1', [id]);
    const handedIn = { ...prop, caseId: found!.id };
    if (state === 'submitted') return this.versioned(handedIn);
    await this.api.get(EventApprovals).approve(approver, id, { revision: 1 });
    if (state === 'approved') return this.versioned(handedIn);
    await this.api.get(EventPublications).publish(leader, id);
    const shifts = await this.stage.town.tx(async (tx) => {
      await this.api.get(Shifts).followPlan(tx, id);
      return this.api.get(Shifts).ofEvent(tx, id);
    });
    await this.moveTo(id, state);
    return this.versioned({ ...handedIn, shiftId: shifts[0]!.id });
  }

  /** A published event with a change beside it: being written, or handed in. */
  private async change(kind: 'changing' | 'change-asked'): Promise<Prop> {
    const event = await this.event('published');
    const leader = this.stage.actor('leader');
    await this.api.get(EventChangeDrafts).update(leader, event['id']!, { placeName: '松島公園' }, `"${event['version']}"`);
    if (kind === 'change-asked') await this.api.get(EventApprovals).submit(leader, event['id']!);
    return { ...(await this.versioned(event as Prop & { id: string })), revision: '2' };
  }

  /** Approved on a condition, which the leader has reported as met or not. */
  private async condition(kind: 'on-condition' | 'said-met'): Promise<Prop> {
    const event = await this.event('submitted');
    const conditions = [{ text: '消防署に届け出てください。', dueOn: '2099-11-20', blocking: true }];
    const { approval } = await this.api.get(EventApprovals).approve(this.stage.actor('approver'), event['id']!, { revision: 1, conditions });
    const conditionId = approval!.conditions[0]!.id;
    if (kind === 'said-met') await this.api.get(EventConditions).say(this.stage.actor('leader'), event['id']!, conditionId, 'reported', '出しました。');
    return { ...event, conditionId };
  }

  /** Handed in with a procedure of the ward's to judge and a file about it; reported as done by the leader or not. */
  private async procedure(kind: 'procedure' | 'said-done' | 'to-withdraw'): Promise<Prop> {
    // Whoever may end this procedure for the whole ward may have done so.
    await this.stage.town.sql(`update approvals.checklist_kind set ended_at = null where code = 'park' and ended_at is not null`);
    const event = await this.event('submitted', 100, { uses: ['park'] });
    const leader = this.stage.actor('leader');
    const form = { kind: 'application/pdf', content: Buffer.from('%PDF-1.7 %%EOF') } as const;
    const subject = { subjectKind: 'event', subjectId: event['id']! };
    await this.stage.town.tx((tx) => this.api.get(Evidence).add(tx, leader, subject, { aboutKind: 'item', aboutId: 'park' }, form));
    const [file] = await this.stage.town.tx((tx) => this.api.get(Evidence).ofSubject(tx, subject));
    if (kind === 'said-done') await this.api.get(EventChecklist).say(leader, event['id']!, 'park', 'reported', '出しました。');
    if (kind === 'to-withdraw') await calledOff(this.stage, event['id']!, 'park');
    return { ...event, code: 'park', fileId: file!.id };
  }

  /** With the version that an edit has to name. */
  private async versioned(prop: Prop & { id: string }): Promise<Prop> {
    const [row] = await this.stage.town.sql<{ version: number }>('select version from events.event where id = $1', [prop.id]);
    return { ...prop, version: String(row!.version) };
  }

  /** What only time brings about. */
  private async moveTo(id: string, state: string): Promise<void> {
    const { town } = this.stage;
    const hours = state === 'today' ? [3, 6] : state === 'over' || state === 'reported' || state === 'closed' ? [-30, -27] : null;
    if (!hours) return;
    const [startsAt, endsAt] = hours.map((each) => new Date(town.clock.now().getTime() + each * 60 * 60 * 1000));
    await town.sql('update events.event set starts_at = $2, ends_at = $3, state = $4 where id = $1', [
      id,
      startsAt,
      endsAt,
      { today: 'published', over: 'awaiting-report', reported: 'reported', closed: 'closed' }[state],
    ]);
    if (state !== 'reported' && state !== 'closed') return;
    await town.sql(
      `insert into events.event_report (id, event_id, participants, volunteers, walk_ins, reported_by, reported_at) values ($1, $2, 10, 2, 3, $3, $4)`,
      [newId(), id, this.stage.actor('leader').personId, town.clock.now()],
    );
  }

  private async application(kind: 'application' | 'waiting' | 'received' | 'board', more: UpdateEventRequest = {}): Promise<Prop> {
    const event = await this.event('published', kind === 'waiting' ? 1 : 100, more);
    const apply = (name: string) =>
      this.api.get(SignUps).apply(null, { eventId: event['id']!, frameId: event['frameId']!, name, kana: 'もうしこみ', email: `applicant-${newId()}@example.jp`, heads: 1 });
    const first = await apply('申込 花子');
    const mine = kind === 'waiting' ? await apply('申込 二郎') : first;
    if (kind === 'waiting') await this.api.get(ApplicationChanges).cancel(this.stage.actor('leader'), first.id!, null);
    if (kind === 'received' || kind === 'board') await this.moveTo(event['id']!, 'today');
    const token = mine.ticketUrl!.split('/').at(-1)!;
    const found = { ...event, eventId: event['id']!, id: mine.id!, applicationId: mine.id!, token };
    if (kind === 'board') return { ...found, code: await this.api.get(Boards).codeFor(this.stage.actor('leader'), event['id']!) };
    if (kind !== 'received') return found;
    const { code } = await this.api.get(VenueSheets).of(this.stage.actor('leader'), event['id']!);
    return { ...found, id: event['id']!, code, number: mine.number ?? '' };
  }

  /** An act at the door that nobody has decided about: a ticket that nobody knows. */
  private async unclear(): Promise<Prop> {
    const event = await this.event('today');
    const { nonce } = await this.api.get(CheckIns).checkIn(this.stage.actor('leader'), event['id']!, { nonce: newToken().slice(0, 20), ticket: newToken() });
    return { ...event, nonce };
  }

  /** Somebody without mail, to be told that the event is off. */
  private async unreached(): Promise<Prop> {
    const event = await this.event('published');
    const personId = this.stage.actor('volunteer').personId;
    const letter = { dedupeKey: newId(), personId, eventId: event['id']!, kind: 'event-cancelled', purpose: 'cancellation', address: null, template: 'event-cancelled', params: {} } as const;
    const [sheet] = await this.stage.town.tx(async (tx) => {
      await this.api.get(Deliveries).add(tx, [letter]);
      return this.api.get(Ledger).callSheet(tx, event['id']!);
    });
    return { ...event, personId, letterId: sheet!.letters[0]!.id };
  }

  private async duty(kind: 'shift' | 'duty'): Promise<Prop> {
    const event = await this.event('published');
    if (kind === 'shift') return { ...event, id: event['shiftId']! };
    const { id } = await this.api.get(Assignments).take(this.stage.actor('volunteer'), event['shiftId']!);
    return { ...event, id, token: this.api.get(Secrets).sign('duty', id) };
  }

  /** A block leader who holds a term and a login, stopped or not. */
  private async officer(kind: 'term' | 'officer' | 'suspended'): Promise<Prop> {
    const { town, houses } = this.stage;
    const { personId, accountId } = await town.tx((tx) => this.api.get(Accounts).ensure(tx, { email: `officer-${newId()}@example.jp`, name: '班長 太郎', kana: 'はんちょう' }));
    const term = { personId, organisationId: houses.town, role: 'block-leader', title: '班長', startsOn: '2026-04-01', endsOn: '2028-03-31' } as const;
    const termId = await town.tx((tx) => this.api.get(Officers).appoint(tx, term));
    const admin = { personId: this.stage.actor('admin').personId, reason: '端末の紛失' };
    if (kind === 'suspended') await town.tx((tx) => this.api.get(Accounts).suspend(tx, admin, accountId));
    return { id: kind === 'term' ? termId : personId };
  }
}
