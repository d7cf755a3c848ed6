import type { ReactElement } from 'react';
import type { Held, PasskeySummary } from '@yoriai/identity';
import { Banner, Button, HiddenFields, LinkButton, MoreLink, TextInput, dateTime, longDate, withoutReadings, type Translate } from '@yoriai/ui';
import { jstDate } from '@yoriai/platform';
import { Said } from './passkey-script.js';

export interface PasskeysViewProps {
  readonly t: Translate;
  readonly passkeys: readonly PasskeySummary[];
  readonly held: Held | null;
  /** A path of ours that they were on the way to; empty for none. */
  readonly next: string;
  /** Holds an office: they are asked to add one, and start at their work. */
  readonly office: boolean;
  /** They signed in within the last minutes: only then may they change anything. */
  readonly fresh: boolean;
  readonly said: 'added' | 'removed' | null;
  /** What this browser is, to begin with. */
  readonly device: string;
  readonly keyOf: () => string;
}

/** Devices by whose lock one signs in: add this one, see and remove all. */
export function PasskeysView({ t, passkeys, held, next, office, fresh, said, device, keyOf }: PasskeysViewProps): ReactElement {
  return (
    <>
      {said === null ? null : <Banner kind="good" role="status" className="mb5" title={t(said === 'added' ? 'site.passkeys.added' : 'site.passkeys.removed')} />}
      <h1>{t('site.passkeys.title')}</h1>
      <p className="mt3">{t('site.passkeys.lead')}</p>
      <p className="mt2">{t('site.passkeys.safe')}</p>
      {held === null ? office && passkeys.length === 0 ? <p className="mt2">{t('site.passkeys.asked')}</p> : null : (
        <p className="mt2">
          <b className="strong">{t(held === 'add-first' ? 'site.passkeys.needed' : 'site.passkeys.use-it')}</b>
        </p>
      )}
      {held === 'use-it' ? <p className="mt2">{t('site.passkeys.lost')}</p> : null}
      {held === 'use-it' || !fresh ? <Again t={t} fresh={fresh} next={held === 'use-it' ? next || '/app' : hereWith(next)} /> : <Add t={t} device={device} next={next} another={said === 'added'} />}
      {office && held === null && said === 'added' ? (
        <p className="mt4">
          <LinkButton href="/app" wide>
            {t('site.me.app.go')}
          </LinkButton>
        </p>
      ) : null}
      <section className="sec2" aria-labelledby="mine">
        <h2 id="mine">{t('site.passkeys.mine')}</h2>
        {passkeys.length === 0 ? (
          <p>{t('site.passkeys.none')}</p>
        ) : (
          <ul className="devices">
            {passkeys.map((passkey) => (
              <Device key={passkey.id} t={t} passkey={passkey} formKey={keyOf()} fixed={held === 'use-it' || !fresh} />
            ))}
          </ul>
        )}
        <p className="mt4">
          <MoreLink href="/me">{t('site.me.title')}</MoreLink>
        </p>
      </section>
    </>
  );
}

/** This page, with where its reader was on the way to. */
const hereWith = (next: string): string => (next === '' ? '/me/passkeys' : `/me/passkeys?next=${encodeURIComponent(next)}`);

/** Sign out, and in again; then on to `next`. */
function Again({ t, fresh, next }: { readonly t: Translate; readonly fresh: boolean; readonly next: string }): ReactElement {
  return (
    <form method="post" action="/sign-out" className="mt4">
      <HiddenFields values={{ again: next }} />
      {fresh ? null : <p className="mb3">{t('refusal.passkey.sign-in-again')}</p>}
      <Button kind="outline" icon="door" wide>
        {t('site.sign-out')}
      </Button>
    </form>
  );
}

/** The form that asks this device. `another`: one was added just now, and what comes next is not a second one. */
function Add({ t, device, next, another }: { readonly t: Translate; readonly device: string; readonly next: string; readonly another: boolean }): ReactElement {
  return (
    <>
      <p className="mt4" data-passkey-without="">
        {t('site.passkeys.without')}
      </p>
      <form className="mt5" hidden noValidate data-passkey="add" data-then={`/me/passkeys?said=added${next === '' ? '' : `&next=${encodeURIComponent(next)}`}`} data-stopped={withoutReadings(t('site.passkeys.stopped'))} data-known={withoutReadings(t('refusal.passkey.known'))}>
        <Said />
        <TextInput t={t} name="name" maxLength={40} need="silent" label={t('site.passkeys.name')} hint={t('site.passkeys.name.hint')} defaultValue={device} />
        <div className="mt4">
          <Button wide {...(another ? { kind: 'outline' as const } : {})}>{t('site.passkeys.add')}</Button>
        </div>
      </form>
    </>
  );
}

function Device({ t, passkey, formKey, fixed }: { readonly t: Translate; readonly passkey: PasskeySummary; readonly formKey: string; readonly fixed: boolean }): ReactElement {
  const { id, name } = passkey;
  return (
    <li>
      <p>
        <b className="strong">{name}</b>
        <br />
        <Known t={t} passkey={passkey} />
      </p>
      {fixed ? null : (
        <form method="post" action={`/me/passkeys/${id}/removal`}>
          <HiddenFields values={{ _key: formKey }} />
          <Button kind="outline" size="s" about={`${name}${t('ui.help.colon')}`}>
            {t('site.passkeys.remove')}
          </Button>
        </form>
      )}
    </li>
  );
}

/** Since when a device is known, and when it was used last: by these two of one name are told apart. */
function Known({ t, passkey: { createdAt, lastUsedAt } }: { readonly t: Translate; readonly passkey: PasskeySummary }): ReactElement {
  return (
    <span className="sub num">
      {t('site.passkeys.since', { when: longDate(t, jstDate(createdAt)) })}
      {lastUsedAt === null ? null : (
        <>
          <br />
          {t('site.passkeys.used', { when: dateTime(t, lastUsedAt) })}
        </>
      )}
    </span>
  );
}

export interface SurePasskeyViewProps {
  readonly t: Translate;
  readonly passkey: PasskeySummary;
  readonly why: 'passkey.last' | 'passkey.alike';
  readonly formKey: string;
}

/** The last one, and one of several of the same name, are asked about once more. */
export function SurePasskeyView({ t, passkey, why, formKey }: SurePasskeyViewProps): ReactElement {
  const last = why === 'passkey.last';
  return (
    <>
      <h1>{t('site.passkeys.last', { name: passkey.name })}</h1>
      <p className="mt3">{t(last ? 'refusal.passkey.last' : 'refusal.passkey.alike')}</p>
      {last ? null : (
        <p className="mt2">
          <Known t={t} passkey={passkey} />
        </p>
      )}
      <form method="post" action={`/me/passkeys/${passkey.id}/removal`} className="mt5">
        <HiddenFields values={{ _key: formKey, sure: 'yes' }} />
        <Button wide>{t(last ? 'site.passkeys.last.go' : 'site.passkeys.remove')}</Button>
      </form>
      <p className="mt4">
        <LinkButton href="/me/passkeys" kind="outline" wide>
          {t('site.passkeys.keep')}
        </LinkButton>
      </p>
    </>
  );
}
