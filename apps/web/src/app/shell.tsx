import { AppBar, AppTabs, DemoStrip, ErrorState, LinkButton, Utilities, withReading } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Fragment, lazy, Suspense, useEffect, useMemo, type ReactElement, type ReactNode } from 'react';
import { t } from '../i18n.js';
import { FailureScreen, here } from '../ui/failure.js';
import { useNamesRead } from '../ui/use-names-read.js';
import { Waiting } from '../ui/waiting.js';
import { deskQuery } from '../features/approvals/queries.js';
import { callsQuery } from '../features/events/queries.js';
import { alertsQuery } from '../features/weather/alerts-query.js';
import { NoConnection } from './connection.js';
import { doorOf } from './door.js';
import { AppLink, appLink } from './link.js';
import { AT_THE_FOOT, menuFor, seesFigures } from './menu.js';
import { paths, signInPath } from './paths.js';
import { meQuery, wardQuery } from './queries.js';
import { SessionContext, type Session } from './session.js';
import { useKeptFocus } from './use-kept-focus.js';

/** What stands above every screen while something endangers people, and what the keyboard does: not with the first scripts. */
const Beside = lazy(() => import('./beside.js'));

/** The frame of every screen: skip link, demo strip, bar, tabs. Lets in who holds an office. */
export function Shell(): ReactElement {
  const me = useQuery(meQuery);
  const ward = useQuery(wardQuery);
  const { pathname } = useLocation();
  const main = useKeptFocus();
  const session = useMemo<Session | undefined>(
    () => (me.data && ward.data ? { me: me.data, ward: ward.data, clockOffset: Date.parse(ward.data.now) - ward.data.askedAt } : undefined),
    [me.data, ward.data],
  );
  const desk = useQuery({ ...deskQuery({ status: 'pending', page: 1 }), enabled: session?.me.levels.includes('staff') ?? false });
  const calls = useQuery({ ...callsQuery, enabled: session?.me.levels.includes('officer') ?? false });
  const alerts = useQuery({ ...alertsQuery, enabled: session?.me.levels.includes('officer') ?? false });
  const items = session && session.me.terms.length > 0 ? menuFor(session.me, pathname, { waiting: desk.data?.total, calls: calls.data?.items.length, figures: seesFigures(session.me) }) : [];
  return (
    <SessionContext.Provider value={session}>
      <a className="skip btn" href="#main">
        {t('ui.skip')}
      </a>
      {session ? (
        <Suspense fallback={null}>
          <Beside gravest={alerts.data?.gravest} items={items} />
        </Suspense>
      ) : null}
      {ward.data?.demo ? <DemoStrip t={t} /> : null}
      <NoConnection />
      <AppBar t={t} homeHref={paths.home} items={items} who={session ? <Who session={session} /> : null} renderLink={appLink} />
      <main id="main" ref={main} className="wrap" tabIndex={-1}>
        <Inside known={me.data !== undefined} session={session} error={me.error ?? ward.error} retry={() => void Promise.all([me.refetch(), ward.refetch()])}>
          <Fragment key={pathname}>
            <Outlet />
          </Fragment>
        </Inside>
      </main>
      <Utilities t={t} path={here()} phone={ward.data?.officePhone} />
      {items.length > 0 ? <AppTabs t={t} items={items.slice(0, AT_THE_FOOT)} renderLink={appLink} /> : null}
    </SessionContext.Provider>
  );
}

interface InsideProps {
  /** Somebody was signed in while this page was open. */
  readonly known: boolean;
  readonly session: Session | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly children: ReactNode;
}

function Inside({ known, session, error, retry, children }: InsideProps): ReactNode {
  const door = doorOf({ known, ready: session !== undefined, error });
  useEffect(() => {
    if (door === 'sign-in') window.location.replace(signInPath(here()));
  }, [door]);
  if (door === 'ended' || door === 'failed') return <FailureScreen error={error} onRetry={retry} />;
  if (door === 'sign-in' || !session) return <Waiting onRetry={retry} />;
  return session.me.terms.length > 0 ? children : <NoOffice session={session} />;
}

/** Organisation and name, which lead to the account. */
function Who({ session }: { readonly session: Session }): ReactElement {
  const [term] = session.me.terms;
  const read = useNamesRead();
  return (
    <>
      {term ? <span>{read(term.organisationName)}</span> : null}
      {term ? <br /> : null}
      <AppLink href={paths.account}>
        <b>{t('app.name-san', { name: withReading(session.me.name, session.me.kana) })}</b>
      </AppLink>
    </>
  );
}

/** Signed in, but without an office: says whom the App is for and where everybody else goes on. */
function NoOffice({ session }: { readonly session: Session }): ReactElement {
  return (
    <ErrorState icon="lock" title={t('app.no-office.title')}>
      <p>{t('app.no-office.body', { name: session.me.name })}</p>
      <LinkButton href="/me" kind="outline">
        {t('app.no-office.me')}
      </LinkButton>
    </ErrorState>
  );
}
