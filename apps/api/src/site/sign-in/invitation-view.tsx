import type { ReactElement } from 'react';
import type { InvitationView as Invitation } from '@yoriai/associations';
import { Button, Facts, HiddenFields, Lines, PaperBox, dateTime, longDate, type Translate } from '@yoriai/ui';
import type { FormState } from '../page/form.js';
import { FormTop } from '../page/form-top.js';
import { NameFields, PhoneField } from './register-view.js';

export interface InvitationViewProps {
  readonly t: Translate;
  readonly invitation: Invitation;
  readonly ward: string;
  readonly action: string;
  readonly token: string;
  readonly form: FormState;
}

const NAMES: readonly string[] = ['leader', 'council-officer', 'drill-leader'];

/** What comes with an office: names of who applied for those alone who run events. */
const termsOf = (role: string) => (NAMES.includes(role) ? 'site.invitation.terms' : role === 'block-leader' ? 'site.invitation.terms.block' : 'site.invitation.terms.other');

/** Which office, for how long, what comes with it; then name and reading. */
export function InvitationView({ t, invitation, ward, action, token, form }: InvitationViewProps): ReactElement {
  const { organisation, fromWard, title, email, expiresAt, termStartsOn, termEndsOn } = invitation;
  return (
    <>
      <FormTop t={t} form={form} />
      <h1>{t('site.invitation.title', { organisation: organisation.name, role: title })}</h1>
      <p className="mt3">{t('site.invitation.lead', { from: fromWard ? t('site.invitation.ward', { ward }) : organisation.name })}</p>
      <div className="mt5">
        <Facts
          rows={[
            { term: t('site.invitation.organisation'), detail: organisation.name },
            { term: t('site.invitation.role'), detail: <b>{title}</b> },
            { term: t('site.invitation.term'), detail: <Lines text={t('site.invitation.term.days', { from: longDate(t, termStartsOn), to: longDate(t, termEndsOn) })} /> },
            { term: t('site.invitation.email'), detail: email },
            { term: t('site.invitation.until'), detail: dateTime(t, expiresAt) },
          ]}
        />
      </div>
      <form method="post" action={action} className="mt6" noValidate>
        <HiddenFields values={{ _key: token }} />
        <NameFields t={t} form={form} />
        <PhoneField t={t} form={form} hint={t('site.register.phone.hint')} />
        <div className="mt6">
          <PaperBox id="privacy" title={t('site.apply.privacy')}>
            <p>{t(termsOf(invitation.role))}</p>
          </PaperBox>
        </div>
        <div className="mt6">
          <Button wide>{t('site.invitation.go')}</Button>
        </div>
        <p className="sub mt3">{t('site.invitation.not-me')}</p>
      </form>
    </>
  );
}
