import type { Consent } from '../consent/consent.rules.js';
import type { DateOnly } from '@yoriai/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `applied`: they have entered a draw that is still to come, or wait for the host's answer; `declined`: the host chose others; `guardian_pending`: the place is kept until a guardian says yes; `offered`: a freed place is kept for them until `offerEndsAt`; `expired`: they did not take it. */
export const APPLICATION_STATUSES = ['applied', 'guardian_pending', 'confirmed', 'waitlisted', 'offered', 'expired', 'cancelled_by_applicant', 'cancelled_by_host', 'declined'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** How it reached us; all but `web` are entered by a leader. */
export const CHANNELS = ['web', 'phone', 'desk', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Somebody who comes along, as the applicant wrote it. */
export interface Companion {
  name: string;
  kana: string;
  /** Only where the frame has a rule about ages. */
  born?: DateOnly;
}

/**
 * Somebody's wish for a place (申込), for themselves and those who come along. Its status changes only
 * while the frame's row is locked, so that the frame's counters are always the sum over these rows.
 */
@Entity({ schema: 'events', name: 'application' })
export class ApplicationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'frame_id', type: 'uuid' }) frameId: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  /** Six characters to say on the phone, unique in the event. */
  @Column({ name: 'number', type: 'text' }) number: string;
  @Column({ name: 'ticket_hash', type: 'bytea' }) ticketHash: Buffer;
  @Column({ name: 'heads', type: 'int' }) heads: number;
  /** Those who come along, in the order given; null where only their number was asked for. Without them and the applicant nobody is among the heads. */
  @Column({ name: 'companions', type: 'jsonb', nullable: true }) companions: Companion[] | null;
  /** What the group calls itself, where the frame is for groups; the applicant speaks for it. */
  @Column({ name: 'group_name', type: 'text', nullable: true }) groupName: string | null;
  /** The applicant's, only where the frame has a rule about ages. */
  @Column({ name: 'born', type: 'date', nullable: true }) born: DateOnly | null;
  /** What the host asked and they answered; null where nothing was said, and thirty days after the event. Sealed (sealed/). */
  @Column({ name: 'answers', type: 'text', nullable: true }) answers: string | null;
  /** Whether a guardian has to say yes for those who come, and has. Nothing is confirmed without (CHECK). */
  @Column({ name: 'consent', type: 'text', default: 'not-needed' }) consent: Consent;
  /** Pictures of those who come may be shown, as they or their guardian said; null as long as nobody did, and thirty days after the event. */
  @Column({ name: 'photos', type: 'boolean', nullable: true }) photos: boolean | null;
  /** 一部だけでもよい: as many as fit come, the others wait on. */
  @Column({ name: 'part_is_fine', type: 'boolean', default: false }) partIsFine: boolean;
  /** The application that these others of the same group were parted from; the applicant is not among their heads. */
  @Column({ name: 'part_of', type: 'uuid', nullable: true }) partOf: string | null;
  @Column({ name: 'search_key', type: 'text' }) searchKey: string;
  /** Normalised. */
  @Column({ name: 'contact_phone', type: 'text', nullable: true }) contactPhone: string | null;
  @Column({ name: 'contact_email', type: 'text', nullable: true }) contactEmail: string | null;
  @Column({ name: 'status', type: 'text' }) status: ApplicationStatus;
  /** Place in the order of waiting; grows for ever, so it never changes for those who wait. */
  @Column({ name: 'waitlist_order', type: 'int', nullable: true }) waitlistOrder: number | null;
  /** Until when a place is kept for them; only while it is offered. */
  @Column({ name: 'offer_ends_at', type: 'timestamptz', nullable: true }) offerEndsAt: Date | null;
  /** When the host answered, where the host chooses; null before, and again when the answer was taken back. */
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true }) answeredAt: Date | null;
  /** When that was told; until then it can be taken back, and its holder knows nothing of it. */
  @Column({ name: 'answer_told_at', type: 'timestamptz', nullable: true }) answerToldAt: Date | null;
  /** What the host says to somebody who was not chosen. */
  @Column({ name: 'host_words', type: 'text', nullable: true }) hostWords: string | null;
  @Column({ name: 'channel', type: 'text' }) channel: Channel;
  @Column({ name: 'entered_by', type: 'uuid', nullable: true }) enteredBy: string | null;
  @Column({ name: 'ticket_resent_at', type: 'timestamptz', nullable: true }) ticketResentAt: Date | null;
  /** When the holder was received; null before, and again when the reception was undone. */
  @Column({ name: 'received_at', type: 'timestamptz', nullable: true }) receivedAt: Date | null;
  /** A joining of records brought it to somebody who was in this frame already: the one exception to one application each. */
  @Column({ name: 'joined_double', type: 'boolean' }) joinedDouble: boolean;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** Why an application's status changed. */
export type TransitionCause = 'ticket' | 'promotion' | 'host' | 'event-cancelled' | 'offer' | 'acceptance' | 'expiry' | 'passed-over' | 'draw' | 'consent' | 'consent-refused' | 'no-consent' | 'consent-anew' | 'chosen' | 'chosen-undone' | 'unanswered';

/** Who changed an application's status, when and why. Append-only. */
@Entity({ schema: 'events', name: 'application_transition' })
export class ApplicationTransitionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'from_status', type: 'text' }) fromStatus: ApplicationStatus;
  @Column({ name: 'to_status', type: 'text' }) toStatus: ApplicationStatus;
  @Column({ name: 'cause', type: 'text' }) cause: TransitionCause;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason: string | null;
  /** Null: the holder of the ticket. */
  @Column({ name: 'actor_person_id', type: 'uuid', nullable: true }) actorPersonId: string | null;
  @Column({ name: 'at', type: 'timestamptz' }) at: Date;
}
