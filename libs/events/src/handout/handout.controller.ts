import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { FILE_TYPE, received } from '@yoriai/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HandoutList, HandoutName } from './handout.dto.js';
import { Handouts } from './handouts.service.js';
import { handedOut } from './handed-out.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** What an event hands out; each but the file itself answers all of it as it then stands. */
@ApiTags('events')
@Controller('api/events/:id/handouts')
@Access('officer')
export class HandoutController {
  constructor(private readonly handouts: Handouts) {}

  @Get()
  @ApiOkResponse({ type: HandoutList })
  listHandouts(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HandoutList> {
    return this.handouts.list(actor, id);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'A PDF or a picture (JPEG, PNG, WebP), 8 MB at most' })
  @ApiConsumes(FILE_TYPE)
  @ApiBody(FILE)
  @ApiOkResponse({ type: HandoutList })
  addHandout(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Param('id', ParseUUIDPipe) id: string, @Query() { name }: HandoutName): Promise<HandoutList> {
    return this.handouts.add(actor, id, name, () => received(request.body));
  }

  @Post(':handoutId/removal')
  @HttpCode(200)
  @ApiOkResponse({ type: HandoutList })
  removeHandout(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('handoutId', ParseUUIDPipe) handoutId: string): Promise<HandoutList> {
    return this.handouts.remove(actor, id, handoutId);
  }

  @Get(':handoutId')
  @ApiOkResponse({ content: { 'application/pdf': FILE, 'image/jpeg': FILE } })
  async getHandout(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('handoutId', ParseUUIDPipe) handoutId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return handedOut(reply, handoutId, await this.handouts.read(actor, id, handoutId));
  }
}
