import { ProblemError } from '@yoriai/api-client';
import { Icon, timeOfDay } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import type { SaveState } from './autosave.js';

/** Says whether the text is safe; read aloud when it changes. */
export function SaveLine({ state, restored }: { readonly state: SaveState; readonly restored: boolean }): ReactElement {
  return (
    <p className="save-line sub num mt5" role="status">
      <Icon name={state.kind === 'saved' ? 'tick' : state.kind === 'failed' || state.kind === 'incomplete' ? 'warning' : 'pencil'} small />
      <span>{wordsOf(state, restored)}</span>
    </p>
  );
}

function wordsOf(state: SaveState, restored: boolean): string {
  switch (state.kind) {
    case 'saved':
      return state.at === undefined ? t(restored ? 'app.save.restored' : 'app.save.automatic') : t('app.save.done', { time: timeOfDay(t, state.at) });
    case 'typing':
      return t('app.save.typing');
    case 'saving':
      return t('app.save.saving');
    case 'incomplete':
      return t('app.save.incomplete');
    case 'failed':
      return t(state.error instanceof ProblemError && state.error.status === 422 ? 'app.save.incomplete' : 'app.save.kept-here');
  }
}
