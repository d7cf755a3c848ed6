import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DateOnly } from '@yoriai/platform';
import type { ActivityField } from '../event/event.entity.js';
import type { Audience } from '../public-event/audience.rules.js';

/** Where a notice stands: beside events, or as a document on the pages of areas (資料). */
export const NOTICE_PLACES = ['events', 'areas'] as const;
export type NoticePlace = (typeof NOTICE_PLACES)[number];

/** A notice of the ward office (周知チラシ) that stands beside events, or on the pages of areas. Empty lists: whatever the event's is. */
@Entity({ schema: 'events', name: 'notice' })
export class NoticeEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'title', type: 'text' }) title: string;
  @Column({ name: 'body', type: 'text' }) body: string;
  @Column({ name: 'link', type: 'text', nullable: true }) link: string | null;
  @Column({ name: 'link_label', type: 'text', nullable: true }) linkLabel: string | null;
  @Column({ name: 'placed', type: 'text' }) placed: NoticePlace;
  /** Days in Japan, both included. */
  @Column({ name: 'from_day', type: 'date' }) fromDay: DateOnly;
  @Column({ name: 'until_day', type: 'date' }) untilDay: DateOnly;
  @Column({ name: 'audiences', type: 'text', array: true }) audiences: Audience[];
  /** Slugs of areas. */
  @Column({ name: 'areas', type: 'text', array: true }) areas: string[];
  @Column({ name: 'fields', type: 'text', array: true }) fields: ActivityField[];
  /** By whom it was first written; who changed or ended it stands in the access log. */
  @Column({ name: 'written_by', type: 'uuid' }) writtenBy: string;
  @Column({ name: 'written_at', type: 'timestamptz' }) writtenAt: Date;
  /** Taken down before its last day; null: it was not, or that was undone. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
  @Column({ name: 'version', type: 'int' }) version: number;
}
