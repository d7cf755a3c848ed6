import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsKana, IsPersonName, IsPhone, IsPlainEmail, LANGUAGES, type Language } from '@yoriai/identity';
import { Optional } from '@yoriai/platform';
import { IsIn } from 'class-validator';
import { ROLES, type Role } from '../actor/actor.js';
import { IsDateOnly, IsTitle } from '../officer-term/officer-term.fields.js';

export class InvitationBody {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsPlainEmail()
  email: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role: Role;

  @ApiProperty({ maxLength: 50, description: 'What the association calls it: 会長, 副会長, 会計, …' })
  @IsTitle()
  title: string;

  @ApiPropertyOptional({ maxLength: 100, description: 'For the greeting of the letter' })
  @Optional()
  @IsPersonName()
  name?: string;

  @ApiPropertyOptional({ enum: LANGUAGES, description: 'Of the letter, and of the account it leads to. Default: ja' })
  @Optional()
  @IsIn(LANGUAGES)
  language?: Language;

  @ApiPropertyOptional({ format: 'date', description: 'Default: today' })
  @Optional()
  @IsDateOnly()
  startsOn?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Default: the end of the next but one fiscal year' })
  @Optional()
  @IsDateOnly()
  endsOn?: string;
}

export class InvitationSentAnswer {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

/** The form behind an invitation's link. */
export class AcceptanceBody {
  @ApiProperty({ maxLength: 100 })
  @IsPersonName()
  name: string;

  @ApiProperty({ maxLength: 100 })
  @IsKana()
  kana: string;

  @ApiPropertyOptional({ maxLength: 40 })
  @Optional()
  @IsPhone()
  phone?: string;
}
