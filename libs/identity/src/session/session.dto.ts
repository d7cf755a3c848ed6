import { ApiProperty } from '@nestjs/swagger';
import type { SessionSummary } from './session.service.js';

export class SessionAnswer {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, nullable: true, description: 'The browser, as it named itself' })
  userAgent: string | null;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiProperty({ format: 'date-time' })
  lastSeenAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ description: 'The session that asks' })
  current: boolean;
}

export function toSessionAnswer(session: SessionSummary, currentId: string): SessionAnswer {
  return {
    id: session.id,
    userAgent: session.userAgent,
    startedAt: session.startedAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    current: session.id === currentId,
  };
}
