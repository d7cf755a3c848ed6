import { allOf, refusalText, wordsOf, type GrowingTranslate, type Lang, type TextParams } from '@yoriai/ui';

/** The words of each language in a file of their own: one of them is loaded, before anything is drawn. */
const WORDS: Readonly<Record<Lang, () => Promise<GrowingTranslate>>> = {
  ja: async () => wordsOf('ja', allOf((await import('@yoriai/ui/texts/ja/in-app')).inApp)),
  'ja-easy': async () => wordsOf('ja-easy', allOf((await import('@yoriai/ui/texts/ja-easy/in-app')).inApp)),
  en: async () => {
    const { inApp, one } = await import('@yoriai/ui/texts/en/in-app');
    return wordsOf('en', allOf(inApp), { one });
  },
};

/** Chosen by the server, which writes it into the page; where there is no page there is a test. */
function chosen(): Lang {
  if (typeof document === 'undefined') return 'ja';
  const { lang, dataset } = document.documentElement;
  return dataset['lang'] === 'ja-easy' ? 'ja-easy' : lang === 'en' ? 'en' : 'ja';
}

/** What other screens than the first say besides. */
const MORE: Readonly<Record<Lang, () => Promise<Readonly<Record<string, string>>>>> = {
  ja: async () => allOf((await import('@yoriai/ui/texts/ja/with-screens')).withScreens),
  'ja-easy': async () => allOf((await import('@yoriai/ui/texts/ja-easy/with-screens')).withScreens),
  en: async () => allOf((await import('@yoriai/ui/texts/en/with-screens')).withScreens),
};

/** The words of the App. */
export const t = await WORDS[chosen()]();

/** Has the words of all screens; a screen that is not the first waits for it. A failed loading is tried again by the next. */
export async function moreWords(): Promise<void> {
  if (!t.has('app.wizard.next')) t.add(await MORE[chosen()]());
}

// A test draws whatever it likes.
if (typeof document === 'undefined') await moreWords();

/** The sentence of a refusal code. */
export function sentence(code: string, params?: TextParams): string {
  return refusalText(t, code, params);
}

/** A verb of a `can`: allowed, or the sentence that says why not. */
export function whyNot(verdict: boolean | string, params?: TextParams): string | undefined {
  if (verdict === true) return undefined;
  return sentence(typeof verdict === 'string' ? verdict : 'platform.forbidden', params);
}
