/** Texts of decisions made in another's place. */
export const appDeputy = {
  'app.deputy.open': 'ほかの {決裁者|けっさいしゃ}の {代|か}わりに {決|き}める',
  'app.deputy.who': 'だれの {代|か}わりですか',
  'app.deputy.hint': '{申請|しんせい}から 5{営業日|えいぎょうび}が たちました。だれの {代|か}わりか、なぜかは、{記録|きろく}に {残|のこ}ります。',
  'app.deputy.nobody': '{代|か}わりでは ありません',
  'app.deputy.reason': '{代|か}わりに {決|き}める {理由|りゆう}',
  'app.deputy.story': '{{name}}さんの {代|か}わりに（{{reason}}）',
} as const;
