import type { EventDetail } from '@yoriai/api-client';
import { Button, LinkButton } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { appLink, useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { useLead } from '../../ui/use-lead.js';
import type { SaveState } from './autosave.js';
import { CheckStep } from './check-step.js';
import { Conflict } from './conflict.js';
import { eventTitle } from './event-title.js';
import { MissingHere } from './missing-here.js';
import { eventQuery } from './queries.js';
import { Progress } from './progress.js';
import { RemarksAbove } from './remark-note.js';
import { remarksOn } from './remarks.js';
import { ReturnedNote } from './returned-note.js';
import { SaveLine } from './save-line.js';
import type { WizardSearch } from './search.js';
import { isStep, stepAfter, stepBefore, stepTitle, type QuestionStep, type Step } from './steps.js';
import { StepFields } from './step-fields.js';
import { asWritten, changesOnly, mayWrite, publicWords } from './writing.js';
import { useStepForm } from './use-step-form.js';

/** The event form, one thing a page. Every page saves itself and can be left at any time. */
export function WizardScreen(): ReactElement {
  const { id, step } = useParams({ from: '/events/$id/edit/$step' });
  const { from } = useSearch({ from: '/events/$id/edit/$step' });
  const event = useQuery(eventQuery(id));
  // Keyed by its address: the boxes of one page must never stand on the next, where they would save over its answers.
  return (
    <Answer of={event}>{(found) => <Page key={`${id} ${step}`} event={found} step={isStep(step) ? step : 'check'} from={from} />}</Answer>
  );
}

function Page({ event, step, from }: { readonly event: EventDetail; readonly step: Step; readonly from: WizardSearch['from'] }): ReactElement {
  // Rights may end while somebody writes; what they typed must not vanish, so the page stays as it was opened.
  const [editable] = useState(mayWrite(event) === true);
  if (step === 'check' || !editable) return <CheckStep event={event} whyNot={whyNot(mayWrite(event))} />;
  return <Question event={asWritten(event)} step={step} from={changesOnly(event) ? 'check' : from} />;
}

interface QuestionProps {
  readonly event: EventDetail;
  readonly step: QuestionStep;
  /** From the page that shows all answers one goes back there; who goes on with a draft from its hub is told why here. */
  readonly from: WizardSearch['from'];
}

function Question({ event, step, from }: QuestionProps): ReactElement {
  const go = useGo();
  const form = useStepForm(event, step);
  // Counts what was pressed in vain; saving by itself, which tries again on its own, never takes the focus away.
  const [vain, setVain] = useState(0);
  const wrong = useLead(vain);
  const next = async (): Promise<void> => {
    if (await form.finish()) go(paths.edit(event.id, from === 'check' ? 'check' : stepAfter(step)));
    else setVain((times) => times + 1);
  };
  const tells = !form.collision && form.pressed && Object.keys(form.errors).length === 0;
  return (
    <Screen
      title={t(stepTitle(step))}
      width="narrow"
      back={{ href: paths.event(event.id), label: eventTitle(event) }}
      lead={publicWords(event)}
      {...(changesOnly(event) ? {} : { eyebrow: <Progress step={step} /> })}
    >
      <ReturnedNote event={event} list={false} />
      <RemarksAbove event={event} step={step} />
      {from === 'hub' ? <MissingHere event={event} step={step} /> : null}
      <div ref={wrong} className="mt5">
        {form.collision ? <Conflict step={step} mine={form.mine} theirs={form.collision} onKeep={form.overwrite} onTake={form.takeTheirs} /> : null}
        <FailureBanner error={tells ? failureOf(form.state) : undefined} onRetry={() => void next()} />
        <FormErrors errors={form.errors} />
      </div>
      <form
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void next();
        }}
      >
        <StepFields step={step} event={event} values={form.values} errors={form.errors} remarks={remarksOn(event, step).atBoxes} set={form.set} replace={form.replace} version={form.shape} />
        <Ways event={event} step={step} from={from} />
      </form>
      <SaveLine state={form.state} restored={form.restored} />
    </Screen>
  );
}

/** What went wrong, also while it is tried again: who reads it doesn't lose it. */
function failureOf(state: SaveState): unknown {
  if (state.kind === 'failed') return state.error;
  return state.kind === 'saving' ? state.after : undefined;
}

function Ways({ event, step, from }: QuestionProps): ReactElement {
  const before = stepBefore(step);
  return (
    <div className="btns mt6">
      <Button>{t(from === 'check' ? 'app.wizard.to-check' : 'app.wizard.next')}</Button>
      {before === undefined || from === 'check' ? null : (
        <LinkButton href={paths.edit(event.id, before)} kind="outline" renderLink={appLink}>
          {t('app.wizard.previous')}
        </LinkButton>
      )}
    </div>
  );
}
