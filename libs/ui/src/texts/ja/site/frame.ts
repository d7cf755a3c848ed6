/** Texts around every page of the Site. */
export const siteFrame = {
  'site.office-hours': '平日 9時から17時30分',
  'site.nav.sign-in': '入口（ログイン）',
  'site.back-to-events': '行事の一覧へ',
  'site.back-to-found': 'さがした一覧へもどる',
  'refusal.site.form-without-key': 'この画面は古くなりました。前の画面を読み込み直して、もう一度お送りください。',
  'refusal.site.choose': 'ひとつえらんでください。',
  'refusal.site.heads': '人数を1人から{{max}}人でえらんでください。',
} as const;
