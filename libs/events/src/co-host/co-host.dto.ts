import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { Text } from '../event/event-fields.js';
import { CO_HOST_STATES, type CoHostState } from './co-host.rules.js';

/** Asks an association to hold the event together. */
export class CoHostRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  organisationId: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500, description: 'To those who lead it' })
  @Text(500)
  words?: string | null;
}

/** A sentence to the other side. */
export class CoHostAnswerRequest {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500 })
  @Text(500)
  words?: string | null;
}

export class CoHostCan {
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' }) accept: true | string;
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }] }) decline: true | string;
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }] }) withdraw: true | string;
}

/** One that was asked. */
export class CoHostLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) organisationId: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: CO_HOST_STATES }) state: CoHostState;
  @ApiProperty({ type: String, nullable: true, description: 'From the host' }) words: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What was said to it in the end' }) answer: string | null;
  @ApiProperty({ format: 'date-time' }) invitedAt: string;
  @ApiProperty({ type: CoHostCan }) can: CoHostCan;
}

export class CoHostCandidate {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) areaName: string | null;
}

/** Who holds an event together with its host, and who can be asked. */
export class CoHostList {
  @ApiProperty({ type: [CoHostLine], description: 'In the order in which they were asked' }) items: CoHostLine[];
  @ApiProperty({ type: [CoHostCandidate], description: 'Associations of the ward that can be asked' }) candidates: CoHostCandidate[];
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why nobody can be asked' }) canInvite: true | string;
}

/** What the event is, for those who are asked to hold it together. */
export class CoHostedEvent {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() hostName: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt: string | null;
  @ApiProperty({ type: String, nullable: true }) placeName: string | null;
  @ApiProperty({ type: String, nullable: true }) summary: string | null;
}

/** 共催のお願い, as those see it who were asked. */
export class CoHosting extends CoHostLine {
  @ApiProperty({ type: CoHostedEvent }) event: CoHostedEvent;
}

export class CoHostingList {
  @ApiProperty({ type: [CoHosting], description: 'Unanswered and accepted ones, the newest first; 100 at most' }) items: CoHosting[];
}
