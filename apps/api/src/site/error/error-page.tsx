import type { ReactElement } from 'react';
import { Button, ErrorState, HiddenFields, LinkButton, PhoneLink, type IconName, type TextKey, type Translate } from '@yoriai/ui';
import type { Problem } from '../../http/problem.js';
import type { UnsentForm } from './unsent-form.js';

export interface ErrorPageProps {
  readonly t: Translate;
  readonly problem: Problem;
  readonly phone: string;
  /** Where the person was when they sent a form; a page of ours. */
  readonly back?: string | undefined;
  /** What they wrote there, where the same can be sent again. */
  readonly unsent?: UnsentForm | undefined;
}

const ICONS: Readonly<Record<number, IconName>> = { 403: 'lock', 404: 'search', 409: 'info', 410: 'clock', 429: 'hourglass', 503: 'hourglass' };

/** The heading of an error page by its status. */
export function errorTitle(t: Translate, status: number): string {
  const key = `site.error.${status}.title`;
  return t(t.has(key) ? key : status < 500 ? 'site.error.400.title' : 'site.error.500.title');
}

/** A page that says no: what happened in one sentence, what to do now, whom to call, what to tell them. */
export function ErrorPage({ t, problem, phone, back, unsent }: ErrorPageProps): ReactElement {
  const ours = problem.status >= 500;
  const way = wayOn(problem, back);
  return (
    <>
      <ErrorState icon={ICONS[problem.status] ?? 'warning'} title={errorTitle(t, problem.status)}>
        <p>{problem.detail}</p>
        {ours ? <p className="mt2">{t('site.error.saved')}</p> : null}
        {unsent === undefined ? null : (
          <form method="post" action={unsent.action} className="mt5">
            <p>{t('site.error.kept')}</p>
            <HiddenFields values={unsent.values} />
            <Button wide>{t('site.error.way.again')}</Button>
          </form>
        )}
        <div className="btns mid mt5">
          <LinkButton href={way.href} {...(unsent === undefined ? {} : { kind: 'outline' })}>
            {t(way.word)}
          </LinkButton>
          <LinkButton href="/" kind="outline">
            {t('site.error.way.home')}
          </LinkButton>
        </div>
      </ErrorState>
      <section className="paper err-help" aria-labelledby="error-help">
        <h2 id="error-help" className="fs-20">
          {t('site.error.phone')}
        </h2>
        <PhoneLink number={phone} />
        <p className="mt2">{t('site.error.for-support')}</p>
        <dl className="err-ids">
          <dt>{t('site.error.request')}</dt>
          <dd>{problem.requestId}</dd>
          <dt>{t('site.error.code')}</dt>
          <dd className="err-code">{problem.code}</dd>
        </dl>
      </section>
    </>
  );
}

/** The next step: back to what was being written, a new ticket for a link that is none, otherwise the events. */
function wayOn(problem: Problem, back: string | undefined): { href: string; word: TextKey } {
  if (back !== undefined) return { href: back, word: 'site.error.way.back' };
  if (problem.code === 'application.ticket-unknown') return { href: '/lost-ticket', word: 'site.contact.lost.go' };
  return { href: '/events', word: 'site.error.way.events' };
}
