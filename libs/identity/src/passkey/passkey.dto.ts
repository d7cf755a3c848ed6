import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Optional } from '@yoriai/platform';
import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength } from 'class-validator';
import { IsLine } from '../names/contact.dto.js';

/** Bytes as a browser writes them in JSON. */
const BYTES = /^[\w-]+$/;
const Bytes = (maxLength: number): PropertyDecorator => applyDecorators(ApiProperty({ maxLength }), Matches(BYTES), MaxLength(maxLength));

/** What a new device answered, and what its owner calls it; bytes in base64url. */
export class PasskeyBody {
  @ApiProperty({ description: 'What its owner calls the device', maxLength: 200 })
  @IsLine(200)
  name: string;

  @Bytes(1_400)
  credentialId: string;

  @Bytes(4_000)
  clientDataJson: string;

  @Bytes(20_000)
  attestationObject: string;

  @ApiProperty({ type: String, isArray: true, maxItems: 10 })
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  transports: string[];
}

/** What a known device answered; bytes in base64url. */
export class PasskeySessionBody {
  @Bytes(1_400)
  credentialId: string;

  @Bytes(4_000)
  clientDataJson: string;

  @Bytes(4_000)
  authenticatorData: string;

  @Bytes(6_000)
  signature: string;

  @ApiPropertyOptional({ maxLength: 100 })
  @Optional()
  @Matches(BYTES)
  @MaxLength(100)
  userHandle?: string;
}

/** A question for the browser, as `PublicKeyCredential.parseCreationOptionsFromJSON` and its sister read it. */
export class PasskeyQuestionAnswer {
  @ApiProperty({ type: 'object', additionalProperties: true })
  options: object;
}

export class PasskeyAddedAnswer {
  @ApiProperty({ format: 'uuid' })
  id: string;
}
