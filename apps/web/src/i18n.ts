import { refusalText, translator, type TextParams } from '@yoriai/ui';

/** The words of the App. */
export const t = translator('ja');

/** The sentence of a refusal code. */
export function sentence(code: string, params?: TextParams): string {
  return refusalText(t, code, params);
}

/** A verb of a `can`: allowed, or the sentence that says why not. */
export function whyNot(verdict: boolean | string, params?: TextParams): string | undefined {
  if (verdict === true) return undefined;
  return sentence(typeof verdict === 'string' ? verdict : 'platform.forbidden', params);
}
