import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ApplicationChanges, EventMessages, EventPublications, type MessageRequest } from '@yoriai/events';
import { Ledger, OptOuts } from '@yoriai/notifications';
import { Assignments } from '@yoriai/rosters';
import { LetterTown, letterTo, to } from './testing/letter-town.js';

let town: LetterTown;
let event: { id: string; frameId: string; shiftId: string };

beforeEach(async () => {
  town = await LetterTown.open();
  event = await town.published({ frames: [{ name: 'いす席', capacity: 1, perApplicationMax: 1 }] });
});
afterEach(() => town.close());

const write = (changes: Partial<MessageRequest> = {}): Promise<void> =>
  town.app.tx((tx) => town.app.get(EventMessages).write(tx, town.host, event.id, { request: { audiences: ['applied'], title: '持ち物のお願い', text: 'ひざかけをお持ちください。\n\n前の道は\n通れません。', ...changes }, people: 1 }));
const sweep = async (): Promise<void> => void (await town.app.get(EventMessages).sweep(town.app.clock.now()));
const sums = async () => [...(await town.app.tx((tx) => town.app.get(Ledger).ofMessages(tx, event.id))).values()];

describe('what a host writes to the people of an event', () => {
  test('reaches each once, in the host’s words; without mail they are telephoned', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.apply(event, '鈴木 一郎', { phone: '090-0000-0001' });
    await town.app.get(Assignments).take(await town.actor({ name: '青木 りん', email: 'rin@example.jp' }), event.shiftId);
    await town.post();
    await write({ audiences: ['applied', 'waiting', 'duties'] });
    await sweep();
    const letters = await town.post();
    expect(letters.map((mail) => to(mail)).sort()).toEqual(['hanako@example.jp', 'rin@example.jp']);
    const hers = letterTo(letters, 'hanako@example.jp');
    expect(hers?.subject).toBe('持ち物のお願い（靱公園バラ園コンサート）');
    for (const said of ['山田 花子', '西船場', 'ひざかけをお持ちください。', '前の道は\n通れません。', '11月29日', '06-6443-0001', '/t/', '/opt-out/']) expect(hers?.text).toContain(said);
    expect(hers?.html).toContain('<p>前の道は<br>通れません。</p>');
    expect(letterTo(letters, 'rin@example.jp')?.text).toContain('/me');
    const [line] = await town.app.tx((tx) => town.app.get(Ledger).callSheet(tx, event.id));
    expect(line?.letters[0]).toMatchObject({ kind: 'event-message', why: 'no-channel' });
    expect(await sums()).toEqual([{ audience: 3, accepted: 2, callSheet: 1, optedOut: 0, waiting: 0 }]);
    await sweep();
    expect(await town.post()).toEqual([]);
  });

  test('who waits gets what is for those who wait, and who cancelled since gets none', async () => {
    const first = await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.apply(event, '森 さくら', { email: 'sakura@example.jp' });
    await town.post();
    await write();
    await sweep();
    await town.app.deliver();
    await town.app.get(ApplicationChanges).cancel(town.host, first.id!, null);
    await write({ audiences: ['waiting'], title: '順番のお知らせ' });
    await sweep();
    const letters = (await town.post()).filter(({ subject }) => /持ち物|順番/.test(subject ?? ''));
    expect(letters.map((mail) => [to(mail), mail.subject?.slice(0, 2)])).toEqual([['sakura@example.jp', '順番']]);
  });

  test('who declined reminders gets none, and is counted so', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.post();
    const [personId] = (await town.app.database.asOwner<{ person_id: string }>('select person_id from events.application where event_id = $1', [event.id])).map((row) => row.person_id);
    await town.app.tx((tx) => town.app.get(OptOuts).add(tx, personId!));
    await write();
    await sweep();
    expect(await town.post()).toEqual([]);
    expect(await sums()).toMatchObject([{ audience: 1, optedOut: 1, accepted: 0 }]);
  });

  test('whoever reads English or やさしい日本語 reads what the host wrote for them, and otherwise that it is in Japanese', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.post();
    await town.app.database.asOwner(`update identity.person set language = 'en' where id in (select person_id from events.application where event_id = $1)`, [event.id]);
    await write({ english: { title: 'What to bring', text: 'Please bring a blanket.' } });
    await sweep();
    const [english] = await town.post();
    expect(english?.subject).toContain('What to bring (');
    expect(english?.text).toContain('Please bring a blanket.');
    expect(english?.text).not.toContain('Japanese only');
    await write({ title: '場所の変更' });
    await sweep();
    expect((await town.post())[0]?.text).toContain('Japanese only');
  });

  test('called off before it could go, nobody reads it', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.post();
    await write();
    await sweep();
    await town.app.get(EventPublications).cancel(town.host, event.id, '荒天のため');
    expect((await town.post()).map(({ subject }) => subject?.includes('持ち物'))).not.toContain(true);
  });
});
