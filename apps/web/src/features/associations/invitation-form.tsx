import { postOrganisationInvitation, type InvitationBody, type OfficersAnswerInviteRolesItem } from '@yoriai/api-client';
import { Banner, Button, dateTime, isLang, LANG_NAMES, LANGS, NativeSelect, TextInput, withoutReadings } from '@yoriai/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { roleWord } from './officer-list.js';

export interface InvitationFormProps {
  readonly organisationId: string;
  readonly roles: readonly OfficersAnswerInviteRolesItem[];
}

interface InvitationValues {
  email: string;
  name: string;
  role: string;
  title: string;
  language: string;
}

function bodyOf({ email, name, role, title, language }: InvitationValues): InvitationBody {
  return {
    email: email.trim(),
    role: role as InvitationBody['role'],
    title: title.trim(),
    ...(isLang(language) ? { language } : {}),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
  };
}

/** Invites by mail: a link that serves once, for 72 hours. */
export function InvitationForm({ organisationId, roles }: InvitationFormProps): ReactElement {
  const client = useQueryClient();
  const empty: InvitationValues = { email: '', name: '', role: roles[0] ?? '', title: '', language: 'ja' };
  const { value: values, write, sent: dropped } = useDraft(`invitation/${organisationId}`, empty);
  const [sent, setSent] = useState<{ email: string; until: string }>();
  const invitation = useAct(
    (body: InvitationBody, options) => postOrganisationInvitation(organisationId, body, options),
    async (answer, body) => {
      setSent({ email: body.email, until: answer.expiresAt });
      dropped();
      await client.invalidateQueries({ queryKey: ['officers'] });
    },
  );
  const { errors } = invitation;
  const box = (name: keyof InvitationValues) => ({
    t,
    name,
    value: values[name],
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
    onChange: (changed: { target: { value: string } }) => {
      setSent(undefined);
      write({ ...values, [name]: changed.target.value });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    invitation.act(bodyOf(values));
  };
  return (
    <form noValidate onSubmit={submit}>
      <p className="mb4">{t('app.org.invite.body')}</p>
      {sent ? (
        <Banner kind="good" role="status" level={3} className="mb4" title={t('app.org.invite.sent', { email: sent.email })}>
          <p className="num">{t('app.org.invitation.until', { at: dateTime(t, sent.until) })}</p>
        </Banner>
      ) : null}
      {Object.keys(errors).length === 0 ? <FailureBanner error={invitation.error} /> : null}
      <FormErrors errors={errors} />
      <TextInput {...box('email')} type="email" inputMode="email" autoComplete="off" label={t('app.org.invite.email')} maxLength={254} />
      <TextInput {...box('name')} autoComplete="off" need="optional" label={t('app.org.invite.name')} maxLength={100} />
      <NativeSelect {...box('role')} label={t('app.org.invite.role')} choices={roles.map((role) => ({ value: role, label: roleWord(role) }))} />
      <TextInput {...box('title')} autoComplete="off" label={t('app.org.invite.title')} hint={t('app.org.invite.title.hint')} maxLength={50} />
      <NativeSelect
        {...box('language')}
        label={t('app.org.invite.language')}
        hint={t('app.org.invite.language.hint')}
        choices={LANGS.map((lang) => ({ value: lang, label: withoutReadings(LANG_NAMES[lang]) }))}
      />
      <p className="mt5">
        <Button icon="mail" wide>
          {t(invitation.pending ? 'app.sending' : 'app.org.invite.button')}
        </Button>
      </p>
    </form>
  );
}
