import { postEventCorrection, type CorrectionRequest, type EventDetail } from '@yoriai/api-client';
import { Button, dateTime, REPORT_PARTS, reportPartWords, TextArea, TextInput, type ReportPart } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { useEventChanged } from './queries.js';
import { NumberBox } from './number-box.js';
import { COUNTS, YEN_DIGITS } from './report.js';
import { wholeNumber } from './numbers.js';

/** What the ward corrected in the figures of a closed event, newest first, and the way to correct them. */
export function Corrections({ event }: { readonly event: EventDetail }): ReactElement | null {
  const { corrections, can } = event;
  if (corrections.length === 0 && can.correct !== true) return null;
  return (
    <section className="mt6" aria-labelledby="corrections">
      <h2 id="corrections" className="mb3">
        {t('app.correction.title')}
      </h2>
      {corrections.length === 0 ? <p className="mb3">{t('app.correction.none')}</p> : null}
      <ol className="hist">
        {corrections.map(({ number, was, now, reason, correctedBy, correctedAt }) => (
          <li key={number}>
            {COUNTS.filter((name) => was[name] !== now[name]).map((name) => (
              <p key={name} className="strong num">
                {t('app.correction.from-to', { what: t(`app.report.${name}`), was: was[name], now: now[name] })}
              </p>
            ))}
            {REPORT_PARTS.filter((name) => was[name] !== now[name]).map((name) => (
              <p key={name} className="strong num">
                {t('app.correction.from-to', { what: t(`app.report.${name}`), was: reportPartWords(t, was, name) || '–', now: reportPartWords(t, now, name) || '–' })}
              </p>
            ))}
            <p className="pre">{reason}</p>
            <span className="sub num">
              {dateTime(t, correctedAt)}　{correctedBy}
            </span>
          </li>
        ))}
      </ol>
      {can.correct === true ? <Correct key={corrections.length} event={event} /> : null}
    </section>
  );
}

function Correct({ event }: { readonly event: EventDetail }): ReactElement {
  const [open, setOpen] = useState(false);
  if (open) return <CorrectionForm event={event} leave={() => setOpen(false)} />;
  return (
    <p className="mt4">
      <Button type="button" kind="outline" size="m" icon="pencil" onClick={() => setOpen(true)}>
        {t('app.correction.open')}
      </Button>
    </p>
  );
}

type Values = Readonly<Record<(typeof COUNTS)[number] | ReportPart | 'reason', string>>;

function CorrectionForm({ event, leave }: { readonly event: EventDetail; readonly leave: () => void }): ReactElement {
  const changed = useEventChanged();
  const counted = event.headcount;
  const told = event.corrections[0]?.now ?? event.report;
  const part = (name: ReportPart): string => (told === null || told[name] === null ? '' : String(told[name]));
  const [values, setValues] = useState<Values>({ children: part('children'), wheelchairs: part('wheelchairs'), cost: part('cost'), participants: String(counted?.participants ?? 0), walkIns: String(counted?.walkIns ?? 0), volunteers: String(counted?.volunteers ?? 0), reason: '' });
  const [pressed, setPressed] = useState(false);
  const correction = useAct((body: CorrectionRequest, options) => postEventCorrection(event.id, body, options), changed);
  const reading = read(values);
  const errors: Record<string, string> = pressed ? { ...correction.errors, ...reading.errors } : {};
  const error = (name: string): { error?: string } => (errors[name] === undefined ? {} : { error: errors[name] });
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    setPressed(true);
    if (Object.keys(reading.errors).length === 0) correction.act({ ...reading.counts, reason: values.reason.trim(), after: event.corrections.length });
  };
  return (
    <form noValidate className="mt5" onSubmit={submit}>
      <FailureBanner error={Object.keys(correction.errors).length === 0 ? correction.error : null} />
      <FormErrors errors={errors} />
      {COUNTS.map((name) => (
        <TextInput
          key={name}
          {...{ t, name, ...error(name) }}
          label={t(`app.report.${name}`)}
          inputMode="numeric"
          width="short"
          maxLength={7}
          autoComplete="off"
          value={values[name]}
          onChange={(box) => setValues({ ...values, [name]: box.target.value })}
        />
      ))}
      {REPORT_PARTS.map((name) => (
        <NumberBox key={name} name={name} value={values[name]} error={errors[name]} onWrite={(value) => setValues({ ...values, [name]: value })} />
      ))}
      <TextArea
        {...{ t, name: 'reason', ...error('reason') }}
        label={t('app.correction.reason')}
        hint={t('app.correction.reason.hint')}
        rows={3}
        maxLength={1000}
        value={values.reason}
        onChange={(box) => setValues({ ...values, reason: box.target.value })}
      />
      <div className="btns mt5">
        <Button>{t(correction.pending ? 'app.sending' : 'app.correction.button')}</Button>
        <Button type="button" kind="text" onClick={leave}>
          {t('app.not-now')}
        </Button>
      </div>
    </form>
  );
}

function read(values: Values): { counts: Pick<CorrectionRequest, (typeof COUNTS)[number] | ReportPart>; errors: Record<string, string> } {
  const errors: Record<string, string> = values.reason.trim() === '' ? { reason: sentence('event.reason-required') } : {};
  const count = (name: (typeof COUNTS)[number]): number => {
    const found = wholeNumber(values[name]);
    if (typeof found === 'number') return found;
    errors[name] = sentence('app.number');
    return 0;
  };
  const part = (name: ReportPart): number | null => {
    const found = wholeNumber(values[name], name === 'cost' ? YEN_DIGITS : undefined);
    if (found === null) errors[name] = sentence('app.number');
    return found ?? null;
  };
  return { counts: { participants: count('participants'), walkIns: count('walkIns'), volunteers: count('volunteers'), children: part('children'), wheelchairs: part('wheelchairs'), cost: part('cost') }, errors };
}
