import { NO_ANSWER, NO_CONNECTION, ProblemError } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { referenceOf } from './reference.js';

const problem = (status: number, detail: string): ProblemError =>
  new ProblemError({ status, code: 'event.approver-only', detail, requestId: '01900000-0000-7000-8000-9e1c205f7405' });

describe('what is read out on the telephone', () => {
  it('is the number alone where the sentence says it all', () => {
    expect(referenceOf(problem(403, '承認は、区の決裁者だけができます。'))).toBe('9e1c205f7405');
    expect(referenceOf(new ProblemError({ status: 404, code: 'platform.not-found', detail: 'ありません。' }))).toBe('');
  });

  it('is nothing where one puts it right oneself: nobody is telephoned about a file that is too large', () => {
    expect([413, 415, 422, 409, 404].map((status) => referenceOf(problem(status, 'ファイルが大きすぎます。8MBまでです。')))).toEqual(['', '', '', '', '']);
  });

  it('is nothing without a connection, and at most a number where something between us answered', () => {
    expect(referenceOf(new ProblemError({ status: 0, code: NO_CONNECTION, detail: '' }))).toBe('');
    expect(referenceOf(new ProblemError({ status: 502, code: NO_ANSWER, detail: '' }))).toBe('');
    expect(referenceOf(new ProblemError({ status: 502, code: NO_ANSWER, detail: '', requestId: '01900000-0000-7000-8000-9e1c205f7405' }))).toBe('9e1c205f7405');
  });

  it('has the code too where something broke', () => {
    expect(referenceOf(problem(500, '不具合です。'))).toBe('event.approver-only　9e1c205f7405');
    expect(referenceOf(problem(404, ''))).toContain('event.approver-only');
    expect(referenceOf(new TypeError('x'))).toBe('TypeError');
  });
});
