import type { ReactElement } from 'react';
import type { AssignmentResponse } from '@yoriai/rosters';
import { Banner, type Translate } from '@yoriai/ui';
import type { OwnApplication } from './same-time.js';
import { When } from './when.js';

interface Promised {
  readonly href: string;
  readonly what: string;
  readonly startsAt: string | Date;
  readonly endsAt: string | Date | null;
}

/** Whoever is about to apply, or holds the ticket, has a duty then: told, with the way to it; nothing is refused. */
export function DutiesThen({ t, duties }: { readonly t: Translate; readonly duties: readonly AssignmentResponse[] }): ReactElement | null {
  return <AtThatTime t={t} of="duties" promised={duties.map(({ id, duty, eventTitle, startsAt, endsAt }) => ({ href: `/me/duties/${id}`, what: t('site.then.duty', { duty, event: eventTitle }), startsAt, endsAt }))} />;
}

/** Whoever is about to take a duty has applied for something then. */
export function ApplicationsThen({ t, applied }: { readonly t: Translate; readonly applied: readonly OwnApplication[] }): ReactElement | null {
  return <AtThatTime t={t} of="applied" promised={applied.map(({ path, event }) => ({ href: path, what: event.snapshot.title ?? '', startsAt: event.startsAt!, endsAt: event.endsAt }))} />;
}

function AtThatTime({ t, of, promised }: { readonly t: Translate; readonly of: 'duties' | 'applied'; readonly promised: readonly Promised[] }): ReactElement | null {
  if (promised.length === 0) return null;
  return (
    <Banner kind="wait" className="mb5" title={t(of === 'duties' ? 'site.then.duties' : 'site.then.applied')}>
      <ul>
        {promised.map(({ href, what, startsAt, endsAt }) => (
          <li key={href}>
            <a href={href}>{what}</a>　
            <span className="num">
              <When t={t} startsAt={startsAt} endsAt={endsAt} />
            </span>
          </li>
        ))}
      </ul>
      <p>{t(of === 'duties' ? 'site.then.duties.still' : 'site.then.applied.still')}</p>
    </Banner>
  );
}
