import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { HeldReminderDesk } from './held-reminder-desk.js';

/** A reminder that waits for a decision about the day. */
export class HeldReminder {
  @ApiProperty({ enum: ['d1', 'day'] }) kind: 'd1' | 'day';
  @ApiProperty({ format: 'date-time', description: 'When it would have gone' }) dueAt: string;
  @ApiProperty({ format: 'date-time', description: 'It goes then at the latest, and says what is decided' }) heldUntil: string;
}

export class HeldReminders {
  @ApiProperty({ type: [HeldReminder] }) items: HeldReminder[];
}

@ApiTags('events')
@Controller('api/events/:id/held-reminders')
@Access('officer')
export class HeldRemindersController {
  constructor(private readonly desk: HeldReminderDesk) {}

  @Get()
  @ApiOperation({ summary: 'Reminders held back while a grave warning stands' })
  @ApiOkResponse({ type: HeldReminders })
  getHeld(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HeldReminders> {
    return this.desk.heldOf(actor, id);
  }

  @Post('release')
  @ApiOperation({ summary: 'Sends them all the same; twice is the same as once' })
  @ApiCreatedResponse({ type: HeldReminders })
  releaseHeld(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HeldReminders> {
    return this.desk.release(actor, id);
  }
}
