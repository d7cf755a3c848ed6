import type { EventDetail } from '@yoriai/api-client';
import { sentence, t } from '../../i18n.js';
import { stepOfField, type Step } from './steps.js';

/** Something that keeps an event from being handed in: the page that asks for it, and what to call it. */
export interface MissingLine {
  readonly id: string;
  readonly step: Step;
  readonly words: string;
}

/** True of a duty without hours as long as the event has none: it gets them with the day. */
export function comesWithTheDay(event: Pick<EventDetail, 'startsAt' | 'endsAt'>, duty: Pick<EventDetail['duties'][number], 'startsAt' | 'endsAt'> | undefined): boolean {
  return duty !== undefined && (event.startsAt === null || event.endsAt === null) && duty.startsAt === null && duty.endsAt === null;
}

const HOURS = /^duties\.(\d+)\.(startsAt|endsAt)$/;

/**
 * All that is still to be written, one line each: this list is the one count of it on every screen. A day that is over counts, though
 * its boxes are full. Hours of duties are one line with their names, and none at all where they come by themselves (`comesWithTheDay`).
 */
export function missingLines({ missing: all, duties, startsAt, endsAt }: Pick<EventDetail, 'missing' | 'duties' | 'startsAt' | 'endsAt'>): MissingLine[] {
  const comes = (field: string): boolean => comesWithTheDay({ startsAt, endsAt }, duties[Number(HOURS.exec(field)?.[1])]);
  const missing = all.filter(({ field, code }) => code !== 'event.field-missing' || !comes(field));
  const hours = missing.filter(({ field, code }) => code === 'event.field-missing' && HOURS.test(field));
  const names = [...new Set(hours.map(({ field }) => Number(HOURS.exec(field)?.[1])))].map((index) => duties[index]?.duty ?? '').filter((name) => name !== '');
  return missing.flatMap((each): MissingLine[] => {
    const { field, code } = each;
    if (hours.includes(each)) return each === hours[0] ? [{ id: 'duties hours', step: 'duties', words: t('app.missing.duty-hours', { duties: names.join('、') }) }] : [];
    const step = stepOfField(field);
    return [{ id: `${field} ${code}`, step, words: wordsOf(field, code, step) }];
  });
}

function wordsOf(field: string, code: string, step: Step): string {
  const key = field === 'startsAt' ? 'app.field.date' : `events.label.${field}`;
  if (code === 'event.field-missing' && t.has(key)) return t(key);
  return code === 'event.field-missing' && step !== 'check' ? t(`app.part.${step}`) : sentence(code);
}
