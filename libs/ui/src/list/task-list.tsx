import type { ReactElement, ReactNode } from 'react';
import { classes, plainLink, type RenderLink } from '../link.js';
import { WholeDays } from '../page/whole-days.js';
import { Motif } from '../picture/motif.js';

/** One thing to do: a link, one grey line, a status word. */
export interface Task {
  readonly id: string;
  readonly title: ReactNode;
  /** Without a link the task cannot be opened yet; the grey line says why. */
  readonly href?: string | undefined;
  readonly line?: ReactNode;
  /** A `StatusBadge` or `Badge`. */
  readonly status?: ReactNode;
  /** Field of the event, for its picture. */
  readonly field?: string | undefined;
}

export interface TaskListProps {
  readonly tasks: readonly Task[];
  readonly renderLink?: RenderLink;
}

/** Things to do; the whole row is one link. */
export function TaskList({ tasks, renderLink = plainLink }: TaskListProps): ReactElement {
  return (
    <ul className="task">
      {tasks.map((task) => (
        <li key={task.id}>
          <div className={classes('tk', task.field !== undefined && 'ico')}>
            {task.field === undefined ? null : <Motif field={task.field} size="s" />}
            {task.href === undefined ? (
              <p className="plain">{task.title}</p>
            ) : (
              renderLink({ href: task.href, children: task.title })
            )}
            {task.line === undefined ? null : <p className="sub num">{typeof task.line === 'string' ? <WholeDays text={task.line} /> : task.line}</p>}
            {task.status}
          </div>
        </li>
      ))}
    </ul>
  );
}
