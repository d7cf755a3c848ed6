import type { ReactElement } from 'react';
import { BackLink, Button, HiddenFields, PaperBox, TextInput, type Translate } from '@yoriai/ui';
import { errorOf, type FormState } from '../page/form.js';
import { FormTop } from '../page/form-top.js';
import { signInPath } from '../page/own-path.js';

export interface RegisterViewProps {
  readonly t: Translate;
  readonly token: string;
  readonly next: string;
  readonly ward: string;
  readonly form: FormState;
}

/** Who a volunteer is: name, reading, mail, phone. */
export function RegisterView({ t, token, next, ward, form }: RegisterViewProps): ReactElement {
  return (
    <>
      <BackLink t={t} href={signInPath(next)} />
      <FormTop t={t} form={form} />
      <h1>{t('site.register.title')}</h1>
      <p className="mt3">{t('site.register.lead')}</p>
      <form method="post" action="/register" className="mt5" noValidate>
        <HiddenFields values={{ _key: token, next }} />
        <NameFields t={t} form={form} />
        <TextInput
          t={t}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          label={t('site.apply.email')}
          defaultValue={form.values['email']}
          error={errorOf(t, form, 'email')}
        />
        <PhoneField t={t} form={form} hint={t('site.register.phone.hint')} />
        <div className="mt6">
          <PaperBox id="privacy" title={t('site.apply.privacy')}>
            <p>{t('site.register.privacy.text', { ward })}</p>
          </PaperBox>
        </div>
        <div className="mt6">
          <Button wide>{t('site.register.go')}</Button>
        </div>
      </form>
    </>
  );
}

/** Name as the person writes it, and its reading. */
export function NameFields({ t, form }: { readonly t: Translate; readonly form: FormState }): ReactElement {
  return (
    <>
      <TextInput t={t} name="name" autoComplete="name" label={t('site.apply.name')} defaultValue={form.values['name']} error={errorOf(t, form, 'name')} />
      <TextInput
        t={t}
        name="kana"
        lang="ja"
        autoComplete="off"
        label={t('site.apply.kana')}
        hint={t('site.apply.kana.hint')}
        defaultValue={form.values['kana']}
        error={errorOf(t, form, 'kana')}
      />
    </>
  );
}

/** A phone number in any spelling. */
export function PhoneField({ t, form, hint }: { readonly t: Translate; readonly form: FormState; readonly hint: string }): ReactElement {
  return (
    <TextInput
      t={t}
      name="phone"
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      width="mid"
      need="optional"
      label={t('site.apply.phone')}
      hint={hint}
      defaultValue={form.values['phone']}
      error={errorOf(t, form, 'phone')}
    />
  );
}
