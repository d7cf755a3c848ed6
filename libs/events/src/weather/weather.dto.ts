import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Nullable } from '@yoriai/platform';
import { IsIn, IsISO8601 } from 'class-validator';
import { ReasonRequest } from '../event/event-decision.dto.js';
import { Day, Text } from '../event/event-fields.js';
import type { AlertKind } from './alerts/alert-source.js';
import { DECISION_CAUSES, type DecisionCause } from './day-decision.entity.js';

/** Why an event is called off. */
export class CancellationRequest extends ReasonRequest {
  @ApiPropertyOptional({ enum: DECISION_CAUSES, description: 'For the statistics; the reason is what people read' })
  @Nullable()
  @IsIn(DECISION_CAUSES)
  cause?: DecisionCause | null;
}

/** Says that an event takes place as planned. */
export class HoldingRequest {
  @ApiProperty({ format: 'date-time', description: 'The beginning that was on the screen; another one in the meantime is 409 `event.postponed-meanwhile`' })
  @IsISO8601({ strict: true })
  startsAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'The `at` of the reduction that this takes back: everybody is told. null: none was on the screen; where one stands it is 409 `event.is-reduced`' })
  @Nullable()
  @IsISO8601({ strict: true })
  after: string | null;
}

/** Puts an event off. */
export class PostponementRequest extends PickType(ReasonRequest, ['reason']) {
  @ApiProperty({ format: 'date', example: '2026-12-06', description: 'The new day in Japan; the hours stay' })
  @Day()
  day: string;

  @ApiProperty({ enum: DECISION_CAUSES })
  @IsIn(DECISION_CAUSES)
  cause: DecisionCause;

  @ApiProperty({ format: 'date-time', description: 'The beginning that was on the screen; another one in the meantime is 409 `event.postponed-meanwhile`' })
  @IsISO8601({ strict: true })
  startsAt: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500, description: 'Of the ward office: why it may be where another event is at the same time; without it that is 409 `event.venue-taken`, and of a host always 409 `event.venue-taken-then`' })
  @Text(500)
  besideReason?: string | null;
}

const ALERT_KINDS: readonly AlertKind[] = ['rain', 'landslide', 'flood', 'tide', 'wind', 'snow', 'waves', 'tsunami', 'heat', 'other'];

/** One thing that stands now. */
export class StandingAlert {
  @ApiProperty({ enum: ALERT_KINDS }) kind: AlertKind;
  @ApiProperty({ example: 'レベル3大雨警報' }) title: string;
  @ApiProperty({ minimum: 2, maximum: 5 }) level: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'Since when it stands' }) since?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Of the gravest kind: since when anything of that kind stands without a break, by this source' }) gravestSince?: string;
  @ApiPropertyOptional({ description: 'The place in the words of the source, where it says one' }) area?: string;
  @ApiPropertyOptional({ description: 'Of heat: the index (WBGT)' }) wbgt?: number;
}

/** What one source says. */
export class AlertsOfSource {
  @ApiProperty({ example: 'jma' }) source: string;
  @ApiProperty({ type: [StandingAlert], nullable: true, description: 'The gravest first; null: it can not be known now' }) alerts: StandingAlert[] | null;
}

/** Something of the gravest kind: what every page of the Site says at the same moment. */
export class GravestStanding extends StandingAlert {
  @ApiProperty({ example: 'jma' }) source: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'When it was read last, where it can not be read now' }) lastReadAt?: string;
}

export class AlertList {
  @ApiProperty({ type: [GravestStanding], description: 'Also what stood when it could be read last, no longer than 45 minutes ago' }) gravest: GravestStanding[];
  @ApiProperty({ type: [AlertsOfSource], description: 'Empty where nobody is asked' }) items: AlertsOfSource[];
}
