import type { MessageRequest, MessageRequestAudiencesItem, MessageStart } from '@yoriai/api-client';
import { addDays, instantOf, jstOf, localInstant, localOf } from '../../app/jst.js';

/** What stands in the form. */
export interface Written {
  audiences: MessageRequestAudiencesItem[];
  frameIds: string[];
  title: string;
  text: string;
  easyTitle: string;
  easyText: string;
  englishTitle: string;
  englishText: string;
  when: 'now' | 'at';
  /** As the box of a day and hour has it, in Japan's time. */
  at: string;
}

/** To whom one can write, in the order of the form. */
export const AUDIENCES = ['applied', 'waiting', 'duties', 'stalls', 'guardians'] as const satisfies readonly MessageRequestAudiencesItem[];
/** Those of an event's frames; the others have none. */
const OF_FRAMES: readonly MessageRequestAudiencesItem[] = ['applied', 'waiting', 'guardians'];

/** An empty form: to those with a place; were an hour chosen, tomorrow at nine. */
export const emptyAt = (now: Date): Written => ({ audiences: ['applied'], frameIds: [], title: '', text: '', easyTitle: '', easyText: '', englishTitle: '', englishText: '', when: 'now', at: localOf(instantOf(addDays(jstOf(now).date, 1), '09:00')) });

/** Whether two boxes hold nothing, or ready-made words that nobody changed: nothing is lost by other words. */
const isOwn = (starts: readonly MessageStart[], language: 'japanese' | 'easy' | 'english', title: string, text: string): boolean =>
  title.trim() + text.trim() !== '' && !starts.some((each) => each[language].title === title && each[language].text === text);

/** Whether somebody wrote words of their own in the Japanese boxes, which ready-made ones would take the place of. */
export const hasOwnWords = ({ title, text }: Written, starts: readonly MessageStart[]): boolean => isOwn(starts, 'japanese', title, text);

/** The form with ready-made words in the Japanese boxes, whatever language the App is in. */
export const withStart = (written: Written, { japanese }: MessageStart): Written => ({ ...written, title: japanese.title, text: japanese.text });

/** The form with the same in the boxes of the other languages, where nobody wrote words of their own. */
export const withOthers = (written: Written, { easy, english }: MessageStart, starts: readonly MessageStart[]): Written => ({
  ...written,
  ...(isOwn(starts, 'easy', written.easyTitle, written.easyText) ? {} : { easyTitle: easy.title, easyText: easy.text }),
  ...(isOwn(starts, 'english', written.englishTitle, written.englishText) ? {} : { englishTitle: english.title, englishText: english.text }),
});

/** Whether frames can be chosen for those who are to get it. */
export const narrows = ({ audiences }: Pick<Written, 'audiences'>, frames: readonly unknown[]): boolean => frames.length > 1 && audiences.some((each) => OF_FRAMES.includes(each));

/** What is sent; an hour that is none is the past, which the server says. */
export function requestOf(written: Written, frames: readonly unknown[]): MessageRequest {
  const { audiences, frameIds, title, text, easyTitle, easyText, englishTitle, englishText, when, at } = written;
  const other = (otherTitle: string, otherText: string) => (otherTitle.trim() + otherText.trim() === '' ? null : { title: otherTitle, text: otherText });
  return {
    audiences,
    frameIds: narrows(written, frames) ? frameIds : [],
    ...{ title, text },
    easy: other(easyTitle, easyText),
    english: other(englishTitle, englishText),
    sendAt: when === 'now' ? null : (localInstant(at) ?? '2000-01-01T00:00:00+09:00'),
  };
}

/** The box of the form for each field that the server names. */
const BOX: Readonly<Record<string, string>> = { 'easy.title': 'easyTitle', 'easy.text': 'easyText', 'english.title': 'englishTitle', 'english.text': 'englishText' };

/** Sentences by box. */
export const byBox = (errors: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(errors).map(([field, said]) => [BOX[field] ?? field, said]));
