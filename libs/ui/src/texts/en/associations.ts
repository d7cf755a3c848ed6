import type { associations as ja } from '../ja/associations.js';

/** Texts of `associations`, en. Flat keys; `{{name}}` is a placeholder. */
export const associations = {
  'organisation.kind.neighbourhood': 'Neighbourhood association',
  'organisation.kind.federation': 'Federation of neighbourhood associations',
  'organisation.kind.council': 'Community council',
  'organisation.kind.section': 'Section',
  'organisation.kind.condominium': 'Residents’ association of a building',
  'organisation.kind.npo': 'Non-profit organisation',
  'organisation.kind.company': 'Company',
  'organisation.kind.school': 'School',
  'organisation.kind.public-office': 'Public office',
  'organisation.kind.center': 'Community support centre',
  'organisation.kind.ward-office': 'Ward office',
  'role.member': 'Member',
  'role.block-leader': 'Block leader',
  'role.leader': 'Chair or event leader',
  'role.council-officer': 'Officer',
  'role.drill-leader': 'Disaster team leader',
  'role.center': 'Community support centre',
  'role.staff': 'Ward office staff',
  'role.approver': 'Ward office approver',
  'role.privacy-officer': 'Personal data officer',
  'role.admin': 'System administrator',
  'term.upcoming': 'Not started yet',
  'invitation.open': 'Invited',
  'invitation.expired': 'Expired',
  'refusal.handover.not-yours': 'Only officers of this association see its handover paper. Please ask one of them.',
  'app.org.handover.about': 'The year’s events, what is under way and what has a date, with lines to write on.',
  'app.org.handover.paper': 'See and print the handover paper',
  'app.org.handover.rights': 'Whoever you invite can use Yoriai from the first day of the term; former officers until the last day of theirs. The ward office invites the president.',
  'app.org.handover': 'Hand over to the next officers',
  'refusal.field.date': 'Please write the date like this: 2027-03-31.',
  'refusal.invitation.already-open':
    'Someone else just sent an invitation for the same role. Please reload the list.',
  'refusal.invitation.gone':
    'This invitation no longer works. 72 hours have passed, it was used, or it was taken back. Please ask the person who invited you to send it again.',
  'refusal.invitation.not-found': 'We cannot find this invitation.',
  'refusal.invitation.not-open': 'This invitation was used or taken back. Please reload the list.',
  'refusal.invitation.role-not-allowed':
    'Your role cannot invite to this one. The ward office invites chairs, and chairs invite officers.',
  'refusal.invitation.role-not-here': 'This organisation does not have that role. Please choose again.',
  'refusal.officer.already-ended': 'This term is already over.',
  'refusal.officer.duplicate':
    'This person holds the same role in the same period. Please check when the present term ends.',
  'refusal.officer.ending-in-past':
    'The last day cannot be earlier than yesterday. To end it right now, choose yesterday’s date.',
  'refusal.officer.ending-not-earlier': 'The last day must be earlier than the end of the present term.',
  'refusal.officer.last-admin':
    'There would be no system administrator left, so this term cannot end. Please invite the next person first.',
  'refusal.officer.may-not-end': 'Your role cannot end this term. Please ask the chair or the ward office.',
  'refusal.officer.not-found': 'We cannot find this term.',
  'refusal.officer.reason': 'Please write the reason (up to 500 characters).',
  'refusal.officer.term-dates':
    'Please check the dates of the term. The last day is not before the first day or today, and within 5 years.',
  'refusal.officer.title': 'Please write the name of the role (up to 50 characters), for example chair, vice-chair or treasurer.',
  'refusal.organisation.not-found': 'We cannot find this organisation.',
  'refusal.organisation.slug-taken': 'Another organisation uses this address name. Please choose a different one.',
  'refusal.organisation.ward-office-exists': 'The ward office is already registered.',
} as const satisfies Record<keyof typeof ja, string>;
