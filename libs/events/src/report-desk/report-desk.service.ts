import { Injectable } from '@nestjs/common';
import { Organisations, type Actor } from '@yoriai/associations';
import { addDays, atJst, Clock, Db, jstDate, pageShown, refuse } from '@yoriai/platform';
import { REPORTS_PAGE_SIZE, type ReportDesk, type ReportDeskQuery } from './report-desk.dto.js';
import { ReportDeskRepository } from './report-desk.repository.js';
import { acceptanceDue, REPORT_DAYS, reportDue } from './report-desk.rules.js';

/** The ward's list of reports: those to accept, and those that did not come, with whom to ring up (ui.md §4.5, domain.md §4.10). */
@Injectable()
export class ReportDesks {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly reports: ReportDeskRepository,
  ) {}

  /** A page of one part, soonest due first, 50 a page; past the last page, the last one; three statements, whatever their number. Refuses `event.staff-only` (403). */
  list(actor: Actor, { part, area, kind, page: asked }: ReportDeskQuery): Promise<ReportDesk> {
    if (!actor.isStaff()) return refuse('event.staff-only', { status: 403 });
    const today = jstDate(this.clock.now());
    const wish = { part, areaId: area ?? null, category: kind ?? null, endedBefore: atJst(addDays(today, -REPORT_DAYS), '00:00') };
    return this.db.read(async (tx) => {
      const { total, ...counts } = await this.reports.counts(tx, wish);
      const page = pageShown(asked, total, REPORTS_PAGE_SIZE);
      const found = await this.reports.reports(tx, wish, (page - 1) * REPORTS_PAGE_SIZE, REPORTS_PAGE_SIZE);
      const hosts = await this.organisations.byIds(tx, found.map(({ organisationId }) => organisationId));
      const items = found.map(({ organisationId, contactName, contactPhone, endedAt, reportedAt, ...line }) => ({
        ...line,
        organisationName: hosts.get(organisationId)?.name ?? '',
        endedAt: endedAt.toISOString(),
        reportedAt: reportedAt?.toISOString() ?? null,
        ...(reportedAt ? acceptanceDue(reportedAt, today) : reportDue(endedAt, today)),
        contact: { name: contactName, phone: contactPhone },
      }));
      return { items, total, counts, page, pageSize: REPORTS_PAGE_SIZE };
    });
  }
}
