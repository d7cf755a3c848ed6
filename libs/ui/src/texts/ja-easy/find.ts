/** Texts of `find`, ja-easy: finding a screen or an event from anywhere, and the keys for it. */
export const find = {
  'find.title': 'さがす',
  'find.words': '{画面|がめん}や {行事|ぎょうじ}の {名前|なまえ}',
  'find.screens': '{画面|がめん}',
  'find.events': '{行事|ぎょうじ}',
  'find.count': '{{count}}{件|けん}',
  'find.people': '「{{title}}」に {参加|さんか}する {人|ひと}',
  'find.all': '{全部|ぜんぶ}の {行事|ぎょうじ}を {見|み}る',
  'find.close': '{閉|と}じる',
  'find.keys': 'キーボード',
  'find.keys.body': 'Ctrl+Kで {画面|がめん}や {行事|ぎょうじ}を さがします。MacではCommand+Kです。F6で {次|つぎ}の {部分|ぶぶん}に {行|い}きます。Shift+F6で {前|まえ}に {戻|もど}ります。',
} as const;
