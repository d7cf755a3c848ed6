import type { EventLine } from './event.dto.js';
import type { EventFacts } from './event.mapper.js';

type NextToDo = Pick<EventLine, 'conditionDueOn' | 'conditionNext' | 'checklistDueOn' | 'checklistNext'>;

/** Which condition and which procedure comes next, and by when; nothing for who does not work on it. */
export function nextToDo({ approval, procedures }: Pick<EventFacts, 'approval' | 'procedures'>, inside: boolean): NextToDo {
  if (!inside) return { conditionDueOn: null, conditionNext: null, checklistDueOn: null, checklistNext: null };
  const condition = approval?.conditions.find(({ state }) => state === 'open');
  return { conditionDueOn: condition?.dueOn ?? null, conditionNext: condition?.text ?? null, checklistDueOn: procedures.dueOn, checklistNext: procedures.next };
}
