import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DropReason, MessageAudience } from './message.rules.js';

/** A message in words of one language. */
export interface MessageWords {
  title: string;
  text: string;
}

/** What a host writes to the people of an event. It waits for its hour, then it went or was dropped, and stays so. */
@Entity({ schema: 'events', name: 'message' })
export class MessageEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'audiences', type: 'text', array: true }) audiences: MessageAudience[];
  /** Of those who applied: to these frames alone; none: to all. */
  @Column({ name: 'frame_ids', type: 'uuid', array: true }) frameIds: string[];
  @Column({ name: 'title', type: 'text' }) title: string;
  @Column({ name: 'body', type: 'text' }) body: string;
  /** In やさしい日本語 and in English, where the host wrote it so too. */
  @Column({ name: 'easy', type: 'jsonb', nullable: true }) easy: MessageWords | null;
  @Column({ name: 'english', type: 'jsonb', nullable: true }) english: MessageWords | null;
  @Column({ name: 'written_by', type: 'uuid' }) writtenBy: string;
  @Column({ name: 'written_at', type: 'timestamptz' }) writtenAt: Date;
  @Column({ name: 'send_at', type: 'timestamptz' }) sendAt: Date;
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true }) sentAt: Date | null;
  @Column({ name: 'dropped_at', type: 'timestamptz', nullable: true }) droppedAt: Date | null;
  @Column({ name: 'dropped_by', type: 'uuid', nullable: true }) droppedBy: string | null;
  @Column({ name: 'dropped_because', type: 'text', nullable: true }) droppedBecause: DropReason | null;
}
