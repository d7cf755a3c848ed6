import type { PublicEvent, PublicEventLine } from '@yoriai/events';
import type { InOtherWords } from '../page/other-words.js';
import type { ShiftResponse } from '@yoriai/rosters';

/** An event of the list: the approved revision with its places of this moment. */
export type ListedEvent = PublicEventLine;

/** The whole public page of an event. */
export type ShownEvent = PublicEvent & Pick<InOtherWords, 'titleJa'> & { /** Somebody has said that it takes place on the day that it has, whole or in part. */ readonly settled?: boolean };

/** A shift of an event, as everybody may see it. */
export type ShownDuty = ShiftResponse;
