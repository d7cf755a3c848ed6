import { deleteSession, deleteSessionsCurrent, getSessions, type SessionAnswer } from '@yoriai/api-client';
import { Badge, Button, CheckAnswers, dateTime } from '@yoriai/ui';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { dropAllDrafts } from '../../app/drafts.js';
import { useSession } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Confirm } from '../../ui/confirm.js';
import { FailureBanner } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { roleWord } from '../associations/officer-list.js';
import { longDay } from '../associations/terms.js';
import { deviceOf } from './device.js';

const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: ({ signal }) => getSessions({ signal }) });

/** わたし: my offices, where I am signed in, and the way out. */
export function AccountScreen(): ReactElement {
  const { me } = useSession();
  const sessions = useQuery(sessionsQuery);
  return (
    <Screen title={t('app.account.title')} width="narrow">
      <div className="mt5">
        <CheckAnswers
          t={t}
          answers={[
            { term: t('app.account.name'), value: me.name },
            { term: t('app.account.email'), value: <span className="brk">{me.email}</span> },
            { term: t('app.account.phone'), value: me.phone ?? '' },
          ]}
        />
      </div>
      <section className="mt6" aria-labelledby="offices">
        <h2 id="offices" className="mb2">
          {t('app.account.offices')}
        </h2>
        <ul className="task">
          {me.terms.map((term) => (
            <li key={term.termId}>
              <div className="tk">
                <p className="plain">
                  {term.organisationName}　{term.title}
                </p>
                <p className="sub num">{t('app.account.until', { role: roleWord(term.role), to: longDay(term.endsOn) })}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="mt6" aria-labelledby="keys">
        <h2 id="keys" className="mb2">
          {t('find.keys')}
        </h2>
        <p>{t('find.keys.body')}</p>
      </section>
      <Devices known={me.hasPasskey} />
      <section className="mt6" aria-labelledby="sessions">
        <h2 id="sessions" className="mb2">
          {t('app.account.sessions')}
        </h2>
        <p className="sub mb3">{t('app.account.sessions.body')}</p>
        <Answer of={sessions} inside>
          {(list) => (
            <ul className="recp">
              {list.map((each) => (
                <Session key={each.id} session={each} />
              ))}
            </ul>
          )}
        </Answer>
      </section>
      <Leaving />
    </Screen>
  );
}

/** The way to signing in by the lock of one's own device. */
function Devices({ known }: { readonly known: boolean }): ReactElement {
  return (
    <section className="mt6" aria-labelledby="devices">
      <h2 id="devices" className="mb2">
        {t('app.devices.title')}
      </h2>
      <p>{t(known ? 'app.devices.known' : 'app.devices.body')}</p>
      <p className="mt2">
        <a className="more" href="/me/passkeys">
          {t(known ? 'app.devices.see' : 'app.devices.add')}
        </a>
      </p>
    </section>
  );
}

function Leaving(): ReactElement {
  const client = useQueryClient();
  const leaving = useAct(
    () => deleteSessionsCurrent(),
    () => {
      dropAllDrafts();
      client.clear();
      window.location.assign('/');
    },
  );
  return (
    <section className="mt6" aria-label={t('app.account.sign-out')}>
      <FailureBanner error={leaving.error} />
      <p className="btns">
        <Button type="button" kind="outline" icon="door" onClick={() => leaving.act(undefined)}>
          {t(leaving.pending ? 'app.sending' : 'app.account.sign-out')}
        </Button>
        <a className="btn t" href="/display?next=/app/account">
          {t('ui.util.text-size')}
        </a>
        <a className="btn t" href="/me">
          {t('app.no-office.me')}
        </a>
      </p>
    </section>
  );
}

function Session({ session }: { readonly session: SessionAnswer }): ReactElement {
  const client = useQueryClient();
  const ending = useAct(
    (id: string) => deleteSession(id),
    () => client.invalidateQueries({ queryKey: ['sessions'] }),
  );
  const { machine, browser } = deviceOf(session.userAgent);
  const name = machine === undefined && browser === undefined ? t('app.account.unknown-device') : [machine, browser].filter(Boolean).join(' ');
  return (
    <li>
      <div>
        <b>{name}</b>
        <span className="row tight">
          {session.current ? (
            <Badge icon="tick-circle" tone="good">
              {t('app.account.here')}
            </Badge>
          ) : null}
          <span className="sub num">{t('app.account.seen', { at: dateTime(t, session.lastSeenAt) })}</span>
        </span>
        <span className="sub num blk">{t('app.account.ends', { at: dateTime(t, session.expiresAt) })}</span>
      </div>
      {session.current ? null : (
        <div className="acts">
          <Confirm
            label={t('app.account.end')}
            about={name}
            question={t('app.account.end.question', { name })}
            yes={t('app.account.end')}
            pending={ending.pending}
            onYes={() => ending.act(session.id)}
          />
        </div>
      )}
      {ending.error ? (
        <div className="full">
          <FailureBanner error={ending.error} />
        </div>
      ) : null}
    </li>
  );
}
