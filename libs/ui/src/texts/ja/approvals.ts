/** Texts of `approvals`, ja. Flat keys; `{{name}}` is a placeholder. */
export const approvals = {
  'approvals.status.approved': '承認済',
  'approvals.status.pending': '審査待ち',
  'approvals.status.rejected': '不承認',
  'approvals.status.returned': '差戻し',
  'approvals.status.withdrawn': '取下げ',
  'refusal.approval.already-decided': 'この申請は、もう決裁が終わっています。新しく申請してください。',
  'refusal.approval.already-pending': 'この申請は、もう出ています。区の確認をお待ちください。',
  'refusal.approval.approver-only': '承認と不承認は、区の決裁者だけができます。',
  'refusal.approval.not-found': 'この申請は見つかりません。受付箱を開き直してください。',
  'refusal.approval.not-pending': 'この申請は、いま審査待ちではありません。ほかの方が先に決裁したかもしれません。画面を読み込み直してください。',
  'refusal.approval.own-submission': '自分で出した申請は、自分では決裁できません。ほかの決裁者にお願いしてください。',
  'refusal.approval.reason-required': '理由を書いてください。相手の方が次に何をすればよいかがわかるように。',
  'refusal.approval.revision-changed': '読んでいるあいだに、主催の方が書き直して申請し直しました。画面を読み込み直して、新しい申請を確かめてください。',
  'refusal.approval.staff-only': '受付箱は、区の担当者だけが見られます。',
} as const;
