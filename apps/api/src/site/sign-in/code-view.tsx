import type { ReactElement } from 'react';
import { Banner, Button, HiddenFields, MoreLink, TextInput, type Translate } from '@yoriai/ui';
import { errorOf, type FormState } from '../page/form.js';
import { FormTop } from '../page/form-top.js';

export interface CodeViewProps {
  readonly t: Translate;
  readonly token: string;
  readonly resendToken: string;
  readonly email: string;
  readonly resent: boolean;
  /** The code has stopped working: only a new one helps. */
  readonly dead: boolean;
  readonly form: FormState;
}

/** Six digits from the letter. */
export function CodeView({ t, token, resendToken, email, resent, dead, form }: CodeViewProps): ReactElement {
  return (
    <>
      {resent ? <Banner kind="good" role="status" className="mb5" title={t('site.code.resent')} /> : null}
      <FormTop t={t} form={form} />
      <h1>{t('site.code.title')}</h1>
      <p className="mt3">
        <b className="strong">{t('site.code.sent-to', { email })}</b>
        {dead ? null : (
          <>
            <br />
            {t('site.code.lead')}
          </>
        )}
      </p>
      {dead ? <Resend t={t} token={resendToken} first /> : <CodeForm t={t} token={token} form={form} />}
      <section className="sec2" aria-labelledby="not-arrived">
        <h2 id="not-arrived" className="fs-20">
          {t('site.code.not-arrived')}
        </h2>
        <p>{t('site.code.not-arrived.text')}</p>
        <p className="mt2">{t('site.code.unknown')}</p>
        {dead ? null : <Resend t={t} token={resendToken} />}
        <p className="mt3">
          <MoreLink href="/sign-in">{t('site.code.other')}</MoreLink>
        </p>
      </section>
    </>
  );
}

function CodeForm({ t, token, form }: Pick<CodeViewProps, 't' | 'token' | 'form'>): ReactElement {
  return (
    <form method="post" action="/sign-in/code" className="mt5" noValidate>
      <HiddenFields values={{ _key: token }} />
      <TextInput
        t={t}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        width="mid"
        need="silent"
        label={t('site.code.label')}
        hint={t('site.code.hint')}
        error={errorOf(t, form, 'code')}
      />
      <div className="mt6">
        <Button wide>{t('site.code.go')}</Button>
      </div>
    </form>
  );
}

function Resend({ t, token, first = false }: { readonly t: Translate; readonly token: string; readonly first?: boolean }): ReactElement {
  return (
    <form method="post" action="/sign-in/code/resend" className={first ? 'mt5' : 'mt4'}>
      <HiddenFields values={{ _key: token }} />
      <Button kind={first ? 'filled' : 'outline'} size="m" wide>
        {t('site.code.resend')}
      </Button>
    </form>
  );
}
