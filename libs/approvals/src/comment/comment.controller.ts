import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { CaseDetail } from '../approval-case/approval-case.dto.js';
import { ApprovalDesk } from '../approval-case/desk.service.js';
import { CaseComments } from './case-comments.service.js';
import { CommentReadingRequest, CommentRequest, SupportedCases } from './comment.dto.js';

/** What a community centre reads and says of what its area handed in. */
@ApiTags('approvals')
@Controller('api')
export class CommentController {
  constructor(
    private readonly comments: CaseComments,
    private readonly desk: ApprovalDesk,
  ) {}

  @Get('supported-cases')
  @Access('officer')
  @ApiOkResponse({ type: SupportedCases })
  listSupportedCases(@CurrentActor() actor: Actor): Promise<SupportedCases> {
    return this.comments.list(actor);
  }

  @Post('approvals/:caseId/comments')
  @Access('officer')
  @ApiCreatedResponse({ type: CaseDetail })
  async commentOnCase(@CurrentActor() actor: Actor, @Param('caseId', ParseUUIDPipe) caseId: string, @Body() body: CommentRequest): Promise<CaseDetail> {
    await this.comments.add(actor, caseId, body);
    return this.desk.detail(actor, caseId);
  }

  @Post('approvals/:caseId/comments/reading')
  @Access('officer')
  @ApiCreatedResponse({ type: CaseDetail })
  async readComments(@CurrentActor() actor: Actor, @Param('caseId', ParseUUIDPipe) caseId: string, @Body() { until }: CommentReadingRequest): Promise<CaseDetail> {
    await this.comments.read(actor, caseId, until);
    return this.desk.detail(actor, caseId);
  }
}
