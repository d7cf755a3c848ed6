import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Nullable, Optional } from '@yoriai/platform';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { FrameAsksDraft } from '../asks/asks.dto.js';
import { Day, Instant, Text } from '../event/event-fields.js';
import { COMPANIONS, FRAME_KINDS, FRAME_METHODS, QUEUES, type Companions, type FrameKind, type FrameMethod, type Queue } from './frame.entity.js';

/** A frame in an edit. With `id` the existing one is changed; without, a new one is made; those left out go away. */
export class FrameDraft {
  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  id?: string;

  @ApiPropertyOptional({ enum: FRAME_KINDS, default: 'participant' })
  @Optional()
  @IsIn(FRAME_KINDS)
  kind?: FrameKind;

  @ApiProperty({ maxLength: 40, example: 'いす席' })
  @Text(40, { required: true })
  name: string;

  @ApiPropertyOptional({ enum: FRAME_METHODS, default: 'first-come' })
  @Optional()
  @IsIn(FRAME_METHODS)
  method?: FrameMethod;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 1, maximum: 100_000, description: 'Heads' })
  @Nullable()
  @Max(100_000)
  @Min(1)
  @IsInt()
  capacity?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date-time', description: 'null: as soon as it is published' })
  @Instant()
  opensAt?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date-time', description: 'null: when the event begins' })
  @Instant()
  closesAt?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date', description: 'Where the host chooses: by which day everybody is answered' })
  @Nullable()
  @Day()
  answersBy?: string | null;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 1, description: 'Heads in one application' })
  @Optional()
  @Max(100)
  @Min(1)
  @IsInt()
  perApplicationMax?: number;

  @ApiPropertyOptional({ enum: COMPANIONS, default: 'number', description: 'What is asked about those who come along' })
  @Optional()
  @IsIn(COMPANIONS)
  companions?: Companions;

  @ApiPropertyOptional({ enum: QUEUES, default: 'in-order', description: 'Whether a group that does not fit yet is passed over' })
  @Optional()
  @IsIn(QUEUES)
  queue?: Queue;

  @ApiPropertyOptional({ default: false, description: 'Its places are beside the event’s total, where there is one' })
  @Optional()
  @IsBoolean()
  outsideTotal?: boolean;

  @ApiPropertyOptional({ type: FrameAsksDraft, description: 'What those who apply are asked, as a whole' })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => FrameAsksDraft)
  asks?: FrameAsksDraft;
}
