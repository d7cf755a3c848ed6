import type { INestApplicationContext } from '@nestjs/common';
import type { DemoEvent } from './demo-event.js';
import { DemoEvents } from './demo-events.js';
import type { Cast } from './demo-ward.js';
import type { Players } from './players.js';

/** What the community centre of Horie wrote for the council of its area, which has not handed it in yet. */
export const HELPED_DRAFT: DemoEvent = {
  host: 'horie',
  title: '堀江 もちよりお茶会',
  kana: 'ほりえ もちよりおちゃかい',
  summary: 'お菓子をひとつもちよって、となりの人とお茶をのみます。',
  field: 'fukushi',
  category: 'meal',
  place: '南堀江会館',
  address: '西区南堀江1丁目',
  day: 52,
  on: 3,
  from: '14:00',
  to: '15:30',
  rain: 'indoors',
  state: 'draft',
  frame: ['参加', 24, 2],
};

/** The centre begins the draft in the place of whoever leads the host. */
export async function writeForOthers(demo: INestApplicationContext, { officers }: Cast, players: Players): Promise<void> {
  const centre = officers.get('center');
  if (centre) await demo.get(DemoEvents).begin(HELPED_DRAFT, { ...players, host: centre });
}
