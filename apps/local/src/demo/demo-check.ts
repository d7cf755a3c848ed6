import type { INestApplicationContext } from '@nestjs/common';
import { FirstCheckRules } from '@yoriai/approvals';
import { EventApprovals } from '@yoriai/events';
import { Clock } from '@yoriai/platform';
import type { DemoEvent } from './demo-event.js';
import { DemoEvents } from './demo-events.js';
import type { Cast } from './demo-ward.js';

import type { Players } from './players.js';
import type { SeedClock } from './seed-clock.js';

/** What waits for a council: of a body of its area, handed in this morning. */
export const WAITS_FOR_COUNCIL: DemoEvent = {
  host: 'kitahorie',
  title: '北堀江 夜店めぐり',
  kana: 'きたほりえ よみせめぐり',
  summary: '通りの店が夜まで開き、スタンプを集めて歩きます。',
  field: 'bunka',
  category: 'market',
  place: '北堀江一丁目の通り',
  address: '西区北堀江1丁目',
  day: 45,
  on: 6,
  from: '17:00',
  to: '20:00',
  rain: 'cancelled',
  state: 'draft',
  food: true,
  uses: ['road'],
  frame: ['スタンプ帳', 150, 4],
  duties: [['道案内', '16:30', '20:30', 6]],
};

const at = (event: Pick<DemoEvent, 'host' | 'title' | 'kana' | 'summary' | 'field' | 'category' | 'place' | 'address' | 'day' | 'on' | 'nth' | 'from' | 'to'>): DemoEvent => ({ ...event, rain: 'cancelled', state: 'draft', uses: ['park'], frame: ['参加', 40, 4] });

/** Handed in this morning too, and each where another event is at the same time. */
export const IN_THE_WAY: readonly DemoEvent[] = [
  at({ host: 'kitahorie', title: '公園で朝の体操', kana: 'こうえんであさのたいそう', summary: 'ラジオ体操のあと、公園を一周歩きます。', field: 'kenkou', category: 'sports', place: '堀江公園', address: '西区南堀江1丁目', day: 5, on: 0, nth: 2, from: '09:30', to: '10:30' }),
  at({ host: 'kujo', title: '駅前の花の植えかえ', kana: 'えきまえのはなのうえかえ', summary: '駐輪場のわきの花だんに、冬の花を植えます。', field: 'kankyo', category: 'cleaning', place: '九条駅前 駐輪場', address: '西区九条1丁目', day: 9, on: 5, from: '15:30', to: '16:30' }),
];

/** Each of these is handed in today. */
export async function handIn(demo: INestApplicationContext, event: DemoEvent, players: Players): Promise<void> {
  const clock = demo.get(Clock) as SeedClock;
  const { id } = await demo.get(DemoEvents).begin(event, players);
  clock.set(clock.today);
  await demo.get(EventApprovals).submit(players.host, id);
}

/** The council of Horie looks at what its bodies hand in, and one event waits for it. */
export async function askCouncil(demo: INestApplicationContext, { organisations }: Cast, players: Players): Promise<void> {
  await demo.get(FirstCheckRules).set(players.staff, organisations.get('horie') ?? '', { kinds: null, businessDays: 5 });
  await handIn(demo, WAITS_FOR_COUNCIL, players);
}
