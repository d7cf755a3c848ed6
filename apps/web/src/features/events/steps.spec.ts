import { describe, expect, it } from '@jest/globals';
import { isStep, resumeStep, stepAfter, stepBefore, stepOfField, STEPS } from './steps.js';

describe('the pages of the event form', () => {
  it('follow each other from what to check', () => {
    expect(stepBefore('what')).toBeUndefined();
    expect(stepAfter('what')).toBe('when');
    expect(stepAfter('check')).toBe('check');
    expect(STEPS.every(isStep)).toBe(true);
    expect(isStep('edit')).toBe(false);
  });

  it.each([
    ['title', 'what'],
    ['startsAt', 'when'],
    ['frames', 'places'],
    ['frames.0.capacity', 'places'],
    ['duties.2.startsAt', 'duties'],
    ['organisationId', 'check'],
  ])('%s is asked for on %s', (field, step) => {
    expect(stepOfField(field)).toBe(step);
  });

  it('go on with the first one that misses something', () => {
    expect(resumeStep([{ field: 'contactPhone' }, { field: 'placeName' }])).toBe('where');
    expect(resumeStep([])).toBe('check');
  });
});
