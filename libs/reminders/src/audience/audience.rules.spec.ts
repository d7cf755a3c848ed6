import { describe, expect, test } from '@jest/globals';
import { audienceOf } from './audience.rules.js';

describe('the audience', () => {
  const own = new Map([['hanako', 'hanako@example.jp']]);
  const emailOf = (personId: string) => own.get(personId) ?? null;

  test('a person who takes part and helps is one member with both', () => {
    const members = audienceOf(
      [{ personId: 'hanako', applicationId: 'a1', email: null }],
      [
        { personId: 'hanako', assignmentId: 's1' },
        { personId: 'hanako', assignmentId: 's2' },
      ],
      emailOf,
    );
    expect(members).toEqual([{ personId: 'hanako', email: 'hanako@example.jp', applicationIds: ['a1'], assignmentIds: ['s1', 's2'] }]);
  });

  test('the newest application says where to write', () => {
    const [member] = audienceOf(
      [
        { personId: 'hanako', applicationId: 'a1', email: 'old@example.jp' },
        { personId: 'hanako', applicationId: 'a2', email: 'new@example.jp' },
        { personId: 'hanako', applicationId: 'a3', email: null },
      ],
      [],
      emailOf,
    );
    expect(member?.email).toBe('new@example.jp');
  });

  test('who has no address is a member all the same', () => {
    expect(audienceOf([{ personId: 'ichiro', applicationId: 'a1', email: null }], [], emailOf)).toMatchObject([{ personId: 'ichiro', email: null }]);
  });
});
