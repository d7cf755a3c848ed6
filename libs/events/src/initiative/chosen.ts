import { jstDate, refuse, rows, type DateOnly, type Tx } from '@yoriai/platform';
import { isOver } from './initiative.rules.js';

interface Told {
  initiative?: string | null | undefined;
}

const standing = async (tx: Tx, code: string): Promise<{ endedAt: Date | null; untilDay: DateOnly | null } | undefined> =>
  (await rows<{ endedAt: Date | null; untilDay: DateOnly | null }>(tx, 'select ended_at as "endedAt", until_day::text as "untilDay" from events.initiative where code = $1', [code]))[0];

/** Lets an event take up an initiative that goes on; what it has (`kept`) it keeps. One statement, none where nothing else is chosen. Refuses `event.initiative-unknown`, `event.initiative-over` (422). */
export async function insistOnInitiative(tx: Tx, asked: Told, kept: readonly Told[], now: Date): Promise<void> {
  if (!asked.initiative || kept.some(({ initiative }) => initiative === asked.initiative)) return;
  const found = await standing(tx, asked.initiative);
  const code = found ? 'event.initiative-over' : 'event.initiative-unknown';
  if (!found || isOver(found, jstDate(now))) refuse(code, { status: 422, fields: [{ field: 'initiative', code }] });
}

/** What is held again without an initiative that is over by now. */
export async function withoutOver<Asked extends Told>(tx: Tx, asked: Asked, now: Date): Promise<Asked> {
  const found = asked.initiative ? await standing(tx, asked.initiative) : undefined;
  return found && isOver(found, jstDate(now)) ? { ...asked, initiative: null } : asked;
}
