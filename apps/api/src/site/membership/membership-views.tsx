import type { ReactElement } from 'react';
import { membershipVerdict, type JoinableOrganisation, type MembershipRow } from '@yoriai/associations';
import { partlyHidden, phonePartlyHidden } from '@yoriai/events';
import { BackLink, Banner, Button, Facts, HiddenFields, Lines, NativeSelect, PaperBox, PhoneLink, TextArea, TextInput, type TextKey, type Translate } from '@yoriai/ui';
import { Either } from '../page/either.js';
import { errorOf, type FormState } from '../page/form.js';
import { FormTop } from '../page/form-top.js';

interface MembershipFormViewProps {
  readonly t: Translate;
  readonly choices: readonly JoinableOrganisation[];
  /** Where the way back leads. */
  readonly back: { readonly href: string; readonly label: string };
  readonly phone: string;
  readonly form: FormState;
  readonly formKey: string;
}

/** 加入の相談: which association, and whom it may call. */
export function MembershipFormView({ t, choices, back, phone, form, formKey }: MembershipFormViewProps): ReactElement {
  const box = (name: string, label: TextKey) => ({ t, name, label: t(label), defaultValue: form.values[name], error: errorOf(t, form, name) });
  return (
    <>
      <FormTop t={t} form={form} />
      <BackLink t={t} href={back.href}>
        {back.label}
      </BackLink>
      <h1>{t('membership.title')}</h1>
      <p className="lede">{t('membership.lead')}</p>
      {choices.length === 0 ? (
        <>
          <p>{t('membership.none')}</p>
          <PhoneLink number={phone} />
        </>
      ) : (
        <form method="post" action="/join" noValidate className="mt5">
          <HiddenFields values={{ _key: formKey }} />
          <NativeSelect {...box('organisation', 'membership.organisation')} hint={t('membership.organisation.hint')} choices={[{ value: '', label: t('membership.organisation.choose') }, ...choices.map(({ slug, name }) => ({ value: slug, label: name }))]} />
          <TextInput {...box('contactName', 'membership.contact')} autoComplete="name" maxLength={100} />
          <Either t={t} legend={t('site.apply.contact')} hint={{ id: 'either-hint', text: t('membership.contact.hint') }}>
            <TextInput {...box('phone', 'site.apply.phone')} need="silent" type="tel" inputMode="tel" autoComplete="tel" width="mid" />
            <TextInput {...box('email', 'site.apply.email')} need="silent" type="email" inputMode="email" autoComplete="email" />
          </Either>
          <TextArea {...box('note', 'membership.note')} need="optional" hint={t('membership.note.hint')} rows={3} maxLength={300} />
          <div className="mt6">
            <PaperBox id="privacy" title={t('site.apply.privacy')}>
              <p>
                {t('membership.privacy')} <a href="/privacy">{t('site.apply.privacy.link')}</a>
              </p>
            </PaperBox>
          </div>
          <div className="btns col mt6">
            <Button wide>{t('membership.send')}</Button>
          </div>
        </form>
      )}
    </>
  );
}

interface MembershipTicketViewProps {
  readonly t: Translate;
  readonly request: MembershipRow;
  readonly title: string;
  readonly form: FormState;
  readonly token: string;
  readonly formKey: string;
}

const BODY = { waiting: 'membership.state.waiting.body', contacted: 'membership.state.contacted.body', withdrawn: null, forgotten: null } as const;

/** How a wish to join stands, what was written, and taking it back. */
export function MembershipTicketView({ t, request, title, form, token, formKey }: MembershipTicketViewProps): ReactElement {
  const { contactName, contactPhone, contactEmail, note } = request;
  const state = request.state !== 'withdrawn' && request.forgottenAt !== null ? 'forgotten' : request.state;
  const body = BODY[state];
  return (
    <>
      <FormTop t={t} form={form} />
      <h1>{title}</h1>
      <Banner kind={state === 'waiting' ? 'info' : 'good'} level={2} className="mt4" title={t(`membership.state.${state}`)}>
        {body === null ? null : <p>{t(body)}</p>}
      </Banner>
      {contactName === null ? null : (
        <div className="mt5">
          <Facts rows={[{ term: t('membership.contact'), detail: contactName }, { term: t('site.apply.phone'), detail: contactPhone && phonePartlyHidden(contactPhone) }, { term: t('site.apply.email'), detail: contactEmail && partlyHidden(contactEmail) }, { term: t('membership.note'), detail: note === null ? null : <Lines text={note} /> }]} />
        </div>
      )}
      {membershipVerdict(request, 'withdrawn') === true ? (
        <section className="sec2" aria-labelledby="withdraw">
          <h2 id="withdraw">{t('membership.withdraw')}</h2>
          <p>{t('membership.keep')}</p>
          <p>{t('membership.withdraw.body')}</p>
          <form method="post" action={`/n/${encodeURIComponent(token)}/withdrawal`} className="mt4">
            <HiddenFields values={{ _key: formKey }} />
            <Button kind="stop" wide>
              {t('membership.withdraw')}
            </Button>
          </form>
        </section>
      ) : null}
    </>
  );
}
