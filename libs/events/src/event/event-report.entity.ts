import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the host reported about a held event. A returned report is followed by another row. */
@Entity({ schema: 'events', name: 'event_report' })
export class EventReportEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'participants', type: 'int' }) participants: number;
  @Column({ name: 'volunteers', type: 'int' }) volunteers: number;
  @Column({ name: 'walk_ins', type: 'int' }) walkIns: number;
  /** Square metres; nothing where nothing is measured. */
  @Column({ name: 'cleaned_area', type: 'numeric', nullable: true, transformer: { to: (area: number | null) => area, from: (area: string | null) => (area === null ? null : Number(area)) } })
  cleanedArea: number | null;
  /** Leaflets, locks, whatever was given to people; nothing where nobody counted. */
  @Column({ name: 'handed_out', type: 'int', nullable: true }) handedOut: number | null;
  /** Of those who came; nothing where nobody counted. */
  @Column({ name: 'children', type: 'int', nullable: true }) children: number | null;
  @Column({ name: 'wheelchairs', type: 'int', nullable: true }) wheelchairs: number | null;
  /** Yen. */
  @Column({ name: 'cost', type: 'int', nullable: true }) cost: number | null;
  /** Sealed where it lies (sealed/); the repository opens it. */
  @Column({ name: 'incident', type: 'text', nullable: true }) incident: string | null;
  @Column({ name: 'note', type: 'text', nullable: true }) note: string | null;
  @Column({ name: 'next_time_note', type: 'text', nullable: true }) nextTimeNote: string | null;
  @Column({ name: 'reported_by', type: 'uuid' }) reportedBy: string;
  @Column({ name: 'reported_at', type: 'timestamptz' }) reportedAt: Date;
}
