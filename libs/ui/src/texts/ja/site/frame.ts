/** Texts around every page of the Site. */
export const siteFrame = {
  'site.office-hours': '平日 9時から17時30分',
  'site.back': 'もどる',
  'site.back-to-events': '行事の一覧へ',
  'site.back-to-home': 'はじめのページへ',
  'refusal.site.form-without-key': 'この画面は古くなりました。前の画面を読み込み直して、もう一度お送りください。',
  'refusal.site.nothing-typed': 'ここを書いてください。',
  'refusal.site.choose': 'ひとつえらんでください。',
  'refusal.site.contact-needed': '電話番号かメールの、どちらかを書いてください。',
  'refusal.site.heads': '人数を1人から{{max}}人でえらんでください。',
} as const;
