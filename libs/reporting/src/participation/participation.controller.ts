import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { ParticipationQuery, ParticipationResponse, ParticipationYears } from './participation.dto.js';
import { Participation, type ParticipationFile } from './participation.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('reporting')
@Controller('api')
export class ParticipationController {
  constructor(private readonly participation: Participation) {}

  @Get('participation')
  @Access('officer')
  @ApiOperation({ summary: 'Participation of a fiscal year by event, area and month: of the ward for its staff, else of own events' })
  @ApiOkResponse({ type: ParticipationResponse })
  getParticipation(@CurrentActor() actor: Actor, @Query() query: ParticipationQuery): Promise<ParticipationResponse> {
    return this.participation.figures(actor, query);
  }

  @Get('participation/years')
  @Access('officer')
  @ApiOperation({ summary: 'Fiscal years to choose from' })
  @ApiOkResponse({ type: ParticipationYears })
  listParticipationYears(@CurrentActor() actor: Actor): Promise<ParticipationYears> {
    return this.participation.years(actor);
  }

  @Get('participation.xlsx')
  @Access('officer')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The same as an Excel file; the download is logged' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getParticipationFile(@CurrentActor() actor: Actor, @Query() query: ParticipationQuery): Promise<StreamableFile> {
    const file = await this.participation.file(actor, query);
    return new StreamableFile(file.content, { type: XLSX, length: file.content.length, disposition: dispositionOf(file) });
  }
}

/** RFC 6266 with RFC 5987: the name in plain letters for old readers, the real one for all others. */
function dispositionOf(file: ParticipationFile): string {
  const encoded = encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${file.plainName}"; filename*=UTF-8''${encoded}`;
}
