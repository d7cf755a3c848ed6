import { expect } from '@playwright/test';
import type { Day } from './days.js';
import type { Someone } from './someone.js';

/** What the chair writes about the concert. */
export interface Concert {
  title: string;
  day: Day;
  capacity: number;
}

/** The duties of the concert: name and people. */
export const DUTIES = [
  ['受付', 4],
  ['会場整理', 6],
  ['救護', 2],
] as const;

const next = async (who: Someone, heading: string): Promise<void> => {
  await who.press(who.button('次へ'));
  await who.sees(heading);
};

const choose = (who: Someone, question: RegExp, answer: string) =>
  who.choose(who.page.getByRole('group', { name: question }).getByRole('radio', { name: answer }));

/** Page after page of the event form, up to the page that shows all answers. */
export async function writeConcert(who: Someone, concert: Concert): Promise<void> {
  await who.sees('何をしますか');
  await whatAndWhen(who, concert);
  await whereAndWho(who);
  await places(who, concert.capacity);
  await rainAndSafety(who);
  await duties(who);
  await who.write(who.box('問合せ先'), '西船場連合振興町会 佐藤');
  await who.write(who.box('電話番号'), '06-0000-0201');
  await who.write(who.box('電話できる時間'), '9時から19時');
  await next(who, '内容の確認');
}

async function whatAndWhen(who: Someone, { title, day }: Concert): Promise<void> {
  await who.write(who.box('行事の名前'), title);
  await who.write(who.box('ふりがな'), 'うつぼこうえん ばらえん こんさーと');
  await choose(who, /^活動分野/, '文化・スポーツ');
  await who.pick(who.box('種類'), '音楽・発表');
  await who.write(who.box('ひとこと'), '秋のバラが見ごろの公園で、町の中学生と音楽の先生が演奏します。');
  await next(who, 'いつですか');
  const date = who.page.getByRole('group', { name: /^行事の日/ });
  await who.write(date.getByLabel('年（西暦）'), day.year);
  await who.write(date.getByLabel('月', { exact: true }), day.month);
  await who.write(date.getByLabel('日', { exact: true }), day.day);
  await who.write(who.box('始まる時刻'), '10:00');
  await who.write(who.box('終わる時刻'), '13:00');
  await next(who, 'どこでしますか');
}

async function whereAndWho(who: Someone): Promise<void> {
  await who.write(who.box('場所'), '靱公園 バラ園');
  await who.write(who.box('住所'), '西区靱本町2丁目');
  await who.write(who.box('行き方'), '地下鉄本町駅 28番出口から歩いて5分');
  await next(who, 'だれに来てほしいですか');
  await who.write(who.box('対象'), 'どなたでも');
  await who.write(who.box('参加費'), '無料');
  await who.write(who.box('持ち物'), 'ひざかけ、飲みもの');
  await next(who, '申込を受けますか。何人までですか');
}

async function places(who: Someone, capacity: number): Promise<void> {
  await who.press(who.button('申込を受ける'));
  const frame = who.page.getByRole('region', { name: '申込 1' });
  await who.write(frame.getByLabel('席の名前'), 'いす席');
  await who.choose(frame.getByRole('radio', { name: '先着順' }));
  await who.write(frame.getByLabel('定員（人）'), String(capacity));
  await who.press(frame.locator('summary', { hasText: 'くわしく決める' }));
  await who.write(frame.getByLabel('1件で申し込める人数'), '2');
  await next(who, '雨のときは');
}

async function rainAndSafety(who: Someone): Promise<void> {
  await choose(who, /^雨のとき/, '雨天中止');
  await choose(who, /^決める時刻/, '前の日の17時');
  await next(who, '食べ物・火・使うもの');
  await choose(who, /^食べ物や飲み物/, 'いいえ');
  await choose(who, /^火・ガス/, 'いいえ');
  await next(who, '当番（手伝う人）');
}

async function duties(who: Someone): Promise<void> {
  for (const [index, [duty, people]] of DUTIES.entries()) {
    await who.press(who.button(duty));
    await who.write(who.page.getByRole('region', { name: `当番 ${index + 1}` }).getByLabel('人数'), String(people));
  }
  await next(who, '問合せ先');
}

/** Writes where a duty meets, from the page that shows all answers and back to it. */
export async function correctMeetingPlace(who: Someone, duty: string, place: string): Promise<void> {
  const row = DUTIES.findIndex(([name]) => name === duty) + 1;
  await who.press(who.link(new RegExp(`^直す.*${duty}`)));
  await who.sees('当番（手伝う人）');
  await who.write(who.page.getByRole('region', { name: `当番 ${row}` }).getByLabel('集まる場所'), place);
  await backToAnswers(who);
  await who.press(who.link(/^直す.*問合せ先）$/));
  await expect(who.box('問合せ先'), 'a page that is only passed keeps its answers').toHaveValue('西船場連合振興町会 佐藤');
  await backToAnswers(who);
}

const backToAnswers = async (who: Someone): Promise<void> => {
  await who.press(who.button('直して、確認へもどる'));
  await who.sees('内容の確認');
};
