import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Organisations, type Actor } from '@yoriai/associations';
import { CoHostings, CoHosts, EventApprovals, EventChecklist, EventDrafts, EventPublications, EventQueries, Postponements } from '@yoriai/events';
import { People } from '@yoriai/identity';
import { newId } from '@yoriai/platform';
import { LetterTown, URL_OF_SITE, concert, letterTo, to } from './testing/letter-town.js';

let town: LetterTown;
let event: { id: string; frameId: string };

beforeEach(async () => {
  town = await LetterTown.open();
  event = await settled();
});
afterEach(() => town.close());

/** Published with the permission for its park. */
async function settled(): Promise<{ id: string; frameId: string }> {
  const { id, frames } = await town.app.get(EventDrafts).create(town.host, { ...concert(town.organisationId), rainPolicy: 'postponed', uses: ['park'] });
  await town.app.get(EventApprovals).submit(town.host, id);
  await town.app.get(EventChecklist).say(town.host, id, 'park', 'reported', '許可が出ました。');
  await town.app.get(EventChecklist).say(town.approver, id, 'park', 'confirmed', null);
  await town.app.get(EventApprovals).approve(town.approver, id, { revision: 1 });
  await town.app.get(EventPublications).publish(town.host, id);
  await town.post();
  return { id, frameId: frames[0]!.id };
}

/** Another association holds it together with its host; the host's chair leads that too. */
async function together(): Promise<void> {
  const otherId = await town.app.tx((tx) => town.app.get(Organisations).add(tx, { name: '江戸堀連合振興町会', kana: 'えどぼり', slug: 'edobori', kind: 'federation', areaId: null }));
  const leader = await town.actor({ name: '共催 会長', email: 'co-host@example.jp' }, otherId, 'leader');
  await town.app.database.asOwner(
    `insert into associations.officer_term (id, person_id, organisation_id, role, title, starts_on, ends_on, created_at) values ($1, $2, $3, 'leader', '会長', '2026-04-01', '2028-03-31', now())`,
    [newId(), town.host.personId, otherId],
  );
  const { items } = await town.app.get(CoHosts).invite(town.host, event.id, { organisationId: otherId, words: null });
  await town.app.get(CoHostings).answer(leader, items[0]!.id, 'accepted', null);
  await town.post();
}
const cancel = (by: Actor): Promise<unknown> => town.app.get(EventPublications).cancel(by, event.id, '大雨警報のため', 'warning');
const ofLeaders = (letters: Awaited<ReturnType<LetterTown['post']>>): string[] => letters.map(to).filter((address) => ['leader@example.jp', 'co-host@example.jp', 'approver@example.jp', 'desk@example.jp'].includes(address ?? '')).map(String).sort();

describe('what the ward office decides about an association’s event', () => {
  test('called off: its leaders read who and why, whom to tell and that some are to be telephoned; co-hosts who and why; nobody twice', async () => {
    await together();
    await town.apply(event, '鈴木 一郎', { phone: '090-0000-0001' });
    await town.post();
    await cancel(town.approver);
    const letters = await town.post();
    expect(ofLeaders(letters)).toEqual(['co-host@example.jp', 'leader@example.jp']);
    const host = letterTo(letters, 'leader@example.jp');
    expect(host?.subject).toBe('区役所が中止にしました：靱公園バラ園コンサート（11月29日(日)）');
    expect(host?.text).toContain(`決めた人：西区役所　${town.approver.name}`);
    expect(host?.text).toContain('理由：大雨警報のため');
    expect(host?.text).toContain('中止を伝え、取り下げる先');
    expect(host?.text).toContain('公園の使用許可：');
    expect(host?.text).toContain('メールのない方が1人います');
    expect(host?.text).not.toContain('鈴木');
    expect(host?.text).toContain(`${URL_OF_SITE}/app/events/${event.id}/messages`);
    const other = letterTo(letters, 'co-host@example.jp');
    expect(other?.text).toContain('理由：大雨警報のため');
    expect(other?.text).not.toMatch(/取り下げる先|メールのない方が/);
  });

  test('at any hour: its leaders have to act on it, whatever of the night it is', async () => {
    town.app.clock.set('2026-11-20T01:09:00+09:00');
    await cancel(town.approver);
    expect(ofLeaders(await town.post())).toEqual(['leader@example.jp']);
  });

  test('called off by its own host: no such letter', async () => {
    await together();
    await cancel(town.host);
    expect(ofLeaders(await town.post())).toEqual([]);
  });

  test('put off: both days, and what is to be settled anew; in the language of whoever reads', async () => {
    await town.app.tx((tx) => town.app.get(People).speak(tx, town.host.personId, 'en'));
    const { startsAt } = await town.app.get(EventQueries).detail(town.host, event.id);
    await town.app.get(Postponements).postpone(town.approver, event.id, { day: '2026-12-06', cause: 'rain', reason: '大雨の予報のため', startsAt: startsAt! });
    const letters = await town.post();
    expect(ofLeaders(letters)).toEqual(['leader@example.jp']);
    const host = letterTo(letters, 'leader@example.jp');
    expect(host?.subject).toBe('Postponed by the ward office: 靱公園バラ園コンサート (Sun 6 Dec)');
    expect(host?.text).toContain('Was: Sun 29 Nov');
    expect(host?.text).toContain('Tell them the new day, and file again');
    expect(host?.text).toContain('Permit to use a park: the park office in charge');
  });
});
