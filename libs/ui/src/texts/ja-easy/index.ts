import { allOf, type Texts } from '../translate.js';
import { board } from './board.js';
import { inApp } from './in-app.js';
import { mailHost } from './mail-host.js';
import { mailMessage } from './mail-message.js';
import { mailReduction } from './mail-reduction.js';
import { mailStalls } from './mail-stalls.js';
import { mail } from './mail.js';
import { printHandover } from './print-handover.js';
import { print } from './print.js';
import { site } from './site.js';
import { withScreens } from './with-screens.js';

/** Every file by its name; a key may stand in one file only (a spec guards it). */
export const files = { ...inApp, ...withScreens, board, mail, mailHost, mailMessage, mailReduction, mailStalls, print, printHandover, site };

/** All texts in やさしい日本語 by key; kanji carry their reading as `{漢字|かんじ}`. One for every key of `ja`, no more. */
export const jaEasy = allOf(files) satisfies Texts;
