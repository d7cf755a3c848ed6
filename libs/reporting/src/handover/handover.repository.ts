import { Injectable } from '@nestjs/common';
import { rows, type DateOnly, type Tx } from '@yoriai/platform';
import { ParticipationRepository } from '../participation/participation.repository.js';
import { countedOf, type HeldRow, type UnderwayRow } from './handover.rules.js';

/** Something with a day until which it has to be done. */
export interface DueRow {
  key: string;
  what: string;
  /** Where it is done; null for a condition of the ward's approval. */
  authority: string | null;
  dueOn: DateOnly | null;
  event: string | null;
}

/** A place that was used, or that is a place of refuge of the area. */
export interface PlaceRow {
  name: string;
  /** How often in these months; 0 for a place of refuge where nothing was held. */
  times: number;
  note: string | null;
  refuge: 'shelter' | 'gathering' | 'wide' | null;
}

/** Since when the paper looks back, and the moment it is made. */
export interface HandoverSpan {
  organisationId: string;
  from: Date;
  now: Date;
}

const IS_EVENT = `subject_kind = 'event' and subject_id = event.id`;
/** Words of what was sent back, those on single fields, and conditions; in the order in which they were said. */
const ASKED = `array(
  select said.words from (
    select decision.decided_at as at, 0 as sort, decision.comment as words from approvals.approval_case join approvals.decision on decision.case_id = approval_case.id
    where ${IS_EVENT} and decision.kind = 'returned' and decision.comment is not null
    union all
    select decision.decided_at, 1, remark.item ->> 'text' from approvals.approval_case join approvals.decision on decision.case_id = approval_case.id
      cross join lateral jsonb_array_elements(decision.remarks) remark(item)
    where ${IS_EVENT} and decision.kind = 'returned'
    union all
    select decision.decided_at, 2, condition.text from approvals.approval_case join approvals.condition on condition.case_id = approval_case.id join approvals.decision on decision.id = condition.decision_id
    where ${IS_EVENT} and condition.state <> 'lapsed'
  ) said order by said.at, said.sort)`;
const PROCEDURES = `array(
  select kind.title from approvals.checklist_item item join approvals.checklist_kind kind on kind.code = item.code
  where item.${IS_EVENT} and item.wanted and item.state <> 'waived' and kind.flags <> '{}' order by kind.sort)`;
/** What the association held, or meant to hold and called off, in this time. */
const PAST = `event.organisation_id = $1 and event.starts_at >= $2 and event.starts_at < $3 and event.public_revision is not null
  and event.state in ('published', 'awaiting-report', 'reported', 'closed', 'cancelled')`;
const UNDERWAY = `event.organisation_id = $1 and (event.state in ('draft', 'submitted', 'returned', 'approved', 'awaiting-report') or event.state = 'published' and event.ends_at >= $2)`;

/** SQL of the handover, read-only, over the tables of the contexts to the left; of one association, and without a name of anybody. */
@Injectable()
export class HandoverRepository {
  constructor(private readonly participation: ParticipationRepository) {}

  /** What began since `from`, by its beginning, with the figures that count (libs/reporting/README.md). */
  async past(tx: Tx, { organisationId, from, now }: HandoverSpan): Promise<HeldRow[]> {
    const figures = await this.participation.events(tx, { from, until: now, areaId: null, eventId: null, organisationIds: [organisationId] });
    const byId = new Map(figures.map((each) => [each.eventId, each]));
    const found = await rows<Omit<HeldRow, 'came' | 'volunteers'>>(
      tx,
      `select event.id, event.series_id as "seriesId", coalesce(event.title, '') as title, event.state, event.starts_at as "startsAt",
         (select report.next_time_note from events.event_report report where report.event_id = event.id order by report.reported_at desc, report.id desc limit 1) as "nextTime",
         case when event.state = 'cancelled' then (select moved.reason from events.event_transition moved where moved.event_id = event.id and moved.verb = 'cancel' order by moved.at desc limit 1) end as reason,
         ${ASKED} as asked, ${PROCEDURES} as procedures
       from events.event where ${PAST} order by event.starts_at, event.number`,
      [organisationId, from, now],
    );
    return found.map((row) => ({ ...row, ...countedOf(byId.get(row.id)) }));
  }

  /** What is being written, decided on, open or not reported yet; what has no day last. */
  underway(tx: Tx, { organisationId, now }: HandoverSpan): Promise<UnderwayRow[]> {
    return rows(
      tx,
      `select event.id, event.series_id as "seriesId", event.title, event.state, event.change_state as "changeState", event.starts_at as "startsAt",
         frame.places, coalesce(frame.taken, 0) as taken, coalesce(shift.duties, 0) as duties, coalesce(shift.taken, 0) as "dutiesTaken",
         case when event.state = 'published' then (select count(*)::int from events.application where event_id = event.id and consent = 'asked' and status in ('guardian_pending', 'offered', 'waitlisted', 'applied')) else 0 end as consents,
         case when event.state = 'published' and call.closes_on >= ($2::timestamptz at time zone 'Asia/Tokyo')::date then call.closes_on::text end as "stallsUntil"
       from events.event
       left join events.stall_call call on call.event_id = event.id
       left join lateral (
         select (least(sum(capacity) filter (where counted), event.total_places) + coalesce(sum(capacity) filter (where not counted), 0))::int as places, sum(places_taken)::int as taken
         from events.frame where event_id = event.id and kind <> 'volunteer' and capacity is not null) frame on true
       left join lateral (select sum(capacity)::int as duties, sum(places_taken)::int as taken from rosters.shift where event_id = event.id and state = 'open') shift on true
       where ${UNDERWAY} order by event.starts_at nulls last, event.number`,
      [organisationId, now],
    );
  }

  /** Procedures and conditions that nobody has said are done, of what is not over, the nearest first. */
  due(tx: Tx, { organisationId, now }: HandoverSpan): Promise<DueRow[]> {
    return rows(
      tx,
      `select item.id::text as key, kind.title as what, kind.authority, item.due_on::text as "dueOn", event.title as event
       from events.event join approvals.checklist_item item on item.${IS_EVENT} join approvals.checklist_kind kind on kind.code = item.code
       where ${UNDERWAY} and event.state not in ('draft', 'awaiting-report') and item.state = 'open' and item.wanted and not item.quiet and kind.flags <> '{}' and kind.ended_at is null
         and not exists (select from approvals.condition join approvals.approval_case on approval_case.id = condition.case_id where ${IS_EVENT} and condition.item_code = item.code and condition.state <> 'lapsed')
       union all
       select condition.id::text, condition.text, null, condition.due_on::text, event.title
       from events.event join approvals.approval_case on ${IS_EVENT} join approvals.condition on condition.case_id = approval_case.id
       where ${UNDERWAY} and condition.state = 'open'
       order by 4 nulls last, 2`,
      [organisationId, now],
    );
  }

  /** Where it was held, the most used first; then places of refuge of the association's area. */
  places(tx: Tx, { organisationId, from, now }: HandoverSpan, areaId: string | null): Promise<PlaceRow[]> {
    return rows(
      tx,
      `with used as (
         select place.name, count(*)::int as times from events.event cross join lateral unnest(coalesce(nullif(event.venues, '{}'), array_remove(array[event.place_name], null))) place(name)
         where ${PAST} and event.state <> 'cancelled' group by place.name),
       known as (select name, note, refuge, area_id, kana from events.venue)
       select coalesce(used.name, known.name) as name, coalesce(used.times, 0) as times, known.note, known.refuge
       from used full join known on known.name = used.name
       where used.name is not null or (known.refuge is not null and known.area_id = $4)
       order by 2 desc, known.kana nulls last, 1`,
      [organisationId, from, now, areaId],
    );
  }

  /** How many people helped, and how many duties they had: numbers, nobody's name. */
  async helpers(tx: Tx, { organisationId, from, now }: HandoverSpan): Promise<{ people: number; duties: number }> {
    const [found] = await rows<{ people: number; duties: number }>(
      tx,
      `select count(distinct assignment.person_id)::int as people, count(*)::int as duties
       from events.event join rosters.assignment on assignment.event_id = event.id and assignment.status = 'confirmed'
       where ${PAST} and event.state <> 'cancelled'`,
      [organisationId, from, now],
    );
    return found ?? { people: 0, duties: 0 };
  }

  /** How many people wait for somebody to get in touch about joining. */
  async wishes(tx: Tx, organisationId: string): Promise<number> {
    const [found] = await rows<{ n: number }>(tx, `select count(*)::int as n from associations.membership_request where organisation_id = $1 and state = 'waiting' and forgotten_at is null`, [organisationId]);
    return found?.n ?? 0;
  }
}
