import { Controller, Get, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { ShownPictures } from '@yoriai/events';
import { EventReader } from './event-reader.js';

/** A picture on the page of an event; one whose host took it back is gone at once, so nobody keeps it unasked. */
@ApiExcludeController()
@Controller()
export class PicturesPage {
  constructor(
    private readonly events: EventReader,
    private readonly pictures: ShownPictures,
  ) {}

  @Get('events/:slug/pictures/:fileId')
  @Access('public')
  async picture(@Param('slug') slug: string, @Param('fileId', ParseUUIDPipe) fileId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const content = await this.pictures.read(await this.events.standing(slug), fileId);
    void reply.headers({ 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
    return new StreamableFile(content, { type: 'image/jpeg', length: content.length, disposition: 'attachment; filename="shashin.jpg"' });
  }
}
