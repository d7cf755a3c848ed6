import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { NoticeChangeRequest, NoticeList, NoticeRequest } from './notice.dto.js';
import { Notices } from './notices.service.js';

@ApiTags('events')
@Controller('api/notices')
@Access('staff')
export class NoticeController {
  constructor(private readonly notices: Notices) {}

  @Get()
  @ApiOkResponse({ type: NoticeList })
  listNotices(@CurrentActor() actor: Actor): Promise<NoticeList> {
    return this.notices.list(actor);
  }

  @Post()
  @ApiCreatedResponse({ type: NoticeList })
  writeNotice(@CurrentActor() actor: Actor, @Body() body: NoticeRequest): Promise<NoticeList> {
    return this.notices.write(actor, body);
  }

  @Patch(':id')
  @ApiOkResponse({ type: NoticeList })
  changeNotice(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: NoticeChangeRequest): Promise<NoticeList> {
    return this.notices.change(actor, id, body);
  }

  @Post(':id/ending')
  @ApiCreatedResponse({ type: NoticeList })
  endNotice(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NoticeList> {
    return this.notices.end(actor, id);
  }

  @Post(':id/resumption')
  @ApiCreatedResponse({ type: NoticeList })
  resumeNotice(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NoticeList> {
    return this.notices.resume(actor, id);
  }
}
