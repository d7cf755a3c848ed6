import { postEventClosing, postEventReport, postEventReturn, type EventDetail, type ReportRequest } from '@yoriai/api-client';
import { Banner, Button, CheckAnswers, dateTime, inBrackets, MoreLink, REPORT_PARTS, reportPartWords, shortDate, StatusBadge, TextArea, TextInput, type ReportPart } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { paths } from '../../app/paths.js';
import { sentence, t, whyNot } from '../../i18n.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { Corrections } from './corrections.js';
import { eventTitle } from './event-title.js';
import { reportDueOn } from './hub.js';
import { eventQuery, useEventChanged } from './queries.js';
import { Pictures } from './pictures.js';
import { NumberBox } from './number-box.js';
import { COUNTS, asksForArea, readReport, reportValues, type ReportValues } from './report.js';

/** 報告: how many came, how it went, what to do better. */
export function ReportScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/report' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Report event={found} />}</Answer>;
}

/** States in which pictures can be taken, or were. */
const PICTURED: ReadonlySet<string> = new Set(['published', 'awaiting-report', 'reported', 'closed']);

function Report({ event }: { readonly event: EventDetail }): ReactElement {
  const { state, endsAt } = event;
  const open = state === 'awaiting-report';
  const [sent, setSent] = useState(false);
  return (
    <Screen
      title={t('app.hub.report')}
      width="narrow"
      back={{ href: paths.event(event.id), label: eventTitle(event) }}
      {...(open && endsAt !== null ? { lead: t('app.report.due', { date: shortDate(t, reportDueOn(endsAt)) }) } : {})}
    >
      {open && event.reason ? (
        <Banner kind="bad" className="mt5" title={t('app.report.returned')}>
          <p className="pre">{event.reason.reason}</p>
        </Banner>
      ) : null}
      {open ? <Pictures eventId={event.id} /> : null}
      {open ? <ReportForm event={event} done={() => setSent(true)} /> : null}
      {sent && state === 'reported' ? (
        <Banner kind="good" role="status" className="mt5" title={t('app.report.sent')}>
          <p>{t('app.report.sent.body')}</p>
        </Banner>
      ) : null}
      {event.report && !open ? <Reported event={event} /> : null}
      {!open && !event.report ? (
        <Banner kind="info" className="mt5" title={t('app.report.not-yet')}>
          <p>{t(state === 'cancelled' ? 'app.report.of-cancelled' : 'app.report.after')}</p>
        </Banner>
      ) : null}
      {!open && PICTURED.has(state) ? <Pictures eventId={event.id} /> : null}
      <Corrections event={event} />
      {state === 'reported' ? <Closing event={event} /> : null}
    </Screen>
  );
}

function ReportForm({ event, done }: { readonly event: EventDetail; readonly done: () => void }): ReactElement {
  const draft = `event/${event.id}/report`;
  const changed = useEventChanged();
  const [values, setValues] = useState<ReportValues>(() => readDraft<ReportValues>(draft) ?? reportValues(event));
  const [pressed, setPressed] = useState(false);
  const report = useAct(
    (body: ReportRequest, options) => postEventReport(event.id, body, options),
    async (answer) => {
      dropDraft(draft);
      await changed(answer);
      done();
      // Whoever pressed stood at the end of the page; what became of it is said at its top.
      window.scrollTo(0, 0);
    },
  );
  const set = (name: keyof ReportValues, value: string): void => {
    const next = { ...values, [name]: value };
    setValues(next);
    keepDraft(draft, next);
  };
  const reading = readReport(values);
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    setPressed(true);
    if (Object.keys(reading.errors).length === 0) report.act(reading.request);
  };
  const errors: Record<string, string> = pressed ? { ...report.errors, ...reading.errors } : {};
  const why = whyNot(event.can.report);
  return (
    <form noValidate className="mt5" onSubmit={submit}>
      {Object.keys(report.errors).length === 0 ? <FailureBanner error={report.error} /> : null}
      <FormErrors errors={errors} />
      {why === undefined ? null : <p className="sub mb4">{why}</p>}
      {event.headcount ? <p className="sub mb4">{t('app.report.prefilled')}</p> : null}
      {COUNTS.map((name) => (
        <TextInput
          key={name}
          t={t}
          name={name}
          label={t(`app.report.${name}`)}
          hint={t(`app.report.${name}.hint`)}
          {...(errors[name] === undefined ? {} : { error: errors[name] })}
          inputMode="numeric"
          width="short"
          maxLength={7}
          autoComplete="off"
          value={values[name]}
          onChange={(box) => set(name, box.target.value)}
        />
      ))}
      {[...REPORT_PARTS, 'handedOut' as const, ...(asksForArea(event) ? (['cleanedArea'] as const) : [])].map((name) => (
        <NumberBox key={name} name={name} value={values[name] ?? ''} error={errors[name]} onWrite={(value) => set(name, value)} />
      ))}
      <ReportNotes values={values} set={set} />
      <p className="mt6">
        <Button icon="send">{t(report.pending ? 'app.sending' : 'app.report.button')}</Button>
      </p>
    </form>
  );
}

const NOTES = [
  { name: 'incident', label: 'app.report.incident', hint: 'app.report.incident.hint', rows: 3 },
  { name: 'note', label: 'app.report.note', hint: 'app.report.note.hint', rows: 5 },
  { name: 'nextTimeNote', label: 'app.report.next-time', hint: 'app.report.next-time.hint', rows: 4 },
] as const;

function ReportNotes({ values, set }: { readonly values: ReportValues; readonly set: (name: keyof ReportValues, value: string) => void }): ReactElement {
  return (
    <>
      {NOTES.map(({ name, label, hint, rows }) => (
        <TextArea
          key={name}
          {...{ t, name, rows }}
          label={t(label)}
          hint={t(hint)}
          need="optional"
          maxLength={3000}
          value={values[name] ?? ''}
          onChange={(box) => set(name, box.target.value)}
        />
      ))}
    </>
  );
}

function Reported({ event }: { readonly event: EventDetail }): ReactElement | null {
  const { report } = event;
  if (!report) return null;
  return (
    <div className="mt5">
      <p className="row tight mb4 num">
        <StatusBadge t={t} status={event.state === 'closed' ? 'closed' : 'reported'} />
        {dateTime(t, report.reportedAt)}
      </p>
      <CheckAnswers
        t={t}
        answers={[
          ...COUNTS.map((name) => ({ term: t(`app.report.${name}`), value: countIn(event, name) })),
          ...REPORT_PARTS.flatMap((name) => (report[name] === null && (event.corrections[0]?.now[name] ?? null) === null ? [] : [{ term: t(`app.report.${name}`), value: partIn(event, name) }])),
          ...(report.cleanedArea === null ? [] : [{ term: t('app.stats.cleaned'), value: t('picture.area', { area: report.cleanedArea }) }]),
          ...(report.handedOut === null ? [] : [{ term: t('app.report.handedOut'), value: report.handedOut.toLocaleString('ja-JP') }]),
          ...(report.incident === null ? [] : [{ term: t('app.report.incident'), value: <span className="pre">{report.incident}</span> }]),
          { term: t('app.report.note'), value: report.note === null ? '' : <span className="pre">{report.note}</span> },
          { term: t('app.report.next-time'), value: report.nextTimeNote === null ? '' : <span className="pre">{report.nextTimeNote}</span> },
        ]}
      />
      <p className="mt4">
        <MoreLink href={`/print/events/${event.id}/report`}>{t('picture.paper.open')}</MoreLink>
      </p>
    </div>
  );
}

/** What counts now; where the ward corrected it, what was reported is said beside it. */
function countIn({ report, corrections }: EventDetail, name: (typeof COUNTS)[number]): string {
  const reported = report?.[name] ?? 0;
  const now = corrections[0]?.now[name] ?? reported;
  return t('app.unit.heads', { count: now }) + (now === reported ? '' : inBrackets(t, t('app.correction.reported', { count: reported })));
}

/** A part as it counts now, and as it was reported. */
function partIn({ report, corrections }: EventDetail, name: ReportPart): string {
  if (report === null) return '';
  const now = corrections[0]?.now ?? report;
  return reportPartWords(t, now, name) + (now[name] === report[name] || report[name] === null ? '' : inBrackets(t, t('app.correction.reported', { count: report[name] })));
}

/** The ward office reads it and closes the event, or asks again. */
function Closing({ event }: { readonly event: EventDetail }): ReactElement {
  const changed = useEventChanged();
  const { value: reason, write, sent, restored } = useDraft(`event/${event.id}/ask-again`, '');
  const [asking, setAsking] = useState(restored);
  const [pressed, setPressed] = useState(false);
  const closing = useAct((_: null, options) => postEventClosing(event.id, options), changed);
  const returning = useAct(
    (text: string, options) => postEventReturn(event.id, { reason: text, revision: event.approval?.revision ?? 0 }, options),
    async (answer) => {
      sent();
      await changed(answer);
    },
  );
  const missing = reason.trim() === '';
  const errors: Record<string, string> = pressed && asking && missing ? { reason: sentence('event.reason-required') } : returning.errors;
  const ask = (): void => {
    if (!asking) return setAsking(true);
    setPressed(true);
    if (!missing) returning.act(reason);
  };
  const why = whyNot(event.can.close);
  if (why !== undefined) return <p className="sub mt5">{t('app.report.waits')}</p>;
  return (
    <section className="dec" aria-labelledby="closing">
      <h2 id="closing" className="mb3">
        {t('app.report.close.title')}
      </h2>
      <FailureBanner error={closing.error ?? (Object.keys(returning.errors).length === 0 ? returning.error : null)} />
      <FormErrors errors={errors} />
      {asking ? (
        <TextArea
          t={t}
          name="reason"
          label={t('app.report.ask-again.reason')}
          {...(errors['reason'] === undefined ? {} : { error: errors['reason'] })}
          value={reason}
          maxLength={1000}
          onChange={(box) => write(box.target.value)}
        />
      ) : null}
      <div className="btns mt4">
        <ConfirmedButton label={t('app.report.close')} icon="tick" what={t('app.report.close.what')} pending={closing.pending} onYes={() => closing.act(null)} />
        <Button type="button" kind="outline" onClick={ask}>
          {t(returning.pending ? 'app.sending' : 'app.report.ask-again')}
        </Button>
      </div>
    </section>
  );
}
