import type { ReactElement } from 'react';
import type { EventDetail } from '@yoriai/events';
import { Phrases, SheetPage, dateTime, REPORT_PARTS, hostLang, longDate, reportPartWords, timeRange, titleSize, withReading, type Translate } from '@yoriai/ui';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

/** A place with its pictures as they are printed: whole, in the address, so that nothing is fetched. */
export interface PrintedSpot {
  id: string;
  place: string;
  before: string | null;
  after: string | null;
}

export interface ReportViewProps {
  readonly tools: PaperTools;
  readonly event: EventDetail;
  readonly spots: readonly PrintedSpot[];
  readonly now: Date;
}

const SIDES = ['before', 'after'] as const;

/** 実施報告書: what was reported, and the pictures before and after side by side. */
export function ReportView({ tools, event, spots, now }: ReportViewProps): ReactElement {
  const { t } = tools.choices;
  const { report, organisation, title, kana } = event;
  return (
    <SheetPage t={t} title={t('picture.paper.page', { event: title ?? '' })} paper="list" kind="rp" toolbar={<Tools t={t} back={`/app/events/${event.id}/report`} {...tools} offer="language" />}>
      <p className="from">{t('picture.paper')}</p>
      <h1 className={titleSize(title ?? '')} lang={hostLang(t)}>
        <Phrases text={withReading(title ?? '', kana ?? '')} />
      </h1>
      <dl className="rp-f">
        {factsOf(t, event).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report?.incident ? <Told title={t('app.report.incident')} text={report.incident} t={t} /> : null}
      {report?.note ? <Told title={t('app.report.note')} text={report.note} t={t} /> : null}
      {report?.nextTimeNote ? <Told title={t('app.report.next-time')} text={report.nextTimeNote} t={t} /> : null}
      {spots.length === 0 ? null : <h2>{t('picture.title')}</h2>}
      {spots.map((spot) => (
        <section key={spot.id} className="rp-s">
          <h3 lang={hostLang(t)}>{spot.place}</h3>
          <div className="rp-p">
            {SIDES.map((side) => (
              <figure key={side}>
                {spot[side] === null ? <span className="none">{t('picture.missing')}</span> : <img src={spot[side]} alt={t('picture.alt', { place: spot.place, side: t(`picture.${side}`) })} />}
                <figcaption>{t(`picture.${side}`)}</figcaption>
              </figure>
            ))}
          </div>
        </section>
      ))}
      <p className="os-f">
        {event.number}　{organisation.name}　{report === null ? '' : t('picture.paper.reported', { when: dateTime(t, report.reportedAt) })}　{t('print.sheet.printed', { when: dateTime(t, now) })}
      </p>
    </SheetPage>
  );
}

/** Figures as they count now: the ward's correction, where there is one. */
function factsOf(t: Translate, { organisation, startsAt, endsAt, placeName, report, corrections }: EventDetail): [string, string][] {
  const counted = corrections[0]?.now ?? report;
  return [
    [t('picture.paper.host'), organisation.name],
    [t('picture.paper.when'), startsAt === null ? '' : `${longDate(t, startsAt)} ${timeRange(t, startsAt, endsAt)}`],
    [t('picture.paper.where'), placeName ?? ''],
    ...(['participants', 'walkIns', 'volunteers'] as const).map((name): [string, string] => [t(`app.report.${name}`), t('app.unit.heads', { count: counted?.[name] ?? 0 })]),
    ...(counted ? REPORT_PARTS.filter((part) => counted[part] !== null).map((part): [string, string] => [t(`app.report.${part}`), reportPartWords(t, counted, part)]) : []),
    ...(report === null || report.cleanedArea === null ? [] : [[t('app.stats.cleaned'), t('picture.area', { area: report.cleanedArea })] as [string, string]]),
    ...(report === null || report.handedOut === null ? [] : [[t('app.report.handedOut'), report.handedOut.toLocaleString('ja-JP')] as [string, string]]),
  ];
}

function Told({ t, title, text }: { readonly t: Translate; readonly title: string; readonly text: string }): ReactElement {
  return (
    <section className="rp-t">
      <h2>{title}</h2>
      <p lang={hostLang(t)}>{text}</p>
    </section>
  );
}
