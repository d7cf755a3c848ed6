import { ApiProperty } from '@nestjs/swagger';
import { DECISION_KINDS, type DecisionKind } from './day-decision.entity.js';

/** What the ward office decided last about an event of which somebody leads the host or a co-host. */
export class WardDecision {
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) kana: string | null;
  @ApiProperty({ enum: DECISION_KINDS, enumName: 'DecisionKind' }) kind: DecisionKind;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ description: 'Who at the ward office, by name' }) by: string;
  @ApiProperty({ format: 'date-time' }) decidedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was to be, as it stood then' }) wasStartsAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it is to be now' }) startsAt: string | null;
  @ApiProperty({ description: 'Whoever asks has read it' }) isRead: boolean;
}

export class WardDecisionList {
  @ApiProperty({ type: [WardDecision], description: 'The newest first; one of an event, and none where its host decided since' }) items: WardDecision[];
}
