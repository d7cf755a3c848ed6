import type { DateOnly } from '@yoriai/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventSnapshot } from '../revision/snapshot.js';
import type { Repeats } from './repeats.rules.js';

/** A series (定例): the rule that was decided on, and what its dates read like. Its dates are events. */
@Entity({ schema: 'events', name: 'series' })
export class SeriesEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'repeats', type: 'jsonb' }) repeats: Repeats;
  @Column({ name: 'started_on', type: 'date' }) startedOn: DateOnly;
  @Column({ name: 'counted_from', type: 'date' }) countedFrom: DateOnly;
  @Column({ name: 'rule_from', type: 'date' }) ruleFrom: DateOnly;
  /** What a new date reads like, written for `templateOn`. */
  @Column({ name: 'template', type: 'jsonb' }) template: EventSnapshot;
  @Column({ name: 'template_on', type: 'date' }) templateOn: DateOnly;
  /** Null: people of the ward decided on it. */
  @Column({ name: 'approved_by_rule', type: 'text', nullable: true }) approvedByRule: string | null;
  /** Who handed it in; its dates are handed in with it. */
  @Column({ name: 'submitted_by', type: 'uuid' }) submittedBy: string;
  @Column({ name: 'planned_through', type: 'date', nullable: true }) plannedThrough: DateOnly | null;
  @Column({ name: 'ended_on', type: 'date', nullable: true }) endedOn: DateOnly | null;
  @Column({ name: 'ended_by', type: 'uuid', nullable: true }) endedBy: string | null;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** A date that is left out. Put back, the row is gone; the access log knows of both. */
@Entity({ schema: 'events', name: 'series_skip' })
export class SeriesSkipEntity {
  @PrimaryColumn({ name: 'series_id', type: 'uuid' }) seriesId: string;
  @PrimaryColumn({ name: 'date', type: 'date' }) date: DateOnly;
  /** Null: nobody; its place was taken. */
  @Column({ name: 'skipped_by', type: 'uuid', nullable: true }) skippedBy: string | null;
  @Column({ name: 'skipped_at', type: 'timestamptz' }) skippedAt: Date;
}

/** A time without school, as the ward office writes it down for all of its schools. */
@Entity({ schema: 'events', name: 'school_closure' })
export class SchoolClosureEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'name', type: 'text' }) name: string;
  @Column({ name: 'starts_on', type: 'date' }) startsOn: DateOnly;
  @Column({ name: 'ends_on', type: 'date' }) endsOn: DateOnly;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
