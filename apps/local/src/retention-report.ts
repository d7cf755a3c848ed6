import { jstDate } from '@yoriai/platform';
import type { NamesDue } from '@yoriai/events';

/** What would go of the events of a fiscal year. */
export type YearDue = Omit<NamesDue, 'eventIds'> & { events: number; letters: number };

/** What `npm run retention -- --dry` prints: numbers by table and fiscal year, and no names. */
export function retentionReport({ years, duties, before }: { years: readonly YearDue[]; duties: readonly { fiscalYear: number; duties: number }[]; before: { applications: Date; duties: Date } }): string[] {
  const lines = [`申込の名前は、${jstDate(before.applications)} より前におわった行事で消えます。Names of applicants go of events that ended before that day.`];
  for (const year of years) {
    lines.push(
      `  ${year.fiscalYear}年度 / fiscal year ${year.fiscalYear}: events ${year.events}`,
      `    events.application ${year.applications} (heads ${year.heads}, companions ${year.companions})`,
      `    events.guardian_consent ${year.consents} · events.stall ${year.stalls} · events.contest_judge ${year.judges} · events.start_request ${year.starts}`,
      `    notifications.delivery ${year.letters}`,
    );
  }
  if (years.length === 0) lines.push('  ありません。None.');
  lines.push(`当番の名前は、${jstDate(before.duties)} より前におわった当番で消えます。Names of those on duty go of duties that ended before that day.`);
  for (const { fiscalYear, duties: count } of duties) lines.push(`  ${fiscalYear}年度 / fiscal year ${fiscalYear}: rosters.assignment ${count}`);
  if (duties.length === 0) lines.push('  ありません。None.');
  lines.push('消していません。夜の1時から5時のあいだに消えます。Nothing was removed; it goes between 1 and 5 at night.');
  return lines;
}
