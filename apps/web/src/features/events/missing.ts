import type { EventDetail } from '@yoriai/api-client';
import { sentence, t } from '../../i18n.js';
import { stepOfField, type Step } from './steps.js';

/** Something that keeps an event from being handed in: the page that asks for it, and what to call it. */
export interface MissingLine {
  readonly id: string;
  readonly step: Step;
  readonly words: string;
}

/** All that is missing; a day that is over counts, though its boxes are full. */
export function missingLines({ missing }: Pick<EventDetail, 'missing'>): MissingLine[] {
  return missing.map(({ field, code }) => {
    const step = stepOfField(field);
    return { id: `${field} ${code}`, step, words: wordsOf(field, code, step) };
  });
}

function wordsOf(field: string, code: string, step: Step): string {
  const key = field === 'startsAt' ? 'app.field.date' : `events.label.${field}`;
  if (code === 'event.field-missing' && t.has(key)) return t(key);
  return code === 'event.field-missing' && step !== 'check' ? t(`app.part.${step}`) : sentence(code);
}
