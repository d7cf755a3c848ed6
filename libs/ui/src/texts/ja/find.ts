/** Texts of `find`, ja: finding a screen or an event from anywhere, and the keys for it. */
export const find = {
  'find.title': 'さがす',
  'find.words': '画面や行事の名前',
  'find.screens': '画面',
  'find.events': '行事',
  'find.count': '{{count}}件',
  'find.people': '「{{title}}」の参加する人',
  'find.all': '行事の一覧で見る',
  'find.close': 'とじる',
  'find.keys': 'キーボード',
  'find.keys.body': 'Ctrl+K（MacではCommand+K）で、画面や行事をさがせます。F6で次の部分へ、Shift+F6で前の部分へ移ります。',
} as const;
