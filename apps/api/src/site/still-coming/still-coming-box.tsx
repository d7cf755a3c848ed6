import type { ReactElement } from 'react';
import type { StillComingQuestion } from '@yoriai/events';
import { Banner, Button, HiddenFields, LinkButton, reasonIn, type Translate } from '@yoriai/ui';

export interface StillComingBoxProps {
  readonly t: Translate;
  readonly question: StillComingQuestion;
  readonly token: string;
  readonly formKey: string;
}

/** まだ来られますか, on the ticket. No leads to the page where the application is cancelled. */
export function StillComingBox({ t, question, token, formKey }: StillComingBoxProps): ReactElement {
  const ticket = `/t/${encodeURIComponent(token)}`;
  if (question.saidYes) {
    return (
      <Banner kind="good" role="status" className="mb5" title={t('site.still.thanks')}>
        <p>{t('site.still.said')}</p>
      </Banner>
    );
  }
  return (
    <section className="mb6" aria-labelledby="still">
      <h1 id="still">{t('site.still.title')}</h1>
      <p>{t('site.still.text')}</p>
      {question.reason === null ? null : <p className="pre">{t('site.event.cancelled.reason', { reason: reasonIn(t, question.reason) })}</p>}
      <div className="btns col mt4">
        <form method="post" action={`${ticket}/still-coming`}>
          <HiddenFields values={{ _key: formKey }} />
          <Button size="answer" wide>
            {t('site.still.yes')}
          </Button>
        </form>
        <LinkButton href={`${ticket}/cancel`} kind="stop" wide>
          {t('site.still.no')}
        </LinkButton>
      </div>
      <p className="sub mt3">{t('site.still.silence')}</p>
    </section>
  );
}
