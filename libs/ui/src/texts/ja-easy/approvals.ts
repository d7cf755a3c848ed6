import type { approvals as ja } from '../ja/approvals.js';

/** Texts of `approvals`, ja-easy. Flat keys; `{{name}}` is a placeholder. */
export const approvals = {
  'approvals.status.approved': '{承認済|しょうにんず}み',
  'approvals.status.pending': '{審査|しんさ}を {待|ま}っています',
  'approvals.status.rejected': '{不承認|ふしょうにん}',
  'approvals.status.returned': '{差|さ}し{戻|もど}し',
  'approvals.status.withdrawn': '{取|と}り{下|さ}げ',
  'refusal.approval.already-decided': 'この {申請|しんせい}は、もう {決裁|けっさい}が {終|お}わっています。{新|あたら}しく {申請|しんせい}して ください。',
  'refusal.approval.already-pending': 'この {申請|しんせい}は、もう {出|で}ています。{区|く}の {確認|かくにん}を {待|ま}って ください。',
  'refusal.approval.approver-only': '{承認|しょうにん}と {不承認|ふしょうにん}は、{区|く}の {決裁者|けっさいしゃ}（{決|き}める {人|ひと}）だけが できます。',
  'refusal.approval.not-found': 'この {申請|しんせい}は {見|み}つかりません。{受付箱|うけつけばこ}を もう{一度|いちど} {開|ひら}いて ください。',
  'refusal.approval.not-pending': 'この {申請|しんせい}は、いま {審査|しんさ}を {待|ま}っていません。ほかの {人|ひと}が {先|さき}に {決裁|けっさい}したかもしれません。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して ください。',
  'refusal.approval.own-submission': '{自分|じぶん}で {出|だ}した {申請|しんせい}は、{自分|じぶん}では {決裁|けっさい}できません。ほかの {決裁者|けっさいしゃ}に {頼|たの}んで ください。',
  'refusal.approval.reason-required': '{理由|りゆう}を {書|か}いて ください。{相手|あいて}の {人|ひと}が {次|つぎ}に {何|なに}を するか わかる ように {書|か}きます。',
  'refusal.approval.revision-changed': '{読|よ}んでいる {間|あいだ}に、{主催|しゅさい}の {人|ひと}が {書|か}き{直|なお}しました。そして もう{一度|いちど} {申請|しんせい}しました。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して、{新|あたら}しい {申請|しんせい}を たしかめて ください。',
  'refusal.approval.staff-only': '{受付箱|うけつけばこ}は、{区|く}の {担当|たんとう}の {人|ひと}だけが {見|み}ることが できます。',
  'refusal.approval.condition-due-past': '{条件|じょうけん}の {期日|きじつ}は、{今日|きょう}か {今日|きょう}より あとの {日|ひ}に して ください。',
  'refusal.approval.condition-lapsed': '{行事|ぎょうじ}が {中止|ちゅうし}か {完了|かんりょう}に なりました。この {条件|じょうけん}は もう ありません。',
  'refusal.approval.condition-met': 'この {条件|じょうけん}は、もう {区|く}が たしかめました。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して ください。',
  'refusal.approval.condition-not-found': 'この {条件|じょうけん}は {見|み}つかりません。{行事|ぎょうじ}の ページを もう{一度|いちど} {開|ひら}いて ください。',
  'refusal.approval.condition-not-reported': 'この {条件|じょうけん}は、まだ {主催|しゅさい}から {知|し}らせが ありません。',
  'refusal.approval.condition-reported': 'この {条件|じょうけん}の {知|し}らせは、もう {届|とど}いています。{区|く}の {確認|かくにん}を {待|ま}って ください。',
  'refusal.approval.own-report': '{自分|じぶん}で {申請|しんせい}した ものの {条件|じょうけん}や、{自分|じぶん}で {知|し}らせた {条件|じょうけん}は、{自分|じぶん}では たしかめられません。ほかの {担当|たんとう}の {人|ひと}に {頼|たの}んで ください。',
  'refusal.approval.words-required': 'ひとこと {書|か}いて ください。あとで {読|よ}む {人|ひと}に わかる ように {書|か}きます。',
} as const satisfies Record<keyof typeof ja, string>;
