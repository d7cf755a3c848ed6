import type { siteFinding as ja } from '../../ja/site/finding.js';

/** Search, conditions and ways on where nothing was found. */
export const siteFinding = {
  'site.find.label': 'ことばで さがす',
  'site.find.hint': '{行事|ぎょうじ}、{場所|ばしょ}、{団体|だんたい}の {名前|なまえ}を {書|か}きます。ひらがなでも いいです。',
  'site.find.when': 'いつ',
  'site.find.when.any': 'きょうから',
  'site.find.when.past': '{終|お}わった {行事|ぎょうじ}',
  'site.find.past': '{終|お}わった {行事|ぎょうじ}です。{新|あたら}しい ものが {上|うえ}に あります。',
  'site.find.audience': 'だれと',
  'site.find.audience.all': 'えらばない',
  'site.find.audience.children': 'こどもと',
  'site.find.audience.seniors': 'お{年寄|としよ}り',
  'site.find.audience.anyone': 'だれでも',
  'site.find.only': 'ほかの こと',
  'site.find.free': 'まだ {入|はい}れる',
  'site.find.gratis': 'お{金|かね}が いらない',
  'site.find.chip.to': '{{date}}まで',
  'site.find.none.word': '「{{q}}」の {行事|ぎょうじ}は ありませんでした',
  'site.find.none.try': 'ひらがなや、みじかい ことばでも さがせます。',
  'site.find.way.word': '「{{q}}」だけで さがす（{{count}}{件|けん}）',
  'site.find.way.bare': 'ほかの {条件|じょうけん}を はずす（{{count}}{件|けん}）',
  'site.find.way.past': '{終|お}わった {行事|ぎょうじ}から さがす（{{count}}{件|けん}）',
  'site.find.way.all': 'これからの {行事|ぎょうじ}を ぜんぶ {見|み}る（{{count}}{件|けん}）',
} as const satisfies Record<keyof typeof ja, string>;
