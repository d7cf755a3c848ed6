import { Injectable } from '@nestjs/common';
import { Officers, Organisations, mayHandOver, type Actor, type Officer, type OrganisationSummary } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, Db, addDays, atJst, jstDate, refuse } from '@yoriai/platform';
import { HandoverRepository, type DueRow, type HandoverSpan, type PlaceRow } from './handover.repository.js';
import { firstSteps, handedYear, underwayOf, type FirstStep, type HandedEvent, type Underway } from './handover.rules.js';

/** A year back: whoever comes after sees each thing of the year once. */
const DAYS_BACK = 365;

/** What the officers of an association hand over to the next. */
export interface Handover {
  organisation: OrganisationSummary;
  from: Date;
  now: Date;
  /** Who holds an office, and who comes into one; plain members are not named. */
  officers: Officer[];
  first: { step: FirstStep; count: number }[];
  underway: Underway[];
  due: DueRow[];
  year: HandedEvent[];
  places: PlaceRow[];
  helpers: { people: number; duties: number };
}

/** 引継書 (domain.md §4.5: handed over by 1 March): what an association knows of its year, for its next officers. */
@Injectable()
export class Handovers {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly officers: Officers,
    private readonly handover: HandoverRepository,
    private readonly accessLog: AccessLog,
  ) {}

  /**
   * Of one association, for its own officers. Names of officers stand in it and no other; who read it is in the access log with how many.
   * Refuses `organisation.not-found` (404) to whom it is unseen, and `handover.not-yours` (403) to everybody else, the ward office too.
   */
  read(actor: Actor, organisationId: string): Promise<Handover> {
    return this.db.transaction(async (tx) => {
      const organisation = await this.organisations.seenBy(tx, actor, organisationId);
      const may = mayHandOver(actor, organisation);
      if (may !== true) return refuse(may, { status: 403 });
      const now = this.clock.now();
      const span: HandoverSpan = { organisationId, from: atJst(addDays(jstDate(now), -DAYS_BACK), '00:00'), now };
      const officers = (await this.officers.ofOrganisation(tx, organisationId)).filter(({ role }) => role !== 'member');
      const underway = underwayOf(await this.handover.underway(tx, span));
      const due = await this.handover.due(tx, span);
      const paper: Handover = {
        organisation,
        from: span.from,
        now,
        officers,
        first: firstSteps(underway, { due: due.length, wishes: await this.handover.wishes(tx, organisationId) }),
        underway,
        due,
        year: handedYear(await this.handover.past(tx, span)),
        places: await this.handover.places(tx, span, organisation.areaId),
        helpers: await this.handover.helpers(tx, span),
      };
      await this.accessLog.add(tx, { actorPersonId: actor.personId, action: 'handover.printed', subject: `organisation:${organisationId}`, rowCount: officers.length });
      return paper;
    });
  }
}
