import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 公園 · 学校 · 会館 · そのほか. */
export const VENUE_KINDS = ['park', 'school', 'hall', 'condominium', 'other'] as const;
export type VenueKind = (typeof VENUE_KINDS)[number];

/** What a place is no refuge from: 津波 · 洪水 · 地震 · 大きな火事. */
export const HAZARDS = ['tsunami', 'flood', 'earthquake', 'fire'] as const;
export type Hazard = (typeof HAZARDS)[number];

/** What a place is in a disaster: 災害時避難所 (people stay) · 一時避難場所 (people gather) · 広域避難場所 (a large fire). */
export const REFUGES = ['shelter', 'gathering', 'wide'] as const;
export type Refuge = (typeof REFUGES)[number];

/** A place where events are held (会場). Its name stands in contents and papers, so it stays: a place that is called otherwise is another row. */
@Entity({ schema: 'events', name: 'venue' })
export class VenueEntity {
  @PrimaryColumn({ name: 'name', type: 'text' }) name: string;
  @Column({ name: 'kana', type: 'text' }) kana: string;
  @Column({ name: 'kind', type: 'text' }) kind: VenueKind;
  /** The place it is a part of: a garden in a park, a room in a hall. What is a part has no parts. */
  @Column({ name: 'part_of', type: 'text', nullable: true }) partOf: string | null;
  @Column({ name: 'address', type: 'text', nullable: true }) address: string | null;
  /** People; null: nobody said. */
  @Column({ name: 'capacity', type: 'int', nullable: true }) capacity: number | null;
  @Column({ name: 'unfit_for', type: 'text', array: true }) unfitFor: Hazard[];
  /** null: none. */
  @Column({ name: 'refuge', type: 'text', nullable: true }) refuge: Refuge | null;
  /** Whose place it is; null: of the whole ward, or nobody said. */
  @Column({ name: 'area_id', type: 'uuid', nullable: true }) areaId: string | null;
  @Column({ name: 'note', type: 'text', nullable: true }) note: string | null;
  @Column({ name: 'version', type: 'int' }) version: number;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
