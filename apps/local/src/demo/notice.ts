import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Notices } from '@yoriai/events';
import { addDays, jstDate } from '@yoriai/platform';

/** A notice beside all events for children and their parents; there is no such service at this address. */
export async function addNotice(demo: INestApplicationContext, staff: Actor, today: Date): Promise<void> {
  await demo.get(Notices).write(staff, {
    title: '訪問型病児保育のご案内',
    text: 'お子さんが熱を出したときなどに、保育の人がご自宅へうかがいます。\n使うには、前もって登録が必要です。',
    link: 'https://byouji-hoiku.example.jp/',
    linkLabel: '登録のしかたを見る',
    fromDay: addDays(jstDate(today), -7),
    untilDay: addDays(jstDate(today), 60),
    audiences: ['children', 'families'],
  });
}
