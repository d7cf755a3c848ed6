import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DroppedItem } from './reduction/reduction.rules.js';

/** 中止 · 延期 · 予定どおり開催 · 縮小. */
export const DECISION_KINDS = ['cancelled', 'postponed', 'held', 'reduced'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** 雨 · 強風 · 暑さ · 警報 · その他. */
export const DECISION_CAUSES = ['rain', 'wind', 'heat', 'warning', 'other'] as const;
export type DecisionCause = (typeof DECISION_CAUSES)[number];

/** What a person decided about the day of an event. Rows are added and never changed; the newest counts. */
@Entity({ schema: 'events', name: 'day_decision' })
export class DayDecisionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'kind', type: 'text' }) kind: DecisionKind;
  @Column({ name: 'cause', type: 'text' }) cause: DecisionCause;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason: string | null;
  /** When it was to be, as it stood when this was decided. */
  @Column({ name: 'was_starts_at', type: 'timestamptz', nullable: true }) wasStartsAt: Date | null;
  @Column({ name: 'was_ends_at', type: 'timestamptz', nullable: true }) wasEndsAt: Date | null;
  /** The revision with the new day; null where the day stays. */
  @Column({ name: 'revision', type: 'int', nullable: true }) revision: number | null;
  /** Of what takes place in a smaller form: the items of the programme that are off; null otherwise. */
  @Column({ name: 'dropped', type: 'jsonb', nullable: true }) dropped: DroppedItem[] | null;
  @Column({ name: 'decided_by', type: 'uuid' }) decidedBy: string;
  /** The ward office decided, about an event of somebody else. */
  @Column({ name: 'by_ward', type: 'boolean', default: false }) byWard: boolean;
  @Column({ name: 'decided_at', type: 'timestamptz' }) decidedAt: Date;
}
