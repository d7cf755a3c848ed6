import type { Channel } from '../application/application.entity.js';
import { KEPT_DAYS } from './asks.rules.js';

/** What was said about pictures: they may be shown, or not. As long as nobody said anything they are not. */
export const PHOTOS_TOLD = ['yes', 'no', 'unanswered'] as const;
export type PhotosTold = (typeof PHOTOS_TOLD)[number];

export type PhotosRefusalCode = 'application.photos-needed' | 'application.photos-not-asked' | 'application.photos-by-guardian';

/** What decides whether an application says enough about pictures, and nothing that is not its to say. */
export interface PhotosFacts {
  /** Does the host ask? */
  asked: boolean;
  said: boolean | null | undefined;
  channel: Channel;
  /** A child applies alone: the guardian is asked, not the child. */
  byChild: boolean;
}

/** Nothing is marked beforehand: whoever applies says yes or no. Who enters an application for somebody may not have asked. */
export function photosVerdict({ asked, said, channel, byChild }: PhotosFacts): true | { code: PhotosRefusalCode; field: string } {
  const given = said !== undefined && said !== null;
  if (given && !asked) return { code: 'application.photos-not-asked', field: 'photos' };
  if (given && byChild) return { code: 'application.photos-by-guardian', field: 'photos' };
  return asked && !given && !byChild && channel === 'web' ? { code: 'application.photos-needed', field: 'photos' } : true;
}

/**
 * Does a guardian say it, beside the child who applied? Also where one was asked and the host asks no more, or was erased: then nobody says yes any more,
 * and no answer counts as no. A guardian who applied themselves, and whoever applies without one, says it with the ticket.
 */
export const isSaidByGuardian = ({ guardian }: { guardian: { beside: boolean } | null }): boolean => guardian?.beside ?? false;

/** 写真不可: they said no, or nobody said yes. */
export const isUnseen = (told: PhotosTold | null): boolean => told === 'no' || told === 'unanswered';

/** Null where nobody asks. */
export function photosTold({ photos: asked }: { photos: boolean }, photos: boolean | null): PhotosTold | null {
  if (!asked) return null;
  return photos === null ? 'unanswered' : photos ? 'yes' : 'no';
}

/** May the answer still be changed? */
export const isPhotosOpen = (endsAt: Date | null, now: Date): boolean => endsAt === null || now.getTime() < endsAt.getTime() + KEPT_DAYS * 24 * 60 * 60 * 1000;
