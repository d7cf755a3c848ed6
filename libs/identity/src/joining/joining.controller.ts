import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Db } from '@yoriai/platform';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';
import { Access } from '../access/access.js';
import { CurrentSession } from '../access/signed-in.js';
import type { SignedIn } from '../session/session.service.js';
import { Joining } from './joining.service.js';

export class JoiningBody {
  @ApiProperty({ type: String, format: 'uuid', isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  personIds: string[];
}

export class JoiningCandidateAnswer {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  kana: string;
}

@ApiTags('identity')
@Controller('api/me/joinings')
@Access('signed-in')
export class JoiningController {
  constructor(
    private readonly db: Db,
    private readonly joining: Joining,
  ) {}

  /** Records that gave my proved address and have no login. */
  @Get('candidates')
  @ApiOkResponse({ type: JoiningCandidateAnswer, isArray: true })
  async candidates(@CurrentSession() me: SignedIn): Promise<JoiningCandidateAnswer[]> {
    const people = await this.db.read((tx) => this.joining.candidates(tx, me.personId));
    return people.map(({ id, name, kana }) => ({ personId: id, name, kana }));
  }

  @Post()
  @HttpCode(204)
  @ApiNoContentResponse()
  async create(@CurrentSession() me: SignedIn, @Body() body: JoiningBody): Promise<void> {
    await this.joining.join(me.personId, body.personIds);
  }
}
