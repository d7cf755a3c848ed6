import type { ReactElement } from 'react';
import type { TicketAnswer } from '@yoriai/events';
import { BackLink, Banner, Button, Checkbox, HiddenFields, NativeSelect, PhoneLink, TextInput, refusalText, type Translate } from '@yoriai/ui';
import { AboutEvent } from '../applications/apply-view.js';
import { Born } from '../applications/born.js';
import { CompanionNames, Companions, companionBox } from '../applications/companions.js';
import { errorOf, type FormState } from '../page/form.js';
import { FormTop } from '../page/form-top.js';
import { companionBoxCount } from './amend-form.js';

export interface AmendViewProps {
  readonly t: Translate;
  readonly ticket: TicketAnswer;
  readonly form: FormState;
  readonly path: string;
  readonly formKey: string;
  readonly officePhone: string;
}

/** The form: how many, who, how to reach them. What can't be changed now says why in its place. */
export function AmendView(props: AmendViewProps): ReactElement {
  const { t, ticket, form, path, formKey, officePhone } = props;
  const { event, amend } = ticket;
  return (
    <>
      <BackLink t={t} href={path} />
      <AboutEvent t={t} event={{ title: event.title ?? '', startsAt: event.startsAt ?? '', endsAt: event.endsAt ?? '' }} />
      <FormTop t={t} form={form} />
      <h1>{t('amend.title')}</h1>
      <p className="mt3">{t('amend.whole')}</p>
      <form method="post" action={`${path}/change`} noValidate className="mt5">
        <HiddenFields values={{ _key: formKey, read: form.values['read'], was: form.values['was'] }} />
        {amend?.group === true ? <Group {...props} /> : <Banner kind="info" title={refusalText(t, typeof amend?.group === 'string' ? amend.group : 'application.amend-part')} />}
        <Contact {...props} />
        <div className="btns col mt6">
          <Button wide>{t('amend.save')}</Button>
        </div>
      </form>
      <p className="sub mt5">{t('amend.name')}</p>
      <PhoneLink number={event.contactPhone ?? officePhone} small />
    </>
  );
}

function Group(props: AmendViewProps): ReactElement {
  const { t, ticket, form } = props;
  const { amend, heads, groupName } = ticket;
  const more = amend?.more;
  const most = more === true ? Math.max(amend?.most ?? heads, heads) : heads;
  return (
    <>
      {amend?.companions === 'names' ? (
        <Named {...props} />
      ) : (
        <NativeSelect
          t={t}
          name="heads"
          need="silent"
          width="short"
          label={t('amend.heads')}
          hint={t(groupName === null ? 'amend.heads.hint' : 'amend.heads.hint.group', { now: heads })}
          defaultValue={form.values['heads'] || String(heads)}
          error={errorOf(t, form, 'heads')}
          choices={Array.from({ length: most }, (_, index) => ({ value: String(index + 1), label: t('site.apply.heads.count', { count: index + 1 }) }))}
        />
      )}
      <p className="hint mt3">{typeof more === 'string' ? refusalText(t, more) : t('amend.more')}</p>
      {amend?.adults && more === true ? (
        <div className="mt4" id="adults">
          <Checkbox name="adults" value="on" label={t('amend.adults')} defaultChecked={form.values['adults'] === 'on'} />
          {errorOf(t, form, 'adults') === undefined ? null : <p className="err-t">{errorOf(t, form, 'adults')}</p>}
        </div>
      ) : null}
    </>
  );
}

/** Each who comes along: their name as it stands, and a mark that they do not; then boxes for others, one after the other. */
function Named({ t, ticket, form }: AmendViewProps): ReactElement {
  const [stand, all] = [ticket.companions.length, ticket.amend?.more === true ? companionBoxCount(ticket) : ticket.companions.length];
  const ages = ticket.asks.ages !== null;
  return (
    <section aria-labelledby="companions" className="mt5">
      <h2 id="companions" className="fs-20">
        {t('amend.companions')}
      </h2>
      {ticket.companions.map((_, index) => (
        <fieldset key={companionBox(index, 'name')} className="mt4">
          <legend className="vh">{t('events.companion.name', { nth: index + 2 })}</legend>
          <CompanionNames t={t} form={form} index={index} />
          {ages ? <Born t={t} form={form} name={companionBox(index, 'born')} need="silent" label={t('asks.born.of', { nth: index + 2 })} hint={t('amend.born.again')} /> : null}
          <div className="mt3">
            <Checkbox name={companionBox(index, 'gone')} value="on" label={t('amend.gone')} defaultChecked={form.values[companionBox(index, 'gone')] !== undefined} />
          </div>
        </fieldset>
      ))}
      <Companions t={t} form={form} from={stand} most={all} ages={ages} />
    </section>
  );
}

/** How they are reached: a part of what stands, and empty boxes, since whoever shows a ticket shows this page too. */
function Contact({ t, ticket, form }: AmendViewProps): ReactElement {
  const now = (value: string | null | undefined): string => (value ? t('amend.contact.now', { value }) : t('amend.contact.none'));
  const box = (name: 'phone' | 'email') => ({ t, name, need: 'silent' as const, defaultValue: form.values[name], error: errorOf(t, form, name) });
  return (
    <section aria-labelledby="contact" className="mt6">
      <h2 id="contact" className="fs-20">
        {t('amend.contact')}
      </h2>
      <TextInput {...box('phone')} type="tel" inputMode="tel" autoComplete="tel" width="mid" label={t('amend.phone')} hint={now(ticket.amend?.phone)} />
      <TextInput {...box('email')} type="email" inputMode="email" autoComplete="email" label={t('amend.email')} hint={`${now(ticket.amend?.email)} ${t('amend.email.hint')}`} />
    </section>
  );
}
