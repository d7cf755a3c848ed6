import type { choice as ja } from '../ja/choice.js';

/** Texts of applications that the host answers, ja-easy. */
export const choice = {
  'choice.by': '{{day}}までに {主催|しゅさい}の {人|ひと}が {返事|へんじ}を します。',
  'choice.soon': '{主催|しゅさい}の {人|ひと}が {返事|へんじ}を します。',
  'choice.not-yet': 'まだ {参加|さんか}は {決|き}まって いません。',
  'choice.words': '{主催|しゅさい}の {人|ひと}から：{{words}}',
  'choice.guardian': '{参加|さんか}できるか どうかは、{主催|しゅさい}の {人|ひと}が {決|き}めます。{席|せき}は まだ ありません。{先|さき}に {同意|どうい}を お{願|ねが}いします。',
  'choice.unanswered': '{主催|しゅさい}の {人|ひと}の {返事|へんじ}が ないまま、{行事|ぎょうじ}が {始|はじ}まりました。この {申|もう}し{込|こ}みは {終|お}わりました。{待|ま}ってくれたのに、すみません。',
  'refusal.application.not-chosen': 'この {席|せき}は、{主催|しゅさい}の {人|ひと}が {選|えら}ぶ {席|せき}では ありません。ページを もう {一度|いちど} {開|ひら}いて ください。',
  'refusal.application.answered-already': '{選|えら}んだ {人|ひと}の {中|なか}に、もう {返事|へんじ}を した {人|ひと}が います。ほかの {役員|やくいん}が {先|さき}に {返事|へんじ}を したかもしれません。{一覧|いちらん}を もう {一度|いちど} {見|み}て ください。',
  'refusal.application.others-wait': '{待|ま}って いる {人|ひと}が いるので、{空|あ}いた {席|せき}は {順番|じゅんばん}に その {人|ひと}の ものに なります。この {人|ひと}も、{待|ま}つ {列|れつ}に {入|い}れる ことが できます。',
  'refusal.application.places-free': '{空|あ}いて いる {席|せき}に {入|はい}れる {人|ひと}が いるので、キャンセル{待|ま}ちには できません。{受|う}け{入|い}れるか、{断|ことわ}るかを {選|えら}んで ください。',
  'refusal.application.answer-told': 'もう {知|し}らせたので、この {返事|へんじ}は {取|と}り{消|け}せません。',
  'refusal.event.answers-after-start': '{返事|へんじ}の {日|ひ}は、{行事|ぎょうじ}の {日|ひ}までの {日|ひ}に して ください。',
  'refusal.event.answers-before-closing': '{返事|へんじ}の {日|ひ}は、{申込|もうしこみ}の {締切|しめきり}の {日|ひ}か、その あとの {日|ひ}に して ください。',
} as const satisfies Record<keyof typeof ja, string>;
