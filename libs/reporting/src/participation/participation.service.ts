import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, Db, fiscalYear, jstDate, refuse, type Tx } from '@yoriai/platform';
import type { ParticipationQuery, ParticipationResponse, ParticipationYears } from './participation.dto.js';
import { toParticipation } from './participation.mapper.js';
import { participationSeenBy } from './participation.policy.js';
import { DutyFillRepository } from './duty-fill.repository.js';
import { toldDuties } from './duty-fill.rules.js';
import { yearBefore } from './before.rules.js';
import { ParticipationRepository } from './participation.repository.js';
import { yearSpan } from './participation.rules.js';
import { workbookFile, workbookName } from './participation.workbook.js';

/** What the figures are asked for; the current fiscal year where none is named. */
export type ParticipationAsked = Pick<ParticipationQuery, 'fiscalYear' | 'areaId' | 'eventId'>;

/** A finished Excel file. */
export interface ParticipationFile {
  name: string;
  /** For readers that know no other letters. */
  plainName: string;
  content: Buffer;
}

/** Participation figures of an event, an area, a fiscal year. Numbers only, no names. */
@Injectable()
export class Participation {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly participation: ParticipationRepository,
    private readonly dutyFill: DutyFillRepository,
    private readonly accessLog: AccessLog,
  ) {}

  /**
   * Figures per event, area and month, and in total, beside those of the year before; and how duties filled. The ward office sees all events, who leads an
   * organisation its own; everybody else is refused `participation.not-yours` (403).
   */
  async figures(actor: Actor, asked: ParticipationAsked): Promise<ParticipationResponse> {
    return this.db.read((tx) => this.figuresIn(tx, actor, asked));
  }

  /** The fiscal years to choose from. Refuses like {@link figures}. */
  async years(actor: Actor): Promise<ParticipationYears> {
    const current = fiscalYear(jstDate(this.clock.now()));
    return this.db.read(async (tx) => {
      const years = await this.participation.years(tx, this.organisationIds(actor));
      return { years: [...new Set([current, ...years])].sort((a, b) => b - a), current };
    });
  }

  /** {@link figures} as an Excel file. Who took it along, and how many rows, is written to the access log. */
  async file(actor: Actor, asked: ParticipationAsked): Promise<ParticipationFile> {
    const figures = await this.db.transaction(async (tx) => {
      const found = await this.figuresIn(tx, actor, asked);
      await this.accessLog.add(tx, {
        actorPersonId: actor.personId,
        action: 'participation.exported',
        subject: `fiscal-year:${found.fiscalYear}`,
        rowCount: found.byEvent.length,
      });
      return found;
    });
    return { ...workbookName(figures.fiscalYear), content: await workbookFile(figures) };
  }

  private async figuresIn(tx: Tx, actor: Actor, asked: ParticipationAsked): Promise<ParticipationResponse> {
    const year = asked.fiscalYear ?? fiscalYear(jstDate(this.clock.now()));
    const filter = {
      ...yearSpan(year),
      areaId: asked.areaId ?? null,
      eventId: asked.eventId ?? null,
      organisationIds: this.organisationIds(actor),
    };
    const now = this.clock.now();
    const events = await this.participation.events(tx, filter);
    // One event has no year before.
    const earlier = filter.eventId === null ? await this.participation.events(tx, { ...filter, ...yearSpan(year - 1) }) : [];
    const beside = { cancelledEvents: await this.participation.cancelled(tx, filter), before: yearBefore(year, earlier, now), dutyFill: toldDuties(await this.dutyFill.byDuty(tx, filter, now)) };
    return toParticipation(year, events, beside, now);
  }

  private organisationIds(actor: Actor): string[] | null {
    const scope = participationSeenBy(actor) ?? refuse('participation.not-yours', { status: 403 });
    return scope === 'ward' ? null : scope.organisationIds;
  }
}
