import type { ReactElement, ReactNode } from 'react';
import type { Earlier } from '@yoriai/events';
import { Around, Banner, HERE, hostLang, inBrackets, type Translate } from '@yoriai/ui';
import { When } from '../page/when.js';

export interface ChangedBannerProps {
  readonly t: Translate;
  readonly event: { readonly startsAt: string | null; readonly endsAt: string | null; readonly placeName: string | null; readonly placeAddress: string | null };
  readonly earlier: Earlier;
}

/** What is not as it was when somebody read of the event, or applied: before and now, until the event is over. */
export function ChangedBanner({ t, event, earlier: { when, where } }: ChangedBannerProps): ReactElement {
  const what = when && where ? 'both' : when ? 'when' : 'where';
  return (
    <Banner kind="note" className="mb5" title={t(`site.event.changed.${what}`)}>
      {when && event.startsAt !== null ? (
        <BeforeAndNow t={t} was={<When t={t} {...when} />} is={<When t={t} startsAt={event.startsAt} endsAt={event.endsAt} />} />
      ) : null}
      {where ? <BeforeAndNow t={t} was={<Place t={t} {...where} />} is={<Place t={t} placeName={event.placeName} placeAddress={event.placeAddress} />} /> : null}
    </Banner>
  );
}

function BeforeAndNow({ t, was, is }: Pick<ChangedBannerProps, 't'> & { readonly was: ReactNode; readonly is: ReactNode }): ReactElement {
  return (
    <p className="num">
      <Around text={t('site.event.changed.was', { was: HERE })}>{was}</Around>
      <br />
      <Around text={t('site.event.changed.is', { is: HERE })}>
        <b>{is}</b>
      </Around>
    </p>
  );
}

function Place({ t, placeName, placeAddress }: { readonly t: Translate; readonly placeName: string | null; readonly placeAddress: string | null }): ReactElement {
  return (
    <span lang={hostLang(t)}>
      {placeName}
      {placeAddress ? <span className="nb">{inBrackets(t, placeAddress)}</span> : null}
    </span>
  );
}
