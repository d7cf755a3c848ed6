import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { PostponementDesk } from './postponement-desk.js';
import { HeardYesRequest, PostponementAnswers } from './postponement.dto.js';

@ApiTags('events')
@Controller('api/events/:id/postponement')
@Access('officer')
export class PostponementController {
  constructor(private readonly desk: PostponementDesk) {}

  @Get()
  @ApiOperation({ summary: 'Who still comes to an event that was put off' })
  @ApiOkResponse({ type: PostponementAnswers })
  getAnswers(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PostponementAnswers> {
    return this.desk.answersOf(actor, id);
  }

  @Post('yes')
  @ApiOperation({ summary: 'Whoever was telephoned still comes' })
  @ApiCreatedResponse({ type: PostponementAnswers })
  postEventPostponementYes(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: HeardYesRequest): Promise<PostponementAnswers> {
    return this.desk.heardYes(actor, id, body);
  }
}
