import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Told } from '../asks/questions.rules.js';
import type { ConsentWay } from './consent.rules.js';

/** The guardian of those under eighteen in an application, and the yes they gave, as it lies there: name, relation and what was read are sealed (sealed/). Goes thirty days after the event. */
@Entity({ schema: 'events', name: 'guardian_consent' })
export class GuardianConsentEntity {
  @PrimaryColumn({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  /** Which link that is: 0 the first, then each that was sent since. */
  @Column({ name: 'link', type: 'int', default: 0 }) link: number;
  @Column({ name: 'resent_at', type: 'timestamptz', nullable: true }) resentAt: Date | null;
  /** Asked beside the child who applied; false: a guardian applied, and is reached like the application. */
  @Column({ name: 'beside', type: 'boolean' }) beside: boolean;
  /** Null also where it was erased: then nobody is written to. */
  @Column({ name: 'guardian_email', type: 'text', nullable: true }) guardianEmail: string | null;
  @Column({ name: 'guardian_name', type: 'text', nullable: true }) guardianName: string | null;
  @Column({ name: 'relation', type: 'text', nullable: true }) relation: string | null;
  @Column({ name: 'language', type: 'text' }) language: string;
  @Column({ name: 'asked_at', type: 'timestamptz' }) askedAt: Date;
  /** Asked again since what they had read is another now: such a place is not taken away. */
  @Column({ name: 'anew', type: 'boolean', default: false }) anew: boolean;
  @Column({ name: 'chased', type: 'int', default: 0 }) chased: number;
  @Column({ name: 'given_at', type: 'timestamptz', nullable: true }) givenAt: Date | null;
  /** What they had read. */
  @Column({ name: 'revision', type: 'int', nullable: true }) revision: number | null;
  /** What the application answered, as it read then; null: no yes, or one that came with the answers. */
  @Column({ name: 'said', type: 'text', nullable: true }) said: string | null;
  @Column({ name: 'how', type: 'text', nullable: true }) how: ConsentWay | null;
  /** Who wrote down what was said by phone or on paper. */
  @Column({ name: 'recorded_by', type: 'uuid', nullable: true }) recordedBy: string | null;
}

/** The same, opened. */
export type GuardianConsent = Omit<GuardianConsentEntity, 'said'> & { said: Told | null };
