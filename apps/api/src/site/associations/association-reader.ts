import { Injectable } from '@nestjs/common';
import { MembershipAsking, NEIGHBOURS, Organisations, type Area, type OrganisationSummary } from '@yoriai/associations';
import { PublicEvents } from '@yoriai/events';
import { Clock, Db, refuse } from '@yoriai/platform';
import { EventReader, type EventListing } from '../events/event-reader.js';
import type { ShownEvent } from '../events/shown-event.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
/** Events of a year that are looked at; the busiest association holds one a week. */
const MOST_IN_A_YEAR = 300;

/** An association with what it does. */
export interface ShownAssociation {
  association: OrganisationSummary;
  /** What comes. */
  coming: EventListing & { areas: Area[] };
  /** What is over since a year, latest first. */
  year: ShownEvent[];
  /** All that is over, in number. */
  past: number;
  /** Whether one can ask to join it today. */
  joinable: boolean;
}

/** Reads an association and its public events. */
@Injectable()
export class AssociationReader {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly events: PublicEvents,
    private readonly lists: EventReader,
    private readonly clock: Clock,
    private readonly memberships: MembershipAsking,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /**
   * One association. Refuses `organisation.not-found` (404) for one that came to an end, and for those that are no
   * neighbours' association (a company, a condominium) and never held anything public: that they are here is nobody's business.
   */
  async bySlug(slug: string): Promise<ShownAssociation> {
    const found = await this.db.read(async (tx) => {
      const association = await this.organisations.bySlug(tx, slug);
      if (!association || association.status === 'dissolved') return refuse('organisation.not-found', { status: 404 });
      const year = await this.events.whole(tx, { organisationSlug: slug, past: true, from: new Date(this.now().getTime() - YEAR_MS) }, MOST_IN_A_YEAR);
      return { association, year, past: await this.events.count(tx, { organisationSlug: slug, past: true }) };
    });
    const coming = await this.lists.list({ organisationSlug: slug });
    const known = NEIGHBOURS.includes(found.association.kind) || found.past + coming.total > 0;
    const joinable = (await this.memberships.choices()).some((each) => each.slug === slug);
    return known ? { ...found, coming, joinable } : refuse('organisation.not-found', { status: 404 });
  }
}
