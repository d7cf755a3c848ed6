import { beforeEach, expect, it, jest } from '@jest/globals';
import type { Config } from '@yoriai/platform';
import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';

type Statement = Map<string, Uint8Array<ArrayBuffer> | Uint8Array<ArrayBuffer>[] | number>;

/** The library, as it is called: it would judge certificates, and fetch what they name. */
const judge = jest.fn(() => Promise.resolve({ verified: false }));
jest.unstable_mockModule('@simplewebauthn/server', () => ({
  verifyRegistrationResponse: judge,
  ...{ generateAuthenticationOptions: jest.fn(), generateRegistrationOptions: jest.fn(), verifyAuthenticationResponse: jest.fn() },
}));
const { WebAuthn, speaksForItself } = await import('./web-authn.js');

const attested = (format: string, statement: Statement = new Map()): string =>
  isoBase64URL.fromBuffer(isoCBOR.encode(new Map<string, string | Statement>([['fmt', format], ['attStmt', statement]])));
const certificate = new Uint8Array([0x30, 0x03]);
const OTHERS = ['android-key', 'android-safetynet', 'apple', 'tpm', 'fido-u2f', 'made-up'];

beforeEach(() => void judge.mockClear());

it('whoever would have to be looked up elsewhere is told from who speaks for themselves', () => {
  expect(speaksForItself(attested('none'))).toBe(true);
  expect(speaksForItself(attested('packed', new Map([['alg', -7]])))).toBe(true);
  expect(speaksForItself(attested('packed', new Map([['x5c', [certificate]]])))).toBe(false);
  for (const format of OTHERS) {
    expect([format, speaksForItself(attested(format, new Map([['x5c', [certificate]]])))]).toEqual([format, false]);
    expect([format, speaksForItself(attested(format))]).toEqual([format, false]);
  }
});

it('and is turned away before the library reads a certificate', async () => {
  const webAuthn = new WebAuthn({ publicUrl: 'http://localhost:3000', wardName: '西区' } as Config);
  const add = (attestationObject: string) => webAuthn.added({ credentialId: 'a', clientDataJson: 'b', attestationObject, transports: [] }, 'c');
  const chain: Statement = new Map([['x5c', [certificate]]]);
  for (const answer of [attested('packed', chain), ...OTHERS.flatMap((format) => [attested(format), attested(format, chain)])]) expect(await add(answer)).toBeNull();
  expect(judge).not.toHaveBeenCalled();
  expect(await add(attested('none'))).toBeNull();
  expect(judge).toHaveBeenCalledTimes(1);
});
