import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EventApprovals, EventDrafts } from '@yoriai/events';
import { LetterTown, URL_OF_SITE, concert, to } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

describe('letters of the journey', () => {
  test('the approver is asked, the host hears of the return and of the approval', async () => {
    const { id } = await town.app.get(EventDrafts).create(town.host, concert(town.organisationId));
    await town.app.get(EventApprovals).submit(town.host, id);
    expect((await town.post()).map((mail) => [to(mail), mail.subject])).toEqual([['approver@example.jp', '審査のお願い：靱公園バラ園コンサート（西船場連合振興町会）']]);

    await town.app.get(EventApprovals).return(town.approver, id, { reason: '音の大きさを書いてください。', revision: 1, remarks: [{ field: 'placeName', text: '南の入口ですか。' }, { field: 'endsAt', text: '15時までに。' }] });
    const [returned] = await town.post();
    expect(returned?.subject).toBe('直していただきたいところがあります：靱公園バラ園コンサート');
    expect(returned?.text).toContain('区からのひとこと：音の大きさを書いてください。');
    expect(returned?.text).toContain('区から（場所）：南の入口ですか。');
    expect(returned?.text).toContain('区から（日時）：15時までに。');
    expect(returned?.text).toContain(`${URL_OF_SITE}/app/events/${id}`);

    await town.app.get(EventApprovals).submit(town.host, id);
    await town.post();
    await town.app.get(EventApprovals).approve(town.approver, id, { revision: 2 });
    expect((await town.post()).map((mail) => [to(mail), mail.subject])).toEqual([['leader@example.jp', '承認されました：靱公園バラ園コンサート']]);
  });
});
