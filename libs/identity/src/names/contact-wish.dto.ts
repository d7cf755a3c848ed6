import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { EmptyIsAbsent, Optional } from '@yoriai/platform';
import { IsPersonName, IsPhone, IsPlainEmail } from './contact.dto.js';

/** Who asks for something from outside, and how they are reached: by telephone or by mail. Which of the two is enough, the rules of the thing say. */
export class ContactWish {
  @ApiProperty({ maxLength: 100, example: '標野 つばめ' })
  @IsPersonName()
  contactName: string;

  @ApiPropertyOptional({ maxLength: 40, example: '090-0000-1234', description: 'This or the mail address' })
  @EmptyIsAbsent()
  @Optional()
  @IsPhone()
  phone?: string;

  @ApiPropertyOptional({ maxLength: 254, example: 'tsubame@example.jp' })
  @EmptyIsAbsent()
  @Optional()
  @IsPlainEmail()
  email?: string;
}
