import type { Spoken } from './translate.js';

/** An area of the ward: its name, and the same in roman letters as its address has it (`kujo-higashi`). */
export interface NamedArea {
  readonly name: string;
  readonly slug: string;
}

/** What readers of a language call the ward: 西区, in English Nishi Ward. */
export function wardNameIn({ lang }: Spoken, { wardName, wardNameEn }: { readonly wardName: string; readonly wardNameEn: string }): string {
  return lang === 'en' ? wardNameEn : wardName;
}

/** What readers of a language call an area: 九条東, in English Kujo-Higashi. */
export function areaName({ lang }: Spoken, { name, slug }: NamedArea): string {
  return lang === 'en' ? slug.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase()) : name;
}
