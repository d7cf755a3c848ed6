import type { ReactElement } from 'react';
import type { ShownStalls, StallEntity } from '@yoriai/events';
import { Banner, Button, Facts, HiddenFields, LinkButton, Lines, hostLang, type Translate } from '@yoriai/ui';
import { AboutEvent } from '../applications/apply-view.js';
import { Contact } from '../events/event-facts.js';
import type { ShownEvent } from '../events/shown-event.js';
import type { FormState } from '../page/form.js';
import { FormTop } from '../page/form-top.js';
import { StallFields } from './stall-fields.js';

export interface StallTicketViewProps {
  readonly t: Translate;
  readonly event: ShownEvent;
  readonly stall: StallEntity;
  readonly venue: string | null;
  readonly kinds: NonNullable<ShownStalls['call']>['kinds'];
  readonly form: FormState;
  readonly token: string;
  /** The event is: who was where stays. */
  readonly over: boolean;
  /** Of the two forms. */
  readonly formKeys: readonly [string, string];
}

const BANNER = { applied: 'wait', accepted: 'good', declined: 'info', withdrawn: 'info' } as const;

/** How the application of a stall stands, and what its people can do. */
export function StallTicketView({ t, event, stall, venue, kinds, form, token, over, formKeys }: StallTicketViewProps): ReactElement {
  const { state, plot, reply } = stall;
  const off = event.state === 'cancelled';
  const here = `/s/${encodeURIComponent(token)}`;
  return (
    <>
      <AboutEvent t={t} event={event} href={`/events/${event.slug}`} />
      <FormTop t={t} form={form} />
      <h1>{stall.name}</h1>
      {off ? <Banner kind="cancelled" className="mt4" title={t('site.event.cancelled.title')} /> : null}
      <Banner kind={BANNER[state]} className="mt4" title={t(`stall.state.${state}`)}>
        {plot === null ? <p>{t(`stall.state.${state}.body`)}</p> : null}
        {reply === null ? null : (
          <p lang={hostLang(t)}>
            <Lines text={reply} />
          </p>
        )}
      </Banner>
      <div className="mt5">
        <Facts
          rows={[
            { term: t('stall.plot'), detail: plot === null ? null : <b className="num">{[plot, venue].filter(Boolean).join('　')}</b> },
            { term: t('stall.sells'), detail: <Lines text={stall.sells} /> },
            { term: t('stall.contact'), detail: stall.contactName },
            { term: t('stall.extinguishers'), detail: stall.extinguishers === 0 ? null : t('stall.extinguishers.need', { count: stall.extinguishers }) },
            { term: t('site.event.facts.contact'), detail: <Contact event={event} /> },
          ]}
        />
      </div>
      {state === 'applied' && !off ? (
        <section className="sec2" aria-labelledby="change">
          <h2 id="change">{t('stall.change')}</h2>
          <form method="post" action={`${here}/change`} noValidate>
            <HiddenFields values={{ _key: formKeys[0] }} />
            <StallFields t={t} form={form} kinds={kinds} />
            <div className="btns col mt6">
              <Button kind="outline" wide>
                {t('stall.change.send')}
              </Button>
            </div>
          </form>
        </section>
      ) : null}
      {(state === 'applied' || state === 'accepted') && !off && !over ? (
        <Withdrawal t={t} action={`${here}/withdrawal`} formKey={formKeys[1]} />
      ) : null}
      <div className="btns col mt5">
        <LinkButton href={`/events/${event.slug}`} kind="outline" wide>
          {t('site.ticket.event')}
        </LinkButton>
      </div>
    </>
  );
}

function Withdrawal({ t, action, formKey }: { readonly t: Translate; readonly action: string; readonly formKey: string }): ReactElement {
  return (
    <section className="sec2" aria-labelledby="withdraw">
      <h2 id="withdraw">{t('stall.withdraw')}</h2>
      <p>{t('stall.withdraw.body')}</p>
      <form method="post" action={action} className="mt4">
        <HiddenFields values={{ _key: formKey }} />
        <Button kind="stop" wide>
          {t('stall.withdraw.send')}
        </Button>
      </form>
    </section>
  );
}
