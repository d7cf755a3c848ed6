import { NO_ANSWER, NO_CONNECTION, ProblemError } from '@yoriai/api-client';
import { Banner, Button, Icon, LinkButton, PhoneLink, type IconName } from '@yoriai/ui';
import { useContext, type ReactElement } from 'react';
import { paths, signInPath } from '../app/paths.js';
import { appLink } from '../app/link.js';
import { SessionContext } from '../app/session.js';
import { sentence, t } from '../i18n.js';
import { referenceOf } from './reference.js';
import { HasHeading, useScreen } from './screen.js';

/** What went wrong, in a sentence a person can act on. */
export function messageOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return t('app.failure.unknown');
  if (error.code === NO_CONNECTION) return t('refusal.app.no-connection');
  if (error.code === NO_ANSWER || error.message === '') return t('refusal.app.no-answer');
  return error.message;
}

/** Where the person is, to come back to after signing in. */
export function here(): string {
  return `${window.location.pathname}${window.location.search}`;
}

/** Trying again gives the same answer: signed out, not allowed, not there. */
function isFinal(error: unknown): boolean {
  return error instanceof ProblemError && [401, 403, 404].includes(error.status);
}

/** What to read out on the telephone; nothing where there is nothing to say. */
function Reference({ of }: { readonly of: unknown }): ReactElement | null {
  const code = referenceOf(of);
  return code === '' ? null : <p className="ref num">{t('app.failure.code', { code })}</p>;
}

/** A failed act, above the form it belongs to. What was typed stays. */
export function FailureBanner({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }): ReactElement | null {
  if (!error) return null;
  const ended = error instanceof ProblemError && error.status === 401;
  return (
    <Banner kind="bad" role="alert" className="mb5" title={ended ? t('app.session-ended.title') : messageOf(error)}>
      {ended ? <p>{t('app.session-ended.draft')}</p> : null}
      <Reference of={error} />
      <p className="btns mt3">
        {ended ? (
          <LinkButton href={signInPath(here())} size="m">
            {t('app.sign-in')}
          </LinkButton>
        ) : null}
        {onRetry && !isFinal(error) ? (
          <Button type="button" kind="outline" size="m" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        ) : null}
      </p>
    </Banner>
  );
}

/** A screen that can't be shown: says why, who can help, and one way on. */
export function FailureScreen({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }): ReactElement {
  const status = error instanceof ProblemError ? error.status : -1;
  const { icon, title } = looksOf(status);
  const inside = useContext(HasHeading);
  const heading = useScreen(title, inside);
  const Heading = inside ? 'h2' : 'h1';
  const phone = useContext(SessionContext)?.ward.officePhone;
  const ended = status === 401;
  return (
    <div className="emp">
      <span className="erp">
        <Icon name={icon} />
      </span>
      <Heading ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      <p>{ended ? t('app.session-ended.draft') : messageOf(error)}</p>
      {ended ? null : <Reference of={error} />}
      {phone === undefined || ended ? null : (
        <p className="sub row center-in">
          <span>{t('app.failure.phone')}</span> <PhoneLink number={phone} small />
        </p>
      )}
      <p className="btns center-in">
        {ended ? <LinkButton href={signInPath(here())}>{t('app.sign-in')}</LinkButton> : null}
        {onRetry && !isFinal(error) ? (
          <Button type="button" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        ) : null}
        {ended ? null : (
          <LinkButton href={paths.home} kind="outline" renderLink={appLink}>
            {t('app.to-home')}
          </LinkButton>
        )}
      </p>
    </div>
  );
}

/** A screen that is not for whoever came: the sentence of the code says whose it is. */
export function Forbidden({ code }: { readonly code: string }): ReactElement {
  return <FailureScreen error={new ProblemError({ code, status: 403, detail: sentence(code) })} />;
}

function looksOf(status: number): { icon: IconName; title: string } {
  if (status === 401) return { icon: 'lock', title: t('app.session-ended.title') };
  if (status === 403) return { icon: 'lock', title: t('app.failure.forbidden') };
  if (status === 404) return { icon: 'search', title: t('app.failure.not-found') };
  if (status === 0) return { icon: 'offline', title: t('app.failure.offline') };
  return { icon: 'warning', title: t('app.failure.title') };
}
