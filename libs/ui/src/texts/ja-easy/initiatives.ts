import type { initiatives as ja } from '../ja/initiatives.js';

/** Texts of `initiatives`, ja-easy. */
export const initiatives = {
  'events.label.initiative': '{区|く}の {取組|とりくみ}（あれば）',
  'events.label.initiative.short': '{区|く}の {取組|とりくみ}',
  'events.label.initiative.hint': '{区|く}の {計画|けいかく}に ある {取組|とりくみ}や キャンペーンの {行事|ぎょうじ}なら、{選|えら}んで ください。{取組|とりくみ}の ページに {行事|ぎょうじ}が のります。',
  'events.label.initiative.none': '{選|えら}ばない',
  'refusal.event.initiative-unknown': 'この {取組|とりくみ}は リストに ありません。リストから もう{一度|いちど} {選|えら}んで ください。',
  'refusal.event.initiative-over': 'この {取組|とりくみ}は {終|お}わりました。{新|あたら}しく {選|えら}ぶ ことは できません。ほかの {取組|とりくみ}を {選|えら}ぶか、{選|えら}ばないで ください。',
  'refusal.initiative.staff-only': '{取組|とりくみ}を {書|か}く ことが できるのは、{区|く}の {担当者|たんとうしゃ}だけです。',
  'refusal.initiative.exists': 'この {記号|きごう}か {名前|なまえ}の {取組|とりくみ}は、もう あります。',
  'refusal.initiative.not-found': 'この {取組|とりくみ}は ありません。リストを もう{一度|いちど} {開|ひら}いて ください。',
  'refusal.initiative.changed-meanwhile': 'ほかの {人|ひと}が {先|さき}に {直|なお}しました。リストを もう{一度|いちど} {開|ひら}いて、{直|なお}して ください。',
  'refusal.initiative.code': '{記号|きごう}は、{小|ちい}さい {英字|えいじ}で {始|はじ}めて、{英字|えいじ}、{数字|すうじ}、ハイフンで {書|か}いて ください。40{字|じ}までです。',
  'refusal.initiative.name-missing': '{名前|なまえ}、ふりがな、{英語|えいご}の {名前|なまえ}を {書|か}いて ください。',
  'refusal.initiative.words-missing': 'どんな {取組|とりくみ}か、{日本語|にほんご}と {英語|えいご}で {書|か}いて ください。',
  'refusal.initiative.days': '{終|お}わる {日|ひ}は、{始|はじ}まる {日|ひ}と {同|おな}じ {日|ひ}か、{後|あと}の {日|ひ}に して ください。',
  'refusal.initiative.days-of-campaign': '{日|ひ}にちを {書|か}く ことが できるのは、キャンペーンだけです。',
} satisfies Record<keyof typeof ja, string>;
