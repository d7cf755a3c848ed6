/** Texts of what the form asks besides: words for other readers, insurance, budget, taking part. */
export const appMoreFields = {
  'app.field.words.open': 'やさしい日本語・英語でも書く',
  'app.field.words.lead': 'その言葉で読む方に、この文が出ます。書かないところは、日本語のまま出ます。',
  'app.field.titleEasy': 'やさしい日本語の行事名',
  'app.field.titleEasy.hint': '短い言葉で。漢字はできるだけ使わずに。',
  'app.field.descriptionEasy': 'やさしい日本語の説明',
  'app.field.titleEn': '英語の行事名',
  'app.field.descriptionEn': '英語の説明',
  'app.field.attendanceMode': '参加のしかた',
  'app.field.attendanceMode.in-person': '会場で',
  'app.field.attendanceMode.online': 'オンラインで',
  'app.field.attendanceMode.both': '会場でもオンラインでも',
  'app.field.insurance': '行事の保険',
  'app.field.insurance.hint': '入っている保険の名前。入っていないときは「なし」。主催の団体と区のほか、先に確認する協議会とまちづくりセンターも見ます。公開はしません。',
  'app.field.budget': '予算（円）',
  'app.field.budget.hint': 'だいたいでかまいません。主催の団体と区のほか、先に確認する協議会とまちづくりセンターも見ます。公開はしません。',
  'app.field.budget.yen': '{{yen}}円',
} as const;
