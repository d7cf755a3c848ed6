import { expect, it } from '@jest/globals';
import { parseForm } from '@yoriai/platform';
import { InvitationBody } from '../invitation/invitation.dto.js';
import { TermEndingBody } from './officer-term.dto.js';

it('an ending without its day and its reason says which is missing', async () => {
  expect((await parseForm(TermEndingBody, { endsOn: '2027-02-30', reason: ' ' })).errors).toEqual([
    { field: 'endsOn', code: 'field.date' },
    { field: 'reason', code: 'officer.reason' },
  ]);
});

it('a title is one line of words', async () => {
  for (const title of ['', ' ', '副会長\r\nBcc: x', 'あ'.repeat(51), 5]) {
    const { errors } = await parseForm(InvitationBody, { title });
    expect(errors).toContainEqual({ field: 'title', code: 'officer.title' });
  }
});
