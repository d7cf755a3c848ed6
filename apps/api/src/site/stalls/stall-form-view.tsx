import type { ReactElement } from 'react';
import type { ShownStalls } from '@yoriai/events';
import { BackLink, Banner, Button, HiddenFields, LinkButton, Lines, PaperBox, hostLang, refusalText, shortDate, type Translate } from '@yoriai/ui';
import { AboutEvent } from '../applications/apply-view.js';
import type { ShownEvent } from '../events/shown-event.js';
import type { FormState } from '../page/form.js';
import { FormTop } from '../page/form-top.js';
import { StallFields } from './stall-fields.js';

export interface StallFormViewProps {
  readonly t: Translate;
  readonly event: ShownEvent;
  readonly call: NonNullable<ShownStalls['call']>;
  readonly can: ShownStalls['can'];
  readonly form: FormState;
  readonly formKey: string;
}

/** What the host looks for, until when, and the form; where nobody can apply, why. */
export function StallFormView({ t, event, call, can, form, formKey }: StallFormViewProps): ReactElement {
  return (
    <>
      <BackLink t={t} href={`/events/${event.slug}`} />
      <AboutEvent t={t} event={event} />
      <FormTop t={t} form={form} />
      <h1>{t('stall.apply')}</h1>
      <p className="num">{t('stall.until', { places: call.places, day: dayIn(t, call.closesOn) })}</p>
      {call.note === null ? null : (
        <p lang={hostLang(t)}>
          <Lines text={call.note} />
        </p>
      )}
      {can === true ? (
        <form method="post" action={`/events/${event.slug}/stalls`} noValidate>
          <HiddenFields values={{ _key: formKey }} />
          <StallFields t={t} form={form} kinds={call.kinds} />
          <div className="mt6">
            <PaperBox id="privacy" title={t('site.apply.privacy')}>
              <p>
                {t('stall.privacy', { host: event.organisation.name })}{' '}
                <a href="/privacy">{t('site.apply.privacy.link')}</a>
              </p>
            </PaperBox>
          </div>
          <div className="btns col mt6">
            <Button wide>{t('stall.send')}</Button>
          </div>
        </form>
      ) : (
        <>
          <Banner kind="info" className="mt5" title={refusalText(t, can, { day: dayIn(t, call.opensOn ?? call.closesOn) })} />
          <div className="btns col mt5">
            <LinkButton href={`/events/${event.slug}`} kind="outline" wide>
              {t('site.ticket.event')}
            </LinkButton>
          </div>
        </>
      )}
    </>
  );
}

/** A day without hours, in words. */
export const dayIn = (t: Translate, day: string): string => shortDate(t, `${day}T12:00:00+09:00`);
