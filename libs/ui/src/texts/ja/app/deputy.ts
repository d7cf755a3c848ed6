/** Texts of decisions made in another's place. */
export const appDeputy = {
  'app.deputy.open': 'ほかの決裁者に代わって決める（代決）',
  'app.deputy.who': 'だれに代わって',
  'app.deputy.hint': '審査を待って5営業日たったので、代わって決められます。だれに代わって、なぜかは、記録に残り、主催の方も読みます。',
  'app.deputy.nobody': '代わりではない',
  'app.deputy.reason': '代わって決める理由',
  'app.deputy.reason.hint': '「出張」「休暇」など短く。体調などは書かないでください。',
  'app.deputy.story': '代決：{{name}}さんに代わって（{{reason}}）',
  'refusal.approval.deputy-too-early': '代わって決められるのは、申請から5営業日たってからです。',
  'refusal.approval.deputy-unknown': 'だれに代わって決めるかを、ほかの決裁者からえらんでください。',
  'refusal.approval.deputy-reason': 'なぜ代わって決めるのか、理由を書いてください。',
} as const;
