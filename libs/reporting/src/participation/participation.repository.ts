import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { Figures } from './participation.rules.js';

/** Which events are counted. */
export interface ParticipationFilter {
  from: Date;
  until: Date;
  areaId: string | null;
  eventId: string | null;
  /** Null: every organisation. */
  organisationIds: string[] | null;
}

/** One event with its figures. */
export interface EventFigures extends Figures {
  eventId: string;
  number: string;
  title: string;
  organisationName: string;
  areaId: string | null;
  areaName: string | null;
  areaSlug: string | null;
  areaSort: number | null;
  /** Of the ward's plan; null: none. */
  initiative: { code: string; name: string; kana: string; nameEn: string; place: number } | null;
  /** 活動分野. */
  field: string | null;
  state: string;
  startsAt: Date;
  /** Where the attendance comes from: the ward's correction, the host's report, once there is one, or the reception. */
  attendanceFrom: 'correction' | 'report' | 'reception';
}

/** Events that were public; cancelled ones are counted apart, drafts and those under review not at all. */
export const COUNTED_STATES = `'published', 'awaiting-report', 'reported', 'closed'`;

/** The events of a filter, by {@link parameters}. */
export const CHOSEN = `
  starts_at >= $1 and starts_at < $2
  and ($3::uuid is null or area_id = $3) and ($4::uuid is null or id = $4) and ($5::uuid[] is null or organisation_id = any($5))`;

/**
 * SQL over the tables of the contexts to the left, read-only. Applications, frames, shifts and reports
 * are summed before they are joined, so that no row is counted twice; frames that share a total (合計の定員, docs/adr/0055) have no more
 * places together than it says. Each sum is fed from the index on event_id (plan asserted in the db-spec).
 */
export const EVENT_FIGURES = `
  with chosen as materialized (
    select id, number, title, organisation_id, area_id, initiative, field, state, starts_at, total_places from events.event
    where state in (${COUNTED_STATES}) and ${CHOSEN}
  )
  select chosen.id as "eventId", chosen.number, coalesce(chosen.title, '') as title, organisation.name as "organisationName",
    chosen.area_id as "areaId", area.name as "areaName", area.slug as "areaSlug", area.sort as "areaSort",
    case when initiative.code is not null then json_build_object('code', initiative.code, 'name', initiative.name, 'kana', initiative.kana, 'nameEn', initiative.name_en, 'place', initiative.sort) end as initiative, chosen.field, chosen.state, chosen.starts_at as "startsAt",
    coalesce(application.applied, 0) as applied, coalesce(application.confirmed, 0) as confirmed,
    coalesce(frame.places, 0) as places, coalesce(frame.taken, 0) as "placesTaken",
    coalesce(shift.places, 0) as "volunteerPlaces", coalesce(shift.taken, 0) as "volunteersConfirmed",
    coalesce(correction.participants, report.participants, headcount.participants, 0) as participants,
    coalesce(correction.volunteers, report.volunteers, headcount.volunteers, 0) as volunteers,
    coalesce(correction.walk_ins, report.walk_ins, headcount.walk_ins, 0) as "walkIns",
    coalesce(report.cleaned_area, 0)::float8 as "cleanedArea", coalesce(report.handed_out, 0) as "handedOut",
    case when correction.participants is not null then 'correction' when report.participants is null then 'reception' else 'report' end as "attendanceFrom"
  from chosen
  join associations.organisation organisation on organisation.id = chosen.organisation_id
  left join associations.area area on area.id = chosen.area_id
  left join events.initiative initiative on initiative.code = chosen.initiative
  left join attendance.headcount headcount on headcount.event_id = chosen.id
  left join lateral (
    select (sum(heads) filter (where status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied', 'declined')))::int as applied, (sum(heads) filter (where status = 'confirmed'))::int as confirmed
    from events.application where event_id = chosen.id) application on true
  left join lateral (
    select (least(coalesce(sum(capacity) filter (where counted), 0), chosen.total_places) + coalesce(sum(capacity) filter (where not counted), 0))::int as places,
      (sum(places_taken) filter (where capacity is not null))::int as taken
    from events.frame where event_id = chosen.id and kind <> 'volunteer') frame on true
  left join lateral (
    select sum(capacity)::int as places, sum(places_taken)::int as taken
    from rosters.shift where event_id = chosen.id and state = 'open') shift on true
  left join lateral (
    select participants, volunteers, walk_ins, cleaned_area, handed_out from events.event_report
    where event_id = chosen.id and chosen.state in ('reported', 'closed') order by reported_at desc, id desc limit 1) report on true
  left join lateral (
    select participants, volunteers, walk_ins from events.figure_correction
    where event_id = chosen.id and chosen.state = 'closed' order by number desc limit 1) correction on true
  order by chosen.starts_at, chosen.number`;

/** SQL of the participation figures. */
@Injectable()
export class ParticipationRepository {
  async events(tx: Tx, filter: ParticipationFilter): Promise<EventFigures[]> {
    return rows<EventFigures>(tx, EVENT_FIGURES, parameters(filter));
  }

  async cancelled(tx: Tx, filter: ParticipationFilter): Promise<number> {
    const [row] = await rows<{ n: number }>(
      tx,
      `select count(*)::int as n from events.event where state = 'cancelled' and public_revision is not null and ${CHOSEN}`,
      parameters(filter),
    );
    return row?.n ?? 0;
  }

  /** The fiscal years in which there were or are events, newest first. */
  async years(tx: Tx, organisationIds: string[] | null): Promise<number[]> {
    const years = await rows<{ year: number }>(
      tx,
      `select distinct extract(year from (starts_at at time zone 'Asia/Tokyo') - interval '3 months')::int as year
       from events.event where state in (${COUNTED_STATES}) and starts_at is not null and ($1::uuid[] is null or organisation_id = any($1))
       order by year desc`,
      [organisationIds],
    );
    return years.map((row) => row.year);
  }
}

/** A filter as the values $1 to $5. */
export const parameters = (filter: ParticipationFilter): unknown[] => [filter.from, filter.until, filter.areaId, filter.eventId, filter.organisationIds];
