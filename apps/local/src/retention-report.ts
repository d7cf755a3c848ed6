import { jstDate } from '@yoriai/platform';
import type { NamesNight } from '@yoriai/associations';
import type { NamesDue } from '@yoriai/events';

/** What would go of the events of a fiscal year. */
export type YearDue = Omit<NamesDue, 'eventIds'> & { events: number; letters: number };

/** What would go in a night, were it not for the nights before it. */
export interface NightDue extends NamesNight {
  years: readonly YearDue[];
  duties: readonly { fiscalYear: number; duties: number }[];
  joined: number;
}

/** What `npm run retention -- --dry` prints: night by night, numbers by table and fiscal year, and no names. What goes in one night is not counted again in the next. */
export function retentionReport(nights: readonly NightDue[]): string[] {
  const lines = nights.flatMap((night, index) => ofNight(night, nights.slice(0, index)));
  return [...lines, '消していません。夜の1時から5時のあいだに消えます。Nothing was removed; it goes between 1 and 5 at night.'];
}

function ofNight({ on, before, years, duties, joined }: NightDue, earlier: readonly NightDue[]): string[] {
  const left = years.filter((year) => !earlier.some((night) => night.years.some(({ fiscalYear }) => fiscalYear === year.fiscalYear)));
  const dutiesLeft = duties.filter((year) => !earlier.some((night) => night.duties.some(({ fiscalYear }) => fiscalYear === year.fiscalYear)));
  const lines = [
    `【${on} の夜1時から / In the night of ${on}】`,
    `申込の名前は、${jstDate(before.applications)} より前におわった行事で消えます。Names of applicants go of events that ended before that day.`,
  ];
  for (const year of left) {
    lines.push(
      `  ${year.fiscalYear}年度 / fiscal year ${year.fiscalYear}: events ${year.events}`,
      `    events.application ${year.applications} (heads ${year.heads}, companions ${year.companions})`,
      `    events.guardian_consent ${year.consents} · events.stall ${year.stalls} · events.contest_judge ${year.judges} · events.start_request ${year.starts}`,
      `    notifications.delivery ${year.letters}`,
    );
  }
  if (left.length === 0) lines.push('  ありません。None.');
  lines.push(`当番の名前は、${jstDate(before.duties)} より前におわった当番で消えます。Names of those on duty go of duties that ended before that day.`);
  for (const { fiscalYear, duties: count } of dutiesLeft) lines.push(`  ${fiscalYear}年度 / fiscal year ${fiscalYear}: rosters.assignment ${count}`);
  if (dutiesLeft.length === 0) lines.push('  ありません。None.');
  const joinedLeft = joined - Math.max(0, ...earlier.map((night) => night.joined));
  if (joinedLeft > 0) lines.push(`まとめられた記録（identity.person）も消えます。Records that were joined into another go too: identity.person ${joinedLeft}`);
  return lines;
}
