import { describe, expect, it } from '@jest/globals';
import { formTokenOf, sessionCookieName } from '@yoriai/identity';
import { testConfig } from '@yoriai/testing';
import { checkFormToken, checkOrigin } from './origin.js';

const config = testConfig({ appUrl: 'postgresql://x', queueUrl: 'postgresql://x' });
const SESSION = 'a-session';

const ask =
  (method: string, origin?: string, publicUrl = 'https://yoriai.example.jp', host = 'yoriai.example.jp') =>
  () =>
    checkOrigin({ method, headers: { host, ...(origin === undefined ? {} : { origin }) } }, publicUrl);

describe('a change', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('by %s from our own pages or from a program passes', (method) => {
    expect(ask(method, 'https://yoriai.example.jp')).not.toThrow();
    expect(ask(method)).not.toThrow();
  });

  it.each(['https://evil.example', 'null', 'http://yoriai.example.jp', 'https://yoriai.example.jp.evil.example', ''])('from %s is refused', (origin) => {
    expect(ask('POST', origin)).toThrow('platform.origin');
  });

  it('under another name of this machine passes, under a foreign name of the same text does not', () => {
    expect(ask('POST', 'http://127.0.0.1:3000', 'http://localhost:3000', '127.0.0.1:3000')).not.toThrow();
    expect(ask('POST', 'http://evil.example:3000', 'http://localhost:3000', 'evil.example:3000')).toThrow('platform.origin');
  });

  it('reading is never asked', () => {
    expect(ask('GET', 'https://evil.example')).not.toThrow();
  });
});

describe('a change without Origin', () => {
  const sent = (given: { session?: string; field?: string; header?: string; origin?: string; method?: string }) => () =>
    checkFormToken(
      {
        method: given.method ?? 'POST',
        headers: { ...(given.header === undefined ? {} : { 'x-form-token': given.header }), ...(given.origin === undefined ? {} : { origin: given.origin }) },
        cookies: given.session === undefined ? {} : { [sessionCookieName(config)]: given.session },
        body: given.field === undefined ? undefined : { _token: given.field },
      },
      config,
    );
  const right = formTokenOf(SESSION, config);

  it('passes where nobody is signed in, and with the token of the session as field or header', () => {
    expect(sent({})).not.toThrow();
    expect(sent({ session: SESSION, field: right })).not.toThrow();
    expect(sent({ session: SESSION, header: right })).not.toThrow();
    expect(sent({ session: SESSION, method: 'GET' })).not.toThrow();
    expect(sent({ session: SESSION, origin: 'https://yoriai.example.jp' })).not.toThrow();
  });

  it('is refused with a session and no token, an empty one, or that of another session or installation', () => {
    const foreign = formTokenOf(
      SESSION,
      testConfig({ appUrl: 'postgresql://x', queueUrl: 'postgresql://x' }, { appSecret: 'another-secret-that-is-long-enough-too' }),
    );
    for (const field of [undefined, '', right.slice(1), formTokenOf('another-session', config), foreign]) {
      const given = field === undefined ? {} : { field };
      expect(sent({ session: SESSION, ...given })).toThrow('platform.form-token');
      expect(sent({ session: SESSION, method: 'DELETE', ...(field === undefined ? {} : { header: field }) })).toThrow('platform.form-token');
    }
  });
});
