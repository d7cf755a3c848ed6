/** Texts of `reminders`, ja. Flat keys; `{{name}}` is a placeholder. */
export const reminders = {
  'reminders.kind.d7': '1週間前（10時）',
  'reminders.kind.d1': '前日（18時）',
  'reminders.kind.day': '当日（7時30分）',
  'reminders.state.due': '予定',
  'reminders.state.expanded': '送りました',
  'reminders.state.withdrawn': '取りやめ',
  'reminders.state.skipped': 'なし（時間が過ぎているため）',
} as const;
