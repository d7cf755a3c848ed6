import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild } from './child.js';
import { machine } from './machine.js';
import { letters } from './measures/letters.js';
import { feed, pages, savePage } from './measures/pages.js';
import { growth } from './measures/growth.js';
import { hotFrame, spread } from './measures/sign-ups.js';
import { startFindings } from './measures/start.js';
import { tableOf, type Finding } from './ratio.js';
import { readSettings } from './settings.js';
import { SIZES, grouped } from './sizes.js';
import { Town } from './town.js';

/** Measures what it was asked for (`P1 P3`, nothing = all) beside its limits and prints the table. */
const asked = process.argv.slice(2);
const wanted = (id: string): boolean => asked.length === 0 || asked.includes(id);
const say = (text: string): void => console.error(`   ${text}`);
const settings = readSettings(process.env);
const town = await Town.open(settings);
const folder = mkdtempSync(path.join(tmpdir(), 'yoriai-bench-pages-'));
const findings: Finding[] = settings.begun ? startFindings(settings.begun) : [];
let where = '';
try {
  const many = grouped(SIZES.events);
  say(`${many} events`);
  const events = await town.publish(['P2', 'P3', 'P5', 'P10'].some(wanted) ? SIZES.events : 1, 'おおぜいの行事', 20);
  await town.db.query('analyze');
  const { rounds } = settings;
  // First, before the sign-ups of the others leave letters to write; and before the pages are saved that P3 compares.
  if (wanted('P4')) findings.push((say('P4'), await letters(town, Math.min(rounds, 3))));
  const saved = [
    await savePage(settings.apiUrl, `event list (50 of ${many})`, '/events'),
    await savePage(settings.apiUrl, 'event page', `/events/${events[0]?.slug}`),
  ];
  const calendar = await savePage(settings.apiUrl, `iCal feed (${Math.min(200, SIZES.events)} of ${many} events)`, '/events.ics');
  const file = path.join(folder, 'pages.json');
  writeFileSync(file, JSON.stringify([...saved, calendar]));
  const bare = await startChild('limits/bare-http', { BENCH_PAGES: file });
  try {
    if (wanted('P3')) findings.push(...(say('P3'), await pages(settings.apiUrl, bare.said, saved, rounds)));
    if (wanted('P10')) findings.push((say('P10'), await feed(settings.apiUrl, bare.said, [...saved, calendar], saved.length, rounds)));
    if (wanted('P1')) findings.push((say('P1'), await hotFrame(town, rounds)));
    if (wanted('P2')) findings.push((say('P2'), await spread(town, rounds, events, bare.said)));
    // Last: it fills the tables.
    if (wanted('P5')) findings.push(...(say('P5'), await growth(town, events)));
    where = await machine(town.db);
  } finally {
    await bare.stop();
  }
} finally {
  await town.close();
  rmSync(folder, { recursive: true, force: true });
}
findings.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
console.info(`${tableOf(findings)}\n\n${new Date().toISOString().slice(0, 10)}, ${settings.rounds} rounds; ${where}.`);
