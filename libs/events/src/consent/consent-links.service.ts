import { Injectable } from '@nestjs/common';
import { People } from '@yoriai/identity';
import { Clock, Db, hashToken, refuse, type Tx } from '@yoriai/platform';
import { asksOf } from '../asks/asks.rules.js';
import { photosTold, type PhotosTold } from '../asks/photos.rules.js';
import { asTold, toBooking, toTicketEvent } from '../application/application.mapper.js';
import type { ApplicationStatus } from '../application/application.entity.js';
import type { TicketEvent } from '../application/application.dto.js';
import { ApplicationRepository } from '../application/application.repository.js';
import type { Told } from '../asks/questions.rules.js';
import type { GuardianConsent } from './consent.entity.js';
import { saidOf } from './consent.mapper.js';
import { ConsentRepository, type GuardianToTell } from './consent.repository.js';
import { readOf, releaseAt } from './consent.rules.js';
import { ConsentedPlans } from './consented-plans.js';

/** What a guardian is asked, as their link shows it. */
export interface ConsentAsked {
  /** `over`: the application ended, or the event has begun or is off. */
  state: 'asked' | 'given' | 'over';
  /** Those of the group who are in or may come in, the applicant first; no contacts. None once it is over. */
  names: string[];
  frameName: string;
  /** How they stand of whom the yes is, as they were told: a place is kept, they wait, were offered one, or it is not decided. */
  standing: ApplicationStatus;
  /** The host says who gets a place. */
  chosen: boolean;
  /** Why there is nothing to answer any more; null while there is, or was. */
  over: 'cancelled' | 'ended' | 'begun' | null;
  /** What the application answers now. */
  said: Told | null;
  /** What it answered when they said yes, where that was something else; null elsewhere. */
  saidThen: Told | null;
  /** Stands for the answers they have before them. */
  read: string;
  event: TicketEvent & { feeText: string | null; careText: string | null };
  /** What they read with this answer. */
  revision: number;
  anew: boolean;
  /** Where the host asks about pictures and this guardian answers for the child; null elsewhere. */
  photos: PhotosTold | null;
  guardianName: string | null;
  relation: string | null;
  givenAt: Date | null;
  /** Until when the place is kept; null: it is not let go by itself. */
  releaseAt: Date | null;
}

const HAS_OR_KEEPS: readonly ApplicationStatus[] = ['confirmed', 'guardian_pending', 'offered'];

/** Reading consents: by a guardian's link, and for letters. Nothing changes by it. */
@Injectable()
export class ConsentLinks {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly applications: ApplicationRepository,
    private readonly consents: ConsentRepository,
    private readonly behind: ConsentedPlans,
  ) {}

  /** Refuses `application.consent-unknown` (404). */
  byToken(token: string): Promise<ConsentAsked> {
    return this.db.read(async (tx) => {
      const consent = (await this.consents.byTokenHash(tx, hashToken(token))) ?? refuse('application.consent-unknown', { status: 404 });
      const group = (await this.consents.group(tx, consent.applicationId)).map(({ id }) => id);
      const found = (await this.applications.byIds(tx, [consent.applicationId, ...group])).map(asTold);
      const row = found.find(({ id }) => id === consent.applicationId) ?? refuse('application.consent-unknown', { status: 404 });
      const active = group.flatMap((id) => found.filter((each) => each.id === id));
      const { name } = await this.people.byId(tx, row.person_id);
      const booking = toBooking(row);
      const { feeText, careText } = row.snapshot;
      const said = saidOf(row);
      const over = active.length === 0 || row.state !== 'published' || (row.starts_at !== null && this.clock.now() >= row.starts_at);
      return {
        over: !over ? null : row.state === 'cancelled' ? 'cancelled' : active.length === 0 ? 'ended' : 'begun',
        state: over ? 'over' : consent.givenAt === null ? 'asked' : 'given',
        names: over ? [] : active.map(toBooking).flatMap(({ withoutApplicant, companions }) => [...(withoutApplicant ? [] : [name]), ...companions.map((each) => each.name)]),
        frameName: booking.frameName,
        standing: (active.find(({ status }) => HAS_OR_KEEPS.includes(status)) ?? active[0] ?? row).status,
        chosen: row.chosen,
        ...(over ? { said: null, saidThen: null } : { said, saidThen: consent.said !== null && readOf(consent.said) !== readOf(said) ? consent.said : null }),
        read: readOf(said, row.companions),
        event: { ...toTicketEvent(booking.event), feeText, careText },
        photos: !consent.beside ? null : photosTold(asksOf(row), row.photos),
        revision: await this.behind.publicOf(tx, consent.eventId),
        ...{ anew: consent.anew, guardianName: consent.guardianName, relation: consent.relation, givenAt: consent.givenAt },
        releaseAt: !active.some(({ status }) => status === 'guardian_pending') || consent.anew || row.starts_at === null ? null : releaseAt({ askedAt: consent.askedAt, startsAt: row.starts_at }),
      };
    });
  }

  /** Who has an address of their own, of groups with somebody who is in or may come in; or (`calledOff`) of those who were until the event was called off. For letters to them. */
  guardiansOf(tx: Tx, eventId: string, calledOff: boolean): Promise<GuardianToTell[]> {
    return this.consents.guardiansOf(tx, eventId, calledOff);
  }

  /** The guardians of these groups, as long as somebody of them is in or may come in, for letters to them; or (`ended`) also after that. Others are absent. */
  async ofApplications(tx: Tx, ids: readonly string[], ended: boolean): Promise<Map<string, GuardianConsent>> {
    const found = ended ? await this.consents.byApplications(tx, ids) : await this.consents.standing(tx, ids);
    return new Map(found.map((one) => [one.applicationId, one]));
  }

  /** Does a yes to one revision hold for another? */
  holds(tx: Tx, eventId: string, read: number, now: number): Promise<boolean> {
    return this.behind.holds(tx, eventId, read, now);
  }

  /** The guardians who have something to answer for the groups of these applications, for letters to them; others are absent. */
  async unansweredOf(tx: Tx, ids: readonly string[]): Promise<Map<string, GuardianConsent>> {
    return new Map((await this.consents.unansweredOf(tx, ids)).map((one) => [one.applicationId, one]));
  }
}
