import { describe, expect, test } from '@jest/globals';
import { messageMembers, type EverybodyFacts } from './message-recipients.rules.js';

const EVERYBODY: EverybodyFacts = {
  applications: [
    { id: 'a1', personId: 'hanako', frameId: 'adults', hasPlace: true, email: 'hanako@example.jp' },
    { id: 'a2', personId: 'ichiro', frameId: 'children', hasPlace: true, email: null },
    { id: 'a3', personId: 'rin', frameId: 'adults', hasPlace: false, email: 'rin@example.jp' },
    { id: 'a4', personId: 'sora', frameId: 'children', hasPlace: true, email: 'sora@example.jp' },
  ],
  assignments: [
    { id: 's1', personId: 'hanako' },
    { id: 's2', personId: 'umi' },
  ],
  stalls: [{ id: 'st', email: 'imo@example.jp' }],
  guardians: [
    { applicationId: 'a2', personId: 'ichiro', email: 'mother@example.jp' },
    { applicationId: 'a4', personId: 'sora', email: 'mother@example.jp' },
  ],
};
const emailOf = (personId: string): string | null => (personId === 'umi' ? 'umi@example.jp' : null);
const to = (audiences: Parameters<typeof messageMembers>[0]['audiences'], frameIds: string[] = []) => messageMembers({ audiences, frameIds }, EVERYBODY, emailOf);

describe('who gets a message', () => {
  test('those with a place, and those who wait, each by their own choice', () => {
    expect(to(['applied']).map(({ key }) => key)).toEqual(['hanako', 'ichiro', 'sora']);
    expect(to(['waiting']).map(({ key, email }) => [key, email])).toEqual([['rin', 'rin@example.jp']]);
  });

  test('a person who comes and helps gets it once; without an address by telephone', () => {
    const members = to(['applied', 'duties']);
    expect(members.map(({ key }) => key)).toEqual(['hanako', 'ichiro', 'sora', 'umi']);
    expect(members[0]).toMatchObject({ applicationIds: ['a1'], assignmentIds: ['s1'], email: 'hanako@example.jp' });
    expect(members[1]).toMatchObject({ email: null });
    expect(members[3]).toMatchObject({ email: 'umi@example.jp' });
  });

  test('of some frames alone, where they are named; duties have none', () => {
    expect(to(['applied', 'duties'], ['children']).map(({ key }) => key)).toEqual(['ichiro', 'sora', 'hanako', 'umi']);
    expect(to(['guardians'], ['adults'])).toEqual([]);
  });

  test('a stall is no person; a guardian of two children gets it once, and not at an address that has it already', () => {
    expect(to(['stalls'])).toMatchObject([{ key: 'stall:st', personId: null, email: 'imo@example.jp', stallId: 'st' }]);
    expect(to(['guardians']).map(({ key, email }) => [key, email])).toEqual([['guardian:a2', 'mother@example.jp']]);
    const same = { ...EVERYBODY, guardians: [{ applicationId: 'a4', personId: 'sora', email: 'sora@example.jp' }] };
    expect(messageMembers({ audiences: ['applied', 'guardians'], frameIds: [] }, same, emailOf)).toHaveLength(3);
  });
});
