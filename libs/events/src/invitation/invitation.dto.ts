import { ApiProperty } from '@nestjs/swagger';

/** The link that the host gives to those it invites. */
export class EventInvitation {
  @ApiProperty({ example: 'https://example.jp/events/r8-0012-a1b2~3Jx…', description: 'Opens the page once it is published' }) url: string;
}
