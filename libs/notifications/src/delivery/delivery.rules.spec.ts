import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { afterQuiet, backoff, isPlainAddress, lineOf, maskAddress, quietAt, verdictOf, waitOf, withoutAddresses, LEASE_MS, SEND_LIMIT_MS, START_WINDOW_MS } from './delivery.rules.js';

const jst = (text: string) => new Date(`${text}+09:00`);

describe('quiet hours', () => {
  test.each([
    ['2026-11-22T06:59:59', true],
    ['2026-11-22T07:00:00', false],
    ['2026-11-22T20:59:59', false],
    ['2026-11-22T21:00:00', true],
    ['2026-11-23T00:00:00', true],
  ])('%s is quiet: %s', (at, quiet) => {
    expect(quietAt(jst(at))).toBe(quiet);
  });

  test.each([
    ['2026-11-22T21:00:00', '2026-11-23T07:00:00'],
    ['2026-12-31T23:59:59', '2027-01-01T07:00:00'],
    ['2026-11-22T03:00:00', '2026-11-22T07:00:00'],
    ['2026-11-22T12:34:56', '2026-11-22T12:34:56'],
  ])('after %s a reminder may go at %s', (at, expected) => {
    expect(afterQuiet(jst(at))).toEqual(jst(expected));
  });

  test('the answer is never quiet and never earlier', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01Z'), max: new Date('2040-01-01Z'), noInvalidDate: true }), (at) => {
        const after = afterQuiet(at);
        return !quietAt(after) && after >= at && after.getTime() - at.getTime() <= 10 * 3_600_000;
      }),
    );
  });
});

test('a claim outlives every send that may begin under it, and ends within a minute', () => {
  expect(START_WINDOW_MS + SEND_LIMIT_MS).toBeLessThan(LEASE_MS);
  expect(LEASE_MS).toBeLessThanOrEqual(60_000);
});

test('waiting doubles up to an hour and is spread by chance', () => {
  expect([1, 2, 3, 10, 1000].map((attempts) => backoff(attempts, 0.5))).toEqual([10_000, 20_000, 40_000, 3_600_000, 3_600_000]);
  expect(backoff(1, 0)).toBe(5_000);
  expect(backoff(1, 0.999)).toBeLessThan(15_000);
});

test('what was handed over whole waits an hour or more, unless nobody could use it by then', () => {
  const now = new Date('2026-11-28T10:00:00+09:00');
  const letter = { attempts: 1, validUntil: null };
  expect([0, 0.5].map((chance) => waitOf(letter, true, now, chance))).toEqual([3_600_000, 4_500_000]);
  expect(waitOf({ attempts: 30, validUntil: null }, true, now, 0)).toBe(3_600_000);
  expect(waitOf(letter, false, now, 0.5)).toBe(10_000);
  expect(waitOf({ attempts: 1, validUntil: new Date('2026-11-28T10:10:00+09:00') }, true, now, 0.5)).toBe(10_000);
  expect(waitOf({ attempts: 1, validUntil: new Date('2026-11-29T10:00:00+09:00') }, true, now, 0.5)).toBe(4_500_000);
});

describe('addresses', () => {
  test.each(['hanako@example.jp', 'a.b+c@mail.example.co.jp', "o'neil@example.jp"])('%s is one plain address', (address) => {
    expect(isPlainAddress(address)).toBe(true);
  });

  test.each([
    'b@x\r\nBcc: evil@y',
    'b@x\nBcc: evil@y',
    'a@x, b@x',
    'a@x;b@x',
    'Evil <a@x>',
    'a@x b@y',
    'a@x@y',
    'a@x\u0000',
    'group:a@x;',
    '"a b"@x',
    'a@',
    '@x',
    '',
    `${'a'.repeat(260)}@x`,
  ])('%j is not', (address) => {
    expect(isPlainAddress(address)).toBe(false);
  });

  test('are masked for reading', () => {
    expect(maskAddress('hanako@example.jp')).toBe('h•••@example.jp');
    expect(maskAddress('x')).toBe('•••');
  });
});

describe('what the server says', () => {
  test.each([
    ['550 to the recipient', { message: 'no', code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, permanent: true }, 'refused', undefined],
    ['554 to the text', { message: 'no', code: 'EMESSAGE', command: 'DATA', responseCode: 554, permanent: true }, 'refused', undefined],
    ['450 to the recipient', { message: 'later', code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450, permanent: false }, 'later', false],
    ['421 closing', { message: 'bye', code: 'ECONNECTION', command: 'CONN', responseCode: 421, permanent: false }, 'later', false],
    ['535 to our sign-in', { message: 'no', code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, permanent: true }, 'later', false],
    ['553 to our sender', { message: 'no', code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553, permanent: true }, 'later', false],
    ['554 instead of a greeting', { message: 'no', code: 'EPROTOCOL', command: 'CONN', responseCode: 554, permanent: true }, 'later', false],
    ['connection refused', { message: 'ECONNREFUSED', code: 'ESOCKET', command: 'CONN' }, 'later', true],
    ['timeout', { message: 'slow', code: 'ETIMEDOUT', command: 'CONN' }, 'later', true],
    ['name not found', { message: 'dns', code: 'EDNS', command: 'CONN' }, 'later', true],
    ['no TLS offered', { message: 'no', code: 'ETLS', command: 'STARTTLS', responseCode: 502, permanent: true }, 'later', true],
  ] as const)('%s', (_name, error, kind, serverDown) => {
    const verdict = verdictOf(error, 'hanako@example.jp');
    expect(verdict.kind).toBe(kind);
    if (verdict.kind === 'later') expect(verdict.serverDown).toBe(serverDown);
  });
});

describe('how far a letter came', () => {
  const aborted = { message: 'Message sending aborted', code: 'EABORT' };
  test.each([
    ['given up while it stood in the queue for a connection', aborted, { begun: false, whole: false, late: true }, { kind: 'untried' }],
    ['given up on the way', aborted, { begun: true, whole: false, late: true }, { kind: 'later', error: 'No answer within 20 s.', serverDown: false, heldUp: true, handedOver: false }],
    ['given up after its last byte', aborted, { begun: true, whole: true, late: true }, { kind: 'later', error: 'Handed over whole. No answer within 20 s.', serverDown: false, heldUp: true, handedOver: true }],
    ['given up by a worker that leaves', aborted, { begun: true, whole: true, late: false }, { kind: 'later', error: 'Handed over whole. Message sending aborted', serverDown: false, heldUp: false, handedOver: true }],
    ['cut after its last byte', { message: 'Connection closed', code: 'ECONNECTION' }, { begun: true, whole: true, late: false }, { kind: 'later', error: 'Handed over whole. Connection closed', serverDown: true, heldUp: false, handedOver: true }],
    ['told after its last byte to come again', { message: 'no', code: 'EMESSAGE', command: 'DATA', response: '451 later', responseCode: 451, permanent: false }, { begun: true, whole: true, late: false }, { kind: 'later', error: '451 later', serverDown: false, heldUp: false, handedOver: false }],
  ] as const)('%s', (_name, error, progress, verdict) => {
    expect(verdictOf(error, 'hanako@example.jp', progress)).toEqual(verdict);
  });

  test('whoever was held up goes over other connections from then on, each lane over its own', () => {
    expect([0, 1, 5].map((heldUp) => lineOf({ purpose: 'reminder', heldUp }))).toEqual(['bulk', 'patient-bulk', 'patient-bulk']);
    expect([0, 1].map((heldUp) => lineOf({ purpose: 'sign-in', heldUp }))).toEqual(['urgent', 'patient-urgent']);
  });
});

describe('a server’s words are kept without the address they are about', () => {
  test.each([
    ['550 5.1.1 <hanako.secret@example.jp>: Recipient address rejected: User unknown', '550 5.1.1 <•••>: Recipient address rejected: User unknown'],
    ['550 No such user Hanako.Secret here', '550 No such user ••• here'],
    ['552-5.2.2 "hanako.secret"@example.jp is over quota', '552-5.2.2 ••• is over quota'],
    ['451 4.7.1 bounces+hanako.secret=example.jp@relay.example.jp later', '451 4.7.1 ••• later'],
    ['550 hanako.secret＠example.jp （hanako.secret%40example.jp）', '550 ••• (•••)'],
    ['Can’t send mail - all recipients were rejected: 550 <other@example.jp>', 'Can’t send mail - all recipients were rejected: 550 <•••>'],
    ['421 4.3.2 Service not available', '421 4.3.2 Service not available'],
  ])('%s', (said, kept) => {
    expect(withoutAddresses(said, 'hanako.secret@example.jp')).toBe(kept);
  });

  test('a name that looks like a code does not take the code away, odd names break nothing', () => {
    expect(withoutAddresses('550 5.1.1 550 unknown', '550@example.jp')).toBe('550 5.1.1 ••• unknown');
    expect(withoutAddresses('550 a_b+c-d.e/f unknown', 'a_b+c-d.e/f@example.jp')).toBe('550 ••• unknown');
    expect(withoutAddresses('Closed', null)).toBe('Closed');
  });

  test('a long answer is cut, and never in the middle of an address', () => {
    const kept = withoutAddresses(`550 ${'x'.repeat(290)} hanako.secret@example.jp`, 'other@example.jp');
    expect(kept).toHaveLength(298);
    expect(kept).not.toContain('hanako');
  });

  test('the verdict keeps the server’s own line', () => {
    const error = { message: 'all recipients were rejected', response: '550 5.1.1 <hanako@example.jp> unknown', code: 'EENVELOPE', command: 'RCPT TO', permanent: true };
    expect(verdictOf(error, 'hanako@example.jp')).toEqual({ kind: 'refused', error: '550 5.1.1 <•••> unknown' });
  });
});
