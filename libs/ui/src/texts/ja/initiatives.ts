/** Texts of `initiatives`, ja: the programmes and campaigns of the ward's plan. */
export const initiatives = {
  'events.label.initiative': '区の取組（あれば）',
  'events.label.initiative.short': '区の取組',
  'events.label.initiative.hint': '区の計画にある取組やキャンペーンの行事なら、えらんでください。取組のページに行事がのります。',
  'events.label.initiative.none': 'えらばない',
  'refusal.event.initiative-unknown': 'この取組は一覧にありません。一覧からえらび直してください。',
  'refusal.event.initiative-over': 'この取組は終わったので、新しくえらべません。ほかの取組をえらぶか、空けてください。',
  'refusal.initiative.staff-only': '取組を書けるのは、区の担当者だけです。',
  'refusal.initiative.exists': 'この記号か名前の取組は、もうあります。',
  'refusal.initiative.not-found': 'この取組は見つかりません。一覧を開き直してください。',
  'refusal.initiative.changed-meanwhile': 'ほかの方が先に直しました。一覧を開き直して、もう一度直してください。',
  'refusal.initiative.code': '記号は、小さい英字ではじめ、英字・数字・ハイフンを40字までで書いてください。',
  'refusal.initiative.name-missing': '名前、ふりがな、英語の名前を書いてください。',
  'refusal.initiative.words-missing': 'どんな取組かを、日本語と英語で書いてください。',
  'refusal.initiative.days': '終わりの日は、はじめの日と同じ日か、後の日にしてください。',
  'refusal.initiative.days-of-campaign': '日にちを書けるのは、キャンペーンだけです。',
} as const;
