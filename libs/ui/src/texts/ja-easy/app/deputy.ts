/** Texts of decisions made in another's place. */
export const appDeputy = {
  'app.deputy.open': 'ほかの {決裁者|けっさいしゃ}の {代|か}わりに {決|き}める',
  'app.deputy.who': 'だれの {代|か}わりですか',
  'app.deputy.hint': '5{営業日|えいぎょうび} {待|ま}って います。だれの {代|か}わりか、なぜかは、{記録|きろく}に {残|のこ}ります。{主催|しゅさい}の {人|ひと}も {読|よ}みます。',
  'app.deputy.nobody': '{代|か}わりでは ありません',
  'app.deputy.reason': '{代|か}わりに {決|き}める {理由|りゆう}',
  'app.deputy.reason.hint': '「{出張|しゅっちょう}」「{休|やす}み」など、{短|みじか}く {書|か}いて ください。{病気|びょうき}の ことは {書|か}かないで ください。',
  'app.deputy.story': '{{name}}さんの {代|か}わりに（{{reason}}）',
  'refusal.approval.deputy-too-early': 'まだ {代|か}わりに {決|き}める ことは できません。{申請|しんせい}から 5{営業日|えいぎょうび} {待|ま}って ください。',
  'refusal.approval.deputy-unknown': 'だれの {代|か}わりかを、ほかの {決裁者|けっさいしゃ}から {選|えら}んで ください。',
  'refusal.approval.deputy-reason': 'なぜ {代|か}わりに {決|き}めるのか、{理由|りゆう}を {書|か}いて ください。',
} as const;
