import { hostLang } from '@yoriai/ui';
import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { moreWords, t } from '../../i18n.js';
import { CircleBadge, withCircle } from './circle-badge.js';
import { lineOf } from './task-words.js';
import type { TaskToDo } from './tasks.js';

const AsWritten = ({ of }: { readonly of: NonNullable<TaskToDo['procedure']> }): ReactElement => <span lang={hostLang(t)}>{of.title}</span>;

/** Where its file or the words do not come, a name as the ward wrote it: no reason to lose Home. */
const ProcedureLine = lazy(async () => {
  try {
    return { default: (await Promise.all([import('./procedure-line.js'), moreWords()]))[0].ProcedureLine };
  } catch {
    return { default: AsWritten };
  }
});

/** Which condition or procedure it is; its day stands in the mark beside it. Null of everything else. */
export function matterOf(task: TaskToDo, now: Date): ReactElement | null {
  if (task.condition) return <span lang={hostLang(t)}>{task.condition}</span>;
  if (!task.procedure) return null;
  // The ward writes in the language of most readers; they wait for no words of other screens.
  if (t.lang === 'ja') return <AsWritten of={task.procedure} />;
  return (
    <Suspense fallback={lineOf(task, now)}>
      <ProcedureLine of={task.procedure} />
    </Suspense>
  );
}

/** The grey line of a row, with whom its event shows itself to. */
export function rowLine(task: TaskToDo, now: Date): ReactNode {
  const matter = matterOf(task, now);
  if (matter === null) return withCircle(task, lineOf(task, now));
  return (
    <>
      <CircleBadge of={task} /> {matter}
    </>
  );
}
