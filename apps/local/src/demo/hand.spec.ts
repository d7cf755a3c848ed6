import { describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Actor } from '@yoriai/associations';
import { DemoContests } from './demo-contests.js';
import { DemoEvents } from './demo-events.js';
import { DemoPictures } from './demo-pictures.js';
import { DemoStalls } from './demo-stalls.js';
import type { Cast } from './demo-ward.js';
import { EVENTS } from './events.js';
import { OwnHand, castFrom } from './hand.js';
import { WARD_OFFICERS, WARD_ORGANISATIONS } from './neighbourhoods.js';
import type { Players } from './players.js';

const actor = (name: string): Actor => new Actor({ personId: name, accountId: name, sessionId: name, name, grants: [{ termId: name, organisationId: name, areaId: null, role: 'leader' }] });
const cast = (volunteers: Actor[]): Cast => ({
  organisations: new Map(WARD_ORGANISATIONS.map(({ key }) => [key, key])),
  officers: new Map(WARD_OFFICERS.map(({ key }) => [key, actor(key)])),
  volunteers,
});

/** A hand that writes down what it is made to do. */
function aHand(): { hand: OwnHand; did: string[] } {
  const did: string[] = [];
  const noting = (what: string) => (staged: { id: string }) => Promise.resolve(void did.push(`${what} ${staged.id}`));
  const parts = new Map<unknown, object>([
    [
      DemoEvents,
      {
        begin: (event: { title: string }, players: Players) => {
          did.push(`begin ${players.volunteers.map(({ name }) => name).join(' ')}`);
          return Promise.resolve({ id: event.title, event, day: '2026-11-28', begun: '2026-11-01', players });
        },
        ...Object.fromEntries(['come', 'receive', 'report'].map((step) => [step, noting(step)])),
      },
    ],
    [DemoContests, { prepare: noting('prepare') }],
    [DemoStalls, { play: noting('stalls') }],
    [DemoPictures, { take: noting('pictures') }],
  ]);
  return { hand: new OwnHand({ get: (part: unknown) => parts.get(part) } as INestApplicationContext), did };
}

describe('a hand of the demo ward', () => {
  it('goes on with what it began itself, with volunteers of its own, and with nothing of another hand', async () => {
    const { hand, did } = aHand();
    await hand.meet(cast([actor('Aoki'), actor('Ueda')]));
    const contest = EVENTS.findIndex((event) => event.contest && !event.stalls);
    const stalls = EVENTS.findIndex((event) => event.stalls && !event.contest);
    const titles = [contest, stalls].map((n) => EVENTS[n]!.title);
    expect((await hand.take('begin', [contest, stalls])).map(({ id }) => id)).toEqual(titles);
    await hand.take('come', [contest, stalls]);
    await hand.take('report', [stalls]);
    expect(did).toEqual(['begin Aoki Ueda', 'begin Aoki Ueda', `prepare ${titles[0]}`, `come ${titles[0]}`, `come ${titles[1]}`, `stalls ${titles[1]}`, `pictures ${titles[1]}`, `report ${titles[1]}`]);
    const another = [...EVENTS.keys()].find((n) => n !== contest && n !== stalls)!;
    await expect(hand.take('come', [another])).rejects.toThrow(`Another hand has begun event ${another}`);
  });

  it('begins nothing before it knows who there is', async () => {
    await expect(aHand().hand.take('begin', [0])).rejects.toThrow('nobody who would hold it');
  });

  it('knows people that come from another thread as people', () => {
    const { officers, volunteers, organisations } = castFrom(structuredClone(cast([actor('Aoki')])));
    expect(officers.get('chair')).toEqual(actor('chair'));
    expect(officers.get('chair')?.leads('chair')).toBe(true);
    expect(volunteers[0]).toBeInstanceOf(Actor);
    expect(organisations.get('office')).toBe('office');
  });
});
