import type { DateOnly } from '@yoriai/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Asks } from '../asks/asks.rules.js';

/** `group`: each application is a group's, by its name. `volunteer` is only the public heading above the event's shifts: places there are shifts, not applications. Stalls have their call (docs/adr/0042), so that nobody plans an `exhibitor` any more. */
export const FRAME_KINDS = ['participant', 'volunteer', 'group', 'exhibitor'] as const;
export type FrameKind = (typeof FRAME_KINDS)[number];

/** 先着 · 自由 (nobody is counted out) · 抽選 (places are drawn when the entries are closed) · 承認 (the host says who gets one). */
export const FRAME_METHODS = ['first-come', 'open', 'lottery', 'chosen'] as const;
export type FrameMethod = (typeof FRAME_METHODS)[number];

/** What is asked about those who come along: how many they are, or their names. */
export const COMPANIONS = ['number', 'names'] as const;
export type Companions = (typeof COMPANIONS)[number];

/** How freed places go round: 順番どおり, nobody is passed over; 入る人から, a group that does not fit yet is. */
export const QUEUES = ['in-order', 'who-fits'] as const;
export type Queue = (typeof QUEUES)[number];

/** A frame (参加枠): the scarce row. Its counters change in application/reserve.ts and nowhere else. */
@Entity({ schema: 'events', name: 'frame' })
export class FrameEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'sort', type: 'int' }) sort: number;
  @Column({ name: 'kind', type: 'text' }) kind: FrameKind;
  @Column({ name: 'name', type: 'text' }) name: string;
  @Column({ name: 'method', type: 'text' }) method: FrameMethod;
  /** Heads; null: everybody who comes (method `open`), or not said yet in a draft. */
  @Column({ name: 'capacity', type: 'int', nullable: true }) capacity: number | null;
  /** Heads of applications that are confirmed or were offered a place. */
  @Column({ name: 'places_taken', type: 'int', default: 0 }) placesTaken: number;
  /** Applications (not heads) that wait. */
  @Column({ name: 'waiting', type: 'int', default: 0 }) waiting: number;
  @Column({ name: 'last_waitlist_order', type: 'int', default: 0 }) lastWaitlistOrder: number;
  /** Heads that have entered a draw that is still to come, or wait for the host's answer. */
  @Column({ name: 'entered', type: 'int', default: 0 }) entered: number;
  @Column({ name: 'drawn_at', type: 'timestamptz', nullable: true }) drawnAt: Date | null;
  /** `chosen`: by which day the host answers, as those who apply are told; null: nothing is said. */
  @Column({ name: 'answers_by', type: 'date', nullable: true }) answersBy: DateOnly | null;
  @Column({ name: 'opens_at', type: 'timestamptz', nullable: true }) opensAt: Date | null;
  @Column({ name: 'closes_at', type: 'timestamptz', nullable: true }) closesAt: Date | null;
  @Column({ name: 'per_application_max', type: 'int', default: 1 }) perApplicationMax: number;
  @Column({ name: 'companions', type: 'text', default: 'number' }) companions: Companions;
  @Column({ name: 'queue', type: 'text', default: 'in-order' }) queue: Queue;
  /** Its places are beside the event's total, where there is one. */
  @Column({ name: 'outside_total', type: 'boolean', default: false }) outsideTotal: boolean;
  /** What those who apply are asked; read it with `asksOf`, for an old row lacks a newer question. */
  @Column({ name: 'asks', type: 'jsonb', default: {} }) asks: Partial<Asks>;
}
