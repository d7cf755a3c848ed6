import { describe, expect, it } from '@jest/globals';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { anEvent, NOW } from './an-event.builder.js';
import { DutyRows } from './fields/duty-rows.js';
import { nextOf } from './hub.js';
import { hubSections } from './hub-rows.js';
import { MissingHere } from './missing-here.js';
import { missingLines } from './missing.js';
import { dutyValues } from './rows.js';
import { wizardSearch } from './search.js';

const field = (name: string, code = 'event.field-missing') => ({ field: name, code });
const draft = (...missing: ReturnType<typeof field>[]) => anEvent({ state: 'draft', missing });
const asked = (event: ReturnType<typeof draft>, step: 'when' | 'where') => renderToStaticMarkup(createElement(MissingHere, { event, step }));

describe('what keeps a draft from being handed in', () => {
  it('is told by the page that asks for it, in its words', () => {
    expect(missingLines(draft(field('contactPhone'), field('startsAt'), field('duties.0.endsAt'), field('frames', 'event.frame-or-duty-missing')))).toEqual([
      { id: 'contactPhone event.field-missing', step: 'contact', words: '電話番号' },
      { id: 'startsAt event.field-missing', step: 'when', words: '行事の日' },
      { id: 'duties hours', step: 'duties', words: '当番の時間（受付）' },
      { id: 'frames event.frame-or-duty-missing', step: 'places', words: '申込か当番を、ひとつ以上つくってください。' },
    ]);
  });

  it('says once that duties have no hours, and of which', () => {
    const duties = ['会場づくり', '受付'].map((duty, index) => ({ ...anEvent().duties[0]!, key: String(index), duty, startsAt: null, endsAt: null }));
    const missing = [0, 1].flatMap((index) => [field(`duties.${index}.startsAt`), field(`duties.${index}.endsAt`)]);
    expect(missingLines(anEvent({ state: 'draft', duties, missing })).map(({ words }) => words)).toEqual(['当番の時間（会場づくり、受付）']);
  });

  it('counts no hours that come with the day, and says the same number on the page of the event', () => {
    const duties = ['会場づくり', '受付'].map((duty, index) => ({ ...anEvent().duties[0]!, key: String(index), duty, startsAt: null, endsAt: null }));
    const missing = [field('startsAt'), field('endsAt'), ...[0, 1].flatMap((index) => [field(`duties.${index}.startsAt`), field(`duties.${index}.endsAt`)])];
    const event = anEvent({ state: 'draft', startsAt: null, endsAt: null, duties, missing });
    expect(missingLines(event).map(({ step }) => step)).toEqual(['when', 'when']);
    const [content] = hubSections(event, { hands: undefined, deliveries: undefined, contest: undefined, now: NOW })[0]!.rows;
    expect(content?.line).toBe('あと2か所書くことがあります');
  });

  it('does not read as though a call for stalls were running before the page is public', () => {
    const stalls = { waiting: 0, accepted: 0, places: 20, closesOn: null };
    const line = (state: 'draft' | 'published') => hubSections(anEvent({ state, stalls }), { hands: undefined, deliveries: undefined, contest: undefined, now: NOW })[1]!.rows.find(({ id }) => id === 'stalls')?.line;
    expect([line('draft'), line('published')]).toEqual(['20店まで。公開すると募集できます。', '0店が決定、返事待ち0店']);
  });

  it('asks for no hours of duties before there is a day, and says which will come', () => {
    const duty = { ...anEvent().duties[0]!, key: 'k1', startsAt: null, endsAt: null, beside: { side: 'before' as const, minutes: 90 } };
    const drawn = (event: ReturnType<typeof anEvent>): string => renderToStaticMarkup(createElement(DutyRows, { event, values: dutyValues(event), errors: {}, remarks: {}, set: () => undefined, replace: () => undefined }));
    expect(drawn(anEvent({ state: 'draft', startsAt: null, endsAt: null, duties: [duty] }))).toMatch(/始まる前の90分/);
    expect(drawn(anEvent({ state: 'draft', startsAt: null, endsAt: null, duties: [duty] }))).not.toContain('type="time"');
    expect(drawn(anEvent({ state: 'draft', duties: [duty] }))).toContain('type="time"');
  });

  it('leads to the first page that misses something, and says there what it is, also where every box is full', () => {
    const past = draft(field('startsAt', 'event.starts-in-the-past'), field('placeName'));
    const { pathname, searchParams } = new URL(nextOf(past, undefined, NOW).href ?? '', 'http://yoriai');
    expect(pathname).toMatch(/\/edit\/when$/);
    expect(wizardSearch(Object.fromEntries(searchParams))).toEqual({ from: 'hub' });
    expect(asked(past, 'when')).toContain('<li>もう過ぎた日時です。これからの日時にしてください。</li>');
    expect(asked(past, 'when')).not.toContain('場所');
    expect(asked(past, 'where')).toContain('<li>場所</li>');
    expect(asked(draft(), 'when')).toBe('');
  });
});
