import type { approvals as ja } from '../ja/approvals.js';

/** Texts of `approvals`, en. Flat keys; `{{name}}` is a placeholder. */
export const approvals = {
  'approvals.status.approved': 'Approved',
  'approvals.status.pending': 'Waiting for a decision',
  'approvals.status.rejected': 'Not approved',
  'approvals.status.returned': 'Sent back',
  'approvals.status.withdrawn': 'Withdrawn',
  'refusal.approval.already-decided': 'This submission was already decided. Please send in a new one.',
  'refusal.approval.already-pending': 'This was already sent in. Please wait for the ward to check it.',
  'refusal.approval.approver-only': 'Only the ward’s approvers can approve or not approve.',
  'refusal.approval.not-found': 'We cannot find this submission. Please open the inbox again.',
  'refusal.approval.not-pending':
    'This submission is not waiting for a decision now. Someone else may have decided it first. Please reload the page.',
  'refusal.approval.own-submission':
    'You cannot decide on something you sent in yourself. Please ask another approver.',
  'refusal.approval.reason-required': 'Write the reason, so that the other person knows what to do next.',
  'refusal.approval.revision-changed':
    'While you were reading, the organiser changed it and sent it in again. Please reload the page and check the new one.',
  'refusal.approval.staff-only': 'Only ward staff can see the inbox.',
  'refusal.approval.condition-due-past': 'Choose today or a later day for the condition.',
  'refusal.approval.condition-lapsed': 'The event was cancelled or closed, so this condition no longer applies.',
  'refusal.approval.condition-met': 'The ward has already confirmed this condition. Please reload the page.',
  'refusal.approval.condition-not-found': 'We cannot find this condition. Please open the event again.',
  'refusal.approval.condition-not-reported': 'The organiser has not reported on this condition yet.',
  'refusal.approval.condition-reported': 'This was already reported. Please wait for the ward to check it.',
  'refusal.approval.own-report': 'You cannot confirm a condition of what you handed in, or one that you reported yourself. Please ask a colleague.',
  'refusal.approval.words-required': 'Please write a few words, so that others understand.',
  'refusal.approval.item-not-found': 'This event does not need that procedure. Please reload the page.',
  'refusal.approval.item-open': 'This procedure is not done yet.',
  'refusal.approval.item-reported': 'This procedure was reported already. The ward will look at it.',
  'refusal.approval.item-settled': 'This procedure is settled.',
  'refusal.approval.item-as-condition': 'This procedure became a condition of the approval. Please report it there.',
  'refusal.approval.nothing-to-withdraw': 'Nobody said that this procedure was done, so there is nothing to take back.',
  'refusal.approval.item-withdrawn': 'This is marked as told already.',
  'refusal.evidence.not-found': 'This file is not there. Please reload the page.',
  'refusal.evidence.officers-only': 'Only the officers of the host and the ward office see this file.',
  'refusal.evidence.too-many': 'Files for one procedure or condition: {{count}} at most. Please remove one first.',
  'refusal.saved-filter.name': 'Please write a name (up to 40 characters).',
  'refusal.saved-filter.name-taken': 'You already have a filter with this name. Please choose another.',
  'refusal.saved-filter.full': 'You can save up to 20 filters. Please delete one that you do not use.',
  'refusal.saved-filter.not-found': 'This filter is gone. Please reload the page.',
} as const satisfies Record<keyof typeof ja, string>;
