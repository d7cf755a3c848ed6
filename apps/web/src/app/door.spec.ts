import { ProblemError } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { doorOf } from './door.js';

const problem = (status: number): ProblemError => new ProblemError({ status, code: 'session.needed', detail: '' });

describe('the door of the App', () => {
  it('leads a first visitor to the entrance', () => {
    expect(doorOf({ known: false, ready: false, error: problem(401) })).toBe('sign-in');
  });

  it('says that time ran out only to somebody it knew', () => {
    expect(doorOf({ known: true, ready: true, error: problem(401) })).toBe('ended');
  });

  it('waits, opens, and shows a failure only where nothing can be shown', () => {
    expect(doorOf({ known: false, ready: false, error: null })).toBe('waiting');
    expect(doorOf({ known: true, ready: true, error: null })).toBe('in');
    expect(doorOf({ known: true, ready: true, error: problem(503) })).toBe('in');
    expect(doorOf({ known: false, ready: false, error: problem(503) })).toBe('failed');
  });
});
