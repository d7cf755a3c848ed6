import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { SavedFilterList, SavedFilterNameRequest, SavedFilterRequest } from './saved-filter.dto.js';
import { SavedFilters } from './saved-filters.service.js';

/** One's own kept filters of the desk. Every answer is the list as it is now. */
@ApiTags('approvals')
@Controller('api/desk-filters')
@Access('staff')
export class SavedFilterController {
  constructor(private readonly filters: SavedFilters) {}

  @Get()
  @ApiOkResponse({ type: SavedFilterList })
  listDeskFilters(@CurrentActor() actor: Actor): Promise<SavedFilterList> {
    return this.filters.list(actor);
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: SavedFilterList })
  addDeskFilter(@CurrentActor() actor: Actor, @Body() body: SavedFilterRequest): Promise<SavedFilterList> {
    return this.filters.add(actor, body);
  }

  @Patch(':id')
  @ApiOkResponse({ type: SavedFilterList })
  renameDeskFilter(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { name }: SavedFilterNameRequest): Promise<SavedFilterList> {
    return this.filters.rename(actor, id, name);
  }

  @Delete(':id')
  @ApiOkResponse({ type: SavedFilterList })
  removeDeskFilter(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SavedFilterList> {
    return this.filters.remove(actor, id);
  }
}
