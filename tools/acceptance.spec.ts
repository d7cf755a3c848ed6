import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { DemoEvent } from '../apps/local/src/demo/demo-event.js';
import { EVENTS_AHEAD } from '../apps/local/src/demo/events-ahead.js';
import { EVENTS } from '../apps/local/src/demo/events.js';
import { INITIATIVES_OF_THE_PLAN } from '../migrations/src/initiatives-of-the-plan.js';
import { ROOT } from './architecture.js';

const STATES: Readonly<Record<string, readonly string[]>> = { C: ['works', 'partly', 'not yet'], E: ['works', 'partly', 'not yet'], P: ['works', 'partly', 'not yet'], X: ['told'] };
/** Initiatives of the plan that are told as several lines. */
const SPLIT: Readonly<Record<number, string>> = { 57: 'abc', 65: 'ab', 67: 'ab', 68: 'abc', 73: 'ab', 74: 'abc', 78: 'ab', 79: 'ab', 83: 'ab' };
const ALL = Array.from({ length: 85 }, (_, index) => index + 1).flatMap((n) => {
  const name = `S${String(n).padStart(2, '0')}`;
  return SPLIT[n] ? [...SPLIT[n]].map((letter) => name + letter) : [name];
});

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const routes = new Set(read('apps/api/src/rights/matrix.txt').split('\n').flatMap((line) => /^GET +(\S+)/.exec(line)?.[1] ?? []));
for (const [, path = ''] of read('apps/web/src/app/router.tsx').matchAll(/\bat\('([^']+)'\)/g)) routes.add(`/app${path}`);
const anchors = [...read('apps/api/src/site/about/elsewhere-view.tsx').matchAll(/^ {4}id: '([a-z]+)'/gm)].map(([, id]) => id);

interface Line {
  row: string;
  kind: string;
  state: string;
  where: string;
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/^\| (S\d+[a-z]?) \| [^|]+ \| ([CEPX]) \| ([a-z ]+) \| (.*) \|$/gm)].map(([, row = '', kind = '', state = '', where = '']) => ({ row, kind, state, where: where.trim() }));
}

/** Titles of the demo ward that the public finds; the others stand in the App alone. */
const PUBLIC = new Set(EVENTS.filter(({ state }) => !['draft', 'submitted', 'returned', 'rejected', 'approved'].includes(state)).map(({ title }) => title));
const ALL_TITLES = new Set(EVENTS.map(({ title }) => title));

/** What a line promises and can't be found. */
function wrongOf({ kind, state, where }: Line): string[] {
  const named = [...where.matchAll(/`([^`]+)`/g)].map(([, each = '']) => each);
  const missing = named.filter((each) => {
    const [path = '', anchor] = each.split('#');
    if (path.startsWith('npm run')) return false;
    if (!path.startsWith('/')) return !existsSync(join(ROOT, path));
    return !routes.has(path) || (anchor !== undefined && !anchors.includes(anchor));
  });
  for (const [, path = '', titles = ''] of where.matchAll(/`((?:\/app)?\/(?:events|volunteer))` \(([^)]+)\)/g)) {
    missing.push(...titles.split(', ').filter((title) => !(path.startsWith('/app') ? ALL_TITLES : PUBLIC).has(title)));
  }
  return [...(STATES[kind]?.includes(state) ? [] : [`${kind} is never ${state}`]), ...(state === 'not yet' || where ? [] : ['nowhere']), ...(state === 'told' && !where.includes('/elsewhere#') ? ['not told'] : []), ...missing];
}

/** The events that a line names. */
const named = ({ where }: Line) => [...where.matchAll(/`(?:\/app)?\/(?:events|volunteer)` \(([^)]+)\)/g)].flatMap(([, titles = '']) => titles.split(', ').flatMap((title) => EVENTS.filter((event) => event.title === title)));

/** Can somebody come to it from today on, and will somebody be there to receive them? Invited people by their link. */
const isOpen = ({ state, day, frame, lottery, chosen, duties = [] }: DemoEvent): boolean => {
  const closes = lottery ?? (chosen ? 4 : frame ? 1 : 0);
  return state === 'published' && day - closes > 0 && (frame !== undefined || duties.length > 0);
};

/** Lines of kinds of event whose example nobody can come to. */
const notOpen = (lines: readonly Line[]): string[] => lines.filter((line) => line.kind === 'P' && !named(line).some(isOpen)).map(({ row }) => row);

/** Lines of kinds of event of which no open example belongs to the line's own initiative. */
const withoutInitiative = (lines: readonly Line[]): string[] =>
  lines.filter((line) => line.kind === 'P' && !INITIATIVES_OF_THE_PLAN.some(({ rows, code }) => rows.includes(line.row) && named(line).some((event) => isOpen(event) && event.initiative === code))).map(({ row }) => row);

describe('docs/acceptance.md', () => {
  const lines = linesOf(read('docs/acceptance.md'));

  it('has a line for every initiative of the plan', () => {
    expect(lines.map(({ row }) => row)).toEqual(ALL);
  });

  it('names pages, files and events of the demo ward that exist', () => {
    expect(lines.flatMap((line) => wrongOf(line).map((wrong) => `${line.row}: ${wrong}`))).toEqual([]);
  });

  it('tells at /elsewhere nothing but what the plan leaves to others', () => {
    expect([...new Set(lines.filter(({ kind }) => kind === 'X').map(({ where }) => /#([a-z]+)/.exec(where)?.[1]))].sort()).toEqual([...anchors].sort());
  });

  it('has for each kind of event an example in the demo ward that somebody can come to', () => {
    expect(notOpen(lines)).toEqual([]);
    const over: Line = { row: 'S82', kind: 'P', state: 'works', where: '`/app/events` (コンプライアンス研修)' };
    expect(notOpen([over, { ...over, where: '`/events`' }, { ...over, where: '`/events` (月見の会)' }])).toEqual(['S82', 'S82', 'S82']);
  });

  it('has for each kind of event its initiative, with an open example that belongs to it', () => {
    expect(withoutInitiative(lines)).toEqual([]);
    expect(withoutInitiative([{ row: 'S22', kind: 'P', state: 'works', where: '`/events` (認知症を知る集い)' }])).toEqual(['S22']);
    const known = new Set(INITIATIVES_OF_THE_PLAN.map(({ code }) => code));
    expect(EVENTS.filter(({ initiative }) => initiative !== undefined && !known.has(initiative)).map(({ title }) => title)).toEqual([]);
    expect(INITIATIVES_OF_THE_PLAN.flatMap(({ rows }) => rows).filter((row) => !lines.some((line) => line.row === row && (line.kind === 'P' || line.kind === 'C')))).toEqual([]);
  });

  it('has a campaign over events of several hosts', () => {
    const campaign = INITIATIVES_OF_THE_PLAN.find(({ rows }) => rows.includes('S83a'));
    const own = EVENTS.filter(({ initiative }) => initiative === campaign?.code);
    expect(campaign?.kind).toBe('campaign');
    expect(new Set(own.filter(isOpen).map(({ host }) => host)).size).toBeGreaterThanOrEqual(3);
    expect(own.some(({ state }) => state === 'closed')).toBe(true);
  });

  it("shows the ward's own programmes, each open now", () => {
    expect(EVENTS_AHEAD.filter((event) => !isOpen(event)).map(({ title }) => title)).toEqual([]);
    const own = lines.filter(({ row }) => ['S05', 'S06', 'S07', 'S84'].includes(row));
    expect(own.filter((line) => !named(line).some((event) => EVENTS_AHEAD.includes(event))).map(({ row }) => row)).toEqual([]);
  });

  it('finds a planted line that promises what is not there', () => {
    expect(wrongOf({ row: 'S05', kind: 'C', state: 'works', where: '`/nowhere`, `/app/nowhere`' })).toEqual(['/nowhere', '/app/nowhere']);
    expect(wrongOf({ row: 'S05', kind: 'C', state: 'works', where: '`/events` (月見の会)' })).toEqual(['月見の会']);
    expect(wrongOf({ row: 'S06', kind: 'C', state: 'partly', where: '`/events` (西船場のどんど焼き)' })).toEqual(['西船場のどんど焼き']);
    expect(wrongOf({ row: 'S44', kind: 'X', state: 'told', where: '`/elsewhere#weather`' })).toEqual(['/elsewhere#weather']);
    expect(wrongOf({ row: 'S44', kind: 'X', state: 'works', where: '' })).toEqual(['X is never works', 'nowhere']);
    expect(wrongOf({ row: 'S12', kind: 'E', state: 'partly', where: '`apps/api/src/nothing`' })).toEqual(['apps/api/src/nothing']);
  });
});
