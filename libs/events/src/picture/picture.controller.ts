import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Patch, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { FILE_TYPE, received } from '@yoriai/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PictureRemovalRequest, ReportPictures, SpotChangeRequest, SpotRemovalRequest, SpotRequest } from './picture.dto.js';
import { SIDES, type Side } from './picture.rules.js';
import { Pictures } from './pictures.service.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;
const SIDE = new ParseEnumPipe(Object.fromEntries(SIDES.map((side) => [side, side])));
const SIDE_PARAM = { name: 'side', enum: SIDES } as const;

/** Each answers all places as they then stand. */
@ApiTags('events')
@Controller('api/events/:id/picture-places')
@Access('officer')
export class PictureController {
  constructor(private readonly pictures: Pictures) {}

  @Get()
  @ApiOkResponse({ type: ReportPictures })
  listPictures(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReportPictures> {
    return this.pictures.list(actor, id);
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: ReportPictures })
  addPicturePlace(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { place }: SpotRequest): Promise<ReportPictures> {
    return this.pictures.addSpot(actor, id, place);
  }

  @Patch(':spotId')
  @ApiOkResponse({ type: ReportPictures })
  changePicturePlace(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('spotId', ParseUUIDPipe) spotId: string, @Body() body: SpotChangeRequest): Promise<ReportPictures> {
    return this.pictures.change(actor, id, spotId, body);
  }

  @Post(':spotId/removal')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportPictures })
  removePicturePlace(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('spotId', ParseUUIDPipe) spotId: string, @Body() { files }: SpotRemovalRequest): Promise<ReportPictures> {
    return this.pictures.removeSpot(actor, id, { spotId, files });
  }

  @Post(':spotId/pictures/:side')
  @ApiParam(SIDE_PARAM)
  @HttpCode(200)
  @ApiOperation({ summary: 'A photo (JPEG, PNG, WebP), 8 MB at most; another one takes the place of the one that is there' })
  @ApiQuery({ name: 'instead', required: false, description: 'The `fileId` of the picture in whose place it comes' })
  @ApiConsumes(FILE_TYPE)
  @ApiBody(FILE)
  @ApiOkResponse({ type: ReportPictures })
  putPicture(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Param('id', ParseUUIDPipe) id: string, @Param('spotId', ParseUUIDPipe) spotId: string, @Param('side', SIDE) side: Side, @Query('instead', new ParseUUIDPipe({ optional: true })) instead?: string): Promise<ReportPictures> {
    return this.pictures.put(actor, id, { spotId, side, instead }, () => received(request.body));
  }

  @Post(':spotId/pictures/:side/removal')
  @ApiParam(SIDE_PARAM)
  @HttpCode(200)
  @ApiOkResponse({ type: ReportPictures })
  removePicture(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('spotId', ParseUUIDPipe) spotId: string, @Param('side', SIDE) side: Side, @Body() { file }: PictureRemovalRequest): Promise<ReportPictures> {
    return this.pictures.take(actor, id, { spotId, side, file });
  }

  /** Handed out as every file is: of one type, under a name of our own, in a box of its own. */
  @Get(':spotId/pictures/:side')
  @ApiParam(SIDE_PARAM)
  @ApiOkResponse({ content: { 'image/jpeg': FILE } })
  async getPicture(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('spotId', ParseUUIDPipe) spotId: string, @Param('side', SIDE) side: Side, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const content = await this.pictures.read(actor, id, { spotId, side });
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(content, { type: 'image/jpeg', length: content.length, disposition: `attachment; filename="shashin-${side}-${spotId.slice(-8)}.jpg"` });
  }
}
