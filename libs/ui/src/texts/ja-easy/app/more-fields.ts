/** Texts of what the form asks besides: words for other readers, insurance, budget, taking part. */
export const appMoreFields = {
  'app.field.words.open': 'やさしい{日本語|にほんご}・{英語|えいご}でも {書|か}く',
  'app.field.words.lead': 'その ことばで {読|よ}む {人|ひと}に、この {文|ぶん}が {出|で}ます。{書|か}かない ところは、{日本語|にほんご}の まま {出|で}ます。',
  'app.field.titleEasy': 'やさしい{日本語|にほんご}の {行事|ぎょうじ}の {名前|なまえ}',
  'app.field.titleEasy.hint': 'みじかい ことばで {書|か}いて ください。',
  'app.field.descriptionEasy': 'やさしい{日本語|にほんご}の {説明|せつめい}',
  'app.field.titleEn': '{英語|えいご}の {行事|ぎょうじ}の {名前|なまえ}',
  'app.field.descriptionEn': '{英語|えいご}の {説明|せつめい}',
  'app.field.attendanceMode': '{参加|さんか}の しかた',
  'app.field.attendanceMode.in-person': '{会場|かいじょう}で',
  'app.field.attendanceMode.online': 'オンラインで',
  'app.field.attendanceMode.both': '{会場|かいじょう}でも オンラインでも',
  'app.field.insurance': '{行事|ぎょうじ}の {保険|ほけん}',
  'app.field.insurance.hint': '{入|はい}って いる {保険|ほけん}の {名前|なまえ}を {書|か}いて ください。{入|はい}って いない ときは「なし」と {書|か}きます。{主催|しゅさい}と {区|く}が {見|み}ます。{協議会|きょうぎかい}と まちづくりセンターも {見|み}ます。ほかの {人|ひと}には {見|み}えません。',
  'app.field.budget': '{予算|よさん}（{円|えん}）',
  'app.field.budget.hint': 'だいたいで いいです。{主催|しゅさい}と {区|く}が {見|み}ます。{協議会|きょうぎかい}と まちづくりセンターも {見|み}ます。ほかの {人|ひと}には {見|み}えません。',
  'app.field.budget.yen': '{{yen}}{円|えん}',
} as const;
