import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { ActivityField } from '../event/event.entity.js';
import type { ReportPart } from './report-desk.dto.js';

/** What the list is narrowed by. `endedBefore`: a report about what ended from then on is not late. */
export interface ReportWish {
  part: ReportPart;
  areaId: string | null;
  category: string | null;
  endedBefore: Date;
}

/** An event whose report waits, as it stands. */
export interface ReportRow {
  eventId: string;
  title: string;
  kana: string | null;
  field: ActivityField | null;
  organisationId: string;
  endedAt: Date;
  reportedAt: Date | null;
  contactName: string | null;
  contactPhone: string | null;
}

/** Both stand in the partial index `event_with_report_to_come`. */
const IN_PART: Readonly<Record<ReportPart, string>> = {
  'to-accept': `event.state = 'reported'`,
  late: `event.state = 'awaiting-report' and event.ends_at < asked.ended_before`,
};
const EVENTS = 'events.event event cross join (select $1::timestamptz as ended_before) asked';
const NARROWED = '($2::uuid is null or event.area_id = $2) and ($3::text is null or event.category = $3)';

/** A page of a part; what is due soonest is what ended, or was reported, first. */
export const REPORTS: Readonly<Record<ReportPart, string>> = { 'to-accept': pageOf('to-accept', 'last.at'), late: pageOf('late', 'event.ends_at') };

function pageOf(part: ReportPart, order: string): string {
  return `select event.id as "eventId", coalesce(event.title, event.number) as title, event.kana, event.field, event.organisation_id as "organisationId",
      event.ends_at as "endedAt", case when event.state = 'reported' then last.at end as "reportedAt", event.contact_name as "contactName", event.contact_phone as "contactPhone"
    from ${EVENTS}
    left join lateral (select max(reported_at) as at from events.event_report report where report.event_id = event.id) last on true
    where ${IN_PART[part]} and ${NARROWED}
    order by ${order}, event.id limit $4 offset $5`;
}

/** SQL of the desk's reports: the whole ward's. */
@Injectable()
export class ReportDeskRepository {
  /** One page, soonest due first. */
  reports(tx: Tx, { part, endedBefore, areaId, category }: ReportWish, skip: number, take: number): Promise<ReportRow[]> {
    return rows(tx, REPORTS[part], [endedBefore, areaId, category, take, skip]);
  }

  /** How many of each part there are, and how many of the one asked for as it is narrowed. One statement. */
  async counts(tx: Tx, { part, endedBefore, areaId, category }: ReportWish): Promise<{ toAccept: number; late: number; total: number }> {
    const [found] = await rows<{ toAccept: number; late: number; total: number }>(
      tx,
      `select count(*) filter (where ${IN_PART['to-accept']})::int as "toAccept", count(*) filter (where ${IN_PART.late})::int as late,
         count(*) filter (where ${IN_PART[part]} and ${NARROWED})::int as total
       from ${EVENTS} where event.state in ('awaiting-report', 'reported')`,
      [endedBefore, areaId, category],
    );
    return found!;
  }
}
