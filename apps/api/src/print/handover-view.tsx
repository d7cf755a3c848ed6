import type { ReactElement, ReactNode } from 'react';
import type { Handover } from '@yoriai/reporting';
import { SheetPage, WriteIn, dateTime, dateWithYear, hostLang, titleSize, withReading, type Translate } from '@yoriai/ui';
import { DueTable, OfficerTable, UnderwayTable, YearTable } from './handover-tables.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

export interface HandoverViewProps {
  readonly tools: PaperTools;
  readonly handover: Handover;
  /** Of the ward office, which invites presidents. */
  readonly phone: string;
}

/** What no program knows: lines for whoever hands over. */
const BY_HAND = ['keys', 'money', 'things', 'lists', 'people'] as const;

/** 引継書: what to do first, who is who, what is under way, the year that was, and lines for the pen. */
export function HandoverView({ tools, handover, phone }: HandoverViewProps): ReactElement {
  const { t } = tools.choices;
  const { organisation, from, now, places, helpers } = handover;
  return (
    <SheetPage t={t} title={t('print.handover.page', { name: organisation.name })} paper="list" kind="ho" toolbar={<Tools t={t} back={`/app/org?id=${organisation.id}`} {...tools} offer="language" />}>
      <header className="ls-h">
        <p className="from">{t('print.handover.title')}</p>
        <h1 className={titleSize(organisation.name)} lang={hostLang(t)}>
          {withReading(organisation.name, organisation.kana)}
        </h1>
        <p>{t('print.handover.lead', { from: dateWithYear(t, from) })}</p>
        <p className="care">
          {t('print.sheet.secret')}　{t('print.handover.care')}
        </p>
      </header>
      <Part title={t('print.handover.first')}>
        <First t={t} handover={handover} phone={phone} />
      </Part>
      <Part title={t('print.handover.officers')}>
        <OfficerTable t={t} officers={handover.officers} />
      </Part>
      <Part title={t('print.handover.underway')}>
        <UnderwayTable t={t} underway={handover.underway} />
      </Part>
      {handover.due.length === 0 ? null : (
        <Part title={t('print.handover.due')}>
          <DueTable t={t} due={handover.due} />
        </Part>
      )}
      <Part title={t('print.handover.year')}>
        <YearTable t={t} year={handover.year} />
      </Part>
      {places.length === 0 ? null : (
        <Part title={t('print.handover.places')}>
          <ul className="ho-l">
            {places.map((place) => (
              <li key={place.name}>
                <b lang={hostLang(t)}>{place.name}</b> {[place.refuge === null ? '' : t(`refuge.kind.${place.refuge}`), place.times === 0 ? '' : t('print.handover.places.used', { count: place.times })].filter((each) => each !== '').join('　')}
                {place.note === null ? null : <p lang={hostLang(t)}>{place.note}</p>}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('print.handover.helpers')}>
        <p>{helpers.duties === 0 ? t('print.handover.helpers.none') : t('print.handover.helpers.sum', helpers)}</p>
      </Part>
      <ByHand t={t} />
      <p className="os-f">
        <span>{t('print.sheet.printed', { when: dateTime(t, now) })}</span>
      </p>
    </SheetPage>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Rights first, then what waits, then how the next year begins. */
function First({ t, handover, phone }: { readonly t: Translate; readonly handover: Handover; readonly phone: string }): ReactElement {
  return (
    <ol className="ho-l">
      <li>{t('print.handover.first.rights', { phone })}</li>
      <li>{t('print.handover.first.terms')}</li>
      {handover.first.map(({ step, count }) => (
        <li key={step}>{t(`print.handover.first.${step}`, { count })}</li>
      ))}
      <li>{t('print.handover.first.again', { button: t('app.again.title') })}</li>
    </ol>
  );
}

function ByHand({ t }: { readonly t: Translate }): ReactElement {
  return (
    <section className="ho-p">
      <h2>{t('print.handover.pen')}</h2>
      <p>{t('print.handover.pen.lead')}</p>
      {BY_HAND.map((each) => (
        <p key={each} className="pen">
          {t(`print.handover.pen.${each}`)}
        </p>
      ))}
      <p className="sign">
        <WriteIn label={t('print.handover.pen.former')} />
        <WriteIn label={t('print.handover.pen.next')} />
        <WriteIn label={t('print.handover.pen.day')} />
      </p>
    </section>
  );
}
