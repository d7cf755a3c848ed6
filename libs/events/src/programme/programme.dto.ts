import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Nullable } from '@yoriai/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Plain, Text } from '../event/event-fields.js';
import { PROGRAMME_KINDS, inRunningOrder, type ProgrammeItem, type ProgrammeKind } from './programme.rules.js';

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;

/** One item of the programme, as it is written and as it is shown. */
export class EventProgrammeItem implements ProgrammeItem {
  @ApiProperty({ enum: PROGRAMME_KINDS })
  @IsIn(PROGRAMME_KINDS)
  kind: ProgrammeKind;

  @ApiProperty({ maxLength: 80, example: '合唱「秋のうた」' })
  @Text(80, { required: true })
  title: string;

  @ApiProperty({ minimum: 0, maximum: 30, description: 'Days after the event begins: 0 is its first day' })
  @Max(30)
  @Min(0)
  @IsInt()
  day: number;

  @ApiProperty({ type: String, nullable: true, example: '10:30', description: 'On the clock in Japan; null: all day' })
  @Nullable()
  @Matches(HOUR)
  start: string | null;

  @ApiProperty({ type: String, nullable: true, example: '11:00', description: 'null with a start: a moment' })
  @Nullable()
  @Matches(HOUR)
  end: string | null;

  @ApiProperty({ type: String, nullable: true, maxLength: 60, example: '北ステージ' })
  @Text(60)
  place: string | null;

  @ApiProperty({ type: String, nullable: true, maxLength: 80, description: 'Who performs or offers it' })
  @Text(80)
  performer: string | null;

  @ApiProperty({ type: String, nullable: true, maxLength: 200 })
  @Text(200)
  note: string | null;
}

/** Items of one programme, at most. */
export const MOST_ITEMS = 80;

/** A list of items, or none. */
export function ProgrammeItems(): PropertyDecorator {
  return applyDecorators(Nullable(), IsArray(), ArrayMaxSize(MOST_ITEMS), Plain(), ValidateNested({ each: true }), Type(() => EventProgrammeItem));
}

/** The programme as it is kept: plain, in its running order; none where nothing is in it. */
export function toProgramme(items: readonly EventProgrammeItem[] | null): ProgrammeItem[] | null {
  if (!items?.length) return null;
  return inRunningOrder(items.map(({ kind, title, day, start, end, place, performer, note }) => ({ kind, title, day, start: start ?? null, end: end ?? null, place: place ?? null, performer: performer ?? null, note: note ?? null })));
}
