import type { ContestDetail } from '@yoriai/api-client';
import type { ReactElement } from 'react';
import { Banner } from '@yoriai/ui';
import { t } from '../../i18n.js';
import type { ContestPart } from './contest-screen.js';
import { brokenTies, unjudged } from './reading.js';

/** After every rank. */
const LAST = 1_000_000;
type Entry = ContestDetail['entries'][number];

/** The order as it is now, by division: ranks first, then who was not judged, then who cancelled. */
export function Standing({ detail }: ContestPart): ReactElement {
  const { entries, judges } = detail;
  const divisions = detail.contest?.divisions ?? [];
  const missing = missingWords(detail);
  return (
    <section aria-labelledby="contest-standing">
      <h2 id="contest-standing">{t('app.contest.standing')}</h2>
      <p className="sub mt2">{t('app.contest.rule')}</p>
      {missing.length === 0 ? null : (
        <Banner kind="note" className="mt4" level={3} title={missing[0]}>
          {missing.slice(1).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Banner>
      )}
      {divisions.map(({ frameId, name }) => {
        const own = entries.filter((entry) => entry.frameId === frameId).sort(inOrder);
        return (
          <div key={frameId} className="mt5">
            <h3>{name}</h3>
            {own.length === 0 ? <p className="sub">{t('contest.numbers.none')}</p> : null}
            <ol className="plain num">
              {own.map((entry) => (
                <li key={entry.number} className="row between mt2">
                  <span>
                    {entry.rank === null ? null : <b className="strong">{t('contest.rank', { rank: entry.rank })}　</b>}
                    <b>{t('contest.number', { number: entry.number })}</b>
                  </span>
                  <span className="sub">{wordsOf(entry, judges.length)}</span>
                </li>
              ))}
            </ol>
            {brokenTies(own).map((numbers) => (
              <p key={numbers.join(' ')} className="sub num mt2">
                {t('app.contest.tie-broken', { numbers: numbers.join('、') })}
              </p>
            ))}
          </div>
        );
      })}
    </section>
  );
}

/** Which numbers not every judge has judged, a line each for those who may have been there and those who may not; what closing leaves out. */
export function missingWords({ entries, judges }: ContestDetail): string[] {
  const { lacking, absent } = unjudged(entries, judges.length);
  return [...(lacking.length === 0 ? [] : [t('app.contest.lacking', { numbers: lacking.join('、') })]), ...(absent.length === 0 ? [] : [t('app.contest.absent', { numbers: absent.join('、') })])];
}

function wordsOf({ stands, sheets, points }: Entry, judges: number): string {
  if (!stands) return t('app.contest.off');
  return sheets === 0 ? t('app.contest.unjudged') : t('app.contest.points', { points: Math.round(points * 100) / 100, sheets, judges });
}

function inOrder(a: Entry, b: Entry): number {
  return Number(b.stands) - Number(a.stands) || (a.rank ?? LAST) - (b.rank ?? LAST) || a.number - b.number;
}
