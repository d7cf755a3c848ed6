import { Global, Module } from '@nestjs/common';
import { ApprovalsModule } from '@yoriai/approvals';
import { AssociationsModule } from '@yoriai/associations';
import { EventsModule } from '@yoriai/events';
import { IdentityModule } from '@yoriai/identity';
import { LetterWriter, NotificationsModule } from '@yoriai/notifications';
import { RemindersModule } from '@yoriai/reminders';
import { RostersModule } from '@yoriai/rosters';
import { AccountLetters } from './account.letters.js';
import { AccountLettersSubscriber } from './account.subscriber.js';
import { AmendmentLetters, AmendmentLettersSubscriber } from './amendment.letters.js';
import { ApplicationLetters } from './application.letters.js';
import { ApplicationLettersSubscriber } from './application.subscriber.js';
import { ApprovalLetters } from './approval.letters.js';
import { ApprovalLettersSubscriber } from './approval.subscriber.js';
import { AssignmentLetters } from './assignment.letters.js';
import { AssignmentLettersSubscriber } from './assignment.subscriber.js';
import { AudienceLetters } from './audience.letters.js';
import { AudienceLettersSubscriber } from './audience.subscriber.js';
import { CentreLetters } from './centre.letters.js';
import { CentreLettersSubscriber } from './centre.subscriber.js';
import { CheckLetters } from './check.letters.js';
import { CheckLettersSubscriber } from './check.subscriber.js';
import { ChecklistLetters } from './checklist.letters.js';
import { ChecklistLettersSubscriber } from './checklist.subscriber.js';
import { CoHostLetters } from './co-host.letters.js';
import { CoHostLettersSubscriber } from './co-host.subscriber.js';
import { ConsentLetters } from './consent.letters.js';
import { ConsentLettersSubscriber } from './consent.subscriber.js';
import { ALL_LETTERS, Desk } from './desk.js';
import { GuardianLetters } from './guardian.letters.js';
import { GuardianLettersSubscriber } from './guardian.subscriber.js';
import { LetterFacts } from './facts.js';
import { Links } from './links.js';
import { MembershipLetters, MembershipLettersSubscriber } from './membership.letters.js';
import { MessageLetters } from './message.letters.js';
import { MessageLettersSubscriber } from './message.subscriber.js';
import { AnswersDueLetters, AnswersDueLettersSubscriber } from './answers-due.letters.js';
import { DecisionLetters, DecisionLettersSubscriber } from './decision.letters.js';
import { PostponementLetters } from './postponement.letters.js';
import { PostponementLettersSubscriber } from './postponement.subscriber.js';
import { PublicationLetters, PublicationLettersSubscriber } from './publication.letters.js';
import { ReductionLettersSubscriber } from './reduction.subscriber.js';
import { ReportLetters, ReportLettersSubscriber } from './report.letters.js';
import { StallFacts } from './stall-facts.js';
import { StallHostLetters } from './stall-host.letters.js';
import { StallHostLettersSubscriber } from './stall-host.subscriber.js';
import { StallLetters } from './stall.letters.js';
import { StallLettersSubscriber } from './stall.subscriber.js';
import { StartLetters } from './start.letters.js';
import { StartLettersSubscriber } from './start.subscriber.js';
import { WardDecidedLetters } from './ward-decided.letters.js';
import { WardDecidedLettersSubscriber } from './ward-decided.subscriber.js';
import { Writer } from './writer.js';

/** Those that have letters of their own; the others write for the audience's. */
const LETTERS = [AccountLetters, AmendmentLetters, ApplicationLetters, ApprovalLetters, AssignmentLetters, AudienceLetters, CentreLetters, CheckLetters, ChecklistLetters, CoHostLetters, ConsentLetters, GuardianLetters, MembershipLetters, MessageLetters, PublicationLetters, ReportLetters, StallHostLetters, StallLetters, StartLetters, WardDecidedLetters];
const AUDIENCES = [PostponementLetters, DecisionLetters, AnswersDueLetters];
const SUBSCRIBERS = [AccountLettersSubscriber, AmendmentLettersSubscriber, AnswersDueLettersSubscriber, ApplicationLettersSubscriber, ApprovalLettersSubscriber, AssignmentLettersSubscriber, AudienceLettersSubscriber, CentreLettersSubscriber, CheckLettersSubscriber, ChecklistLettersSubscriber, CoHostLettersSubscriber, ConsentLettersSubscriber, GuardianLettersSubscriber, MembershipLettersSubscriber, MessageLettersSubscriber, PostponementLettersSubscriber, DecisionLettersSubscriber, PublicationLettersSubscriber, ReductionLettersSubscriber, ReportLettersSubscriber, StallHostLettersSubscriber, StallLettersSubscriber, StartLettersSubscriber, WardDecidedLettersSubscriber];

/**
 * What the contexts announce becomes letters here: who gets which (subscribers), and what it says
 * (letters). Global, because the deliverer asks for the `LetterWriter` of the process.
 */
@Global()
@Module({
  imports: [IdentityModule, AssociationsModule, ApprovalsModule, EventsModule, RostersModule, RemindersModule, NotificationsModule],
  providers: [...LETTERS, ...AUDIENCES, ...SUBSCRIBERS, { provide: ALL_LETTERS, useFactory: (...letters: object[]) => letters, inject: LETTERS }, Desk, Links, LetterFacts, StallFacts, { provide: LetterWriter, useClass: Writer }],
  exports: [LetterWriter],
})
export class LettersModule {}
