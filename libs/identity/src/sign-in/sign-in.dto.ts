import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Optional } from '@yoriai/platform';
import { IsUUID, Length, ValidateIf } from 'class-validator';
import { IsKana, IsLine, IsPersonName, IsPhone, IsPlainEmail } from '../names/contact.dto.js';

export class SignInRequestBody {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsPlainEmail()
  email: string;
}

/** What a volunteer says about themselves when they register. */
export class RegistrationBody {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsPlainEmail()
  email: string;

  @ApiProperty({ description: '氏名, as typed', maxLength: 100 })
  @IsPersonName()
  name: string;

  @ApiProperty({ description: 'ふりがな', maxLength: 100 })
  @IsKana()
  kana: string;

  @ApiPropertyOptional({ description: 'Phone number in any usual spelling', maxLength: 40 })
  @Optional()
  @IsPhone()
  phone?: string;
}

export class SignInRequestedAnswer {
  @ApiProperty({ format: 'uuid' })
  requestId: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

/** Give the code, or the token of the link opened in the browser that asked. */
export class SessionBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  requestId: string;

  @ApiPropertyOptional({ description: 'The six digits of the letter', maxLength: 20 })
  @ValidateIf((body: SessionBody) => body.linkToken === undefined)
  @IsLine(20)
  code?: string;

  @ApiPropertyOptional({ minLength: 43, maxLength: 43 })
  @ValidateIf((body: SessionBody) => body.linkToken !== undefined)
  @Length(43, 43)
  linkToken?: string;
}

export class SessionStartedAnswer {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}
