/**
 * Every message between contexts: a name in the past tense and the facts true at that moment.
 * Payloads carry ids and plain facts, never a name, a phone number or an address of a person,
 * because they travel through the queue. Keep the contexts together and in the order of the DAG.
 */
export interface Messages {
  // identity
  'identity.sign-in-requested': { signInRequestId: string };
  'identity.person-joined': { keptPersonId: string; joinedPersonId: string };
  /** A device was added to an account or removed by its owner (`passkeyId`), or all were by somebody else; the owner is written to. */
  'identity.passkey-changed': { accountId: string; passkeyId: string | null; change: 'added' | 'removed' | 'reset' };
  // associations
  'associations.officer-invited': { invitationId: string };
  'associations.term-began': { termId: string; personId: string; organisationId: string };
  'associations.term-ended': { termId: string; personId: string; organisationId: string };
  // approvals
  /** What an approval asked for is due soon and was not reported as met. */
  'approvals.condition-due': { conditionId: string; subjectKind: string; subjectId: string };
  /** Procedures come to a day on which the host is written to: they are due in 14, 7 or 3 days, or today. */
  'approvals.checklist-due': { subjectKind: string; subjectId: string; codes: string[] };
  /** What was handed in has waited so many business days for a decision. */
  'approvals.decision-waiting': { caseId: string; revision: number; subjectKind: string; subjectId: string; days: 3 | 5 };
  /** The ward asks for a further procedure from now on. */
  'approvals.checklist-kind-added': { code: string };
  /** A community centre said something about what waits. */
  'approvals.case-commented': { commentId: string; subjectKind: string; subjectId: string };
  // events
  /** A community centre is done with its draft and asks the host to look at it; `at` is when. */
  'events.draft-finished': { eventId: string; centreId: string; at: string };
  'events.event-submitted': { eventId: string; revision: number };
  /** What was handed in waits for the look of an area's council. */
  'events.check-asked': { eventId: string; councilId: string };
  /** The council has looked, the ward did not wait for it, its last day is over, or there were no days to ask it. */
  'events.check-ended': { eventId: string; outcome: 'confirmed' | 'forwarded' | 'passed' | 'skipped' };
  /** The council sent it back. */
  'events.check-returned': { eventId: string };
  'events.event-withdrawn': { eventId: string };
  'events.event-returned': { eventId: string; revision: number };
  'events.event-approved': { eventId: string; revision: number };
  /** The host says that a condition is met. */
  'events.condition-reported': { eventId: string; conditionId: string };
  /** The ward says so too: it is settled. */
  'events.condition-confirmed': { eventId: string; conditionId: string };
  /** The ward does not take a condition for met. */
  'events.condition-returned': { eventId: string; conditionId: string };
  /** The host says that a procedure is done which keeps the approved event from being published. */
  'events.checklist-reported': { eventId: string; code: string };
  /** The ward does not take a procedure for done. */
  'events.checklist-returned': { eventId: string; code: string };
  /** An association is asked to hold the event together with its host. */
  'events.co-host-invited': { coHostId: string; eventId: string };
  /** It said yes or no, or the host took it back. */
  'events.co-host-answered': { coHostId: string; eventId: string };
  'events.event-rejected': { eventId: string; revision: number };
  'events.event-published': { eventId: string; revision: number };
  /** Its hour came, and something kept it from being published (`code`, as a refusal): nobody has planned another. */
  'events.publication-refused': { eventId: string; code: string };
  'events.event-edited': { eventId: string; revision: number };
  'events.change-submitted': { eventId: string };
  'events.change-withdrawn': { eventId: string };
  'events.change-returned': { eventId: string };
  'events.change-rejected': { eventId: string };
  /** An approved change is the event now. `before`: the revision that was public until then, null when none was. */
  'events.event-changed': { eventId: string; revision: number; before: number | null; withSeries?: boolean };
  /** It is on another day now. `before`: the revision that was public until then. */
  'events.event-postponed': { eventId: string; revision: number; before: number; decisionId: string };
  /** It takes place in a smaller form on the day that it has (縮小). */
  'events.event-reduced': { eventId: string; decisionId: string };
  /** Its hour of decision is near and nothing is decided; `stage`: half a day or an hour before. Or the forecast of its hours reaches its limit for heat (`heat`). */
  'events.decision-asked': { eventId: string; stage: 'half-day' | 'hour' | 'heat' | 'warning' };
  'events.event-cancelled': { eventId: string };
  'events.event-ended': { eventId: string };
  'events.event-reported': { eventId: string };
  'events.event-closed': { eventId: string };
  /** Closed figures were wrong; `number` counts the corrections of the event. */
  'events.figures-corrected': { eventId: string; number: number };
  'events.report-returned': { eventId: string };
  /** An event ended so many days ago, and its report was not handed in. */
  'events.report-due': { eventId: string; days: 1 | 7 | 14 };
  /** What its host wrote to the people of an event goes now. */
  'events.message-sent': { messageId: string; eventId: string };
  'events.stall-applied': { stallId: string; eventId: string };
  'events.stall-accepted': { stallId: string; eventId: string };
  'events.stall-declined': { stallId: string; eventId: string };
  /** An accepted stall has a plot, or another one. */
  'events.stall-placed': { stallId: string; eventId: string };
  /** An accepted stall does not come: what was planned for it is free. */
  'events.stall-withdrawn': { stallId: string; eventId: string };
  /** Somebody would like to join a neighbourhood association. */
  'associations.membership-asked': { membershipId: string };
  /** Nobody knows any more who would have liked to join; nor does whoever wrote to them. */
  'associations.memberships-forgotten': { membershipIds: string[] };
  /** Somebody would like to begin a programme at their place. */
  'events.start-asked': { startId: string };
  'events.start-talk-begun': { startId: string };
  'events.start-accepted': { startId: string };
  'events.start-declined': { startId: string };
  'events.application-confirmed': { applicationId: string; eventId: string; personId: string };
  /** `parted`: the others of a group of which a part came up, at an hour that none of them chose. */
  'events.application-waitlisted': { applicationId: string; eventId: string; personId: string; parted?: true };
  /** Entered a draw that is still to come. */
  'events.application-entered': { applicationId: string; eventId: string; personId: string };
  /** A place is kept until a guardian says yes. */
  'events.application-guardian-pending': { applicationId: string; eventId: string; personId: string };
  /** A guardian is to say yes. `anew`: they did, and what they said yes to is another now; `place`: whom they are asked for had waited, and has a place that is kept until then. `read`: the revision they had said yes to; `decisionId`: by which the event was put off. */
  'events.consent-asked': { applicationId: string; eventId: string; personId: string; anew?: true; place?: true; read?: number; decisionId?: string };
  /** A guardian said yes. */
  'events.consent-given': { applicationId: string; eventId: string; personId: string };
  /** A guardian has not answered; the `nth` time that they are reminded. */
  'events.consent-chased': { applicationId: string; eventId: string; personId: string; nth: number };
  /** Thirty days after the event, or as soon as the host asks none and none has said yes, nobody knows its guardians any more; nor does whoever wrote to them. */
  'events.guardians-forgotten': { eventId: string };
  /** Thirty days after the event nobody knows any more where letters went that asked for another address, or said so. */
  'events.amendments-forgotten': { eventId: string };
  /** Nobody knows any more who asked to begin these; nor does whoever wrote to them. */
  'events.starts-forgotten': { startIds: string[] };
  /** Lots were drawn: the application has its places, or waits. */
  'events.application-drawn': { applicationId: string; eventId: string; personId: string };
  /** The host's answer can't be taken back any more, or the event began without one. */
  'events.application-answered': { applicationId: string; eventId: string; personId: string };
  /** The day by which a host was to answer those who applied is near, or over, and some have no answer. */
  'events.answers-due': { eventId: string; dueOn: string; stage: 'near' | 'over' };
  'events.application-offered': { applicationId: string; eventId: string; personId: string };
  'events.application-expired': { applicationId: string; eventId: string; personId: string };
  /** `asked`: the place had been offered, and the host gave it. */
  'events.application-promoted': { applicationId: string; eventId: string; personId: string; asked?: true };
  'events.application-cancelled': { applicationId: string; eventId: string; personId: string };
  /** What became another stands in the amendment. */
  'events.application-amended': { applicationId: string; eventId: string; personId: string; amendmentId: string };
  /** A new address is asked whether it is theirs; the `link`th time. */
  'events.email-change-asked': { applicationId: string; eventId: string; personId: string; link: number };
  'events.application-repeated': { applicationId: string; eventId: string; personId: string };
  // rosters
  'rosters.assignment-confirmed': { assignmentId: string; shiftId: string; eventId: string; personId: string };
  'rosters.assignment-cancelled': { assignmentId: string; shiftId: string; eventId: string; personId: string };
  /** The shifts of an event that was put off are on the new day, with those who stand on them; who is promised elsewhere then is off (`released`). */
  'rosters.duties-postponed': { eventId: string; before: number; decisionId: string; released: string[] };
  // attendance
  /** `sequence` counts the changes of this event's headcount: a lower one than already heard is older and is left aside. */
  'attendance.headcount-changed': { eventId: string; participants: number; volunteers: number; walkIns: number; sequence: number };
  // reminders
  'reminders.reminder-due': { dueReminderId: string; eventId: string };
}

/** The name of a message, `<context>.<noun>-<past participle>`. */
export type MessageName = keyof Messages;
