import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { Gallery } from './gallery.js';

const html = renderToStaticMarkup(<Gallery />);

function all(pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => match[1] ?? '');
}

describe('every part', () => {
  it('carries no inline style or script: pages run under a strict content policy', () => {
    expect(html).not.toMatch(/\sstyle=|<script|\son[a-z]+=/);
  });

  it('is never disabled and has no placeholder', () => {
    expect(html).not.toMatch(/\sdisabled|\splaceholder=/);
  });

  it('has ids of its own, and points only to ids that exist', () => {
    const ids = all(/\sid="([^"]+)"/g);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const pointed = all(/\s(?:aria-describedby|aria-labelledby|for)="([^"]+)"/g).flatMap((list) => list.split(' '));
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('leads from the error summary to the boxes', () => {
    const ids = all(/\sid="([^"]+)"/g);
    expect(ids).toEqual(expect.arrayContaining(['g-phone', 'g-kana']));
    expect(all(/<a href="#(g-[a-z]+)"/g)).toEqual(['g-phone', 'g-kana']);
  });

  it('says in words what is asked for', () => {
    const labels = all(/<(?:legend|label for="g-[^"]+")>(.*?)<\/(?:legend|label)>/gs);
    const dateParts = labels.filter((label) => /^(年|月|日)/.test(label));
    expect(labels.length - dateParts.length).toBe(9);
    expect(labels.filter((label) => !dateParts.includes(label) && !/必須|任意/.test(label))).toEqual([]);
  });

  it('keeps the outline of headings: none is skipped', () => {
    const levels = all(/<h([1-6])[\s>]/g).map(Number);
    const jumps = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });
});
