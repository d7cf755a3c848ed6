import { ProblemError, type EventDetail } from '@yoriai/api-client';
import { Button, LinkButton } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { appLink, useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { CheckStep } from './check-step.js';
import { Conflict } from './conflict.js';
import { eventQuery } from './queries.js';
import { SaveLine } from './save-line.js';
import { Progress } from './progress.js';
import { isStep, stepAfter, stepBefore, stepTitle, type QuestionStep, type Step } from './steps.js';
import { StepFields } from './step-fields.js';
import { useStepForm } from './use-step-form.js';

/** The event form, one thing a page. Every page saves itself and can be left at any time. */
export function WizardScreen(): ReactElement {
  const { id, step } = useParams({ from: '/events/$id/edit/$step' });
  const event = useQuery(eventQuery(id));
  // Keyed by its address: the boxes of one page must never stand on the next, where they would save over its answers.
  return <Answer of={event}>{(found) => <Page key={`${id} ${step}`} event={found} step={isStep(step) ? step : 'check'} />}</Answer>;
}

function Page({ event, step }: { readonly event: EventDetail; readonly step: Step }): ReactElement {
  // Rights may end while somebody writes; what they typed must not vanish, so the page stays as it was opened.
  const [editable] = useState(event.can.edit === true);
  if (step === 'check' || !editable) return <CheckStep event={event} whyNot={whyNot(event.can.edit)} />;
  return <Question event={event} step={step} />;
}

function Question({ event, step }: { readonly event: EventDetail; readonly step: QuestionStep }): ReactElement {
  const go = useGo();
  const form = useStepForm(event, step);
  const before = stepBefore(step);
  const submit = async (submitted: FormEvent): Promise<void> => {
    submitted.preventDefault();
    if (await form.finish()) go(paths.edit(event.id, stepAfter(step)));
  };
  const stale = form.state.kind === 'failed' && form.state.error instanceof ProblemError && form.state.error.status === 412;
  const failure = form.state.kind === 'failed' && !stale && form.pressed && Object.keys(form.errors).length === 0 ? form.state.error : undefined;
  return (
    <Screen
      title={t(stepTitle(step))}
      width="narrow"
      back={{ href: paths.event(event.id), label: event.title ?? t('app.event.untitled') }}
      eyebrow={<Progress step={step} />}
    >
      {stale && form.state.kind === 'failed' ? (
        <Conflict step={step} event={event} mine={form.mine} error={form.state.error} onKeep={form.overwrite} onTake={form.takeTheirs} />
      ) : null}
      <form noValidate onSubmit={(submitted) => void submit(submitted)} className="mt5">
        <FailureBanner error={failure} onRetry={() => void form.finish()} />
        <FormErrors errors={form.errors} />
        <StepFields step={step} event={event} values={form.values} errors={form.errors} set={form.set} replace={form.replace} version={form.shape} />
        <div className="btns mt6">
          <Button>{t('app.wizard.next')}</Button>
          {before === undefined ? null : (
            <LinkButton href={paths.edit(event.id, before)} kind="outline" renderLink={appLink}>
              {t('app.wizard.previous')}
            </LinkButton>
          )}
        </div>
      </form>
      <SaveLine state={form.state} restored={form.restored} />
    </Screen>
  );
}

