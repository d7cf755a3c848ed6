import { describe, expect, it } from '@jest/globals';
import { Children, type ReactElement } from 'react';
import { anEvent } from '../an-event.builder.js';
import type { BoxesProps } from '../step-fields.js';
import { WhenFields } from './time-fields.js';

const BOXES = { 'date-year': '2027', 'date-month': '3', 'date-day': '', repeat: 'month', weekdays: '0', nth: '2', until: '2027-03-31' };

/** The boxes after somebody wrote the last part of the day. */
function afterTheDay(inSeries: boolean): Record<string, string> {
  const written: Record<string, string> = {};
  const drawn = WhenFields({ values: BOXES, errors: {}, remarks: {}, set: (box, value) => void (written[box] = value), moves: false, helped: false, inSeries, planned: anEvent() }) as ReactElement<{ children: ReactElement<{ name?: string; of: BoxesProps }>[] }>;
  const day = Children.toArray(drawn.props.children).find((each): each is ReactElement<{ name?: string; of: BoxesProps }> => typeof each === 'object' && 'props' in each && (each.props as { name?: string }).name === 'date');
  day?.props.of.set('date-day', '26');
  return written;
}

describe('the day of an event', () => {
  it('is what a repetition goes by that stood there before it, as a template has it', () => {
    expect(afterTheDay(false)).toEqual({ 'date-day': '26', weekdays: '5', nth: '4' });
  });

  it('says nothing about the series of which it is a date', () => {
    expect(afterTheDay(true)).toEqual({ 'date-day': '26' });
  });
});
