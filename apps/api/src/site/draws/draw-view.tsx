import type { ReactElement } from 'react';
import type { PublicDraw } from '@yoriai/events';
import { BackLink, Banner, DataTable, Facts, LinkButton, dateTime, spokenNumber, type Translate } from '@yoriai/ui';
import { AboutEvent } from '../applications/apply-view.js';
import type { ShownEvent } from '../events/shown-event.js';

export interface DrawViewProps {
  readonly t: Translate;
  readonly event: ShownEvent;
  readonly draws: readonly PublicDraw[];
}

/** Digits of a lot that are shown in the table; the file has them all. */
const SHOWN = 8;

/** What came of it; then how lots are drawn, what was promised before, and how anybody draws them again. */
export function DrawView({ t, event, draws }: DrawViewProps): ReactElement {
  const held = draws.some(({ drawn }) => drawn !== null);
  return (
    <>
      <BackLink t={t} href={`/events/${event.slug}`} />
      <AboutEvent t={t} event={event} />
      <h1>{t('site.draw.title')}</h1>
      <p className="mt3">{t('site.draw.lead')}</p>
      {draws.map((draw) => (
        <OneDraw key={draw.frameId} t={t} draw={draw} only={draws.length === 1} />
      ))}
      <section className="sec2" aria-labelledby="how">
        <h2 id="how">{t('site.draw.how')}</h2>
        <ol className="nx mt5">
          {(['1', '2', '3', '4'] as const).map((step) => (
            <li key={step}>
              <div>{t(`site.draw.step.${step}`)}</div>
            </li>
          ))}
        </ol>
        {draws.map((draw) => (
          <Promised key={draw.frameId} t={t} draw={draw} only={draws.length === 1} />
        ))}
      </section>
      {held ? (
        <section className="sec2" aria-labelledby="repeat">
          <h2 id="repeat">{t('site.draw.repeat')}</h2>
          <p>{t('site.draw.repeat.text')}</p>
          <pre className="hex mt3">
            {'printf %s "$SEED" | sha256sum\nprintf %s "$NUMBER" | openssl dgst -sha256 -hmac "$SEED"'}
          </pre>
          <div className="mt4">
            <LinkButton href={`/events/${event.slug}/draw.csv`} kind="outline">
              {t('site.draw.file')}
            </LinkButton>
          </div>
        </section>
      ) : null}
    </>
  );
}

interface OfOneDraw {
  readonly t: Translate;
  readonly draw: PublicDraw;
  /** It needs no name beside it. */
  readonly only: boolean;
}

function OneDraw({ t, draw, only }: OfOneDraw): ReactElement {
  const { frameId, name, capacity, closesAt, entered, drawn } = draw;
  return (
    <section className="sec2" aria-labelledby={`draw-${frameId}`}>
      <h2 id={`draw-${frameId}`}>{only ? t(drawn === null ? 'site.draw.coming' : 'site.draw.result') : name}</h2>
      <Facts
        rows={[
          { term: t('site.event.facts.capacity'), detail: t('site.ticket.heads.value', { count: capacity }) },
          drawn === null
            ? { term: t('site.draw.when'), detail: closesAt === null ? '' : t('site.draw.after', { when: dateTime(t, closesAt) }) }
            : { term: t('site.draw.when'), detail: dateTime(t, drawn.at) },
          ...(drawn === null ? [{ term: t('site.draw.entered'), detail: t('site.ticket.heads.value', { count: entered }) }] : []),
        ]}
      />
      {drawn === null ? (
        <Banner kind="info" className="mt5" title={t('site.draw.not-yet')}>
          <p>{t('site.draw.not-yet.text')}</p>
        </Banner>
      ) : (
        <div className="mt5">
          <DataTable
            caption={t('site.draw.table', { count: drawn.lots.length })}
            rows={drawn.lots}
            rowKey={({ entry }) => entry.number}
            columns={[
              { key: 'number', head: t('site.done.number'), cell: ({ entry }) => <span className="nb">{spokenNumber(entry.number)}</span> },
              { key: 'rank', head: t('site.draw.rank'), cell: ({ rank }) => rank, number: true },
              { key: 'heads', head: t('site.ticket.heads'), cell: ({ entry }) => entry.heads, number: true },
              { key: 'won', head: t('site.draw.won'), cell: ({ entry, won }) => wonWords(t, entry.heads, won) },
              { key: 'lot', head: t('site.draw.lot'), cell: ({ lot }) => <code className="hex">{lot.slice(0, SHOWN)}…</code> },
            ]}
          />
        </div>
      )}
    </section>
  );
}

/** What was published beforehand, and what was opened afterwards. */
function Promised({ t, draw: { name, commitment, drawn }, only }: OfOneDraw): ReactElement {
  return (
    <div className="mt5">
      {only ? null : <h3>{name}</h3>}
      <Facts
        rows={[
          { term: t('site.draw.commitment'), detail: <code className="hex">{commitment}</code> },
          ...(drawn === null ? [] : [{ term: t('site.draw.seed'), detail: <code className="hex">{drawn.seed}</code> }]),
        ]}
      />
    </div>
  );
}

function wonWords(t: Translate, heads: number, won: number): string {
  if (won === 0) return t('site.draw.won.no');
  return won === heads ? t('site.draw.won.yes') : t('site.draw.won.part', { count: won });
}
