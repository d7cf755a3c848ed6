import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { ChecklistCatalogue } from './checklist-catalogue.service.js';
import { ChecklistKindPatch, ChecklistKinds, NewChecklistKind } from './checklist.dto.js';

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

  @Post()
  @Access('staff')
  @ApiCreatedResponse({ type: ChecklistKinds })
  addChecklistKind(@CurrentActor() actor: Actor, @Body() { judgedBy = 'ward', toConfirm = false, phone = null, formUrl = null, ...kind }: NewChecklistKind): Promise<ChecklistKinds> {
    return this.catalogue.add(actor, { ...kind, judgedBy, toConfirm, phone, formUrl });
  }

  @Patch(':code')
  @Access('staff')
  @ApiOkResponse({ type: ChecklistKinds })
  correctChecklistKind(@CurrentActor() actor: Actor, @Param('code') code: string, @Body() body: ChecklistKindPatch): Promise<ChecklistKinds> {
    return this.catalogue.correct(actor, code, body);
  }

  @Post(':code/ending')
  @Access('staff')
  @ApiCreatedResponse({ type: ChecklistKinds })
  endChecklistKind(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<ChecklistKinds> {
    return this.catalogue.end(actor, code);
  }

  @Post(':code/resumption')
  @Access('staff')
  @ApiCreatedResponse({ type: ChecklistKinds })
  resumeChecklistKind(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<ChecklistKinds> {
    return this.catalogue.resume(actor, code);
  }
}
