/**
 * The walls of the house: for each room the rooms it may look into. One list, used by the linter and
 * by the architecture test, so that they can't disagree.
 */
export const MAY_IMPORT = {
  contracts: [],
  platform: ['contracts'],
  ui: [],
  identity: ['contracts', 'platform'],
  associations: ['contracts', 'platform', 'identity'],
  approvals: ['contracts', 'platform', 'identity', 'associations'],
  events: ['contracts', 'platform', 'identity', 'associations', 'approvals'],
  rosters: ['contracts', 'platform', 'identity', 'associations', 'approvals', 'events'],
  attendance: ['contracts', 'platform', 'identity', 'associations', 'approvals', 'events', 'rosters'],
  reminders: ['contracts', 'platform', 'identity', 'associations', 'approvals', 'events', 'rosters'],
  reporting: ['contracts', 'platform', 'identity', 'associations', 'approvals', 'events', 'rosters', 'attendance'],
  notifications: ['contracts', 'platform', 'identity'],
  testing: ['contracts', 'platform'],
  'api-client': [],
};

/** What each app may import of our own; `*` = every lib. */
export const APPS_MAY_IMPORT = {
  api: ['*'],
  worker: ['*'],
  local: ['*'],
  bench: ['*'],
  web: ['api-client', 'ui'],
  e2e: [],
};

/** Every lib of the house. */
export const LIBS = Object.keys(MAY_IMPORT);

/** The libs a room may not import. Test files – specs, and what they share in folders called `testing` – may use the testing lib besides. */
export function forbiddenFor(room, kind) {
  const allowed = kind === 'lib' ? MAY_IMPORT[room] : APPS_MAY_IMPORT[room];
  if (!allowed) throw new Error(`No walls are drawn for ${kind} ${room}: add it to tools/walls.mjs`);
  if (allowed.includes('*')) return [];
  return LIBS.filter((lib) => lib !== room && !allowed.includes(lib));
}

function wall(room, kind) {
  const folder = kind === 'lib' ? `libs/${room}` : `apps/${room}`;
  const forbidden = forbiddenFor(room, kind);
  const patterns = [
    { group: ['**/libs/*', '**/libs/**', '../../../*/src/**'], message: 'Use the door: import from @yoriai/<lib>.' },
    { group: LIBS.map((lib) => `@yoriai/${lib}/**`).filter((path) => !path.startsWith('@yoriai/ui/')), message: 'A lib has one door.' },
    { group: ['@yoriai/api', '@yoriai/worker', '@yoriai/web', '@yoriai/local'], message: 'Nothing imports an app.' },
  ];
  const own = kind === 'lib' ? [{ group: [`@yoriai/${room}`], message: 'A lib does not use its own door.' }] : [];
  const closed = forbidden.map((lib) => ({ group: [`@yoriai/${lib}`], message: `${room} does not look into ${lib}.` }));
  const withoutTesting = closed.filter(({ group }) => group[0] !== '@yoriai/testing');
  const rule = (list) => ({ 'no-restricted-imports': ['error', { patterns: [...patterns, ...own, ...list] }] });
  const specs = [`${folder}/**/*spec.ts`, `${folder}/**/*spec.tsx`, `${folder}/**/testing/*.ts`];
  const pure = [`${folder}/**/*.rules.ts`, `${folder}/**/*.policy.ts`];
  return [
    { files: [`${folder}/**/*.{ts,tsx}`], ignores: [...specs, ...pure], rules: rule(closed) },
    { files: specs, rules: rule(withoutTesting) },
  ];
}

/** The linter's share of the walls. */
export function wallsOf() {
  return [
    ...Object.keys(MAY_IMPORT).flatMap((room) => wall(room, 'lib')),
    ...Object.keys(APPS_MAY_IMPORT).flatMap((room) => wall(room, 'app')),
  ];
}
