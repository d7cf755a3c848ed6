import type { INestApplicationContext } from '@nestjs/common';
import { MembershipAsking } from '@yoriai/associations';
import { Clock, addDays, atJst, jstDate } from '@yoriai/platform';
import type { SeedClock } from './seed-clock.js';

/** Somebody new in 西船場 would like to join; it waits for who leads there. */
export async function addJoining(demo: INestApplicationContext, today: Date): Promise<void> {
  const clock = demo.get(Clock) as SeedClock;
  clock.set(atJst(addDays(jstDate(today), -1), '19:40'));
  const asking = demo.get(MembershipAsking);
  const asked = (await asking.choices()).find(({ slug }) => slug === 'nishisenba');
  if (!asked) throw new Error('Nobody leads the federation of 西船場');
  const wish = { organisation: asked.slug, contactName: '新田 ゆう子', phone: '090-0000-4711', note: '先月引っこしてきました。会費と、日曜日のそうじのことを聞きたいです。' };
  await asking.ask(wish, { language: 'ja', from: 'demo' });
  clock.set(today);
}
