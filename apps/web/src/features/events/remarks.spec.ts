import { describe, expect, it } from '@jest/globals';
import { anEvent, FRAME } from './an-event.builder.js';
import { answersOf } from './answers.js';
import { fieldOfRow, remarksOf, remarksOn, rowOfField } from './remarks.js';

const approval = anEvent().approval!;
const returned = anEvent({
  state: 'returned',
  approval: {
    ...approval,
    status: 'returned',
    remarks: [
      { field: 'duties.gone', text: 'この当番は何人ですか。' },
      { field: 'placeName', text: '住所も書いてください。' },
      { field: `frames.${FRAME.id}`, text: '定員が多すぎます。' },
      { field: 'endsAt', text: '18時までに終えてください。' },
    ],
  },
});

describe('what the ward wrote about single answers', () => {
  it('leads to the page that asks for them, in the order of the form, also where the row has gone', () => {
    expect(remarksOf(returned).map(({ step, term, text }) => [step, term, text])).toEqual([
      ['when', '日時', '18時までに終えてください。'],
      ['where', '場所', '住所も書いてください。'],
      ['places', '申込：いす席', '定員が多すぎます。'],
      ['duties', '', 'この当番は何人ですか。'],
    ]);
    expect(remarksOf(anEvent())).toEqual([]);
  });

  it('stands at its box, or above the page where there is no single one', () => {
    expect(remarksOn(returned, 'where')).toEqual({ atBoxes: { placeName: '住所も書いてください。' }, above: [] });
    expect(remarksOn(returned, 'when')).toMatchObject({ atBoxes: {}, above: [{ text: '18時までに終えてください。' }] });
    expect(remarksOn(returned, 'places')).toMatchObject({ atBoxes: {}, above: [{ term: '申込：いす席' }] });
  });

  it('names every answer in a way that the API knows, and finds it again', () => {
    for (const { id } of answersOf(returned)) {
      expect(fieldOfRow(id)).toMatch(/^[a-zA-Z]+(\.[\w-]+)?$/);
      expect(rowOfField(fieldOfRow(id))).toBe(id);
    }
  });
});
