import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Evidence } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import type { TestApp } from '@yoriai/testing';
import { type Cast } from '../an-event.builder.js';
import { ChecklistTown, PDF, MARKET, item } from './testing/checklist-town.js';
import { EventApprovals } from './event-approval.service.js';
import { EventEvidence } from './event-evidence.service.js';
import { EventQueries } from './event-queries.service.js';

let app: TestApp;
let cast: Cast;
let town: ChecklistTown;

beforeAll(async () => {
  town = await ChecklistTown.open();
  ({ app, cast } = town);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

describe('files', () => {
  it('are reached through their event alone, and once the same is there it is there', async () => {
    const [event, other] = [await town.handedIn(MARKET), await town.handedIn(MARKET)];
    await town.attach(event, 'food');
    const [file, ...more] = item(await town.attach(event, 'food'), 'food').files;
    expect(more).toEqual([]);
    expect(await app.get(EventEvidence).read(cast.staff, event.id, file!.id)).toMatchObject({ kind: 'application/pdf', content: PDF });
    await expect(app.get(EventEvidence).read(cast.staff, other.id, file!.id)).rejects.toMatchObject({ code: 'evidence.not-found', status: 404 });
    const gone = await app.get(EventEvidence).remove(cast.leader, event.id, file!.id);
    expect([item(gone, 'food').files, await town.keptOf(event)]).toEqual([[], 0]);
  });

  it('are thrown away by who added them or leads the event, never by the ward office that judges them', async () => {
    const event = await town.handedIn(MARKET);
    const remove = (actor: Actor, id: string) => app.get(EventEvidence).remove(actor, event.id, id);
    const seen = async (actor: Actor) => item(await app.get(EventQueries).detail(actor, event.id), 'food').files.map(({ id, mayRemove }) => ({ id, mayRemove }));
    await town.attach(event, 'food');
    const [file] = await seen(cast.leader);
    expect([file!.mayRemove, (await seen(cast.staff))[0]!.mayRemove]).toEqual([true, false]);
    for (const judge of [cast.staff, cast.approver]) await expect(remove(judge, file!.id)).rejects.toMatchObject({ code: 'evidence.not-yours', status: 403 });
    expect(await town.keptOf(event)).toBe(1);
    await app.get(EventEvidence).add(cast.staff, event.id, { aboutKind: 'item', aboutId: 'food' }, () => Promise.resolve(Buffer.concat([PDF, Buffer.from('\n')])));
    const [, own] = await seen(cast.staff);
    expect(own!.mayRemove).toBe(true);
    await remove(cast.staff, own!.id);
    await remove(cast.leader, file!.id);
    expect(await town.keptOf(event)).toBe(0);
  });

  it('stay with what is settled, are ten at most for one thing, and go a fiscal year after the end', async () => {
    const event = await town.handedIn(MARKET);
    const form = (n: number) => ({ kind: 'application/pdf' as const, content: Buffer.from(`${n}`) });
    await app.tx(async (tx) => {
      for (let n = 0; n < 10; n += 1) await app.get(Evidence).add(tx, cast.leader, { subjectKind: 'event', subjectId: event.id }, { aboutKind: 'item', aboutId: 'food' }, form(n));
    });
    await expect(town.attach(event, 'food')).rejects.toMatchObject({ code: 'evidence.too-many', status: 422 });
    await town.say(cast.leader, event, 'food', 'reported', null);
    const settled = await town.say(cast.staff, event, 'food', 'confirmed', null);
    await expect(app.get(EventEvidence).remove(cast.leader, event.id, item(settled, 'food').files[0]!.id)).rejects.toMatchObject({ code: 'approval.item-settled', status: 409 });

    await app.get(EventApprovals).reject(cast.approver, event.id, { reason: '道が工事中です。', revision: 1 });
    const kept = async (at: string): Promise<number> => {
      await app.get(Evidence).sweep(new Date(at));
      return town.keptOf(event);
    };
    expect([await kept('2028-03-31T12:00:00+09:00'), await kept('2028-04-01T12:00:00+09:00')]).toEqual([10, 0]);
  });
});
