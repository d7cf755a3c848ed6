import { Injectable } from '@nestjs/common';
import { StallApplications, StallTickets, Stalls, type StallRequest } from '@yoriai/events';
import { Clock, addDays, atJst } from '@yoriai/platform';
import type { SeedClock } from './seed-clock.js';
import type { StagedEvent } from './staged-event.js';

/** What became of a stall of the demo ward; `placed` is accepted and on the next free plot. */
type Fate = 'applied' | 'accepted' | 'placed' | 'declined' | 'withdrawn';

/** Name, what it sells, who stands behind it, and what it cooks with or borrows. */
type DemoStall = readonly [fate: Fate, name: string, sells: string, contactName: string, more: Partial<StallRequest>];

const FAIR: readonly DemoStall[] = [
  ['placed', '堀江の焼きいも屋', '焼きいも、甘酒', '西原 とも子', { kind: 'food', foodBy: 'business', gas: 2, tents: 1, tables: 1 }],
  ['placed', '高台のたこ焼き', 'たこ焼き', '川口 広', { kind: 'food', foodBy: 'business', gas: 1, generator: 1, tents: 1, tables: 2 }],
  ['placed', '町会のポップコーン', 'ポップコーン、わたがし', '南 はるみ', { kind: 'food', foodBy: 'residents', popcorn: 1, candyFloss: 1, watts: 1500, tables: 2 }],
  ['placed', '手づくり小物 つむぎ', '布の小物、かご', '北村 あや', { kind: 'goods', tables: 2, chairs: 2 }],
  ['accepted', '西区のまちづくりの会', '町のむかしの写真', '東 健二', { kind: 'group', tables: 1, chairs: 4 }],
  ['applied', '朝どりの野菜', '大根、みかん', '畑中 実', { kind: 'goods', tents: 1, tables: 3 }],
  ['declined', '炭火の串焼き', '焼き鳥', '火野 一', { kind: 'food', foodBy: 'business', charcoal: 2 }],
  ['withdrawn', 'こども絵本の店', '古い絵本', '本田 さち', { kind: 'display', tables: 1 }],
];

const WORLD: readonly DemoStall[] = [
  ['placed', '堀江のタコス', 'タコス、豆のスープ', '村瀬 ゆか', { kind: 'food', foodBy: 'business', gas: 1, tents: 1, tables: 2 }],
  ['placed', '川口のチャイとサモサ', 'チャイ、サモサ', '港 けんじ', { kind: 'food', foodBy: 'business', gas: 2, tents: 1, tables: 1 }],
  ['accepted', '新町のフォー', '牛肉のフォー', '新町 まゆ', { kind: 'food', foodBy: 'business', gas: 2, tents: 1 }],
  ['applied', 'パンとチーズの店', 'ドイツのパン、チーズ', '麦田 遥', { kind: 'food', foodBy: 'business', watts: 500, tables: 2 }],
  ['applied', '世界の切手の会', '切手と絵はがき', '旅河 正', { kind: 'display', tables: 2 }],
];

const WORDS: Partial<Record<Fate, string>> = { placed: '当日を楽しみにしています。7時から搬入できます。', accepted: '区画は、もう少しお待ちください。', declined: '火を使う店の数をこえたため、今回は見送りました。' };

/** Stalls of the demo ward, in each of their states. */
@Injectable()
export class DemoStalls {
  constructor(
    private readonly clock: Clock,
    private readonly stalls: Stalls,
    private readonly applications: StallApplications,
    private readonly tickets: StallTickets,
  ) {}

  /** Opens a published event for stalls, lets them apply and answers them; each step some days after the other. */
  async play({ id, event, day, begun, players: { host } }: StagedEvent): Promise<void> {
    const clock = this.clock as SeedClock;
    const at = (days: number, time: string): void => clock.set(atJst(addDays(begun, days), time));
    at(6, '10:00');
    const plots = plotsOf(event.place);
    await this.stalls.open(host, id, { kinds: ['food', 'goods', 'display', 'group'], places: 8, opensOn: null, closesOn: addDays(day, -3), note: '出店料はいりません。テントと机をお貸しします。', plots });
    const about = { id, state: 'published', startsAt: atJst(day, event.from).toISOString() };
    let placed = 0;
    for (const [index, [fate, name, sells, contactName, more]] of (event.stalls === 'world' ? WORLD : FAIR).entries()) {
      at(7 + (index % 2), `1${index}:00`);
      const request = { kind: 'goods' as const, name, sells, contactName, phone: `090-0000-${4100 + index}`, email: `stall-${index}@example.jp`, ...more };
      const token = await this.applications.apply(about, request, { language: 'ja', from: `demo ${id}` });
      const stall = await this.tickets.byToken(token);
      at(9, `1${index}:30`);
      if (fate === 'withdrawn') await this.tickets.withdraw(token);
      if (fate === 'declined') await this.stalls.decline(host, stall.id, WORDS[fate] ?? null);
      if (fate === 'accepted' || fate === 'placed') await this.stalls.accept(host, stall.id, WORDS[fate] ?? null);
      if (fate === 'placed') await this.stalls.place(host, stall.id, plots[PLACED[placed++] ?? 0]?.code ?? null);
    }
  }
}

/** Two rows of four plots; where it is held in two places, a row in each. */
function plotsOf(place: string): { code: string; venue: string | null }[] {
  const places = place.split('・');
  return ['A', 'B'].flatMap((letter, row) => [1, 2, 3, 4].map((nth) => ({ code: `${letter}-${nth}`, venue: places[row] ?? places[0] ?? null })));
}

/** The plots that are given, in their order. */
const PLACED = [0, 1, 4, 6];
