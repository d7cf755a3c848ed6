import type { ReactElement } from 'react';
import type { Board } from '@yoriai/attendance';
import { Phrases, THEME_PATH, dateTime, hostLang, rootAttributes, timeOfDay, timeRange, type Translate } from '@yoriai/ui';

/** Seconds after which a board that makes itself anew does so. */
const RENEWED_AFTER = 20;
/** Duties that fit on a screen; the others are counted. */
const MOST_DUTIES = 5;

export interface BoardViewProps {
  readonly t: Translate;
  readonly board: Board;
  /** Of this board. */
  readonly path: string;
  /** Whether it makes itself anew: only where somebody asked for it, and they can stop it. */
  readonly renewed: boolean;
  /** What endangers people stands above everything (docs/adr/0065). */
  readonly alarm: ReactElement | null;
}

/** The whole page: large enough to be read across a hall, and in one column on a phone. */
export function BoardView({ t, board, path, renewed, alarm }: BoardViewProps): ReactElement {
  const { event, moment, now } = board;
  const title = event.title ?? '';
  return (
    <html {...rootAttributes(t.lang)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        {renewed ? <meta httpEquiv="refresh" content={String(RENEWED_AFTER)} /> : null}
        <title>{`${t('board.page', { event: title })} | ${t('ui.name')}`}</title>
        <link rel="icon" type="image/svg+xml" href={`${THEME_PATH}/motifs/favicon.svg`} />
        <link rel="stylesheet" href={`${THEME_PATH}/board.css`} />
      </head>
      <body>
        {alarm}
        <main id="main" className="board num">
          <header>
            <h1 lang={hostLang(t)}>
              <Phrases text={title} />
            </h1>
            <p>{event.startsAt === null ? null : dateTime(t, event.startsAt)}</p>
          </header>
          {moment === 'off' ? <p className="say">{t('board.off')}</p> : <Numbers t={t} board={board} />}
          {board.lacking.length === 0 ? null : <Lacking t={t} board={board} />}
          <footer>
            <p>{t('board.at', { when: timeOfDay(t, now) })}</p>
            <p>{renewed ? <a href={path}>{t('board.stop')}</a> : <a href={`${path}?renew=on`}>{t('board.renew')}</a>}</p>
          </footer>
        </main>
      </body>
    </html>
  );
}

function Numbers({ t, board: { moment, came, walkIns, toCome, places } }: { readonly t: Translate; readonly board: Board }): ReactElement {
  return (
    <section aria-labelledby="came">
      <h2 id="came">{t('board.came')}</h2>
      <p className="huge">{t('app.unit.heads', { count: came })}</p>
      {walkIns === 0 ? null : <p>{t('board.walk-ins', { count: walkIns })}</p>}
      {places === null ? null : <p>{t('board.places', { count: places })}</p>}
      {moment === 'over' ? <p>{t('board.over')}</p> : toCome === 0 ? null : <p>{t('board.to-come', { count: toCome })}</p>}
    </section>
  );
}

/** Only where somebody is wanted. */
function Lacking({ t, board: { lacking } }: { readonly t: Translate; readonly board: Board }): ReactElement {
  const more = lacking.length - MOST_DUTIES;
  return (
    <section aria-labelledby="lacking" className="warm">
      <h2 id="lacking">{t('board.help')}</h2>
      <ul>
        {lacking.slice(0, MOST_DUTIES).map(({ id, duty, startsAt, endsAt, lacking: count }) => (
          <li key={id}>
            <span>
              <b lang={hostLang(t)}>{duty}</b> {timeRange(t, startsAt, endsAt)}
            </span>
            <strong>{t('board.help.count', { count })}</strong>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t('board.help.more', { count: more })}</p> : null}
      <p>{t('board.help.ask')}</p>
    </section>
  );
}
