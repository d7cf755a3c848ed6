import type { ReactElement } from 'react';
import type { ShownStalls } from '@yoriai/events';
import { LinkButton, PlotPlan, hostLang, type Translate } from '@yoriai/ui';
import { dayIn } from './stall-form-view.js';

/** 出店: who is there and where, and the way to apply while it is open. */
export function StallsPart({ t, slug, stalls: { call, can, accepted } }: { readonly t: Translate; readonly slug: string; readonly stalls: ShownStalls }): ReactElement | null {
  if (call === null || (accepted.length === 0 && can !== true)) return null;
  const lang = hostLang(t);
  return (
    <section className="sec2" aria-labelledby="stalls">
      <h2 id="stalls">{t('stall.label')}</h2>
      <Plan t={t} accepted={accepted} />
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

/** Columns of a plan that a telephone has room for. */
const ACROSS = 4;

/** Where each stands, once some have a plot. Fire is the fire brigade's and the host's matter. */
function Plan({ t, accepted }: { readonly t: Translate; readonly accepted: ShownStalls['accepted'] }): ReactElement | null {
  const plots = accepted.flatMap(({ name, kind, plot, venue }) => (plot === null ? [] : [{ code: plot, venue, stall: { name, food: kind === 'food', fire: false } }]));
  return plots.length === 0 ? null : <PlotPlan t={t} plots={plots} across={ACROSS} />;
}
