import { describe, expect, it } from '@jest/globals';
import { isPhotosOpen, photosTold, photosVerdict, type PhotosFacts } from './photos.rules.js';

const FACTS: PhotosFacts = { asked: true, said: undefined, channel: 'web', byChild: false };

describe('what an application says about pictures', () => {
  it.each<[string, Partial<PhotosFacts>, true | string]>([
    ['nothing where it is asked: it has to', {}, 'application.photos-needed'],
    ['null is nothing', { said: null }, 'application.photos-needed'],
    ['yes', { said: true }, true],
    ['no, which is as good an answer', { said: false }, true],
    ['nothing, entered by a leader who did not ask', { channel: 'phone' }, true],
    ['nothing, from a child alone: the guardian says it', { byChild: true }, true],
    ['yes, from a child alone', { byChild: true, said: true }, 'application.photos-by-guardian'],
    ['yes where nobody asks', { asked: false, said: true }, 'application.photos-not-asked'],
    ['nothing where nobody asks', { asked: false }, true],
  ])('%s', (_, facts, verdict) => {
    expect(photosVerdict({ ...FACTS, ...facts })).toEqual(verdict === true ? true : { code: verdict, field: 'photos' });
  });

  it('is told where it is asked; who said nothing said no yes', () => {
    expect([true, false, null].map((said) => photosTold({ photos: true }, said))).toEqual(['yes', 'no', 'unanswered']);
    expect(photosTold({ photos: false }, true)).toBeNull();
  });

  it('can be said otherwise until thirty days after the event', () => {
    const endsAt = new Date('2026-11-29T13:00:00+09:00');
    expect([isPhotosOpen(endsAt, new Date('2026-12-29T12:59:00+09:00')), isPhotosOpen(endsAt, new Date('2026-12-29T13:00:00+09:00')), isPhotosOpen(null, endsAt)]).toEqual([true, false, true]);
  });
});
