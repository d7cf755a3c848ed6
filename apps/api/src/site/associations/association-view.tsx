import type { ReactElement } from 'react';
import { jstDate } from '@yoriai/platform';
import { hostCode } from '@yoriai/reporting';
import { BackLink, EventList, LinkButton, MoreLink, PaperBox, PhoneLink, Phrases, QrCode, areaName, hostLang, monthName, monthOfYear, shortDate, type Translate } from '@yoriai/ui';
import { EventLine } from '../events/event-line.js';
import { FeedLinks } from '../events/feed-links.js';
import { isHoliday } from '../events/holidays.js';
import { listingPath } from '../events/listing-query.js';
import { daysOf } from '../events/month.js';
import type { ShownAssociation } from './association-reader.js';
import { fieldsOf, monthsOf } from './year.js';

export interface AssociationViewProps {
  readonly t: Translate;
  readonly shown: ShownAssociation;
  readonly phone: string;
  readonly publicUrl: string;
  readonly now: Date;
}

/** Who they are, what comes, what they did through the year, and how to come in. */
export function AssociationView({ t, shown, phone, publicUrl, now }: AssociationViewProps): ReactElement {
  const { association, coming } = shown;
  const area = association.areaSlug === null ? null : { slug: association.areaSlug, name: association.areaName ?? '' };
  const host = association.slug;
  return (
    <>
      <BackLink t={t} href={area === null ? '/areas' : `/areas/${area.slug}`}>
        {area === null ? t('site.home.areas') : t('site.area.title', { area: areaName(t, area) })}
      </BackLink>
      <h1 lang={hostLang(t)}>{association.name}</h1>
      {/* Whole, under the name: above a long run of kanji only the parts are read that are known. */}
      {t.lang === 'ja-easy' ? <p className="sub">{association.kana}</p> : null}
      <p className="sub">
        {t(`organisation.kind.${association.kind}`)}
        {area === null ? null : <span className="nb">　{areaName(t, area)}</span>}
      </p>
      <div className="two mt4">
        <div>
          <section aria-labelledby="coming">
            <h2 id="coming" className="mb2">{t('site.org.coming')}</h2>
            {coming.items.length === 0 ? (
              <p>{t('site.org.coming.none')}</p>
            ) : (
              <>
                <EventList>
                  {coming.items.map((event) => (
                    <EventLine key={event.id} t={t} event={event} listing={coming} now={now} />
                  ))}
                </EventList>
                <p className="mt4">
                  <MoreLink href={listingPath({ page: 1, host, view: 'month' })}>{t('site.events.view.month')}</MoreLink>
                </p>
              </>
            )}
          </section>
          <Year t={t} shown={shown} now={now} />
          <FeedLinks t={t} query={{ page: 1, host }} publicUrl={publicUrl} />
        </div>
        <aside className="stack-l" aria-label={t('site.org.side')}>
          <Ask t={t} shown={shown} phone={phone} />
          <Code t={t} short={`${publicUrl}/q/${hostCode(host)}`} sheet={`/organisations/${host}/sheet`} />
        </aside>
      </div>
    </>
  );
}

/** How to come in: by the form where somebody answers it, by telephone, or by helping. */
function Ask({ t, shown, phone }: Pick<AssociationViewProps, 't' | 'shown' | 'phone'>): ReactElement {
  return (
    <PaperBox id="ask" title={t('site.org.ask')}>
      {shown.joinable ? (
        <p className="mb3">
          <LinkButton href={`/join?organisation=${shown.association.slug}`} wide>
            {t('membership.way')}
          </LinkButton>
        </p>
      ) : null}
      <p>{t('site.org.ask.text')}</p>
      <PhoneLink number={phone} />
      <div className="mt4">
        <LinkButton href="/volunteer" kind="outline" wide>
          {t('site.home.help.all')}
        </LinkButton>
      </div>
    </PaperBox>
  );
}

/** The page's code, for circulars and notice boards. */
function Code({ t, short, sheet }: { readonly t: Translate; readonly short: string; readonly sheet: string }): ReactElement {
  return (
    <PaperBox id="code" title={t('site.org.code')}>
      <div className="qrb">
        <QrCode text={short} label={t('ui.qr')} />
      </div>
      <p className="brk">{short.replace(/^https?:\/\//, '')}</p>
      <p className="sub">{t('site.org.code.text')}</p>
      <p className="mt3">
        <MoreLink href={sheet}>{t('site.org.sheet')}</MoreLink>
      </p>
    </PaperBox>
  );
}

/** The last twelve months: how much of what, then month by month. */
function Year({ t, shown, now }: Pick<AssociationViewProps, 't' | 'shown' | 'now'>): ReactElement {
  const months = monthsOf(shown.year, now);
  const host = shown.association.slug;
  const thisYear = jstDate(now).slice(0, 4);
  return (
    <section className="sec2 mt5" aria-labelledby="year">
      <h2 id="year">{t('site.org.year')}</h2>
      {months.length === 0 ? <p>{t('site.org.year.none')}</p> : null}
      <ul className="chips mb4">
        {fieldsOf(shown.year).map(({ field, count }) => (
          <li key={field}>
            <a className="chip" href={listingPath({ page: 1, host, field, past: 'yes' })}>
              {t('site.org.field', { field: t(`ui.field.${field}`), count })}
            </a>
          </li>
        ))}
      </ul>
      {months.map(({ month, held }) => (
        <section key={month} aria-labelledby={`m-${month}`}>
          <h3 id={`m-${month}`} className="dayh num">
            {month.startsWith(thisYear) ? monthName(t, daysOf(month).first) : monthOfYear(t, daysOf(month).first)}
          </h3>
          <ul>
            {held.map((event) => (
              <li key={event.slug}>
                <MoreLink href={`/events/${event.slug}`}>
                  <span className="nb num">{shortDate(t, event.startsAt, { holiday: isHoliday(event.startsAt) })}</span>{' '}
                  <span lang={hostLang(t)}>
                    <Phrases text={event.title} />
                  </span>
                </MoreLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {shown.past === 0 ? null : (
        <p className="mt4">
          <MoreLink href={listingPath({ page: 1, host, past: 'yes' })}>{t('site.org.past', { count: shown.past })}</MoreLink>
        </p>
      )}
    </section>
  );
}
