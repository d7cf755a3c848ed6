import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { WholeDays } from './whole-days.js';

describe('a line with days', () => {
  it('keeps each of them on one line, and the rest as it is', () => {
    expect(renderToStaticMarkup(<WholeDays text="次のお知らせは 12月10日(木) 10時" />)).toBe('次のお知らせは <span class="nb">12月10日(木)</span> 10時');
    expect(renderToStaticMarkup(<WholeDays text="雨天順延（1月16日(土) 17時に会長が決めます）" />)).toBe('雨天順延<span class="nb">（1月16日(土)</span> 17時に会長が決めます）');
    expect(renderToStaticMarkup(<WholeDays text="1人／10人" />)).toBe('1人／10人');
  });

  it('draws readings as everywhere', () => {
    expect(renderToStaticMarkup(<WholeDays text="{次|つぎ}の お知らせ" />)).toContain('<ruby>次<rp>（</rp><rt>つぎ</rt>');
  });
});
