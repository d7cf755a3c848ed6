import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Optional } from '@yoriai/platform';
import { ArrayMaxSize, IsArray, IsBoolean, IsUUID, ValidateIf } from 'class-validator';
import { Text } from '../event/event-fields.js';

const PLACE = { maxLength: 60, description: 'Where it is, in words: 靱公園 東トイレの壁' } as const;

/** A picture that is there. */
export class ReportPicture {
  @ApiProperty({ description: 'Its part of the address; another one where it was replaced' }) fileId: string;
  @ApiProperty({ description: 'Everybody sees it once the event is over' }) open: boolean;
}

/** One place, before and after. */
export class ReportSpot {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty(PLACE) place: string;
  @ApiProperty({ type: ReportPicture, nullable: true }) before: ReportPicture | null;
  @ApiProperty({ type: ReportPicture, nullable: true }) after: ReportPicture | null;
}

const CAN = { oneOf: [{ type: 'boolean' }, { type: 'string' }] };

/** What can be done, or why not. */
export class ReportPicturesCan {
  @ApiProperty({ ...CAN, description: 'Add and replace places and pictures' }) add: true | string;
  @ApiProperty({ ...CAN, description: 'Say who may see a picture, or take it away' }) settle: true | string;
}

export class ReportPictures {
  @ApiProperty({ type: [ReportSpot] }) spots: ReportSpot[];
  @ApiProperty({ description: 'Places at most' }) most: number;
  @ApiProperty({ type: ReportPicturesCan }) can: ReportPicturesCan;
}

export class SpotRequest {
  @ApiProperty(PLACE)
  @Text(60, { required: true, code: 'picture.place-required' })
  place: string;
}

/** Named with a mark that opens a picture; otherwise it may be left out. */
const OfMark = (mark: 'beforeOpen' | 'afterOpen'): PropertyDecorator =>
  applyDecorators(ValidateIf((asked: SpotChangeRequest, file: unknown) => asked[mark] === true || file !== undefined), IsUUID());

/** The picture that is thrown away. */
export class PictureRemovalRequest {
  @ApiProperty({ format: 'uuid', description: 'The `fileId` that was looked at' })
  @IsUUID()
  file: string;
}

/** The pictures that are thrown away with their place. */
export class SpotRemovalRequest {
  @ApiProperty({ type: [String], format: 'uuid', description: 'The `fileId`s that were looked at; none where there was no picture' })
  @IsArray()
  @ArrayMaxSize(2)
  @IsUUID(undefined, { each: true })
  files: string[];
}

/** What changes of a place; what is left out stays. */
export class SpotChangeRequest {
  @ApiPropertyOptional(PLACE)
  @Optional()
  @Text(60, { required: true, code: 'picture.place-required' })
  place?: string;

  @ApiPropertyOptional({ description: '公開してよい: nobody is to be seen on it, or who is has agreed' })
  @Optional()
  @IsBoolean()
  beforeOpen?: boolean;

  @ApiPropertyOptional({ format: 'uuid', description: 'The `fileId` that was looked at; needed with `beforeOpen: true`' })
  @OfMark('beforeOpen')
  beforeFile?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsBoolean()
  afterOpen?: boolean;

  @ApiPropertyOptional({ format: 'uuid', description: 'The same of `afterOpen: true`' })
  @OfMark('afterOpen')
  afterFile?: string;
}
