import type { ReactElement, ReactNode } from 'react';
import { Lines, SheetPage, TickBox, dateTime, longDate, timeRange, type Translate } from '@yoriai/ui';
import { isHoliday } from '../site/events/holidays.js';
import { asksGuardian } from '../site/applications/guardian.js';
import { countedFrames } from '../site/events/standing.js';
import { closingLines, contactLine, feeWords, firstSentence, weatherLines, type SheetFacts } from './event-rows.js';
import type { SheetViewProps } from './poster-view.js';
import { SheetTitle } from './sheet-title.js';
import { Tools } from './tools.js';

/** 保護者同意書: what a guardian says yes to, which stays at home, and a slip below the line to be cut off, filled in and handed in. */
export function GuardianConsentView({ tools, event, back, now }: SheetViewProps): ReactElement {
  const { t } = tools.choices;
  const asking = countedFrames(event.frames).filter(asksGuardian);
  const photos = asking.some(({ asks }) => asks.photos);
  return (
    <SheetPage t={t} title={t('print.consent.page', { event: event.title })} paper="one" kind="gc" toolbar={<Tools t={t} back={back} {...tools} offer="language" />}>
      <header className="gc-h">
        <p className="what">
          <span>{t('print.consent.title')}</span>
          <span>{event.organisation.name}</span>
        </p>
        <SheetTitle t={t} event={event} now={now} />
      </header>
      <Kept t={t} event={event} photos={photos} />
      <p className="gc-cut">
        <span>{t('print.consent.cut')}</span>
      </p>
      <Slip t={t} event={event} frames={asking.length < 2 ? [] : asking} photos={photos} />
      <footer className="os-f">
        <span>{t('print.form.keep')}</span>
        <span>{t('print.sheet.printed', { when: dateTime(t, now) })}</span>
      </footer>
    </SheetPage>
  );
}

interface PartProps {
  readonly t: Translate;
  readonly event: SheetFacts;
  readonly photos: boolean;
}

const whenOf = (t: Translate, { startsAt, endsAt }: SheetFacts): string => `${longDate(t, startsAt, { holiday: isHoliday(startsAt) })}　${timeRange(t, startsAt, endsAt)}`;

/** What the yes is about, and where the slip goes. */
function Kept({ t, event, photos }: PartProps): ReactElement {
  const host = event.organisation.name;
  const until = closingLines(t, { ...event, frames: event.frames.filter(asksGuardian) });
  const facts: [string, string | null][] = [
    [t('print.circular.when'), whenOf(t, event)],
    [t('print.poster.place'), [event.placeName, event.placeAddress].filter(Boolean).join('　')],
    [t('print.circular.rain'), weatherLines(t, event).join('　')],
    [t('print.poster.fee'), feeWords(t, event.feeText)],
    [t('print.poster.bring'), event.bringText],
  ];
  return (
    <section className="gc-k">
      <dl>
        {facts.flatMap(([term, detail]) =>
          detail
            ? [
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{firstSentence(detail)}</dd>
                </div>,
              ]
            : [],
        )}
      </dl>
      <h2>{t('print.consent.agreed')}</h2>
      <ol>
        <li>{t('print.consent.agreed.comes')}</li>
        <li>{t('print.consent.agreed.hurt', { host })}</li>
        <li>{t('print.consent.agreed.off')}</li>
      </ol>
      {photos ? <p>{t('asks.photos.hint', { host })}</p> : null}
      <p>{t('site.consent.privacy', { host })}</p>
      <h2>{t('print.consent.hand-in')}</h2>
      <p>
        <b className="num">{event.contactPhone}</b>　{contactLine(event)}
        <br />
        <Lines text={[...until, t('print.consent.until')].join('\n')} />
      </p>
    </section>
  );
}

/** The slip: the event once more, the child, the guardian, the pictures. */
function Slip({ t, event, frames, photos }: PartProps & { readonly frames: readonly { id: string; name: string }[] }): ReactElement {
  return (
    <section className="gc-s">
      <h2>{t('print.consent.slip', { host: event.organisation.name })}</h2>
      <p>{t('print.consent.yes', { event: event.title, when: longDate(t, event.startsAt, { holiday: isHoliday(event.startsAt) }) })}</p>
      <table>
        <tbody>
          <Box label={t('print.consent.child')} hint={t('print.consent.child.hint')} tall />
          {frames.length === 0 ? null : <Box label={t('site.apply.frame')}>{<Ticks words={frames.map(({ name }) => name)} />}</Box>}
          <Box label={t('consent.name')} hint={t('print.consent.sign')} tall />
          <tr>
            <th scope="row">{t('consent.relation')}</th>
            <td />
            <th scope="row">
              {t('site.apply.phone')}
              <small>{t('print.consent.phone.hint')}</small>
            </th>
            <td />
          </tr>
          {photos ? (
            <Box label={t('asks.photos.of-child')}>
              <Ticks words={[t('asks.photos.yes'), t('asks.photos.no')]} />
            </Box>
          ) : null}
          <tr>
            <th scope="row">{t('print.consent.written')}</th>
            <td />
            <th scope="row">{t('print.consent.desk')}</th>
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Ticks({ words }: { readonly words: readonly string[] }): ReactElement {
  return (
    <ul className="choices">
      {words.map((each) => (
        <li key={each}>
          <TickBox />
          {each}
        </li>
      ))}
    </ul>
  );
}

function Box({ label, hint, tall, children }: { readonly label: string; readonly hint?: string; readonly tall?: boolean; readonly children?: ReactNode }): ReactElement {
  return (
    <tr className={tall ? 'tall' : undefined}>
      <th scope="row">
        {label}
        {hint === undefined ? null : <small>{hint}</small>}
      </th>
      <td colSpan={3}>{children}</td>
    </tr>
  );
}
