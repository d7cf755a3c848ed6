import type { board as ja } from '../ja/board.js';

/** Texts of `board`, ja-easy: the board of numbers on a screen in the hall. */
export const board = {
  'board.page': '{会場|かいじょう}の ボード {{event}}',
  'board.came': '{来|く}た {人|ひと}',
  'board.walk-ins': '{申込|もうしこみ}なしで {来|く}た {人|ひと} {{count}}{人|にん}',
  'board.places': '{席|せき} {{count}}',
  'board.to-come': '{申|もう}し{込|こ}んだ {人|ひと}で まだ {来|く}て いない {人|ひと} {{count}}{人|にん}',
  'board.over': '{終|お}わりました。ありがとうございました。',
  'board.off': 'この {行事|ぎょうじ}は {中止|ちゅうし}です。',
  'board.help': '{手伝|てつだ}って ください',
  'board.help.count': 'あと {{count}}{人|にん}',
  'board.help.more': 'ほかに {{count}}つの {当番|とうばん}',
  'board.help.ask': '{受付|うけつけ}の {人|ひと}に {言|い}って ください。',
  'board.at': '{{when}}の ようす',
  'board.renew': '20{秒|びょう}ごとに {新|あたら}しく する',
  'board.stop': '{自動|じどう}で {新|あたら}しく するのを やめる',
} satisfies Record<keyof typeof ja, string>;
