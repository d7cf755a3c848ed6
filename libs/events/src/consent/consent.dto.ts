import { EmptyIsAbsent, Optional } from '@yoriai/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsPersonName, IsPlainEmail } from '@yoriai/identity';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn } from 'class-validator';
import { Text } from '../event/event-fields.js';
import { APPLYING, CONSENTS, CONSENT_WAYS, type Applying, type Consent, type ConsentWay, type GuardianSaid } from './consent.rules.js';

/** Who is applying, where the host asks for a guardian's consent. */
export class GuardianFields implements GuardianSaid {
  @ApiProperty({ enum: APPLYING, description: '`guardian`: a guardian for the child, who consents by it; `child`: a child alone; `adults`: nobody under 18' })
  @IsIn(APPLYING)
  by: Applying;

  @ApiPropertyOptional({ maxLength: 100, example: '標野 花', description: 'Of the guardian who applies' })
  @EmptyIsAbsent()
  @Optional()
  @IsPersonName()
  name?: string;

  @ApiPropertyOptional({ type: String, maxLength: 20, example: '母', nullable: true })
  @Text(20)
  relation?: string | null;

  @ApiPropertyOptional({ maxLength: 254, example: 'hana@example.jp', description: 'Where the guardian of a child who applies alone is asked' })
  @EmptyIsAbsent()
  @Optional()
  @IsPlainEmail()
  email?: string;
}

/** Where a guardian is asked from now on. */
export class GuardianAddress {
  @ApiProperty({ maxLength: 254, example: 'hana@example.jp' })
  @IsPlainEmail()
  email: string;
}

/** Who says yes for the child. */
export class ConsentWords {
  @ApiProperty({ maxLength: 100, example: '標野 花' })
  @IsPersonName()
  name: string;

  @ApiProperty({ maxLength: 20, example: '母' })
  @Text(20, { required: true, code: 'application.guardian-relation-needed' })
  relation: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Where the host asks about pictures and the child applied alone: they may be shown' })
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value === 'yes' ? true : value === 'no' ? false : value))
  @Optional()
  @IsBoolean()
  photos?: boolean;
}

/** A guardian's yes that reached the host. */
export class RecordConsentRequest extends ConsentWords {
  @ApiProperty({ enum: ['phone', 'paper'] })
  @IsIn(['phone', 'paper'])
  how: 'phone' | 'paper';
}

/** A guardian and their yes, as those who lead the event see it. */
export class ConsentTold {
  @ApiProperty({ enum: CONSENTS.slice(1) }) state: Exclude<Consent, 'not-needed'>;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: String, nullable: true }) relation: string | null;
  @ApiProperty({ enum: CONSENT_WAYS, nullable: true }) how: ConsentWay | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) givenAt: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'ha•••@example.jp', description: 'Where they are asked, partly hidden; null: like the application' }) sentTo: string | null;
  @ApiProperty({ description: 'Asked again, since what they had read is another now' }) anew: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the place is let go without a yes; null: not by itself' }) releaseAt: string | null;
}
