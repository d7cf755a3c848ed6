import type { EnterHandRequest, EventShiftResponse } from '@yoriai/api-client';

/** What stands in the boxes for somebody who said yes by telephone. */
export interface HandValues {
  readonly channel: string;
  readonly name: string;
  readonly kana: string;
  readonly phone: string;
  readonly email: string;
  /** Where somebody of this name helps already: `same` or `other`; empty while nobody asked. */
  readonly same: string;
}

/** An empty form; the next one comes by the same way as the last. */
export const emptyHand = (channel = 'phone'): HandValues => ({ channel, name: '', kana: '', phone: '', email: '', same: '' });

/** What is sent. Boxes left empty are left out; the server says what is missing. */
export function handRequest(values: HandValues): EnterHandRequest {
  const [phone, email] = [values.phone.trim(), values.email.trim()];
  return {
    channel: values.channel as EnterHandRequest['channel'],
    name: values.name.trim(),
    kana: values.kana.trim(),
    ...(phone === '' ? {} : { phone }),
    ...(email === '' ? {} : { email }),
    ...(values.same === '' ? {} : { same: values.same === 'same' }),
  };
}

/** Somebody can be put on it: open, not begun, and a place is free. */
export const takesHands = ({ state, free, startsAt }: Pick<EventShiftResponse, 'state' | 'free' | 'startsAt'>, now: Date): boolean => state === 'open' && free > 0 && new Date(startsAt) > now;
