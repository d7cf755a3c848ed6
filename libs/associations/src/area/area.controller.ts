import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Access } from '@yoriai/identity';
import { Db } from '@yoriai/platform';
import { Areas } from './area.service.js';

export class AreaAnswer {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  slug: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  kana: string;
}

@ApiTags('associations')
@Controller('api/areas')
@Access('public')
export class AreaController {
  constructor(
    private readonly db: Db,
    private readonly areas: Areas,
  ) {}

  @Get()
  @ApiOkResponse({ type: AreaAnswer, isArray: true })
  list(): Promise<AreaAnswer[]> {
    return this.db.read((tx) => this.areas.all(tx));
  }
}
