import type { ReactElement } from 'react';
import type { ShownStalls } from '@yoriai/events';
import { LinkButton, hostLang, type Translate } from '@yoriai/ui';
import { dayIn } from './stall-form-view.js';

/** 出店: who is there and where, and the way to apply while it is open. */
export function StallsPart({ t, slug, stalls: { call, can, accepted } }: { readonly t: Translate; readonly slug: string; readonly stalls: ShownStalls }): ReactElement | null {
  if (call === null || (accepted.length === 0 && can !== true)) return null;
  const lang = hostLang(t);
  return (
    <section className="sec2" aria-labelledby="stalls">
      <h2 id="stalls">{t('stall.label')}</h2>
      {accepted.length === 0 ? null : (
        <ul className="pg">
          {accepted.map(({ name, kind, sells, plot, venue }) => (
            <li key={`${plot ?? ''} ${name}`}>
              <b className="num">{plot ?? t('stall.plot.none')}</b>
              <div>
                <b lang={lang}>{name}</b>
                <p className="sub">
                  {t(`stall.kind.${kind}`)}
                  {venue === null ? null : <span lang={lang}>　{venue}</span>}
                </p>
                <p lang={lang}>{sells}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {can === true ? (
        <>
          <p className="mt4 num">{t('stall.until', { places: call.places, day: dayIn(t, call.closesOn) })}</p>
          <p className="mt3">
            <LinkButton href={`/events/${slug}/stalls`} kind="outline">
              {t('stall.apply')}
            </LinkButton>
          </p>
        </>
      ) : null}
    </section>
  );
}
