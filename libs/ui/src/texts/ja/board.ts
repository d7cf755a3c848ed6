/** Texts of `board`, ja: the board of numbers on a screen in the hall. */
export const board = {
  'board.page': '会場のボード {{event}}',
  'board.came': '来た人',
  'board.walk-ins': 'そのうち、申込なしで来た人 {{count}}人',
  'board.places': '席 {{count}}',
  'board.to-come': '申し込んだ方のうち、受付はあと{{count}}人',
  'board.over': 'おわりました。ありがとうございました。',
  'board.off': 'この行事は中止になりました。',
  'board.help': '手伝ってください',
  'board.help.count': 'あと{{count}}人',
  'board.help.more': 'ほか{{count}}つの当番',
  'board.help.ask': '受付の人に声をかけてください。',
  'board.at': '{{when}} のようす',
  'board.renew': '20秒ごとに新しくする',
  'board.stop': '自動で新しくするのをやめる',
} as const;
