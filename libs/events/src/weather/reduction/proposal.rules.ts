import type { RainPolicy } from '../../event/event.entity.js';
import type { ProgrammeItem } from '../../programme/programme.rules.js';
import type { AlertKind, WeatherAlert } from '../alerts/alert-source.js';
import { isGrave } from '../alerts/alert.rules.js';
import { HEAT_STOP, HEAT_TOLD } from '../alerts/heat-forecast.js';
import { isHeatSeason, type HeatLimit } from '../heat-limit.rules.js';

/** 中止 · 順延 · 縮小. */
export const PROPOSED = ['cancelled', 'postponed', 'reduced'] as const;
/** What fired: something grave stands; the event's own limit for heat, or 危険 where it has none; a warning; an advisory, or heat below that. */
export const PROPOSAL_RULES = ['grave', 'heat-limit', 'heat-danger', 'warning', 'advisory', 'heat'] as const;

/** What to decide, by which rule, because of what (in the words of whoever says it). A person decides. */
export interface DayProposal {
  kind: (typeof PROPOSED)[number];
  rule: (typeof PROPOSAL_RULES)[number];
  because: string[];
}

/** What a proposal needs to know of an event. */
export interface ProposalFacts {
  startsAt: Date | null;
  endsAt: Date | null;
  rainPolicy: RainPolicy | null;
  heatLimit?: HeatLimit | null | undefined;
  programme?: readonly ProgrammeItem[] | null | undefined;
}

const HOUR_MS = 60 * 60 * 1000;
/** So long before it begins what stands now says something of it. */
const AHEAD_MS = 24 * HOUR_MS;
/** The forecast of heat has every third hour. */
const FORECAST_MS = 3 * HOUR_MS;
/** What rain, rivers, wind, snow and waves do to an event: 雷注意報 and the like are told, and propose nothing. */
const OF_WEATHER: ReadonlySet<AlertKind> = new Set(['rain', 'wind', 'snow', 'waves', 'landslide', 'flood', 'tide']);

/** What a warning comes to, by the event's rule for rain. */
const BY_RAIN: Readonly<Record<RainPolicy, DayProposal['kind']>> = { 'go-ahead': 'reduced', 'light-rain-only': 'cancelled', cancelled: 'cancelled', postponed: 'postponed', indoors: 'reduced' };

/**
 * What is proposed for the day of an event (domain.md §2.6), the gravest rule first; null where nothing stands that speaks of it:
 * - 危険警報 and above, 津波警報: 中止.
 * - the heat of its hours at its own limit, or outdoors from WBGT 31 (危険) where it has none: 中止. Below that, from 28: 縮小.
 * - a warning (警報): by its rule for rain 順延 or 中止; where that says it goes ahead, or it is indoors, 縮小.
 * - an advisory (注意報) outdoors: 縮小.
 * What is held indoors is made smaller for what of its programme may be outdoors; without a programme there is nothing to leave out.
 */
export function proposalFor(facts: ProposalFacts, alerts: readonly WeatherAlert[], now: Date): DayProposal | null {
  const { startsAt, endsAt, rainPolicy } = facts;
  if (startsAt === null || (endsAt ?? startsAt) <= now || startsAt.getTime() - now.getTime() > AHEAD_MS) return null;
  const grave = alerts.filter(isGrave);
  if (grave.length > 0) return { kind: 'cancelled', rule: 'grave', because: grave.map(({ title }) => title) };
  const canShrink = rainPolicy !== 'indoors' || (facts.programme ?? []).length > 0;
  const weather = alerts.filter(({ kind }) => OF_WEATHER.has(kind));
  const warnings = canShrink ? weather.filter(({ level }) => level === 3) : [];
  const heat = heatFor(facts, alerts, canShrink);
  if (heat?.kind === 'cancelled') return heat;
  if (warnings.length > 0) return { kind: BY_RAIN[rainPolicy ?? 'go-ahead'], rule: 'warning', because: warnings.map(({ title }) => title) };
  if (heat !== null) return heat;
  return weather.length > 0 && canShrink ? { kind: 'reduced', rule: 'advisory', because: weather.map(({ title }) => title) } : null;
}

/** By the hottest forecast of its own hours, in the season of heat ({@link isHeatSeason}). */
function heatFor({ startsAt, endsAt, rainPolicy, heatLimit }: ProposalFacts, alerts: readonly WeatherAlert[], canShrink: boolean): DayProposal | null {
  if (startsAt === null || !isHeatSeason(startsAt)) return null;
  const [from, until] = [startsAt.getTime() - FORECAST_MS, (endsAt ?? startsAt).getTime() + FORECAST_MS];
  const hot = alerts.flatMap(({ hours }) => hours ?? []).filter(({ at }) => Date.parse(at) > from && Date.parse(at) < until);
  const highest = Math.max(0, ...hot.map(({ wbgt }) => wbgt));
  const because = [`暑さ指数${highest}`];
  const stops = heatLimit ?? (rainPolicy === 'indoors' ? Infinity : HEAT_STOP);
  if (highest >= stops) return { kind: 'cancelled', rule: heatLimit ? 'heat-limit' : 'heat-danger', because };
  return highest >= HEAT_TOLD && canShrink ? { kind: 'reduced', rule: 'heat', because } : null;
}
