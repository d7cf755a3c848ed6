import type { InitiativeLine, InitiativeRequest } from '@yoriai/api-client';
import { sentence, t } from '../../i18n.js';

/** What stands in the boxes of an initiative. */
export type Written = Readonly<Record<'name' | 'kana' | 'nameEn' | 'words' | 'wordsEn' | 'kind' | 'field' | 'category' | 'fromDay' | 'untilDay', string>>;

/** Those of an initiative, or of none yet. */
export const writtenOf = (of: InitiativeLine | undefined): Written => ({
  name: of?.name ?? '',
  kana: of?.kana ?? '',
  nameEn: of?.nameEn ?? '',
  words: of?.words ?? '',
  wordsEn: of?.wordsEn ?? '',
  kind: of?.kind ?? 'programme',
  field: of?.field ?? 'fukushi',
  category: of?.category ?? '',
  fromDay: of?.fromDay ?? '',
  untilDay: of?.untilDay ?? '',
});

/** What can't be left out, with the words above its box. */
const LABELS = { name: 'app.initiatives.name', kana: 'app.initiatives.kana', nameEn: 'app.initiatives.name-en', words: 'app.initiatives.words', wordsEn: 'app.initiatives.words-en' } as const;
const NEEDED = ['name', 'kana', 'nameEn', 'words', 'wordsEn'] as const;

/** What the boxes say, and what is missing in them. Days are a campaign's alone. */
export function readInitiative(written: Written): { body: Omit<InitiativeRequest, 'code'>; errors: Record<string, string> } {
  const campaign = written.kind === 'campaign';
  const text = (name: (typeof NEEDED)[number]): string => written[name].trim();
  const day = (value: string): string | null => (campaign && value !== '' ? value : null);
  return {
    body: {
      ...{ name: text('name'), kana: text('kana'), nameEn: text('nameEn'), words: text('words'), wordsEn: text('wordsEn') },
      kind: campaign ? 'campaign' : 'programme',
      field: written.field as InitiativeRequest['field'],
      category: written.category === '' ? null : (written.category as NonNullable<InitiativeRequest['category']>),
      ...{ fromDay: day(written.fromDay), untilDay: day(written.untilDay) },
    },
    errors: {
      ...Object.fromEntries(NEEDED.filter((name) => text(name) === '').map((name) => [name, sentence('app.missing-of', { box: t(LABELS[name]) })])),
      ...(campaign && written.fromDay !== '' && written.untilDay !== '' && written.untilDay < written.fromDay ? { untilDay: sentence('initiative.days') } : {}),
    },
  };
}
