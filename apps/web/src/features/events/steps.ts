import type { TextKey } from '@yoriai/ui';

/** The pages of the event form, one thing each, in the order people think of them. */
export const STEPS = ['what', 'when', 'where', 'who', 'places', 'rain', 'safety', 'duties', 'contact', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** The pages with questions; `check` only shows the answers. */
export type QuestionStep = Exclude<Step, 'check'>;

const FIELDS: Readonly<Record<QuestionStep, readonly string[]>> = {
  what: ['title', 'kana', 'summary', 'description', 'field', 'category', 'initiative', 'titleEasy', 'descriptionEasy', 'titleEn', 'descriptionEn'],
  when: ['startsAt', 'endsAt', 'repeats'],
  where: ['venues', 'placeName', 'placeAddress', 'accessText', 'attendanceMode'],
  who: ['visibility', 'audience', 'audienceText', 'feeText', 'bringText', 'careText', 'videoUrl', 'videoCaptions'],
  places: ['totalPlaces', 'frames'],
  rain: ['rainPolicy', 'rainDecisionAt', 'rainDecider', 'rainDate', 'heatLimit'],
  safety: ['food', 'fire', 'uses', 'insurance', 'budget'],
  duties: ['duties', 'materials'],
  contact: ['contactName', 'contactPhone', 'contactHours'],
};

/** True when the text names a page of the form. */
export function isStep(text: string): text is Step {
  return (STEPS as readonly string[]).includes(text);
}

/** The fields asked for on a page. */
export function fieldsOf(step: QuestionStep): readonly string[] {
  return FIELDS[step];
}

/** The page that asks for a field; `frames.0.capacity` belongs to `frames`. Unknown fields lead to the check page. */
export function stepOfField(field: string): Step {
  const top = field.split('.')[0] ?? field;
  const found = (Object.keys(FIELDS) as QuestionStep[]).find((step) => FIELDS[step].includes(top));
  return found ?? 'check';
}

/** The page after this one. */
export function stepAfter(step: Step): Step {
  return STEPS[Math.min(STEPS.indexOf(step) + 1, STEPS.length - 1)] ?? 'check';
}

/** The page before this one; none before the first. */
export function stepBefore(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) - 1];
}

/** The page to go on with: the first one with something missing, else the check page. */
export function resumeStep(missing: ReadonlyArray<{ readonly field: string }>): Step {
  const wanted = new Set(missing.map(({ field }) => stepOfField(field)));
  return STEPS.find((step) => wanted.has(step)) ?? 'check';
}

/** What a page is called. */
export function stepTitle(step: Step): TextKey {
  return `app.step.${step}`;
}
