import { describe, expect, it } from '@jest/globals';
import { againstOf, lineOf } from './papers.js';

const event = { publicRevision: 1, state: 'published', capacity: 20, programme: null } as const;

describe('papers to print', () => {
  it('are all there of what is public and takes applications', () => {
    for (const paper of ['poster', 'application-form', 'guardian-consent', 'sign-in-sheet'] as const) expect(againstOf(paper, event)).toBeNull();
    expect(againstOf('poster', { ...event, publicRevision: null })).toBe('app.papers.after-publication');
    expect(againstOf('application-form', { ...event, capacity: 0 })).toBe('app.papers.no-application');
    expect(againstOf('running-order', event)).toBe('refusal.print.no-programme');
    expect(lineOf('poster', event)).toBe('app.papers.poster.line');
  });

  it('ask nobody to apply for what is off, and say what the others still tell', () => {
    const off = { ...event, state: 'cancelled' } as const;
    for (const paper of ['application-form', 'guardian-consent'] as const) expect(againstOf(paper, off)).toBe('app.papers.off.form');
    expect([lineOf('poster', off), lineOf('circular', off), lineOf('participant-list', off), lineOf('call-sheet', off)]).toEqual(['app.papers.off.sheet', 'app.papers.off.sheet', 'app.papers.off.names', 'app.papers.call-sheet.line']);
  });
});
