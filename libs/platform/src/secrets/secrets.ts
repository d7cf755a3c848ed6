import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/**
 * Derives tokens from the installation's secret, so that a ticket or an invitation can be sent again
 * although only its hash is stored. A purpose never shares its tokens with another purpose.
 */
@Injectable()
export class Secrets {
  constructor(private readonly config: Config) {}

  /** 43 URL-safe characters; the same for the same purpose and text as long as `APP_SECRET` stays. */
  sign(purpose: string, text: string): string {
    return createHmac('sha256', this.config.appSecret).update(`${purpose}\n${text}`).digest('base64url');
  }

  /** Compares in constant time. */
  verify(purpose: string, text: string, token: string): boolean {
    return this.verifyBeginning(purpose, text, token, Infinity);
  }

  /** The same for a token of which only the first `length` characters were given away. */
  verifyBeginning(purpose: string, text: string, token: string, length: number): boolean {
    const expected = Buffer.from(this.sign(purpose, text).slice(0, length));
    const given = Buffer.from(token);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}
