/** Tables of a ward that grow with every application, letter and look: what reads all of one holds up those who apply. All others have hundreds of rows. */
const LARGE = new Set([
  'attendance.attendance_record', 'attendance.check_in_operation', 'events.application', 'events.application_amendment', 'events.application_transition', 'events.event_revision',
  'identity.access_log', 'notifications.delivery', 'platform.outbox', 'reminders.due_reminder', 'rosters.assignment',
]);

/** What one statement does to a table that was there before. */
const DANGERS = [
  ['writes-anew', (sql) => /\balter column \w+ (set data )?type\b/.test(sql)],
  ['renames', (sql) => /^alter table .*\brename\b/.test(sql)],
  ['drops', (sql) => /^alter table .*\bdrop column\b/.test(sql) || /^drop table\b/.test(sql)],
  ['needs-a-value', (sql) => added(sql).some((column) => /\bnot null\b/.test(column) && !/\bdefault\b|\bgenerated\b/.test(column))],
  ['writes-anew', (sql) => added(sql).some((column) => /\bdefault (random\(\)|gen_random_uuid\(\)|clock_timestamp\(\))|\bgenerated always as\b/.test(column))],
  ['holds-all', (sql) => /^(truncate|lock table|vacuum full|cluster)\b/.test(sql)],
  ['scans-large', (sql, table) => LARGE.has(table) && /\bset not null\b/.test(sql)],
  ['scans-large', (sql, table) => LARGE.has(table) && /\badd constraint\b/.test(sql) && !/\bnot valid\b|\busing index\b/.test(sql)],
  ['index-of-large', (sql, table) => LARGE.has(table) && /^create (unique )?index\b/.test(sql) && !/\bconcurrently\b/.test(sql)],
];

/** The columns that a statement adds, each with its words. */
function added(sql) {
  return [...sql.matchAll(/\badd column (?:if not exists )?\w+ (.*?)(?=, (?:add|drop|alter) |$)/g)].map(([, column]) => column);
}

/** The table a statement is about. */
function tableOf(sql) {
  const patterns = [/^alter table (?:if exists )?(?:only )?([\w.]+)/, /^create (?:unique )?index .*?\bon (?:only )?([\w.]+)/, /^(?:drop table|truncate|lock table|vacuum full|cluster)(?: if exists)? ([\w.]+)/];
  return patterns.map((pattern) => pattern.exec(sql)?.[1]).find((table) => table !== undefined);
}

/** The statements of `up`, in small letters and on one line each. Words in `${…}` stay as they are: names of roles and keys. */
function statementsOf(source) {
  const from = source.search(/\basync up\(/);
  const until = source.search(/\basync down\(/);
  const up = source.slice(from, until > from ? until : undefined);
  const texts = [...up.matchAll(/`([^`]*)`|'((?:[^'\\\n]|\\.)*)'/g)].map(([, long, short]) => long ?? short);
  return texts.flatMap((text) => text.split(';')).map((text) => text.toLowerCase().replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim());
}

/**
 * What the migration would do to a ward that runs while it comes: `danger table` for each, nothing for tables that it makes itself.
 * Goes by the text: SQL that is put together from pieces is not seen.
 */
export function dangersIn(source) {
  const statements = statementsOf(source);
  const own = new Set(statements.flatMap((sql) => /^create table (?:if not exists )?([\w.]+)/.exec(sql)?.[1] ?? []));
  const found = statements.flatMap((sql) => {
    const table = tableOf(sql);
    if (table === undefined || own.has(table)) return [];
    return DANGERS.filter(([, is]) => is(sql, table)).map(([danger]) => `${danger} ${table}`);
  });
  return [...new Set(found)];
}
