import { describe, expect, it } from '@jest/globals';
import { ALLOWED, anEvent, FRAME } from './an-event.builder.js';
import { answersOf } from './answers.js';
import { changesIn } from './changes.js';
import { contentFrom } from './content.js';
import { asWritten, changesOnly, hangsOnTheDay, mayWrite, publicWords } from './writing.js';

const content = { ...contentFrom({ ...anEvent() }), placeName: '松島公園', frames: [{ ...FRAME, capacity: 100 }, { ...FRAME, id: 'new', name: '車いす席' }] };
const changing = anEvent({ changeState: 'draft', change: { state: 'draft', kind: 'material', material: ['placeName'], missing: [{ field: 'startsAt', code: 'event.starts-in-the-past' }], content: { ...content, duties: [...content.duties], frames: [...content.frames] } } });

describe('what is written about an event that was approved', () => {
  it('is shown with its change, while the event itself stays', () => {
    const written = asWritten(changing);
    expect(written).toMatchObject({ placeName: '松島公園', missing: [{ field: 'startsAt' }], version: changing.version, state: 'published' });
    expect(written.frames.map(({ name, capacity, placesTaken }) => [name, capacity, placesTaken])).toEqual([['いす席', 100, 96], ['車いす席', 120, 0]]);
    expect(changing.placeName).toBe('靱公園 バラ園');
    expect(changesIn(changing, written).map(({ id }) => id)).toEqual(['placeName', `frame ${FRAME.id}`, 'frame new']);
    expect(answersOf(asWritten(written))).toEqual(answersOf(written));
  });

  it('is the event itself before the approval, and without a change', () => {
    const draft = anEvent({ state: 'draft' });
    expect([asWritten(draft), changesOnly(draft), changesOnly(anEvent({ state: 'approved' }))]).toEqual([draft, false, true]);
  });

  it('says that more moves with the day where there is a day, and more', () => {
    const alone = { startsAt: '2026-11-29T01:00:00.000Z', rainDecisionAt: null, frames: [], duties: [] };
    expect(hangsOnTheDay(alone)).toBe(false);
    expect(hangsOnTheDay({ ...alone, rainDecisionAt: '2026-11-28T08:00:00.000Z' })).toBe(true);
    expect(hangsOnTheDay({ ...alone, frames: [FRAME] })).toBe(FRAME.opensAt !== null || FRAME.closesAt !== null);
    expect(hangsOnTheDay({ ...anEvent(), startsAt: null })).toBe(false);
  });

  it('asks for the right that belongs to it', () => {
    const can = { ...ALLOWED, edit: 'event.change-open', change: true };
    expect([mayWrite(anEvent({ can })), mayWrite(anEvent({ can, state: 'returned' }))]).toEqual([true, 'event.change-open']);
  });
});

it('what is written is not public, which is said without a button that is not there', () => {
  const said = (['draft', 'returned', 'approved', 'published'] as const).map((state) => publicWords({ state }));
  expect(said.slice(0, 2)).toEqual(Array(2).fill('まだ公開されていません。区の承認のあとで公開します。'));
  expect(said[3]).toContain('公開ページは変わりません');
  expect(said.join()).not.toContain('ボタン');
});
