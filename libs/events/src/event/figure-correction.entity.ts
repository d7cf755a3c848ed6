import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Other figures for a closed event than the reported ones: what counted until then, what counts from then on, why and by whom. Append-only. */
@Entity({ schema: 'events', name: 'figure_correction' })
export class FigureCorrectionEntity {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' }) eventId: string;
  /** 1, 2, 3 … of the event. */
  @PrimaryColumn({ name: 'number', type: 'int' }) number: number;
  @Column({ name: 'was_participants', type: 'int' }) wasParticipants: number;
  @Column({ name: 'was_volunteers', type: 'int' }) wasVolunteers: number;
  @Column({ name: 'was_walk_ins', type: 'int' }) wasWalkIns: number;
  @Column({ name: 'participants', type: 'int' }) participants: number;
  @Column({ name: 'volunteers', type: 'int' }) volunteers: number;
  @Column({ name: 'walk_ins', type: 'int' }) walkIns: number;
  @Column({ name: 'was_children', type: 'int', nullable: true }) wasChildren: number | null;
  @Column({ name: 'was_wheelchairs', type: 'int', nullable: true }) wasWheelchairs: number | null;
  @Column({ name: 'was_cost', type: 'int', nullable: true }) wasCost: number | null;
  @Column({ name: 'children', type: 'int', nullable: true }) children: number | null;
  @Column({ name: 'wheelchairs', type: 'int', nullable: true }) wheelchairs: number | null;
  @Column({ name: 'cost', type: 'int', nullable: true }) cost: number | null;
  @Column({ name: 'reason', type: 'text' }) reason: string;
  @Column({ name: 'corrected_by', type: 'uuid' }) correctedBy: string;
  @Column({ name: 'corrected_at', type: 'timestamptz' }) correctedAt: Date;
}
