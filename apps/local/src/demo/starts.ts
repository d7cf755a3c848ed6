import type { INestApplicationContext } from '@nestjs/common';
import { StartAnswers, StartAsking, Starts, type StartRequest } from '@yoriai/events';
import { Clock, addDays, atJst, jstDate } from '@yoriai/platform';
import type { Cast } from './demo-ward.js';
import type { SeedClock } from './seed-clock.js';

type Fate = 'waiting' | 'talking' | 'accepted' | 'declined' | 'withdrawn';

/** Days before today, what became of it, and what was asked. There are no such houses. */
const WISHES: readonly (readonly [days: number, fate: Fate, wish: Omit<StartRequest, 'people' | 'hours'> & Partial<StartRequest>, words?: string])[] = [
  [34, 'declined', { programme: 'exercise', place: '阿波座レジデンス 1階ロビー', area: 'meiji', weekdays: [1], contactName: '川端 すみ江', phone: '090-0000-4701' }, 'ロビーは通り道のため、避難の場所がとれませんでした。近くの明治連合会館の会をご案内します。'],
  [21, 'withdrawn', { programme: 'salon', place: '南堀江ハイツ 集会室', area: 'horie', weekdays: [], contactName: '村井 たか子', email: 'begin-1@example.jp' }],
  [12, 'talking', { programme: 'exercise', place: 'ひよしハイツ 1階 集会室', area: 'hiyoshi', people: 18, weekdays: [2, 4], hours: 'morning', contactName: '浅野 弘', email: 'begin-2@example.jp', note: '机といすが20人分あります。' }, '来週の火曜日に、集会室を見せていただきます。'],
  [6, 'accepted', { programme: 'exercise', venue: '南堀江会館', area: 'horie', people: 25, weekdays: [3], hours: 'afternoon', contactName: '中尾 よし子', phone: '090-0000-4702' }, 'おもりとDVDをお貸しします。はじめの3回は、担当者がまいります。'],
  [3, 'waiting', { programme: 'playground', venue: 'コート立売堀集会室', area: 'meiji', people: 10, weekdays: [5], hours: 'morning', contactName: '水野 まい', phone: '090-0000-4703', note: '0歳と2歳の子がいます。同じ階の3家族と話しました。' }],
  [1, 'waiting', { programme: 'exercise', place: 'みなみマンション 集会室', area: 'horie', people: 15, weekdays: [2], hours: 'morning', contactName: '畑中 ひろ子', email: 'begin-3@example.jp' }],
];

/** Who would like to begin something, in each state; the council of 堀江 asks in the App. */
export async function addStarts(demo: INestApplicationContext, { organisations, officers }: Cast, today: Date): Promise<void> {
  const clock = demo.get(Clock) as SeedClock;
  const [staff, horie] = [officers.get('staff'), officers.get('horie-chair')];
  if (!staff || !horie) throw new Error('The demo ward has no staff, or nobody leads 堀江');
  const at = (days: number, time: string): void => clock.set(atJst(addDays(jstDate(today), -days), time));
  const asking = demo.get(StartAsking);
  for (const [days, fate, wish, words = null] of WISHES) {
    at(days, '10:20');
    const token = await asking.ask({ people: 12, hours: 'any', ...wish }, { language: 'ja', from: 'demo' });
    const { id } = await asking.byToken(token);
    at(days - 1, '14:00');
    if (fate === 'withdrawn') await asking.withdraw(token);
    else if (fate !== 'waiting') await demo.get(StartAnswers).answer(staff, id, { state: fate, words });
    if (fate === 'declined') await demo.get(StartAnswers).called(staff, id);
  }
  at(9, '16:00');
  const own = { programme: 'salon' as const, place: '堀江会館 2階 和室', area: 'horie', people: 20, weekdays: [4], hours: 'afternoon' as const, contactName: '森田 恵', email: 'horie@example.jp', organisationId: organisations.get('horie') ?? null };
  const { items } = await demo.get(Starts).ask(horie, own);
  const mine = items.find(({ place, organisationId }) => place === own.place && organisationId === own.organisationId);
  at(8, '11:00');
  if (mine) await demo.get(StartAnswers).answer(staff, mine.id, { state: 'accepted', words: '日にちが決まったら、行事としてお出しください。' });
  clock.set(clock.today);
}
