import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { MessageRequest } from '@yoriai/events';
import { MessageDesk } from './message-desk.js';
import { MessageList, MessagePreview } from './messages.dto.js';

/** What a host writes to the people of an event. */
@ApiTags('notifications')
@Controller('api/events/:id')
@Access('officer')
export class MessagesController {
  constructor(private readonly desk: MessageDesk) {}

  @Get('messages')
  @ApiOkResponse({ type: MessageList })
  listMessages(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MessageList> {
    return this.desk.list(actor, id);
  }

  @Post('message-previews')
  @HttpCode(200)
  @ApiOperation({ summary: 'Whom a message would reach and how it reads; nothing is kept or sent' })
  @ApiOkResponse({ type: MessagePreview })
  previewMessage(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: MessageRequest): Promise<MessagePreview> {
    return this.desk.preview(actor, id, body);
  }

  @Post('messages')
  @ApiCreatedResponse({ type: MessageList })
  writeMessage(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: MessageRequest): Promise<MessageList> {
    return this.desk.write(actor, id, body);
  }

  @Post('messages/:messageId/withdrawal')
  @HttpCode(200)
  @ApiOperation({ summary: 'A message that has not gone does not go' })
  @ApiOkResponse({ type: MessageList })
  withdrawMessage(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('messageId', ParseUUIDPipe) messageId: string): Promise<MessageList> {
    return this.desk.takeBack(actor, id, messageId);
  }
}
