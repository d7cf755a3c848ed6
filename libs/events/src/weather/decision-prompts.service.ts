import { Injectable } from '@nestjs/common';
import { Db, Outbox, jstDate, rows, type Tx } from '@yoriai/platform';
import { Alerts } from './alerts/alerts.service.js';
import { heatSeason } from './heat-limit.rules.js';

/** So long before the hour of decision whoever leads the event is asked, first and last. */
const STAGES = [
  { stage: 'half-day', before: '12 hours', until: '1 hour' },
  { stage: 'hour', before: '1 hour', until: '0' },
] as const;

/**
 * Public events whose hour of decision is near, of which nobody was asked in this stage and nothing was decided for the
 * day that they have. Where rain changes nothing, there is no hour to decide at.
 */
const TO_ASK = `
  insert into events.decision_prompt (event_id, decision_at, stage, at)
  select event.id, event.rain_decision_at, $2, $1 from events.event event
  where event.state = 'published' and event.rain_decision_at > $1::timestamptz + $4::interval and event.rain_decision_at <= $1::timestamptz + $3::interval
    and event.starts_at > $1 and coalesce(event.rain_policy, '') not in ('go-ahead', 'indoors')
    and not exists (select from events.day_decision decision where decision.event_id = event.id and decision.kind in ('held', 'reduced') and decision.was_starts_at = event.starts_at)
    and not exists (select from events.decision_prompt asked where asked.event_id = event.id and asked.decision_at = event.rain_decision_at and asked.stage = $2)
  order by event.id limit 100
  on conflict do nothing returning event_id`;

/**
 * Public events of the coming day whose limit the forecast of their own hours reaches: it has every third, so the last
 * one before and the first one after count too. In the season of heat alone ({@link heatSeason}), by the day of the event. Of which nobody heard yet. What was
 * decided for their day before was decided without knowing this, unless it was for heat: a smaller event because of wind may still be too hot.
 */
const TOO_HOT = `
  insert into events.decision_prompt (event_id, decision_at, stage, at)
  select event.id, event.starts_at, 'heat', $1 from events.event event
  where event.state = 'published' and event.heat_limit <= (
      select max(hour.wbgt) from jsonb_to_recordset($2::jsonb) as hour (at timestamptz, wbgt numeric)
      where hour.at > event.starts_at - interval '3 hours' and hour.at < coalesce(event.ends_at, event.starts_at) + interval '3 hours')
    and event.starts_at > $1::timestamptz and event.starts_at <= $1::timestamptz + interval '24 hours'
    and (event.starts_at at time zone 'Asia/Tokyo')::date between $3::date and $4::date
    and not exists (select from events.day_decision decision where decision.event_id = event.id and decision.kind = 'reduced' and decision.cause = 'heat' and decision.was_starts_at = event.starts_at)
    and not exists (select from events.decision_prompt asked where asked.event_id = event.id and asked.decision_at = event.starts_at and asked.stage = 'heat')
  order by event.id limit 100
  on conflict do nothing returning event_id`;

/**
 * Public events of the next half day, whatever their rule for rain and wherever they are held, while a grave warning stands
 * ({@link Alerts.grave}), also where it was said before that they take place. Once for the day that they have as long as the
 * danger lasts ($2: since when); what was lifted and is issued again is asked about again, and so is the step to the gravest kind.
 */
const IN_DANGER = `
  insert into events.decision_prompt (event_id, decision_at, stage, at, grave_since)
  select event.id, event.starts_at, 'warning', $1, $2 from events.event event
  where event.state = 'published' and event.starts_at > $1::timestamptz and event.starts_at <= $1::timestamptz + interval '12 hours'
    and not exists (select from events.decision_prompt asked where asked.event_id = event.id and asked.decision_at = event.starts_at and asked.stage = 'warning' and asked.at >= $2::timestamptz)
  order by event.id limit 100
  on conflict do nothing returning event_id`;

/** Before the hour of decision, when a grave warning stands, and when the heat is more than an event can bear: やりますか. It only asks; a person decides. */
@Injectable()
export class DecisionPrompts {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly alerts: Alerts,
  ) {}

  /** Asks whoever has to be asked at `now`, each once; answers how many events. Any number of workers at once. */
  async sweep(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      let asked = 0;
      for (const { stage, before, until } of STAGES) {
        const found = await rows<{ event_id: string }>(tx, TO_ASK, [now, stage, before, until]);
        for (const { event_id: eventId } of found) await this.outbox.add(tx, 'events.decision-asked', { eventId, stage });
        asked += found.length;
      }
      return asked + (await this.tooHot(tx, now)) + (await this.inDanger(tx, now));
    });
  }

  private async inDanger(tx: Tx, now: Date): Promise<number> {
    const grave = await this.alerts.grave(tx);
    const oldest = grave.map(({ graveSince = new Date(0).toISOString() }) => graveSince).sort()[0];
    if (oldest === undefined) return 0;
    // Heat is not among them: each event has its own limit for it.
    const gravest = grave.flatMap(({ gravestSince }) => gravestSince ?? []).sort().at(-1) ?? oldest;
    const found = await rows<{ event_id: string }>(tx, IN_DANGER, [now, gravest > oldest ? gravest : oldest]);
    for (const { event_id: eventId } of found) await this.outbox.add(tx, 'events.decision-asked', { eventId, stage: 'warning' });
    return found.length;
  }

  /** What the forecast says of their hours; nothing where it can't be known. */
  private async tooHot(tx: Tx, now: Date): Promise<number> {
    const hours = await this.alerts.hotHours(tx);
    if (hours.length === 0) return 0;
    const season = heatSeason(Number(jstDate(now).slice(0, 4)));
    const found = await rows<{ event_id: string }>(tx, TOO_HOT, [now, JSON.stringify(hours), season.from, season.until]);
    for (const { event_id: eventId } of found) await this.outbox.add(tx, 'events.decision-asked', { eventId, stage: 'heat' });
    return found.length;
  }
}
