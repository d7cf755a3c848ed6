import type { ReactElement } from 'react';
import { hostCode } from '@yoriai/reporting';
import { Phrases, QrCode, SheetPage, dateTime, hostLang, shortDate, timeRange, titleSize, withReading } from '@yoriai/ui';
import type { ShownAssociation } from '../site/associations/association-reader.js';
import { doneOf, fieldsOf } from '../site/associations/year.js';
import { isHoliday } from '../site/events/holidays.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

/** Lines of the year and of what comes that a sheet has room for. */
const DONE = 22;
const COMING = 5;

export interface AssociationSheetProps {
  readonly tools: PaperTools;
  readonly shown: ShownAssociation;
  readonly phone: string;
  readonly publicUrl: string;
  readonly now: Date;
}

/** Who they are, what they did through the year, what comes, and whom to ask. */
export function AssociationSheetView({ tools, shown, phone, publicUrl, now }: AssociationSheetProps): ReactElement {
  const { t } = tools.choices;
  const { association, coming, year } = shown;
  const code = `${publicUrl}/q/${hostCode(association.slug)}`;
  const done = doneOf(year);
  return (
    <SheetPage t={t} title={t('print.association.page', { name: association.name })} paper="one" kind="as" toolbar={<Tools t={t} back={`/organisations/${association.slug}`} {...tools} offer="language" />}>
      <p className="from">{t('print.association.lead')}</p>
      <h1 className={titleSize(association.name)} lang={hostLang(t)}>
        <Phrases text={withReading(association.name, association.kana)} />
      </h1>
      <section>
        <h2>{t('site.org.year')}</h2>
        <p className="sum">{fieldsOf(year).map(({ field, count }) => t('site.org.field', { field: t(`ui.field.${field}`), count })).join('　')}</p>
        {done.length === 0 ? <p>{t('site.org.year.none')}</p> : null}
        <ul className="did">
          {done.slice(0, DONE).map(({ title, times }) => (
            <li key={title} lang={hostLang(t)}>
              <Phrases text={title} />
              {times === 1 ? null : <span className="nb">{t('print.association.times', { count: times })}</span>}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('site.org.coming')}</h2>
        {coming.items.length === 0 ? <p>{t('site.org.coming.none')}</p> : null}
        <ul className="ahead">
          {coming.items.slice(0, COMING).map(({ slug, title, startsAt, endsAt, placeName }) => (
            <li key={slug}>
              <span className="num">
                <span className="nb">{shortDate(t, startsAt, { holiday: isHoliday(startsAt) })}</span> <span className="nb">{timeRange(t, startsAt, endsAt)}</span>
              </span>
              <b lang={hostLang(t)}>
                <Phrases text={title} />
              </b>
              <span lang={hostLang(t)}>{placeName}</span>
            </li>
          ))}
        </ul>
      </section>
      <footer className="as-f">
        <div>
          <h2>{t('site.org.ask')}</h2>
          <p>{t('site.org.ask.text')}</p>
          <p className="tel num">{phone}</p>
        </div>
        <div className="ci-q">
          <QrCode text={code} label={t('ui.qr')} />
          {code.replace(/^https?:\/\//, '')}
        </div>
      </footer>
      <p className="os-f">{t('print.sheet.printed', { when: dateTime(t, now) })}</p>
    </SheetPage>
  );
}
