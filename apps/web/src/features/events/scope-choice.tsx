import { ifMatch, patchEventChange, type EventDetail } from '@yoriai/api-client';
import { RadioList, repeatsWords } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { useEventChanged } from './queries.js';

const SCOPES = ['this', 'following', 'all'] as const;
type Scope = (typeof SCOPES)[number];

/** Of a date of a series: for which dates what is changed here is meant. Said before anything is handed in. */
export function ScopeChoice({ event }: { readonly event: EventDetail }): ReactElement | null {
  const changed = useEventChanged();
  const choice = useAct((scope: Scope) => patchEventChange(event.id, { scope }, { headers: ifMatch(event.version) }), changed);
  if (!event.series?.date || event.changeState === 'pending') return null;
  return (
    <section className="mt5">
      <FailureBanner error={choice.error} />
      <RadioList
        t={t}
        name="scope"
        label={t('series.scope')}
        hint={event.repeats ? repeatsWords(t, event.repeats) : ''}
        choices={SCOPES.map((value) => ({ value, label: t(`series.scope.${value}`), hint: t(`series.scope.${value}.hint`) }))}
        value={(choice.pending ? choice.variables : event.series.scope) ?? 'this'}
        onChange={(pressed) => choice.act(pressed.target.value as Scope)}
      />
    </section>
  );
}
