import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { Db, Refusal, addDays, atJst, isDateOnly, refuse } from '@yoriai/platform';
import { EventCircles } from '../invitation/event-circles.service.js';
import { PublicEvent, PublicEventPage, PublicEventQuery } from './public-event.dto.js';
import { PublicEvents, type PublicEventWish } from './public-event.service.js';

@ApiTags('public')
@Controller('api/public/events')
@Access('public')
export class PublicEventController {
  constructor(
    private readonly db: Db,
    private readonly events: PublicEvents,
    private readonly circles: EventCircles,
  ) {}

  @Get()
  @ApiOkResponse({ type: PublicEventPage })
  listPublicEvents(@Query() query: PublicEventQuery): Promise<PublicEventPage> {
    return this.db.read((tx) => this.events.list(tx, wishOf(query)));
  }

  @Get(':slug')
  @ApiOkResponse({ type: PublicEvent })
  getPublicEvent(@CurrentActor() actor: Actor | null, @Param('slug') slug: string): Promise<PublicEvent> {
    return this.db.read(async (tx) => {
      try {
        return await this.events.bySlug(tx, slug);
      } catch (error) {
        // As on the Site: who is in the circle is looked for where it was refused, so that what everybody sees costs nothing more.
        const address = error instanceof Refusal ? await this.circles.addressFor(tx, actor, { slug }) : null;
        if (address === null) throw error;
        return this.events.bySlug(tx, address);
      }
    });
  }
}

/** From days in Japan to instants: the last day is meant to its end. Refuses `platform.invalid` (422) for a day that does not exist. */
function wishOf(query: PublicEventQuery): PublicEventWish {
  const { from, to, area, host, field, initiative, audience, free, gratis, q, page } = query;
  const fields = (['from', 'to'] as const).filter((name) => query[name] !== undefined && !isDateOnly(query[name]));
  if (fields.length > 0) refuse('platform.invalid', { status: 422, fields: fields.map((name) => ({ field: name, code: 'field.matches' })) });
  return {
    ...(from ? { from: atJst(from, '00:00') } : {}),
    ...(to ? { to: atJst(addDays(to, 1), '00:00') } : {}),
    ...(area ? { areaSlug: area } : {}),
    ...(host ? { organisationSlug: host } : {}),
    ...(field ? { field } : {}),
    ...(initiative ? { initiative } : {}),
    ...(audience ? { audience } : {}),
    free: free === 'yes',
    gratis: gratis === 'yes',
    ...(q ? { q } : {}),
    page,
  };
}
