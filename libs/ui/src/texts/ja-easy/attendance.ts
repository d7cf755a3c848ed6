import type { attendance as ja } from '../ja/attendance.js';

/** Texts of `attendance`, ja-easy. Flat keys; `{{name}}` is a placeholder. */
export const attendance = {
  'refusal.attendance.assignment-cancelled': 'この {当番|とうばん}は {取|と}り{消|け}して あります。このまま {受付|うけつけ}する ときは 「そのまま {受付|うけつけ}する」を おします。',
  'refusal.attendance.event-cancelled': 'この {行事|ぎょうじ}は {中止|ちゅうし}に なったので、{受付|うけつけ}は ありません。',
  'refusal.attendance.nonce-reused': 'この {受付|うけつけ}の {番号|ばんごう}は、ほかの {受付|うけつけ}で {使|つか}っています。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して、もう{一度|いちど} おして ください。',
  'refusal.attendance.no-hours': 'この {年度|ねんど}に、{時間|じかん}を {数|かぞ}えた {当番|とうばん}は ありません。「これまでの {活動|かつどう}」で {確|たし}かめて ください。',
  'refusal.attendance.not-published': 'この {行事|ぎょうじ}は まだ {公開|こうかい}していないので、{受付|うけつけ}できません。',
  'refusal.attendance.not-today': '{受付|うけつけ}できる {日|ひ}が {決|き}まっています。{行事|ぎょうじ}の {日|ひ}({{day}})、その {前|まえ}の {日|ひ}、{次|つぎ}の {日|ひ}です。',
  'refusal.attendance.not-yours': 'この {行事|ぎょうじ}の {受付|うけつけ}は、{主催|しゅさい}の {団体|だんたい}の {役員|やくいん}だけが できます。',
  'refusal.attendance.nothing-to-undo': 'この {人|ひと}は まだ {受付|うけつけ}していないので、{取|と}り{消|け}す ものが ありません。',
  'refusal.attendance.number-unknown': 'この {行事|ぎょうじ}に、この {番号|ばんごう}は ありません。{切符|きっぷ}か {当番|とうばん}の 6つの {文字|もじ}を {確|たし}かめて ください。わからない ときは {受付|うけつけ}の {人|ひと}に {話|はな}して ください。',
  'refusal.attendance.other-event': 'この {参加券|さんかけん}は、ほかの {行事|ぎょうじ}の ものです。{参加|さんか}する ときは、{当日参加|とうじつさんか}として {人数|にんずう}を {入|い}れます。',
  'refusal.attendance.report-made': '{実施報告|じっしほうこく}が {出|で}ているので、{受付|うけつけ}は {終|お}わりました。{人数|にんずう}を {直|なお}す ときは {区役所|くやくしょ}に {相談|そうだん}して ください。',
  'refusal.attendance.self-not-yet': '{自分|じぶん}で {受付|うけつけ}できるのは、{行事|ぎょうじ}の {日|ひ}({{day}})からです。その {日|ひ}に、もう{一度|いちど} {読|よ}みとって ください。',
  'refusal.attendance.self-over': 'この {行事|ぎょうじ}の {受付|うけつけ}は {終|お}わりました。{来|き}たのに {受付|うけつけ}していない {人|ひと}は、{行事|ぎょうじ}の {団体|だんたい}に {教|おし}えて ください。',
  'refusal.attendance.review-not-found': 'この {確認|かくにん}は ありません。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して ください。',
  'refusal.attendance.review-settled': 'この {確認|かくにん}は、ほかの {人|ひと}が もう {決|き}めました。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して ください。',
  'refusal.attendance.subject-needed': 'だれの {受付|うけつけ}か、{参加券|さんかけん}か {名前|なまえ}で えらんで ください。',
  'refusal.attendance.subject-not-found': 'この {人|ひと}は、この {行事|ぎょうじ}の {名簿|めいぼ}に ありません。{当日参加|とうじつさんか}として {人数|にんずう}を {入|い}れることが できます。',
  'refusal.attendance.ticket-cancelled': 'この {申|もう}し{込|こ}みは {取|と}り{消|け}して あります。このまま {受付|うけつけ}する ときは 「そのまま {受付|うけつけ}する」を おします。',
  'refusal.attendance.ticket-unknown': 'この {参加券|さんかけん}は {見|み}つかりません。{名前|なまえ}で さがすか、{当日参加|とうじつさんか}として {人数|にんずう}を {入|い}れます。',
  'refusal.attendance.ticket-waitlisted': 'この {人|ひと}は キャンセル{待|ま}ちです。このまま {受付|うけつけ}する ときは 「そのまま {受付|うけつけ}する」を おします。',
  'refusal.attendance.too-few-walk-ins': '{当日参加|とうじつさんか}の {人数|にんずう}より {多|おお}く {取|と}り{消|け}すことは できません。{人数|にんずう}を たしかめて ください。',
  'refusal.attendance.undone-since': 'この {受付|うけつけ}の あとに、{取|と}り{消|け}しが ありました。{来|き}ている ときは 「そのまま {受付|うけつけ}する」を おします。',
  'refusal.attendance.venue-unknown': 'この {受付|うけつけ}の コードは ありません。{入口|いりぐち}の {紙|かみ}を、もう{一度|いちど} {読|よ}みとって ください。',
} as const satisfies Record<keyof typeof ja, string>;
