import { postEventSubmission, type EventDetail } from '@yoriai/api-client';
import { Banner, Button, CheckAnswers, LinkButton, type Answer as CheckedAnswer } from '@yoriai/ui';
import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { subscribeDrafts } from '../../app/drafts.js';
import { AppLink, appLink, useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { Checklist } from '../approvals/checklist.js';
import { HelpNote } from '../centre/help-note.js';
import { PlannedDates } from '../series/planned-dates.js';
import { answersOf } from './answers.js';
import { AbandonChange, ChangeSubmission, WrittenChange } from './change-step.js';
import { eventTitle } from './event-title.js';
import { Progress } from './progress.js';
import { useEventChanged } from './queries.js';
import { Remark } from './remark-note.js';
import { useInitiativeNames } from './initiatives.js';
import { remarksOf } from './remarks.js';
import { ReturnedNote } from './returned-note.js';
import { missingLines } from './missing.js';
import { ShortTerm } from './short-term.js';
import { ScopeChoice } from './scope-choice.js';
import { isStep, STEPS, stepTitle, type Step } from './steps.js';
import { UnansweredAsk, useUnanswered } from './unanswered-note.js';
import { unsentSteps } from './unsent.js';
import { VenueNotesBanner } from './venue-notes-banner.js';
import { asWritten, changesOnly, publicWords } from './writing.js';

/** All answers on one page; from here it goes to the ward. Without the right to edit, a page to read. */
export function CheckStep({ event, whyNot }: { readonly event: EventDetail; readonly whyNot: string | undefined }): ReactElement {
  const editable = whyNot === undefined;
  const changing = changesOnly(event);
  const written = asWritten(event);
  return (
    <Screen
      title={t(changing && editable ? 'app.change.write' : editable ? 'app.step.check' : 'app.hub.content')}
      width="narrow"
      back={{ href: paths.event(event.id), label: eventTitle(event) }}
      {...(editable && !changing ? { eyebrow: <Progress step="check" /> } : {})}
      {...(editable ? { lead: publicWords(event) } : {})}
    >
      {editable ? null : (
        <Banner kind="info" className="mt4" title={t('app.check.read-only')}>
          <p>{whyNot}</p>
        </Banner>
      )}
      <ReturnedNote event={event} list={false} />
      <HelpNote event={event} />
      {editable ? <Unsent eventId={event.id} /> : null}
      {editable ? <Missing event={written} /> : null}
      {editable && written.uses === null ? <Unanswered eventId={event.id} /> : null}
      {changing ? <Changing event={event} editable={editable} /> : null}
      <VenueNotesBanner event={written} venues={written.venues ?? []} {...(editable ? { mend: event.id } : {})} />
      <Answers event={written} editable={editable} />
      <div className="mt6 stack-l">
        <PlannedDates of={event} />
        <Checklist event={event} />
      </div>
      {editable && !changing && event.missing.length === 0 && event.can.submit !== 'event.host-only' ? <Submission event={event} /> : null}
    </Screen>
  );
}

/** Of an approved event: what would change stands before all answers, with what happens next. */
function Changing({ event, editable }: { readonly event: EventDetail; readonly editable: boolean }): ReactElement {
  const waits = useUnsent(event.id).length > 0;
  return (
    <>
      {editable ? <ScopeChoice event={event} /> : null}
      <WrittenChange event={event} />
      {editable ? <ChangeSubmission event={event} waits={waits} unsent={<Unsent eventId={event.id} role="alert" />} /> : null}
      {editable ? <AbandonChange event={event} /> : null}
    </>
  );
}

function Answers({ event, editable }: { readonly event: EventDetail; readonly editable: boolean }): ReactElement {
  const rows = answersOf(event, useInitiativeNames());
  const remarks = new Map(remarksOf(event).map(({ row, text }) => [row, text]));
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
                value: <Answered value={row.value} remark={remarks.get(row.id)} />,
                ...(editable ? { changeHref: row.id === 'programme' ? paths.programme(event.id) : paths.editFromCheck(event.id, step) } : {}),
              }))
              .concat(step === 'places' ? stallsOf(event) : [])}
          />
        </section>
      ))}
    </>
  );
}

/** The call for stalls, whose own page it has: among the answers, so that nobody hands it in unseen. */
function stallsOf({ id, stalls, can }: EventDetail): CheckedAnswer[] {
  if (stalls === null) return [];
  return [{ term: t('app.stalls.call'), value: <span className="num">{t('app.stalls.up-to', { count: stalls.places })}</span>, ...(can.seeApplications === true ? { changeHref: paths.stalls(id) } : {}) }];
}

/** An answer, with what the ward wrote about it. */
function Answered({ value, remark }: { readonly value: string; readonly remark: string | undefined }): ReactElement {
  return (
    <>
      {value === '' ? t('ui.check.none') : <span className="pre">{value}</span>}
      {remark === undefined ? null : <Remark text={remark} />}
    </>
  );
}

/** The pages with something typed on this device that the server has not got: it would be missing in what is handed in. */
function Unsent({ eventId, role }: { readonly eventId: string; readonly role?: 'alert' }): ReactElement | null {
  const steps = useUnsent(eventId);
  if (steps.length === 0) return null;
  return (
    <Banner kind="note" className="mt4" title={t('app.check.unsent')} {...(role ? { role } : {})}>
      <p>{t('app.check.unsent.body')}</p>
      <ul>
        {steps.map((step) => (
          <li key={step}>
            <AppLink href={paths.editFromCheck(eventId, step)} className="more">
              {t(stepTitle(step))}
            </AppLink>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function useUnsent(eventId: string): Step[] {
  // One text, so that nothing is drawn anew while the same pages wait.
  const read = (): string => unsentSteps(eventId).join(' ');
  return useSyncExternalStore(subscribeDrafts, read, read).split(' ').filter((name): name is Step => isStep(name));
}

/** What is still to be written before it can be handed in; each line leads to its page. */
function Missing({ event }: { readonly event: EventDetail }): ReactElement | null {
  const lines = missingLines(event);
  if (lines.length === 0) return null;
  return (
    <Banner kind="note" className="mt4" title={t('app.check.missing', { count: lines.length })}>
      <ul>
        {lines.map(({ id, step, words }) => (
          <li key={id}>
            <AppLink href={id.startsWith('programme') ? paths.programme(event.id) : paths.editFromCheck(event.id, step)} className="more">
              {words}
            </AppLink>
          </li>
        ))}
      </ul>
      <p className="mt3">
        <LinkButton href={paths.editFromCheck(event.id, lines[0]!.step)} size="m" renderLink={appLink}>
          {t('app.next.write.button')}
        </LinkButton>
      </p>
    </Banner>
  );
}

/** Nobody said what is used: it hinders nothing, but only an answer shows which procedures there are. */
function Unanswered({ eventId }: { readonly eventId: string }): ReactElement {
  return (
    <Banner kind="note" className="mt4" title={t('app.check.uses')}>
      <p>{t('app.check.uses.body')}</p>
      <p>
        <AppLink href={paths.editFromCheck(eventId, 'safety')} className="more">
          {t('app.check.uses.answer')}
        </AppLink>
      </p>
    </Banner>
  );
}

/** 区に申請する: offered once nothing is missing; until then the box on top says what is, and leads there. */
function Submission({ event }: { readonly event: EventDetail }): ReactElement {
  const go = useGo();
  const changed = useEventChanged();
  const waits = useUnsent(event.id).length > 0;
  const [pressed, setPressed] = useState(false);
  const open = useUnanswered(event);
  const [asked, setAsked] = useState(false);
  const submission = useAct(
    (_: null, options) => postEventSubmission(event.id, options),
    async (answer) => {
      await changed(answer);
      go(paths.approvalOf(event.id));
    },
  );
  const submit = (): void => {
    setPressed(true);
    if (waits) return;
    if (open.length > 0 && !asked) return setAsked(true);
    submission.act(null);
  };
  return (
    <section className="mt6" aria-labelledby="submit-title">
      <h2 id="submit-title" className="mb2">
        {t('app.submit.title')}
      </h2>
      {event.notificationOnly ? (
        <p>{t('app.submit.by-rule')}</p>
      ) : (
        <>
          {event.review?.short ? null : <p>{t('app.submit.body')}</p>}
          <ShortTerm review={event.review} />
        </>
      )}
      <VenueNotesBanner event={event} venues={event.venues ?? []} onlyOver mend={event.id} />
      <div className="mt4">
        {pressed ? <Unsent eventId={event.id} role="alert" /> : null}
        {asked && open.length > 0 ? <UnansweredAsk eventId={event.id} lines={open} /> : null}
        <FailureBanner error={submission.error} />
      </div>
      <div className="btns mt4">
        <Button type="button" icon="send" onClick={submit}>
          {t(submission.pending ? 'app.sending' : asked && open.length > 0 ? 'app.unanswered.anyway' : 'app.submit.button')}
        </Button>
        <LinkButton href={paths.event(event.id)} kind="outline" renderLink={appLink}>
          {t('app.submit.later')}
        </LinkButton>
      </div>
    </section>
  );
}
