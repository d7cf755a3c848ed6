import type { ReactElement } from 'react';
import type { StillComingQuestion } from '@yoriai/events';
import type { AssignmentResponse } from '@yoriai/rosters';
import { Banner, Button, Facts, HiddenFields, LinkButton, type Translate } from '@yoriai/ui';
import { dutyRows } from '../me/duty-rows.js';

export interface AskedDutyViewProps {
  readonly t: Translate;
  readonly duty: AssignmentResponse;
  readonly question: StillComingQuestion | null;
  readonly path: string;
  readonly formKey: string;
}

/** The duty on its new day, and two answers. Who said yes may still say no. */
export function AskedDutyView({ t, duty, question, path, formKey }: AskedDutyViewProps): ReactElement {
  const off = duty.status !== 'confirmed';
  return (
    <>
      <h1>{t(off ? 'site.still.duty.off' : question === null ? 'site.still.duty.over' : question.saidYes ? 'site.still.thanks' : 'site.still.title')}</h1>
      {question?.saidYes ? <Banner kind="good" role="status" className="mt4" title={t('site.still.duty.said')} /> : null}
      {question && !question.saidYes ? <p>{t('site.still.duty.text')}</p> : null}
      <div className="mt5">
        <Facts rows={dutyRows(t, duty)} />
      </div>
      {question === null ? null : (
        <div className="btns col mt6">
          {question.saidYes ? null : <Answer t={t} path={path} formKey={formKey} answer="yes" />}
          <Answer t={t} path={path} formKey={formKey} answer="no" />
        </div>
      )}
      {duty.eventSlug === null ? null : (
        <div className="mt4">
          <LinkButton href={`/events/${duty.eventSlug}`} kind="outline" wide>
            {t('site.ticket.event')}
          </LinkButton>
        </div>
      )}
    </>
  );
}

function Answer({ t, path, formKey, answer }: Pick<AskedDutyViewProps, 't' | 'path' | 'formKey'> & { readonly answer: 'yes' | 'no' }): ReactElement {
  return (
    <form method="post" action={`${path}/answer`}>
      <HiddenFields values={{ _key: formKey, answer }} />
      <Button kind={answer === 'no' ? 'stop' : 'filled'} size="answer" wide>
        {t(`site.still.duty.${answer}`)}
      </Button>
    </form>
  );
}
