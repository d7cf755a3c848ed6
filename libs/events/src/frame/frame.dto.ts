import { ApiProperty } from '@nestjs/swagger';
import { FrameAsks } from '../asks/asks.dto.js';
import { COMPANIONS, FRAME_KINDS, FRAME_METHODS, QUEUES, type Companions, type FrameKind, type FrameMethod, type Queue } from './frame.entity.js';

/** A frame as it is planned, without its counters. */
export class ContentFrame {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: FRAME_KINDS }) kind: FrameKind;
  @ApiProperty() name: string;
  @ApiProperty({ enum: FRAME_METHODS }) method: FrameMethod;
  @ApiProperty({ type: Number, nullable: true }) capacity: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) opensAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closesAt: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Where the host chooses: by which day everybody is answered' }) answersBy: string | null;
  @ApiProperty() perApplicationMax: number;
  @ApiProperty({ enum: COMPANIONS }) companions: Companions;
  @ApiProperty({ enum: QUEUES }) queue: Queue;
  @ApiProperty({ description: 'Its places are beside the event’s total, where there is one' }) outsideTotal: boolean;
  @ApiProperty({ type: FrameAsks }) asks: FrameAsks;
}

/** A frame as it stands. */
export class EventFrame extends ContentFrame {
  @ApiProperty() placesTaken: number;
  @ApiProperty({ description: 'Heads that have entered a draw that is still to come, or wait for the host’s answer' }) entered: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When lots were drawn' }) drawnAt: string | null;
  @ApiProperty() waiting: number;
}
