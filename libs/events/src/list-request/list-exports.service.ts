import { Injectable } from '@nestjs/common';
import { Organisations, type Actor } from '@yoriai/associations';
import { AccessLogReview, People, type LoggedAct } from '@yoriai/identity';
import { Clock, Db, atJst, jstDate, refuse, type Tx } from '@yoriai/platform';
import { EventRepository } from '../event/event.repository.js';
import { reasonOfLog } from './export-reason.rules.js';
import { EXPORT_STEPS, type ExportStep, type ListExportLine, type ListExportLog } from './list-export.dto.js';
import { LISTS, type ListName } from './list-request.rules.js';

const ACTIONS = LISTS.flatMap((list) => EXPORT_STEPS.map((step) => `${list}.${step}` as const));

/** What the privacy officer reads of lists with names that left as files, in all associations and the ward office (domain.md §4.7: review log). */
@Injectable()
export class ListExports {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: EventRepository,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly review: AccessLogReview,
  ) {}

  /** Every step of a month in Japan, the newest first; null: this month. That it was looked at is a line of the log itself. Refuses `list-export.privacy-officer-only` (403). */
  async ofMonth(actor: Actor, month: string | null): Promise<ListExportLog> {
    if (!actor.has('privacy-officer')) return refuse('list-export.privacy-officer-only', { status: 403 });
    const of = month ?? jstDate(this.clock.now()).slice(0, 7);
    return this.db.transaction(async (tx) => {
      const { total, items } = await this.review.of(tx, actor.personId, { actions: ACTIONS, from: atJst(`${of}-01`, '00:00'), until: atJst(nextMonth(of), '00:00'), subject: `exports:${of}` });
      return { month: of, total, items: await this.lines(tx, items) };
    });
  }

  private async lines(tx: Tx, acts: readonly LoggedAct[]): Promise<ListExportLine[]> {
    const events = new Map((await this.events.byIds(tx, [...new Set(acts.map(eventOf))])).map((event) => [event.id, event]));
    const names = await this.people.summaries(tx, [...new Set(acts.flatMap(({ actorPersonId }) => actorPersonId ?? []))]);
    const hosts = await this.organisations.byIds(tx, [...new Set([...events.values()].map(({ organisationId }) => organisationId))]);
    return acts.map((act) => {
      const event = events.get(eventOf(act));
      const [list, step] = act.action.split('.') as [ListName, ExportStep];
      const reason = reasonOfLog(act.reason);
      const told = { title: event?.title ?? event?.number ?? '', kana: event?.kana ?? null, host: hosts.get(event?.organisationId ?? '')?.name ?? '' };
      return { ...told, at: act.at.toISOString(), by: names.get(act.actorPersonId ?? '')?.name ?? '', list, step, why: reason?.why ?? null, words: reason?.words ?? null, rowCount: act.rowCount };
    });
  }
}

const eventOf = ({ subject }: LoggedAct): string => subject.slice('event:'.length);

/** The first day of the month after it. */
function nextMonth(month: string): string {
  const [year = 0, at = 0] = month.split('-').map(Number);
  return at === 12 ? `${year + 1}-01-01` : `${year}-${String(at + 1).padStart(2, '0')}-01`;
}
