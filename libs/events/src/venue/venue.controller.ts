import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { VenueAnswer, VenueChangeRequest, VenueClashes, VenueRequest } from './venue.dto.js';
import { Venues } from './venues.service.js';

@ApiTags('events')
@Controller('api')
@Access('officer')
export class VenueController {
  constructor(private readonly venues: Venues) {}

  @Get('venues')
  @ApiOkResponse({ type: VenueAnswer, isArray: true })
  getVenues(): Promise<VenueAnswer[]> {
    return this.venues.list();
  }

  @Post('venues')
  @ApiCreatedResponse({ type: VenueAnswer })
  addVenue(@CurrentActor() actor: Actor, @Body() body: VenueRequest): Promise<VenueAnswer> {
    return this.venues.add(actor, body);
  }

  @Patch('venues/:name')
  @ApiOkResponse({ type: VenueAnswer })
  changeVenue(@CurrentActor() actor: Actor, @Param('name') name: string, @Body() body: VenueChangeRequest): Promise<VenueAnswer> {
    return this.venues.change(actor, name, body);
  }

  @Get('events/:id/clashes')
  @ApiOkResponse({ type: VenueClashes })
  getClashes(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<VenueClashes> {
    return this.venues.clashes(actor, id);
  }
}
