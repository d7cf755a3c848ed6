import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, ValidateIf } from 'class-validator';
import { IsKana, IsPersonName, IsPhone, IsPlainEmail, fieldRule } from '@yoriai/identity';
import { EmptyIsAbsent, Optional } from '@yoriai/platform';

/** Asked of the phone where there is no mail address; says `application.contact-missing`. */
const IsThere = (): PropertyDecorator => fieldRule('there', 'application.contact-missing', () => true);

/** Somebody who said yes otherwise than on the page, entered by a leader. Phone or mail: at least one of them. */
export class EnterHandRequest {
  @ApiProperty({ enum: ['phone', 'desk', 'paper'] })
  @IsIn(['phone', 'desk', 'paper'])
  channel: 'phone' | 'desk' | 'paper';

  @ApiProperty({ maxLength: 100, example: '山田 はな子' })
  @IsPersonName()
  name: string;

  @ApiProperty({ maxLength: 100, example: 'やまだ はなこ' })
  @IsKana()
  kana: string;

  @ApiPropertyOptional({ maxLength: 40, example: '090-0000-1234' })
  @EmptyIsAbsent()
  @ValidateIf(({ phone, email }: EnterHandRequest) => Boolean(phone) || !email)
  @IsPhone()
  @IsThere()
  phone?: string;

  @ApiPropertyOptional({ maxLength: 254, example: 'hanako@example.jp' })
  @EmptyIsAbsent()
  @Optional()
  @IsPlainEmail()
  email?: string;

  @ApiPropertyOptional({ description: 'Of somebody of the same name who helps at the event with another contact: the same person, or another; left out, it is asked' })
  @EmptyIsAbsent()
  @Optional()
  @IsBoolean()
  same?: boolean;
}

/** Who is on the duty now, for the leader to say it. */
export class EnteredHand {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'KTRWAS' }) number: string;
  @ApiProperty({ description: 'As typed' }) name: string;
  @ApiProperty({ description: 'A letter goes out; else the leader is the only one who tells them' }) letter: boolean;
}
