import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { RetentionDesk } from './retention-desk.js';
import { RetentionAnswer, RetentionPreview, RetentionPreviewQuery, RetentionTermBody } from './retention.dto.js';

/** How long names are kept: for the ward office to read, for the privacy officer to set. */
@ApiTags('associations')
@Controller('api/retention')
export class RetentionController {
  constructor(private readonly desk: RetentionDesk) {}

  @Get()
  @Access('staff', 'privacy-officer', 'admin')
  @ApiOkResponse({ type: RetentionAnswer })
  retentionTerms(): Promise<RetentionAnswer> {
    return this.desk.told();
  }

  @Get('preview')
  @Access('privacy-officer')
  @ApiOperation({ summary: 'From when other years would count, and how many names they come to' })
  @ApiOkResponse({ type: RetentionPreview })
  previewRetention(@Query() { kind, years }: RetentionPreviewQuery): Promise<RetentionPreview> {
    return this.desk.preview(kind, years);
  }

  @Post(':kind/terms')
  @Access('privacy-officer')
  @ApiCreatedResponse({ type: RetentionAnswer })
  setRetention(@CurrentActor() actor: Actor, @Param('kind') kind: string, @Body() body: RetentionTermBody): Promise<RetentionAnswer> {
    return this.desk.set(actor, kind, body);
  }
}
