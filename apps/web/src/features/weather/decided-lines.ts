import type { WardDecision } from '@yoriai/api-client';
import { dateTime, shortDate, type Translate } from '@yoriai/ui';

/** Days after its own for which home still says what was decided about an event. */
const AFTERWARDS_MS = 7 * 24 * 60 * 60 * 1000;

/** What of it home says: what I have not read, of a day that is not long over. */
export function unread(items: readonly WardDecision[], now: Date): WardDecision[] {
  return items.filter(({ isRead, startsAt, wasStartsAt }) => !isRead && [startsAt, wasStartsAt].some((day) => day === null || Date.parse(day) + AFTERWARDS_MS > now.getTime()));
}

/** Who decided and when; why; and of what was put off, from which day to which. */
export function decidedLines(t: Translate, { kind, by, decidedAt, reason, wasStartsAt, startsAt }: WardDecision, ward: string): string[] {
  return [
    t('app.ward-decided.by', { ward, name: by, when: dateTime(t, decidedAt) }),
    ...(reason === null ? [] : [t('app.ward-decided.reason', { reason })]),
    ...(kind === 'postponed' && wasStartsAt !== null && startsAt !== null ? [t('app.ward-decided.days', { was: shortDate(t, wasStartsAt), now: shortDate(t, startsAt) })] : []),
  ];
}
