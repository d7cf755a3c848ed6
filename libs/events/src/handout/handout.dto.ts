import { ApiProperty } from '@nestjs/swagger';
import { FILE_KINDS, type FileKind } from '@yoriai/platform';
import { Text } from '../event/event-fields.js';

const CAN = { oneOf: [{ type: 'boolean', enum: [true] }, { type: 'string' }], description: 'true, or the code of the refusal' };

export class Handout {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '入学のしおり' }) name: string;
  @ApiProperty({ enum: FILE_KINDS }) kind: FileKind;
  @ApiProperty({ description: 'Bytes' }) size: number;
  @ApiProperty({ format: 'date-time' }) addedAt: string;
}

export class HandoutsCan {
  @ApiProperty(CAN) add: true | string;
  @ApiProperty(CAN) remove: true | string;
}

export class HandoutList {
  @ApiProperty({ type: [Handout] }) items: Handout[];
  @ApiProperty({ description: 'How many at most' }) most: number;
  @ApiProperty({ type: HandoutsCan }) can: HandoutsCan;
}

/** What a handout is called on the page of its event. */
export class HandoutName {
  @ApiProperty({ minLength: 1, maxLength: 60, example: '入学のしおり' })
  @Text(60, { required: true, code: 'handout.name-required' })
  name: string;
}
