import { Injectable } from '@nestjs/common';
import { Organisations, type Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, Db, addDays, constraintRefusals, jstDate, newId, refuse, type DateOnly, type Tx } from '@yoriai/platform';
import { snapshotOrganisation } from '../event/event.mapper.js';
import { leadsEvent, mayHost, maySeeInside } from '../event/event.policy.js';
import type { SeriesDetail, SchoolClosureList, SchoolClosureRequest } from './series.dto.js';
import { SeriesDates } from './series-dates.service.js';
import { isEmpty, ruleDates } from './series-plan.rules.js';
import type { SeriesEntity } from './series.entity.js';
import { firstListed, lastListed, toSeriesDetail } from './series.mapper.js';
import { SeriesRepository, type SeriesDateRow } from './series.repository.js';

constraintRefusals({
  school_closure_in_order: { code: 'series.closure-ends-before-start', status: 422 },
  school_closure_once: 'series.closure-twice',
});

/** A series for those who work on it: its dates, what is left out, and its end. */
@Injectable()
export class SeriesDesk {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: AccessLog,
    private readonly series: SeriesRepository,
    private readonly dates: SeriesDates,
    private readonly organisations: Organisations,
  ) {}

  /** Refuses `series.not-found` (404), also for those who do not work on it. */
  detail(actor: Actor, id: string): Promise<SeriesDetail> {
    return this.db.read(async (tx) => this.answer(tx, actor, this.seen(actor, await this.series.byId(tx, id))));
  }

  /** Leaves a date out; an empty event of it is taken away. Refuses `series.date-not-empty`, `series.no-such-date` (409), `event.host-only` (403). */
  skip(actor: Actor, id: string, date: DateOnly): Promise<SeriesDetail> {
    return this.change(actor, id, 'date-skipped', date, async (tx, series) => {
      const now = this.clock.now();
      const standing = await this.standing(tx, id, date);
      if (standing && !isEmpty(standing)) return refuse('series.date-not-empty');
      const planned = date > jstDate(now) && ruleDates(series, new Set(), [], date, date).length > 0;
      if (!standing && !planned) return refuse('series.no-such-date');
      await this.series.addSkip(tx, { seriesId: id, date, skippedBy: actor.personId, skippedAt: now });
      await this.dates.settle(tx, series);
      // Somebody applied before its frames were locked.
      return (await this.standing(tx, id, date)) ? refuse('series.date-not-empty') : series;
    });
  }

  /** Puts a date back that was left out. Refuses `series.date-not-skipped`, `series.place-taken` while another event is in its place (409). */
  restore(actor: Actor, id: string, date: DateOnly): Promise<SeriesDetail> {
    return this.change(actor, id, 'date-restored', date, async (tx, series) => {
      if (!(await this.series.removeSkip(tx, id, date))) return refuse('series.date-not-skipped');
      return (await this.dates.isFree(tx, series, date)) ? series : refuse('series.place-taken');
    });
  }

  /** Ends it with `lastOn`. Empty dates after it go; those with people stay, to be called off one by one. Refuses `series.end-not-possible` (422) for a day that is past or beyond what was decided. */
  end(actor: Actor, id: string, lastOn: DateOnly): Promise<SeriesDetail> {
    return this.change(actor, id, 'ended', lastOn, async (_tx, series) => {
      const now = this.clock.now();
      const code = 'series.end-not-possible';
      if (lastOn < jstDate(now) || lastOn >= series.repeats.until) return refuse(code, { status: 422, fields: [{ field: 'lastOn', code }] });
      return { ...series, endedOn: addDays(lastOn, 1), endedBy: actor.personId, endedAt: now };
    });
  }

  /** The times without school. */
  closures(): Promise<SchoolClosureList> {
    return this.db.read((tx) => this.closureList(tx));
  }

  /** Adds one; series that go by days of school follow. Refuses `event.staff-only` (403), `series.closure-ends-before-start` (422), `series.closure-twice` (409). */
  addClosure(actor: Actor, request: SchoolClosureRequest): Promise<SchoolClosureList> {
    return this.changeClosures(actor, (tx) => {
      const { name, startsOn, endsOn } = request;
      return this.series.addClosure(tx, { id: newId(), name, startsOn, endsOn, createdBy: actor.personId, createdAt: this.clock.now() });
    });
  }

  /** Takes one away. Refuses `event.staff-only` (403), `series.closure-not-found` (404). */
  removeClosure(actor: Actor, id: string): Promise<SchoolClosureList> {
    return this.changeClosures(actor, async (tx) => {
      if (!(await this.series.removeClosure(tx, id))) refuse('series.closure-not-found', { status: 404 });
    });
  }

  private async standing(tx: Tx, id: string, date: DateOnly): Promise<SeriesDateRow | undefined> {
    return (await this.series.datesOf(tx, id, this.clock.now(), date)).find((each) => each.date === date);
  }

  private change(actor: Actor, id: string, done: 'date-skipped' | 'date-restored' | 'ended', about: DateOnly, work: (tx: Tx, series: SeriesEntity) => Promise<SeriesEntity>): Promise<SeriesDetail> {
    return this.db.transaction(async (tx) => {
      const series = this.seen(actor, await this.series.lock(tx, id));
      if (!mayHost(actor, hosted(series))) return refuse('event.host-only', { status: 403 });
      await this.dates.settle(tx, await work(tx, series));
      await this.log.add(tx, { actorPersonId: actor.personId, action: `series.${done}`, subject: `series:${id}`, reason: about });
      return this.answer(tx, actor, this.seen(actor, await this.series.byId(tx, id)));
    });
  }

  private async changeClosures(actor: Actor, work: (tx: Tx) => Promise<void>): Promise<SchoolClosureList> {
    if (!actor.isStaff()) return refuse('event.staff-only', { status: 403 });
    return this.db.transaction(async (tx) => {
      await work(tx);
      await this.series.unsettleSchoolDays(tx);
      return this.closureList(tx);
    });
  }

  private async closureList(tx: Tx): Promise<SchoolClosureList> {
    const found = await this.series.closures(tx);
    return { items: found.map(({ id, name, startsOn, endsOn }) => ({ id, name, startsOn, endsOn })) };
  }

  private seen(actor: Actor, series: SeriesEntity | null): SeriesEntity {
    return series && maySeeInside(actor, hosted(series)) ? series : refuse('series.not-found', { status: 404 });
  }

  private async answer(tx: Tx, actor: Actor, series: SeriesEntity): Promise<SeriesDetail> {
    const now = this.clock.now();
    const standing = await this.series.datesOf(tx, series.id, now, firstListed(now));
    const skips = await this.series.skipsOf(tx, series.id);
    const closures = series.repeats.schoolDays ? await this.series.closures(tx) : [];
    const ruled = ruleDates(series, skips, closures, firstListed(now), lastListed(standing, now));
    const host = (await this.organisations.byIds(tx, [series.organisationId])).get(series.organisationId);
    const verdict = mayHost(actor, hosted(series)) ? true : 'event.host-only';
    const leads = leadsEvent(actor, hosted(series));
    return toSeriesDetail({ series, standing, leads, ruled: ruled.map(({ date, off }) => ({ date, off: off === 'skipped' ? (skips.get(date) ?? off) : off })), organisation: snapshotOrganisation(series.organisationId, host), verdict, now });
  }
}

/** The series as policies ask about an event. */
const hosted = ({ organisationId, template }: SeriesEntity): { organisationId: string; category: string | null } => ({ organisationId, category: template.category });
