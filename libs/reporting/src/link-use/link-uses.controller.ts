import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { Events, maySeeInside } from '@yoriai/events';
import { Db, DayCounts, refuse } from '@yoriai/platform';
import { linkUse } from './link-use.js';

/** Days that are told. */
const DAYS = 60;

export class LinkUseDay {
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() count: number;
}

export class LinkUses {
  @ApiProperty({ type: [LinkUseDay], description: 'Days of the last sixty on which the code was followed, the latest first' }) items: LinkUseDay[];
}

@ApiTags('reporting')
@Controller('api')
@Access('officer')
export class LinkUsesController {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly counts: DayCounts,
  ) {}

  /** Refuses `event.not-found` (404), `event.history-officers-only` (403). */
  @Get('events/:id/link-uses')
  @ApiOperation({ summary: 'How often the code on posters was followed, by day' })
  @ApiOkResponse({ type: LinkUses })
  listLinkUses(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LinkUses> {
    return this.db.read(async (tx) => {
      const event = await this.events.seen(tx, actor, id);
      if (!maySeeInside(actor, event)) return refuse('event.history-officers-only', { status: 403 });
      return { items: await this.counts.of(tx, linkUse(event.shortCode), DAYS) };
    });
  }
}
