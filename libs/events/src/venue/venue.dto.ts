import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Nullable } from '@yoriai/platform';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { Text } from '../event/event-fields.js';
import { HAZARDS, REFUGES, VENUE_KINDS, type Hazard, type Refuge, type VenueKind } from './venue.entity.js';

/** A place where events are held. */
export class VenueAnswer {
  @ApiProperty() name: string;
  @ApiProperty() kana: string;
  @ApiProperty({ enum: VENUE_KINDS }) kind: VenueKind;
  @ApiProperty({ type: String, nullable: true, description: 'The place it is a part of: whoever has the whole has it too' }) partOf: string | null;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'People' }) capacity: number | null;
  @ApiProperty({ enum: HAZARDS, isArray: true, description: 'What it is no refuge from' }) unfitFor: Hazard[];
  @ApiProperty({ enum: REFUGES, nullable: true, description: 'What it is in a disaster; null: no place of refuge' }) refuge: Refuge | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of which area; null: of the whole ward' }) areaId: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ description: 'Grows with every change' }) version: number;
}

/** A new place. */
export class VenueRequest {
  @ApiProperty({ maxLength: 60, example: '堀江公園', description: 'Stays as it is' })
  @Text(60, { required: true, code: 'venue.name-missing' })
  name: string;

  @ApiProperty({ maxLength: 100, example: 'ほりえこうえん' })
  @Text(100, { required: true, code: 'venue.kana-missing' })
  kana: string;

  @ApiProperty({ enum: VENUE_KINDS })
  @IsIn(VENUE_KINDS)
  kind: VenueKind;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 60, example: '靱公園', description: 'A place of the list that is no part itself' })
  @Text(60)
  partOf?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 120 })
  @Text(120)
  address?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 1, maximum: 1_000_000 })
  @Nullable()
  @Max(1_000_000)
  @Min(1)
  @IsInt()
  capacity?: number | null;

  @ApiPropertyOptional({ enum: HAZARDS, isArray: true })
  @Nullable()
  @IsArray()
  @ArrayMaxSize(HAZARDS.length)
  @IsIn(HAZARDS, { each: true })
  unfitFor?: Hazard[] | null;

  @ApiPropertyOptional({ enum: REFUGES, nullable: true, description: 'What it is in a disaster, as the pages of areas say' })
  @Nullable()
  @IsIn(REFUGES)
  refuge?: Refuge | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'Left out: of the whole ward' })
  @Nullable()
  @IsUUID()
  areaId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 300 })
  @Text(300)
  note?: string | null;
}

/** What is known of a place from now on; everything but its name. What it leaves out stays as it stands. */
export class VenueChangeRequest extends OmitType(VenueRequest, ['name']) {
  @ApiProperty({ minimum: 1, maximum: 1_000_000, description: 'The version that was read; another one in the meantime is 409 `venue.changed-meanwhile`' })
  @Max(1_000_000)
  @Min(1)
  @IsInt()
  version: number;
}

/** Another event in the same place at the same time. */
export class VenueClash {
  @ApiProperty({ type: [String], description: 'The places' }) venues: string[];
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ description: 'Approved; otherwise it has asked for the place' }) isApproved: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Null to whoever may not know of the event yet' }) title: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) eventId: string | null;
}

/** Another event that would be in the same place at the same time if it rained. */
export class RainClash extends VenueClash {
  @ApiProperty({ description: 'It is the rain date of the other; else this event would come to it with its own' }) theirs: boolean;
}

/** What else is where an event, or the change of it, wants to be. */
export class VenueClashes {
  @ApiProperty({ type: [VenueClash] }) items: VenueClash[];
  @ApiProperty({ type: [RainClash], description: 'Only told: nobody holds a place by a rain date' }) ifItRains: RainClash[];
  @ApiProperty({ type: String, nullable: true, description: 'Why the ward let it be there beside another' }) besideReason: string | null;
}
