import type { ReactElement } from 'react';
import type { Certificate, EntryNumbers } from '@yoriai/events';
import { SheetPage, SheetTable, dateWithYear, type Column, type Translate } from '@yoriai/ui';
import { eventLine, offLines, type ListedEvent } from './name-list-parts.js';
import type { PaperTools } from './papers.js';
import { Tools } from './tools.js';

/** What every paper of a contest is drawn with. */
export interface ContestPaper {
  readonly tools: PaperTools;
  readonly eventId: string;
  readonly event: ListedEvent;
  readonly now: Date;
}

const backTo = (eventId: string): string => `/app/events/${eventId}/contest`;

/** ゼッケン: the number as large as the sheet allows, black on white; two to a sheet with a line to cut, or one. */
export function BibsView({ tools, eventId, event, divisions, large }: ContestPaper & EntryNumbers & { readonly large: boolean }): ReactElement {
  const { t } = tools.choices;
  const bibs = divisions.flatMap(({ name, numbers }) => numbers.map((number) => ({ name, number })));
  const sheets = Array.from({ length: Math.ceil(bibs.length / (large ? 1 : 2)) }, (_, nth) => bibs.slice(nth * (large ? 1 : 2), (nth + 1) * (large ? 1 : 2)));
  return (
    <SheetPage t={t} title={`${t('contest.bib')} ${event.title}`} paper="list" kind="bibs" toolbar={<Tools t={t} back={backTo(eventId)} {...tools} />}>
      <h1 className="vh">
        {t('contest.bib')} {event.title}
      </h1>
      {sheets.map((sheet) => (
        <section key={sheet[0]?.number} className={large ? 'one-sheet bibs-1' : 'one-sheet bibs-2'}>
          {sheet.map(({ name, number }) => (
            <div key={number} className="bib">
              <p>{event.title}</p>
              <b className="num">{number}</b>
              <p className="strong">{name}</p>
            </div>
          ))}
        </section>
      ))}
      {bibs.length === 0 ? <p>{t('contest.numbers.none')}</p> : null}
    </SheetPage>
  );
}

interface JudgingPaperProps extends ContestPaper, EntryNumbers {
  readonly criteria: readonly string[];
  readonly scale: number;
  readonly judges: readonly string[];
}

interface Line {
  readonly number: number;
}

/** 審査票: for each judge (or, before one is named, once to copy) each division, with boxes to write points in. */
export function JudgingPaperView({ tools, eventId, event, divisions, criteria, scale, judges }: JudgingPaperProps): ReactElement {
  const { t } = tools.choices;
  return (
    <SheetPage t={t} title={`${t('contest.sheet')} ${event.title}`} paper="list" toolbar={<Tools t={t} back={backTo(eventId)} {...tools} />}>
      {(judges.length === 0 ? [''] : judges).flatMap((judge) =>
        divisions.map(({ name, numbers }) => (
          <section key={`${judge} ${name}`} className="one-sheet judging">
            <SheetTable
              title={`${t('contest.sheet')}　${name}`}
              lines={[...offLines(t, event), eventLine(t, event), `${t('contest.sheet.judge')}：${judge === '' ? '　　　　　　　　　' : judge}`, t('contest.sheet.scale', { scale })]}
              columns={columnsOf(t, criteria)}
              rows={numbers.map((number) => ({ number }))}
              rowKey={({ number }) => String(number)}
            />
          </section>
        )),
      )}
    </SheetPage>
  );
}

function columnsOf(t: Translate, criteria: readonly string[]): Column<Line>[] {
  return [
    { key: 'number', head: t('contest.entry'), cell: ({ number }) => <b>{number}</b> },
    ...criteria.map((name) => ({ key: name, head: name, cell: () => <span className="pt-box" /> })),
    { key: 'sum', head: t('contest.sheet.sum'), cell: () => <span className="pt-box" /> },
    { key: 'note', head: t('contest.sheet.note'), cell: () => null },
  ];
}

/** 賞状: one to a sheet. A name that nobody was asked for is a line to write on. */
export function CertificatesView({ tools, eventId, event, host, certificates, now }: ContestPaper & { readonly host: string; readonly certificates: readonly Certificate[] }): ReactElement {
  const { t } = tools.choices;
  return (
    <SheetPage t={t} title={`${t('contest.certificate')} ${event.title}`} paper="list" toolbar={<Tools t={t} back={backTo(eventId)} {...tools} />}>
      {certificates.map(({ number, division, name, rank, prize }) => (
        <section key={`${prize ?? rank} ${number}`} className="one-sheet certificate">
          <div>
            <h1>{t('contest.certificate')}</h1>
            <p className="prize">{prize ?? t('contest.certificate.rank', { rank: rank ?? 0 })}</p>
            <p>
              {division}　{t('contest.number', { number })}
            </p>
            <p className="whose">{name === '' ? <span className="write-in"><span /></span> : t('contest.certificate.to', { name })}</p>
            <p className="praise">{t('contest.certificate.words', { event: event.title })}</p>
            <p>{dateWithYear(t, event.startsAt ?? now)}</p>
            <p className="giver">{host}</p>
          </div>
        </section>
      ))}
    </SheetPage>
  );
}
