import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { ChecklistCatalogue } from './checklist-catalogue.service.js';
import { ChecklistKindPatch, ChecklistKinds } from './checklist.dto.js';

/** The catalogue of procedures. What is said about those of an event is said there. */
@ApiTags('approvals')
@Controller('api/checklist-kinds')
export class ChecklistController {
  constructor(private readonly catalogue: ChecklistCatalogue) {}

  @Get()
  @Access('officer')
  @ApiOkResponse({ type: ChecklistKinds })
  listChecklistKinds(): Promise<ChecklistKinds> {
    return this.catalogue.list();
  }

  @Patch(':code')
  @Access('staff')
  @ApiOkResponse({ type: ChecklistKinds })
  correctChecklistKind(@CurrentActor() actor: Actor, @Param('code') code: string, @Body() body: ChecklistKindPatch): Promise<ChecklistKinds> {
    return this.catalogue.correct(actor, code, body);
  }
}
