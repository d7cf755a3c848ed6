import { describe, expect, it } from '@jest/globals';
import { VISIBILITIES, type Cells, type Visibility } from '@yoriai/events';
import { translator } from '@yoriai/ui';
import fc from 'fast-check';
import { readCsv } from './csv-file.js';
import { eventListCsv, seenOf } from './event-list.csv.js';
import type { ListedContent } from './event-list.edition.js';
import { mendedCells, readRow } from './event-list.reading.js';
import { EVENT_LIST_SHOWN_TO, editionOf, shownTo } from './shown-to.column.js';

const t = translator('ja');
const publisher = { wardCode: '271063', wardCity: '大阪府大阪市', wardName: '西区', publicUrl: 'http://localhost:3000' };

const words = (least: number) => fc.string({ unit: 'binary', minLength: least, maxLength: 30 }).map((text) => text.replaceAll('\0', '') || 'あ');
const hour = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString());
const event: fc.Arbitrary<ListedContent> = fc
  .record({ title: words(1), kana: words(0), summary: words(0), description: words(0), placeName: words(1), placeAddress: words(0), accessText: words(0), audienceText: words(0), feeText: words(0), startsAt: hour, visibility: fc.constantFrom(null, ...VISIBILITIES) })
  .map((given) => ({ ...given, ...{ number: '', slug: 'r8-0001-abcd', state: 'draft', endsAt: new Date(Date.parse(given.startsAt) + 7_200_000).toISOString(), rainPolicy: null, audience: null, bringText: null, careText: null, contactName: null, contactPhone: null, organisation: { name: '西船場連合振興町会' }, frames: [], banner: null } }));

/** What becomes of a row: the event that is made of it, and what is kept of the row. */
function taken(came: Cells): { event: ListedContent; origin: { cells: Cells; ours: Cells } } {
  const cells = mendedCells(came);
  const { content } = readRow(cells, { t, hostName: '堀江連合振興町会', municipality: publisher });
  const { visibility, problems } = shownTo(cells, null);
  expect(problems).toEqual([]);
  const { title, placeName, startsAt, endsAt } = content;
  const made = { ...content, title: title ?? '', placeName: placeName ?? '', startsAt: startsAt ?? '', endsAt: endsAt ?? '', visibility, number: 'R8-0999', slug: 'r8-0999-wxyz', state: 'draft', organisation: { name: '堀江連合振興町会' }, frames: [], banner: null } as unknown as ListedContent;
  return { event: made, origin: { cells, ours: seenOf(EVENT_LIST_SHOWN_TO, { t, event: made, publisher }) } };
}

describe('whom an event shows itself to, in a list that goes out and comes in', () => {
  it('stays as it is through any file, and the file stays the same to the byte', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 6 }), (events) => {
        const numbered = events.map((each, at) => ({ ...each, number: `R8-${at}` }));
        const out = eventListCsv(editionOf(numbered), numbered.map((each) => ({ t, event: each, publisher })));
        const back = readCsv(Buffer.from(out), 'イベント名').rows.map(({ cells }) => taken(cells));
        expect(back.map((row) => row.event.visibility)).toEqual(events.map(({ visibility }) => visibility));
        expect(eventListCsv(editionOf(back.map((row) => row.event)), back.map((row) => ({ t, publisher, ...row })))).toBe(out);
      }),
      { numRuns: 200 },
    );
  });

  it('is a 33rd column, and only where an event is not for everybody', () => {
    const lengthOf = (...all: (Visibility | null)[]) => editionOf(all.map((visibility) => ({ visibility }))).length;
    expect([lengthOf(), lengthOf(null, null), ...VISIBILITIES.map((each) => lengthOf(null, each))]).toEqual([32, 32, 33, 33, 33]);
  });

  it('is never read as everybody where a word can’t be read, or the column is not there and it was not', () => {
    expect(shownTo({}, 'members')).toEqual({ visibility: 'members', problems: [] });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(null, ...VISIBILITIES), (word, meant) => shownTo({ '公開範囲(寄合)': word }, meant).problems.length === 1), { examples: [['', null], ['公開', 'members']] });
  });
});
