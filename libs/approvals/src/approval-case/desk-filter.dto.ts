import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { Optional, PageQuery } from '@yoriai/platform';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { CASE_STATUSES, type CaseStatus } from './approval-case.entity.js';

/** `late`: its day is over. `soon`: that, or its day is today or the next business day. */
export const DESK_DUES = ['late', 'soon'] as const;
export type DeskDue = (typeof DESK_DUES)[number];

/** The drawers of the desk: those of cases, and the reports, which whoever owns what was handed in answers. */
export const DESK_DRAWERS = [...CASE_STATUSES, 'to-accept', 'late'] as const;
export type DeskDrawer = (typeof DESK_DRAWERS)[number];

/** What the desk is narrowed by, in an address or kept under a name. */
export class DeskFilter {
  @ApiProperty({ enum: DESK_DRAWERS, required: false, default: 'pending', description: 'to-accept, late: reports on what took place' })
  @Optional()
  @IsIn(DESK_DRAWERS)
  status: DeskDrawer = 'pending';

  @ApiPropertyOptional({ format: 'uuid', description: 'Handed in by the bodies of this area' })
  @Optional()
  @IsUUID()
  area?: string;

  @ApiPropertyOptional({ example: 'festival', description: 'The kind of what was handed in' })
  @Optional()
  @Matches(/^[a-z-]{1,40}$/)
  kind?: string;

  @ApiPropertyOptional({ enum: DESK_DUES, description: 'late: its day is over; soon: over, today or the next business day' })
  @Optional()
  @IsIn(DESK_DUES)
  due?: DeskDue;

  @ApiPropertyOptional({ enum: ['me'], description: 'me: on which I have decided before' })
  @Optional()
  @IsIn(['me'])
  by?: 'me';
}

/** Which cases the desk asks for. */
export class DeskQuery extends IntersectionType(OmitType(DeskFilter, ['status']), PageQuery) {
  @ApiProperty({ enum: CASE_STATUSES, required: false, default: 'pending' })
  @Optional()
  @IsIn(CASE_STATUSES)
  status: CaseStatus = 'pending';
}
