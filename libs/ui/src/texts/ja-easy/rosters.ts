import type { rosters as ja } from '../ja/rosters.js';

/** Texts of `rosters`, ja-easy. Flat keys; `{{name}}` is a placeholder. */
export const rosters = {
  'rosters.ended.event-cancelled': '{行事|ぎょうじ}が {中止|ちゅうし}に なったため',
  'rosters.ended.event-changed': '{行事|ぎょうじ}の {計画|けいかく}が {変|か}わったから',
  'rosters.ended.person-joined': '{同|おな}じ {時間|じかん}の {当番|とうばん}が 2つ あったため',
  'refusal.assignment.not-active': 'この {当番|とうばん}は、もう {取|と}り{消|け}して あります。',
  'refusal.assignment.not-found': 'この {当番|とうばん}は {見|み}つかりません。',
  'refusal.shift.already-taken': 'この {当番|とうばん}には、もう {入|はい}っています。マイページで たしかめて ください。',
  'refusal.shift.event-cancelled': 'この {行事|ぎょうじ}は {中止|ちゅうし}に なりました。ほかの {当番|とうばん}を {見|み}て ください。',
  'refusal.shift.full': 'この {当番|とうばん}は、{人数|にんずう}が そろいました。ほかの {当番|とうばん}を {見|み}て ください。',
  'refusal.shift.leaders-only': 'ほかの {人|ひと}を {入|い}れるのは、{主催|しゅさい}の {団体|だんたい}の {役員|やくいん}だけです。',
  'refusal.shift.names-stay-with-host': '{当番|とうばん}の {人|ひと}の {名前|なまえ}は、{主催|しゅさい}の {団体|だんたい}だけが {見|み}ることが できます。{必要|ひつよう}な ときは、{主催|しゅさい}の {団体|だんたい}に {聞|き}いて ください。',
  'refusal.shift.not-found': 'この {当番|とうばん}は {見|み}つかりません。',
  'refusal.shift.not-yours-to-see': 'この {行事|ぎょうじ}の {当番|とうばん}は、{主催|しゅさい}の {団体|だんたい}の {役員|やくいん}だけが {見|み}ることが できます。',
  'refusal.shift.same-name': '{同|おな}じ {名前|なまえ}の {人|ひと}が「{{duty}}」（{{hours}}）に {入|はい}っています。{同|おな}じ {人|ひと}か、ほかの {人|ひと}か、えらんで ください。',
  'refusal.shift.overlaps': '{同|おな}じ {時間|じかん}に、ほかの {当番|とうばん}に {入|はい}っています。{先|さき}に その {当番|とうばん}を {取|と}り{消|け}すと、この {当番|とうばん}に {入|はい}ることが できます。',
  'refusal.shift.started': 'この {当番|とうばん}は、もう {始|はじ}まっています。{変更|へんこう}は、その {日|ひ}の {受付|うけつけ}か {主催|しゅさい}の {団体|だんたい}に {言|い}って ください。',
  'refusal.shift.they-have-it': 'この {人|ひと}は、もう この {当番|とうばん}に {入|はい}っています。',
  'refusal.shift.they-overlap': 'この {人|ひと}は、{同|おな}じ {時間|じかん}に、ほかの {当番|とうばん}（{{hours}}）に {入|はい}っています。',
  'refusal.shift.they-overlap-on': 'この {人|ひと}は「{{duty}}」（{{hours}}）に {入|はい}っています。{{event}}の {当番|とうばん}です。',
  'refusal.shift.which-of-them': '{同|おな}じ {名前|なまえ}の {人|ひと}が、{何人|なんにん}か {入|はい}っています。その {人|ひと}の {電話|でんわ}{番号|ばんごう}か メールを、{前|まえ}と {同|おな}じに {書|か}いて ください。',
} as const satisfies Record<keyof typeof ja, string>;
