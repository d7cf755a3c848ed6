import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsKana, IsPersonName, IsPhone, IsPlainEmail } from '@yoriai/identity';
import { Digits, EmptyIsAbsent, Optional } from '@yoriai/platform';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { CompanionFields, MOST_GROUP_NAME } from '../application/application.dto.js';
import { Plain, Text } from '../event/event-fields.js';

/** Somebody who comes along: one who stood there, by their place, or another. */
export class AmendedCompanion extends CompanionFields {
  @ApiPropertyOptional({ minimum: 0, maximum: 99, description: 'Which of those who came along until now; left out: another' })
  @EmptyIsAbsent()
  @Optional()
  @Digits()
  @Max(99)
  @Min(0)
  @IsInt()
  at?: number;
}

/** What of an application becomes another. What is left out stays. */
export class AmendRequest {
  @ApiPropertyOptional({ minimum: 1, maximum: 100, description: 'People, the applicant included; left out: who comes stays' })
  @EmptyIsAbsent()
  @Optional()
  @Digits()
  @Max(100)
  @Min(1)
  @IsInt()
  heads?: number;

  @ApiPropertyOptional({ type: [AmendedCompanion], maxItems: 100, description: 'With `heads`, where the frame asks for names: each who comes along' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(100)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => AmendedCompanion)
  companions?: AmendedCompanion[];

  @ApiPropertyOptional({ maxLength: 40, description: 'Stands for the application as it was read; where it is another by now, nothing changes' })
  @EmptyIsAbsent()
  @Optional()
  @MaxLength(40)
  @IsString()
  read?: string;

  @ApiPropertyOptional({ description: 'Where a guardian is asked and birth dates are not: everybody who is added is 18 or older' })
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value === 'on' || value === 'true' ? true : value))
  @Optional()
  @IsBoolean()
  adults?: boolean;

  @ApiPropertyOptional({ maxLength: 40, example: '090-0000-1234' })
  @EmptyIsAbsent()
  @Optional()
  @IsPhone()
  phone?: string;

  @ApiPropertyOptional({ maxLength: 254, example: 'hanako@example.jp', description: 'By ticket it counts once the link that is sent there was followed' })
  @EmptyIsAbsent()
  @Optional()
  @IsPlainEmail()
  email?: string;
}

/** What a leader changes for somebody: also how they are written. */
export class AmendByHostRequest extends AmendRequest {
  @ApiPropertyOptional({ maxLength: 100, example: '山田 はな子', description: 'Not of somebody who signs in themselves, nor where a guardian is asked' })
  @EmptyIsAbsent()
  @Optional()
  @IsPersonName()
  name?: string;

  @ApiPropertyOptional({ maxLength: 100, example: 'やまだ はなこ' })
  @EmptyIsAbsent()
  @Optional()
  @IsKana()
  kana?: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: MOST_GROUP_NAME, example: '江戸堀こども将棋クラブ', description: 'Only where the frame is for groups' })
  @Text(MOST_GROUP_NAME)
  groupName?: string | null;
}
