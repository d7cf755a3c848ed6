import { postEventSubmission, type EventDetail } from '@yoriai/api-client';
import { Banner, Button, CheckAnswers, hasText, LinkButton, type Answer as CheckedAnswer } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { AppLink, appLink, useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { answersOf } from './answers.js';
import { Progress } from './progress.js';
import { useEventChanged } from './queries.js';
import { stepOfField, STEPS, type Step } from './steps.js';

/** All answers on one page; from here it goes to the ward. Without the right to edit, a page to read. */
export function CheckStep({ event, whyNot }: { readonly event: EventDetail; readonly whyNot: string | undefined }): ReactElement {
  const editable = whyNot === undefined;
  return (
    <Screen
      title={t(editable ? 'app.step.check' : 'app.hub.content')}
      width="narrow"
      back={{ href: paths.event(event.id), label: event.title ?? t('app.event.untitled') }}
      {...(editable ? { eyebrow: <Progress step="check" /> } : {})}
    >
      {editable ? null : (
        <Banner kind="info" className="mt4" title={t('app.check.read-only')}>
          <p>{whyNot}</p>
        </Banner>
      )}
      {event.state === 'returned' && event.reason ? (
        <Banner kind="bad" className="mt4" title={t('app.hub.standing.returned')}>
          <p className="pre">{event.reason.reason}</p>
        </Banner>
      ) : null}
      {editable ? <Missing event={event} /> : null}
      <Answers event={event} editable={editable} />
      {editable && (event.state === 'draft' || event.state === 'returned') ? <Submission event={event} /> : null}
      {editable && event.state !== 'draft' && event.state !== 'returned' ? <p className="sub mt5">{t('app.check.after-approval')}</p> : null}
    </Screen>
  );
}

function Answers({ event, editable }: { readonly event: EventDetail; readonly editable: boolean }): ReactElement {
  const rows = answersOf(event);
  const steps = STEPS.filter((step) => step !== 'check');
  return (
    <>
      {steps.map((step) => (
        <section key={step} aria-labelledby={`check-${step}`} className="mt6">
          <h2 id={`check-${step}`} className="mb3">
            {t(`app.part.${step}`)}
          </h2>
          <CheckAnswers
            t={t}
            renderLink={appLink}
            answers={rows
              .filter((row) => row.step === step)
              .map((row): CheckedAnswer => ({
                term: row.term,
                value: row.value === '' ? '' : <span className="pre">{row.value}</span>,
                ...(editable ? { changeHref: paths.edit(event.id, step) } : {}),
              }))}
          />
        </section>
      ))}
    </>
  );
}

/** What is still to be written before it can be handed in; each line leads to its page. */
function Missing({ event }: { readonly event: EventDetail }): ReactElement | null {
  if (event.missing.length === 0) return null;
  const lines = event.missing.map(({ field, code }) => ({ field, code, step: stepOfField(field) }));
  return (
    <Banner kind="note" className="mt4" title={t('app.check.missing', { count: lines.length })}>
      <ul>
        {lines.map(({ field, code, step }) => (
          <li key={`${field} ${code}`}>
            <AppLink href={paths.edit(event.id, step)} className="more">
              {missingWords(field, code, step)}
            </AppLink>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function missingWords(field: string, code: string, step: Step): string {
  const key = field === 'startsAt' ? 'app.field.date' : `events.label.${field}`;
  if (code === 'event.field-missing' && hasText(key)) return t(key);
  return code === 'event.field-missing' && step !== 'check' ? t(`app.part.${step}`) : sentence(code);
}

/** 区に申請する. The button is always there; what is missing is said on top and by the server. */
function Submission({ event }: { readonly event: EventDetail }): ReactElement {
  const go = useGo();
  const changed = useEventChanged();
  const submission = useAct(
    (_: null, options) => postEventSubmission(event.id, options),
    async (answer) => {
      await changed(answer);
      go(paths.approvalOf(event.id));
    },
  );
  return (
    <section className="mt6" aria-labelledby="submit-title">
      <h2 id="submit-title" className="mb2">
        {t('app.submit.title')}
      </h2>
      <p>{t('app.submit.body')}</p>
      <div className="mt4">
        <FailureBanner error={submission.error} />
        {submission.error && event.missing.length > 0 ? <Missing event={event} /> : null}
      </div>
      <div className="btns mt4">
        <Button type="button" icon="send" onClick={() => submission.act(null)}>
          {t(submission.pending ? 'app.sending' : 'app.submit.button')}
        </Button>
        <LinkButton href={paths.event(event.id)} kind="outline" renderLink={appLink}>
          {t('app.submit.later')}
        </LinkButton>
      </div>
    </section>
  );
}
