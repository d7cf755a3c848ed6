import type { ReactElement } from 'react';
import type { ShownResults } from '@yoriai/events';
import { hostLang, type Translate } from '@yoriai/ui';

/** 審査の結果 on the page of an event: number and division, and a name only where it was allowed. */
export function ResultsPart({ t, results }: { readonly t: Translate; readonly results: ShownResults }): ReactElement {
  const { divisions, prizes, names } = results;
  const lang = hostLang(t);
  const line = (key: string, head: string, number: number, aside: string | null) => (
    <li key={key}>
      <b lang={lang}>{head}</b>
      <div>
        <b className="num">{t('contest.number', { number })}</b>
        {names.has(number) ? <span lang={lang}>　{names.get(number)}</span> : null}
        {aside === null ? null : <p className="sub" lang={lang}>{aside}</p>}
      </div>
    </li>
  );
  return (
    <section className="sec2" aria-labelledby="results">
      <h2 id="results">{t('contest.results')}</h2>
      {divisions
        .filter(({ places }) => places.length > 0)
        .map(({ name, entries, places }) => (
          <div key={name} className="mt4">
            <h3 lang={lang}>{name}</h3>
            <p className="sub num">{t('contest.results.of', { count: entries })}</p>
            <ul className="pg num">{places.map(({ number, rank }) => line(String(number), t('contest.rank', { rank }), number, null))}</ul>
          </div>
        ))}
      {prizes.length === 0 ? null : (
        <div className="mt4">
          <h3>{t('contest.prizes')}</h3>
          <ul className="pg">{prizes.map(({ name, number, division }) => line(name, name, number, division))}</ul>
        </div>
      )}
      {names.size === 0 ? null : <p className="sub mt3">{t('contest.results.names')}</p>}
    </section>
  );
}
