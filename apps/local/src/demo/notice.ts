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

/** What the ward keeps on the pages of areas; the addresses are invented, but for the city's own. */
export async function addDocuments(demo: INestApplicationContext, staff: Actor, today: Date): Promise<void> {
  const day = jstDate(today);
  const stands = { placed: 'areas' as const, fromDay: addDays(day, -30), untilDay: addDays(day, 300) };
  const documents = [
    { title: '地域カルテ', text: '地域のいまの様子と課題を、区役所とまちづくりセンターでまとめています。', link: 'https://karte.example.jp/', linkLabel: '地域カルテを見る' },
    { title: '西区の防災', text: '津波や水のときに浸かる深さと、避難のしかたの地図です。', link: 'https://www.city.osaka.lg.jp/nishi/', linkLabel: '西区役所のページを見る' },
    { title: '堀江の回覧（今月）', text: '古紙の回収の日と、公園のそうじの日がのっています。', link: 'https://kairan.example.jp/', linkLabel: '回覧を見る', areas: ['horie'] },
  ];
  for (const document of documents) await demo.get(Notices).write(staff, { ...stands, ...document });
}
