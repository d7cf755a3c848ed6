import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, addDays, jstDate } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import { maySeeInside } from '../event/event.policy.js';
import { withSnapshot } from '../revision/snapshot.js';
import { VenueRepository } from '../venue/venue.repository.js';
import type { PlannedDateList } from './series.dto.js';
import { wrongInRepeats } from './repeats.rules.js';
import { ruleDates } from './series-plan.rules.js';
import { SeriesRepository } from './series.repository.js';

/** Which dates a series is going to have, for those who write it and those who decide on it: before it is one. */
@Injectable()
export class SeriesForecast {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly loader: EventLoader,
    private readonly series: SeriesRepository,
    private readonly venues: VenueRepository,
  ) {}

  /**
   * The dates after the first one until the rule ends, by what stands of it now. A date whose place an approved event has
   * is going to be left out. None for what is not repeated or not by a rule that could be handed in, or is a date of a series already. Refuses `event.not-found` (404).
   */
  ahead(actor: Actor, eventId: string): Promise<PlannedDateList> {
    return this.db.read(async (tx) => {
      const { event } = await this.loader.read(tx, actor, eventId);
      // What is written beside what is public is seen by those who work on it, and by the ward.
      const asked = event.change && maySeeInside(actor, event) ? withSnapshot(event, event.change) : event;
      const { repeats, startsAt, seriesId } = asked;
      if (seriesId !== null || !repeats || !startsAt) return { items: [] };
      const first = jstDate(startsAt);
      // A draft may say anything: until the year 9999 would be three million days.
      if (wrongInRepeats(repeats, first, jstDate(this.clock.now())).length > 0) return { items: [] };
      const closures = repeats.schoolDays ? await this.series.closures(tx) : [];
      const rule = { repeats, startedOn: first, countedFrom: first, ruleFrom: first, endedOn: null };
      const dates = ruleDates(rule, new Set(), closures, addDays(first, 1), repeats.until);
      const taken = await this.venues.daysTaken(tx, asked, first, dates.map(({ date }) => date));
      return { items: dates.map(({ date, off }) => ({ date, off: off ?? (taken.has(date) ? 'place-taken' : null) })) };
    });
  }
}
