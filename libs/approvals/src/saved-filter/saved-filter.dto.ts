import { ApiProperty } from '@nestjs/swagger';
import { fieldRule } from '@yoriai/identity';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { DeskFilter } from '../approval-case/desk-filter.dto.js';

const IsFilterName = (): PropertyDecorator => fieldRule('filterName', 'saved-filter.name', (text) => text.trim() !== '' && text.trim().length <= 40 && !/\p{Cc}/u.test(text));

/** A kept filter by another name. */
export class SavedFilterNameRequest {
  @ApiProperty({ minLength: 1, maxLength: 40, example: '堀江の祭り' })
  @IsFilterName()
  name: string;
}

/** The desk's present filter, to be kept under a name. */
export class SavedFilterRequest extends SavedFilterNameRequest {
  @ApiProperty({ type: DeskFilter })
  @Type(() => DeskFilter)
  @ValidateNested()
  @IsObject()
  query: DeskFilter;
}

export class SavedFilter {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: DeskFilter }) query: DeskFilter;
}

/** One's own kept filters. */
export class SavedFilterList {
  @ApiProperty({ type: [SavedFilter], description: 'In the order of their places, 20 at most' }) items: SavedFilter[];
}
