import { Accounts, PasskeySignIn, Passkeys, People, SignIn, browserCookieName, sessionCookieName } from '@yoriai/identity';
import { OptOuts } from '@yoriai/notifications';
import { hashToken, newId, newToken } from '@yoriai/platform';
import { Device } from '@yoriai/testing';
import { formOf } from '../site/testing/browser.js';
import type { Prop } from './props.js';
import type { Stage } from './stage.js';

/** What belongs to the volunteer alone: a session, a record of the same address, the link that ends letters. */
export async function personal(stage: Stage, kind: 'session' | 'candidate' | 'opt-out'): Promise<Prop> {
  const { town } = stage;
  const volunteer = stage.actor('volunteer');
  if (kind === 'opt-out') return { token: town.api.get(OptOuts).link(volunteer.personId).split('/').at(-1)! };
  if (kind === 'candidate') {
    return { id: await town.tx((tx) => town.api.get(People).add(tx, { name: '試験 家族', kana: 'しけん', email: stage.emailOf('volunteer') })) };
  }
  const { token } = await town.tx((tx) => town.api.get(Accounts).enter(tx, { email: stage.emailOf('volunteer'), name: '試験', kana: 'しけん' }, {}));
  const [session] = await town.sql<{ id: string }>('select id from identity.session where token_hash = $1', [hashToken(token)]);
  return { id: session!.id };
}

/** A sign-in under way. `letter`: by the API; `asked`: on the Site, whose browser keeps a note of it. */
export async function aLetter(stage: Stage, kind: 'letter' | 'asked'): Promise<Prop> {
  const { town } = stage;
  const email = `newcomer-${newId()}@example.jp`;
  const known = { name: '新人 三郎', kana: 'しんじん' };
  if (kind === 'letter') {
    const browser = newToken();
    const { requestId } = await town.api.get(SignIn).request(email, { browser, from: newId() }, known);
    return { requestId, ...(await proof(stage, requestId)), cookies: `${browserCookieName(town.config)}=${browser}` };
  }
  const browser = town.browser({ 'x-forwarded-for': stage.house() });
  const page = await browser.open('/register');
  await browser.post('/register', { ...formOf(page, '/register').fields, email, ...known });
  const [asked] = await town.sql<{ id: string }>('select id from identity.sign_in_request where email = $1', [email]);
  const cookies = [...browser.cookies].filter(([name]) => name !== sessionCookieName(town.config)).map(([name, { value }]) => `${name}=${value}`);
  return { requestId: asked!.id, ...(await proof(stage, asked!.id)), cookies: cookies.join('; ') };
}

async function proof(stage: Stage, requestId: string): Promise<{ code: string; token: string }> {
  const letter = await stage.town.tx((tx) => stage.town.api.get(SignIn).letterOf(tx, requestId));
  if (!letter || !('code' in letter)) throw new Error('The letter holds no code.');
  return { code: letter.code, token: letter.linkToken };
}

/** A device of the volunteer; one that answers the question of a browser, to be added or to sign in. */
export async function aDevice(stage: Stage, kind: 'passkey' | 'new-passkey' | 'at-the-door'): Promise<Prop> {
  const { town } = stage;
  const { personId, accountId, sessionId, name } = stage.actor('volunteer');
  const owner = { personId, accountId, sessionId, startedAt: town.clock.now(), name, email: stage.emailOf('volunteer'), held: null };
  const passkeys = town.api.get(Passkeys);
  const [browser, device] = [newToken(), new Device(town.config.publicUrl)];
  const cookies = `${browserCookieName(town.config)}=${browser}`;
  // Ten are the most that anybody has; others are asked about at the same time, so not all go each time.
  const full = (await town.tx((tx) => passkeys.list(tx, accountId))).length > 7;
  // Not by a reset: it would end the session that the volunteer asks with.
  if (full) await town.sql('delete from identity.passkey where account_id = $1', [accountId]);
  // Nor is how often one account may ask.
  await town.sql('delete from platform.rate_limit');
  const answer = device.add(await passkeys.ask(owner, browser));
  if (kind === 'new-passkey') return { answer: JSON.stringify({ name: '電話', ...answer }), cookies };
  const { id } = await passkeys.add(owner, browser, '電話', answer);
  if (kind === 'passkey') return { id };
  return { answer: JSON.stringify(device.enter(await town.api.get(PasskeySignIn).ask({ browser, from: newId() }))), cookies };
}
