import { ApiPropertyOptional } from '@nestjs/swagger';
import { Area, Count, Text, Yen } from './event-fields.js';

/** How it went. Numbers left out are taken from the reception. */
export class ReportRequest {
  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 1_000_000, description: 'Participants with an application' })
  @Count()
  participants?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 1_000_000 })
  @Count()
  volunteers?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 1_000_000, description: '当日参加' })
  @Count()
  walkIns?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 10_000, description: 'きれいにした面積, in square metres with one decimal; of clean-ups and work on walls only' })
  @Area()
  cleanedArea?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 1_000_000, description: '配ったもの: pieces that were given to people, as leaflets and locks' })
  @Count()
  handedOut?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 1_000_000, description: 'こども: of the participants and walk-ins' })
  @Count()
  children?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 1_000_000, description: 'With a wheelchair: of the participants and walk-ins' })
  @Count()
  wheelchairs?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 100_000_000, description: 'What it cost in all, in yen' })
  @Yen()
  cost?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 3000, description: 'けが・困ったこと: for the host and the ward' })
  @Text(3000)
  incident?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 3000 })
  @Text(3000)
  note?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 3000, description: '来年への申し送り' })
  @Text(3000)
  nextTimeNote?: string | null;
}
