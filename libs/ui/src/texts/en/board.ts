import type { board as ja } from '../ja/board.js';

/** Texts of `board`, en: the board of numbers on a screen in the hall. */
export const board = {
  'board.page': 'Board {{event}}',
  'board.came': 'Here',
  'board.walk-ins': '{{count}} of them without an application',
  'board.places': '{{count}} places',
  'board.to-come': '{{count}} people who applied are still to come',
  'board.over': 'It is over. Thank you.',
  'board.off': 'This event was called off.',
  'board.help': 'Helpers wanted',
  'board.help.count': '{{count}} wanted',
  'board.help.more': '{{count}} more duties',
  'board.help.ask': 'Please tell the people at the reception.',
  'board.at': 'As of {{when}}',
  'board.renew': 'Renew it every 20 seconds',
  'board.stop': 'Stop renewing it',
} satisfies Record<keyof typeof ja, string>;
