import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DateOnly } from '@yoriai/platform';
import type { ActivityField, EventCategory } from '../event/event.entity.js';
import type { InitiativeKind } from './initiative.rules.js';

/** An initiative of the ward's plan (取組), to which events of any host belong. */
@Entity({ schema: 'events', name: 'initiative' })
export class InitiativeEntity {
  /** Stands in addresses and never changes. */
  @PrimaryColumn({ name: 'code', type: 'text' }) code: string;
  @Column({ name: 'sort', type: 'int' }) sort: number;
  @Column({ name: 'name', type: 'text' }) name: string;
  @Column({ name: 'kana', type: 'text' }) kana: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn: string;
  /** A sentence of what it is. */
  @Column({ name: 'words', type: 'text' }) words: string;
  @Column({ name: 'words_en', type: 'text' }) wordsEn: string;
  @Column({ name: 'kind', type: 'text' }) kind: InitiativeKind;
  @Column({ name: 'field', type: 'text' }) field: ActivityField;
  /** Of what kind its events are, where they are of one. */
  @Column({ name: 'category', type: 'text', nullable: true }) category: EventCategory | null;
  /** Days of a campaign in Japan, both included; null: open. */
  @Column({ name: 'from_day', type: 'date', nullable: true }) fromDay: DateOnly | null;
  @Column({ name: 'until_day', type: 'date', nullable: true }) untilDay: DateOnly | null;
  /** Ended by the ward office; null: it was not, or that was undone. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
  @Column({ name: 'version', type: 'int' }) version: number;
}
