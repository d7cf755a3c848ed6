/** Texts of `rosters`, ja. Flat keys; `{{name}}` is a placeholder. */
export const rosters = {
  'rosters.ended.event-cancelled': '行事が中止になったため',
  'rosters.ended.event-changed': '行事の計画が変わったため',
  'rosters.ended.person-joined': '同じ時間の当番が2つあったため',
  'refusal.assignment.not-active': 'この当番は、もう取り消されています。',
  'refusal.assignment.not-found': 'この当番は見つかりません。',
  'refusal.shift.already-taken': 'この当番には、もう入っています。マイページでご確認ください。',
  'refusal.shift.event-cancelled': 'この行事は中止になりました。ほかの当番をごらんください。',
  'refusal.shift.full': 'この当番は、人数がそろいました。ほかの当番をごらんください。',
  'refusal.shift.leaders-only': '当番にほかの方を入れられるのは、主催の団体の役員だけです。',
  'refusal.shift.names-stay-with-host': '当番の方のお名前は、主催の団体だけが見られます。必要なときは、主催の団体におたずねください。',
  'refusal.shift.not-found': 'この当番は見つかりません。',
  'refusal.shift.not-yours-to-see': 'この行事の当番は、主催の団体の役員だけが見られます。',
  'refusal.shift.overlaps': '同じ時間に、ほかの当番に入っています。先にそちらを取り消すと、この当番に入れます。',
  'refusal.shift.started': 'この当番は、もう始まっています。変更は、当日の受付か主催の団体にお伝えください。',
  'refusal.shift.they-have-it': 'この方は、もうこの当番に入っています。',
  'refusal.shift.they-overlap': 'この方は、同じ時間にほかの当番に入っています。',
} as const;
