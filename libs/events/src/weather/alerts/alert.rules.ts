import type { WeatherAlert } from './alert-source.js';

/** What stops whatever is planned: 危険警報 and 特別警報 (levels 4 and 5) of everything but heat, which each event has its own limit for; a tsunami from 津波警報 on. */
export const isGrave = ({ kind, level }: WeatherAlert): boolean => kind !== 'heat' && level >= 4;

/**
 * 特別警報, レベル5, 特別警戒アラート, 津波警報以上: while one stands, every page says so, and nobody is told "come" by itself.
 * Source: the guideline of the weather office, for which a 大津波警報 is a 特別警報; a 津波警報 clears the coast as well.
 */
export const isGravest = ({ kind, level }: WeatherAlert): boolean => level === 5 || (kind === 'tsunami' && level >= 4);

/**
 * The same alerts with the moment since which each stands: as it was known before, as its source says, or now. What is of
 * another level or place is another alert; what is grave without a break is one danger, whatever it is, and so is what is of the gravest kind. No source says more than is
 * so now: its clock may be ahead.
 */
export function withSince(said: readonly WeatherAlert[], before: readonly WeatherAlert[], now: Date): WeatherAlert[] {
  const danger = before.filter(isGrave).map(({ graveSince }) => graveSince ?? now.toISOString()).sort()[0] ?? now.toISOString();
  const told = ({ since }: WeatherAlert): string => (since === undefined ? now : new Date(Math.min(Date.parse(since), now.getTime()))).toISOString();
  const [stood, comes] = [before.filter(isGravest).map((alert) => alert.gravestSince ?? told(alert)).sort()[0], said.filter(isGravest).map(told).sort()[0]];
  const gravest = stood ?? comes;
  return said.map((alert) => {
    const known = before.find(({ kind, level, area }) => kind === alert.kind && level === alert.level && area === alert.area)?.since;
    return { ...alert, since: known ?? told(alert), ...(isGrave(alert) ? { graveSince: danger } : {}), ...(isGravest(alert) ? { gravestSince: gravest } : {}) };
  });
}
