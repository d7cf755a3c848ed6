import type { ReactElement } from 'react';
import { Button, HiddenFields, LinkButton, TextInput, type Translate } from '@yoriai/ui';
import { errorOf, type FormState } from '../page/form.js';
import { PasskeyEntrance } from '../passkeys/entrance.js';
import { FormTop } from '../page/form-top.js';

export interface SignInViewProps {
  readonly t: Translate;
  /** The form's idempotency key. */
  readonly token: string;
  /** A path of ours to go on to; empty for everybody's own home. */
  readonly next: string;
  readonly demo: boolean;
  readonly form: FormState;
}

/** One question: the mail address. */
export function SignInView({ t, token, next, demo, form }: SignInViewProps): ReactElement {
  return (
    <>
      <FormTop t={t} form={form} />
      <h1>{t('site.sign-in.title')}</h1>
      <p className="mt3">{t('site.sign-in.lead')}</p>
      <form method="post" action="/sign-in" className="mt5" noValidate>
        <HiddenFields values={{ _key: token, next }} />
        <TextInput
          t={t}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          need="silent"
          label={t('site.sign-in.email')}
          hint={t('site.sign-in.email.hint')}
          defaultValue={form.values['email']}
          error={errorOf(t, form, 'email')}
        />
        <div className="mt6">
          <Button wide>{t('site.sign-in.go')}</Button>
        </div>
      </form>
      <PasskeyEntrance t={t} next={next} />
      {demo ? (
        <p className="sub mt4">{t('site.sign-in.demo')}</p>
      ) : null}
      <section className="sec2 soft" aria-labelledby="first">
        <h2 id="first" className="fs-20">
          {t('site.sign-in.first')}
        </h2>
        <p className="mt2">{t('site.sign-in.no-need')}</p>
        <div className="mt4">
          <LinkButton href={next === '' ? '/register' : `/register?next=${encodeURIComponent(next)}`} kind="outline" wide>
            {t('site.sign-in.register')}
          </LinkButton>
        </div>
      </section>
    </>
  );
}
