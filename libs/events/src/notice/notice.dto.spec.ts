import { expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { NoticeRequest } from './notice.dto.js';

const WRITTEN = { title: '題', text: '内容', fromDay: '2026-11-20', untilDay: '2026-12-10' };
const wrong = (more: object): string[] => validateSync(plainToInstance(NoticeRequest, { ...WRITTEN, ...more })).map(({ property }) => property);

it.each<[object, string[]]>([
  [{}, []],
  [{ link: 'https://example.jp/a', linkLabel: '見る', audiences: ['families'], areas: ['horie'], fields: ['kodomo'] }, []],
  [{ link: ' ', linkLabel: '' }, []],
  [{ link: 'http://example.jp/' }, ['link']],
  [{ link: 'javascript:alert(1)//https://example.jp' }, ['link']],
  [{ link: 'https://user@example.jp/' }, ['link']],
  [{ title: ' ' }, ['title']],
  [{ title: '題'.repeat(61), text: 'あ'.repeat(401) }, ['title', 'text']],
  [{ title: '題'.repeat(60), text: 'あ'.repeat(400) }, []],
  [{ fromDay: '2026-11-31' }, ['fromDay']],
  [{ audiences: ['everybody'], fields: ['x'] }, ['audiences', 'fields']],
])('%j is answered with %j', (more, expected) => {
  expect(wrong(more)).toEqual(expected);
});
