import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from '@jest/globals';
import { Invitations } from '@yoriai/associations';
import { EventPublications, SignUps } from '@yoriai/events';
import { SignIn } from '@yoriai/identity';
import { Assignments } from '@yoriai/rosters';
import { SiteTown } from './testing/site-town.js';

test('preview', async () => {
  rmSync('/tmp/site/stop', { force: true });
  const town = await SiteTown.open({ config: { demo: true, publicUrl: 'http://localhost:3000' } });
  try {
    const concert = await town.publish();
    const signUp = (event: { id: string; frameIds: string[] }, name: string, kana: string, heads: number, contact: { phone?: string; email?: string }) =>
      town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0]!, name, kana, heads, ...contact });
    for (let i = 0; i < 16; i += 1) await signUp(concert, `西 太郎${i}`, 'にし たろう', 6, { phone: `0901234${String(1000 + i)}` });
    const at = (day: string, from: string, to: string) => ({ startsAt: `2026-${day}T${from}:00+09:00`, endsAt: `2026-${day}T${to}:00+09:00` });
    const plain = { description: null, careText: null, rainDecisionAt: null, duties: [] };
    await town.publish({ ...plain, title: 'にし恋マルシェ', kana: 'にしこいまるしぇ', summary: '町のお店が公園にならびます。', field: 'bunka', category: 'market', placeName: '堀江公園・高台橋公園・寶生教の境内', ...at('11-22', '10:30', '16:00'), rainPolicy: 'go-ahead', frames: [{ name: 'どなたでも', method: 'open', capacity: null }] });
    await town.publish({ ...plain, title: '新町北公園 花の植えかえと朝の清掃', kana: 'しんまちきたこうえん はなのうえかえとあさのせいそう', summary: '花の苗を植えます。道具はあります。', field: 'kankyo', category: 'cleaning', placeName: '新町北公園', ...at('11-23', '09:00', '10:30'), rainPolicy: 'light-rain-only', frames: [{ name: 'どなたでも', method: 'open', capacity: null }], duties: [{ duty: '花の苗をはこぶ・植える', place: '花だんの前', startsAt: '2026-11-23T08:30:00+09:00', endsAt: '2026-11-23T10:30:00+09:00', people: 3, note: '長ぐつがあると楽です' }] });
    const baby = await town.publish({ ...plain, title: 'にっしー広場 0〜3さいのあそび場', kana: 'にっしーひろば ぜろからさんさいのあそびば', summary: 'おもちゃと絵本があります。', field: 'kodomo', category: 'class', placeName: '明治連合会館 2階', ...at('11-25', '10:00', '11:30'), rainPolicy: 'indoors', frames: [{ name: '親子', capacity: 12, perApplicationMax: 4 }] });
    await signUp(baby, '本田 あい', 'ほんだ あい', 3, { phone: '09011112222' });
    await town.publish({ ...plain, title: 'いきいき百歳体操　毎週木曜日', kana: 'いきいきひゃくさいたいそう まいしゅうもくようび', summary: '見学もどうぞ。', field: 'kenkou', category: 'class', placeName: '明治連合会館 1階', ...at('11-26', '10:00', '11:00'), rainPolicy: 'indoors', frames: [{ name: 'どなたでも', method: 'open', capacity: null }] });
    const kite = await town.publish({ ...plain, title: '手づくりたこ教室', kana: 'てづくりたこきょうしつ', summary: '竹と和紙でたこを作ります。', field: 'kodomo', category: 'class', placeName: '日吉小学校 図工室', ...at('11-28', '13:30', '15:30'), rainPolicy: 'indoors', frames: [{ name: '親子', capacity: 2, perApplicationMax: 2 }] });
    await signUp(kite, '北 一', 'きた はじめ', 2, { phone: '09022223333' });
    const waits = await signUp(kite, '南 二', 'みなみ に', 1, { email: 'minami@example.jp' });
    const drill = await town.publish({ ...plain, title: '西区 全地域 合同防災訓練', kana: 'にしく ぜんちいき ごうどうぼうさいくんれん', summary: '地震のあとの避難所をひらきます。', field: 'bousai', category: 'drill', placeName: '西船場小学校ほか 13か所', ...at('12-06', '09:00', '11:30'), rainPolicy: 'go-ahead', duties: [{ duty: '避難所の受付（訓練）', place: '西船場小学校', startsAt: '2026-12-06T08:30:00+09:00', endsAt: '2026-12-06T11:30:00+09:00', people: 4, note: 'やり方は当日お伝えします' }], frames: [{ name: 'どなたでも', method: 'open', capacity: null }] });
    const film = await town.publish({ ...plain, title: 'こどもワクワク映画会', kana: 'こどもわくわくえいがかい', summary: '大きなスクリーンで見ます。', field: 'kodomo', category: 'other', placeName: '堀江会館', ...at('12-12', '14:00', '16:00'), rainPolicy: 'indoors', frames: [{ name: 'いす席', capacity: 30, perApplicationMax: 4 }, { name: '車いす席', capacity: 3, perApplicationMax: 2 }] });
    await town.api.get(EventPublications).cancel(town.leader.actor, film.id, '会館の空調がこわれたため');
    const meal = await town.publish({ ...plain, title: 'ふれあい食事会（冬）', kana: 'ふれあいしょくじかい（ふゆ）', summary: 'あたたかいごはんをいっしょに。', field: 'fukushi', category: 'meal', placeName: '江戸堀会館', food: true, ...at('12-10', '11:30', '13:00'), rainPolicy: 'indoors', frames: [{ name: '食事', capacity: 30, perApplicationMax: 4 }, { name: '車いす席', capacity: 3, perApplicationMax: 2 }], duties: [{ duty: 'ごはんの配膳とお話相手', place: '調理室', startsAt: '2026-12-10T10:00:00+09:00', endsAt: '2026-12-10T14:00:00+09:00', people: 4, note: 'エプロンをお持ちください' }] });
    const mine = await signUp(concert, '山田 はな子', 'やまだ はなこ', 2, { email: 'hanako@example.jp', phone: '090-0000-0101' });
    const volunteer = await town.resident({ name: '山田 はな子', kana: 'やまだ はなこ', email: 'hanako@example.jp', phone: '090-0000-0101' });
    await town.api.get(SignUps).apply(volunteer.actor, { eventId: meal.id, frameId: meal.frameIds[0]!, name: '山田 はな子', kana: 'やまだ はなこ', heads: 1, email: 'hanako@example.jp' });
    const duty = await town.api.get(Assignments).take(volunteer.actor, concert.shifts[0]!.id);
    const invited = await town.tx((tx) => town.api.get(Invitations).write(tx, town.organisationId, { email: 'new@example.jp', role: 'leader', title: '会長', name: '新 会長' }, town.approver.actor.personId));
    const asked = await town.api.get(SignIn).request('hanako@example.jp', 'x'.repeat(43));
    const letter = await town.tx((tx) => town.api.get(SignIn).letterOf(tx, asked.requestId));
    const cookiesOf = (browser: { cookies: Map<string, { value: string }> }) => [...browser.cookies].map(([name, { value }]) => ({ name, value }));
    writeFileSync('/tmp/site/info.json', JSON.stringify({
      origin: town.origin,
      volunteer: cookiesOf(volunteer.browser),
      leader: cookiesOf(town.leader.browser),
      paths: {
        event: `/events/${concert.slug}`, full: `/events/${kite.slug}`, cancelled: `/events/${film.slug}`, drill: `/events/${drill.slug}`, apply2: `/events/${meal.slug}/apply`,
        ticket: new URL(mine.ticketUrl!).pathname, waiting: new URL(waits.ticketUrl!).pathname, duty: `/me/duties/${duty.id}`, invitation: `/invitation/${invited.token}`,
        link: `/sign-in/link/${letter && 'linkToken' in letter ? letter.linkToken : ''}`, shift: `/events/${concert.slug}/shifts/${concert.shifts[1]!.id}`, id: concert.id,
      },
    }, null, 1));
    while (!existsSync('/tmp/site/stop')) await pause(300);
  } finally {
    await town.close();
  }
}, 3_600_000);
