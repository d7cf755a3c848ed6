import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { CaseDetail, DeskConditions, DeskPage } from './approval-case.dto.js';
import { ConditionDesk } from '../condition/condition-desk.service.js';
import { DeskQuery } from './desk-filter.dto.js';
import { ApprovalDesk } from './desk.service.js';
import { Turnaround } from '../turnaround/turnaround.dto.js';
import { Turnarounds } from '../turnaround/turnarounds.service.js';

/** The desk as an API. Decisions are made at what is decided on, e.g. `POST /api/events/:id/approval`. */
@ApiTags('approvals')
@Controller('api/approvals')
export class ApprovalCaseController {
  constructor(
    private readonly desk: ApprovalDesk,
    private readonly conditions: ConditionDesk,
    private readonly turnarounds: Turnarounds,
  ) {}

  @Get()
  @Access('staff')
  @ApiOkResponse({ type: DeskPage })
  listApprovals(@CurrentActor() actor: Actor, @Query() query: DeskQuery): Promise<DeskPage> {
    return this.desk.list(actor, query);
  }

  @Get('conditions')
  @Access('staff')
  @ApiOkResponse({ type: DeskConditions })
  listConditions(@CurrentActor() actor: Actor): Promise<DeskConditions> {
    return this.conditions.list(actor);
  }

  @Get('turnaround')
  @Access('staff')
  @ApiOkResponse({ type: Turnaround })
  getTurnaround(@CurrentActor() actor: Actor): Promise<Turnaround> {
    return this.turnarounds.figures(actor);
  }

  @Get(':caseId')
  @Access('officer')
  @ApiOkResponse({ type: CaseDetail })
  getApproval(@CurrentActor() actor: Actor, @Param('caseId', ParseUUIDPipe) caseId: string): Promise<CaseDetail> {
    return this.desk.detail(actor, caseId);
  }
}
