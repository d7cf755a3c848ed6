import type { ReactElement } from 'react';
import type { ShownResults } from '@yoriai/events';
import { hostLang, type Translate } from '@yoriai/ui';

/** 審査の結果 on the page of an event: number and division, and a name only where it was allowed. */
export function ResultsPart({ t, results }: { readonly t: Translate; readonly results: ShownResults }): ReactElement {
  const { divisions, prizes, names } = results;
  const lang = hostLang(t);
  const whose = (number: number) => (names.has(number) ? <span lang={lang}>　{names.get(number)}</span> : null);
  return (
    <section className="sec2" aria-labelledby="results">
      <h2 id="results">{t('contest.results')}</h2>
      {divisions
        .filter(({ places }) => places.length > 0)
        .map(({ name, entries, places }) => (
          <div key={name} className="mt4">
            <h3 lang={lang}>{name}</h3>
            <p className="sub num">{t('contest.results.of', { count: entries })}</p>
            <ul className="pg num">
              {places.map(({ number, rank }) => (
                <li key={number}>
                  <b>{t(places.filter((other) => other.rank === rank).length > 1 ? 'contest.rank.tied' : 'contest.rank', { rank })}</b>
                  <div>
                    <b>{t('contest.number', { number })}</b>
                    {whose(number)}
                  </div>
                </li>
              ))}
            </ul>
          </div>
        ))}
      {prizes.length === 0 ? null : (
        <div className="mt4">
          <h3>{t('contest.prizes')}</h3>
          <ul className="pg">
            {prizes.map(({ name, number, division }) => (
              <li key={name}>
                <b className="num">{t('contest.number', { number })}</b>
                <div lang={lang}>
                  <b>{name}</b>
                  {whose(number)}
                  <p className="sub">{division}</p>
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
      {names.size === 0 ? null : <p className="sub mt3">{t('contest.results.names')}</p>}
    </section>
  );
}
