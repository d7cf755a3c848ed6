/** Pages that say no. */
export const siteErrors = {
  'site.error.400.title': 'うまく受け取れませんでした',
  'site.error.403.title': '担当の方だけの画面です',
  'site.error.404.title': 'そのページはありません',
  'site.error.409.title': 'いまはできません',
  'site.error.410.title': 'このページは終わりました',
  'site.error.422.title': '書いたものを直してください',
  'site.error.429.title': '少し待ってください',
  'site.error.500.title': 'こちらの不具合です',
  'site.error.503.title': 'ただいま使えません',
  'site.error.saved': '申し込みずみの行事はそのままです。ご安心ください。',
  'site.error.way.events': '行事をさがす',
  'site.error.way.home': 'はじめのページへ',
  'site.error.way.back': '前の画面にもどる',
  'site.error.phone': 'お急ぎのときは、お電話ください。',
  'site.error.for-support': 'お電話のときは、この番号をお伝えください。',
  'site.error.request': '受付番号',
} as const;
