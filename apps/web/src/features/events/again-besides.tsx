import type { ContestDetail, CoHostLine } from '@yoriai/api-client';
import { dateWithYear } from '@yoriai/ui';
import type { ReactElement } from 'react';
import type { DateOnly } from '../../app/jst.js';
import { t } from '../../i18n.js';

export interface BesidesProps {
  /** Undefined where it has none, or it is not known. */
  readonly contest: ContestDetail | undefined;
  readonly stallsUntil: DateOnly | null;
  readonly coHosts: readonly CoHostLine[];
}

/** What stands beside the event: what goes along, and in a line what does not and is asked for again. */
export function AgainBesides({ contest, stallsUntil, coHosts }: BesidesProps): ReactElement {
  const divisions = contest?.contest?.divisions ?? [];
  const held = coHosts.filter(({ state }) => state === 'accepted');
  const along = [
    ...(divisions.length === 0 ? [] : [t('app.again.contest', { divisions: divisions.map(({ name }) => name).join(t('app.again.and')) })]),
    ...(stallsUntil === null ? [] : [t('app.again.stalls', { day: dateWithYear(t, stallsUntil) })]),
  ];
  const behind = [
    ...(held.length === 0 ? [] : [t('app.again.co-hosts', { names: held.map(({ name }) => name).join(t('app.again.and')) })]),
    ...(contest === undefined || contest.judges.length === 0 ? [] : [t('app.again.judges')]),
    t('app.again.people'),
  ];
  return (
    <>
      {along.length === 0 ? null : <Part id="along" title={t('app.again.along')} lines={along} />}
      <Part id="behind" title={t('app.again.behind')} lines={behind} />
    </>
  );
}

function Part({ id, title, lines }: { readonly id: string; readonly title: string; readonly lines: readonly string[] }): ReactElement {
  return (
    <section className="sec2" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line} className="mt2">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
