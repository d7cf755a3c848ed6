import { expect, it } from '@jest/globals';
import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';
import { speaksForItself } from './web-authn.js';

type Statement = Map<string, Uint8Array<ArrayBuffer> | Uint8Array<ArrayBuffer>[] | number>;

const attested = (format: string, statement: Statement = new Map()): string =>
  isoBase64URL.fromBuffer(isoCBOR.encode(new Map<string, string | Statement>([['fmt', format], ['attStmt', statement]])));
const certificate = new Uint8Array([0x30, 0x03]);

it('whoever would have to be looked up elsewhere is turned away before the library reads a certificate', () => {
  expect(speaksForItself(attested('none'))).toBe(true);
  expect(speaksForItself(attested('packed', new Map([['alg', -7]])))).toBe(true);
  expect(speaksForItself(attested('packed', new Map([['x5c', [certificate]]])))).toBe(false);
  for (const format of ['android-key', 'android-safetynet', 'apple', 'tpm', 'fido-u2f', 'made-up']) {
    expect([format, speaksForItself(attested(format, new Map([['x5c', [certificate]]])))]).toEqual([format, false]);
    expect([format, speaksForItself(attested(format))]).toEqual([format, false]);
  }
});
