import { hostLang, procedureIn } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import type { TaskToDo } from './tasks.js';

/** The name of a procedure in its reader's language, else as the ward wrote it. Its words come with the screens: Home waits for them. */
export function ProcedureLine({ of }: { readonly of: NonNullable<TaskToDo['procedure']> }): ReactElement {
  return <span lang={t.has(`procedure.${of.code}`) ? undefined : hostLang(t)}>{procedureIn(t, { ...of, authority: '' }).title}</span>;
}
