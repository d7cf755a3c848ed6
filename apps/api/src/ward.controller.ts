import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Access, WARD_NAMES } from '@yoriai/associations';
import { Clock, Config } from '@yoriai/platform';

export class NameRead {
  @ApiProperty({ example: '松島公園' }) name: string;
  @ApiProperty({ example: 'まつしまこうえん' }) reading: string;
}

export class WardAnswer {
  @ApiProperty({ example: '西区' }) name: string;
  @ApiProperty({ description: 'The data are invented: every page says so' }) demo: boolean;
  @ApiProperty({ format: 'date-time', description: "The server's clock" }) now: string;
  @ApiProperty({ example: '06-0000-0120' }) officePhone: string;
  @ApiProperty({ type: [NameRead], description: 'Names of places and bodies of the ward that are easily misread; longer ones before what they contain' }) names: NameRead[];
}

/** What every screen needs to know before anybody signed in. */
@ApiTags('ward')
@Controller('api/ward')
export class WardController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({ summary: 'Name, phone and clock of this ward' })
  @ApiOkResponse({ type: WardAnswer })
  getWard(): WardAnswer {
    const { wardName: name, demo, officePhone } = this.config;
    return { name, demo, officePhone, now: this.clock.now().toISOString(), names: WARD_NAMES.map(([known, reading]) => ({ name: known, reading })) };
  }
}
