import { Injectable } from '@nestjs/common';
import { Secrets, hashToken } from '@yoriai/platform';
import { codeOf } from './sign-in.rules.js';

/** Link and code of a request, derived from its id, and what is stored of them. */
@Injectable()
export class SignInSecrets {
  constructor(private readonly secrets: Secrets) {}

  /** For the letter: 256 bits. */
  linkToken(requestId: string): string {
    return this.secrets.sign('sign-in-link', requestId);
  }

  /** For the letter: six digits. */
  code(requestId: string): string {
    return codeOf(this.secrets.sign('sign-in-code', requestId));
  }

  linkHash(requestId: string): Buffer {
    return hashToken(this.linkToken(requestId));
  }

  /** Where a letter was asked from, so that the same place is known again and no address lies in the table. */
  placeHash(from: string): string {
    return this.secrets.sign('sign-in-place', from);
  }

  /** A plain hash of six digits can be searched in a second, so this one is keyed. */
  codeHash(requestId: string, code: string): Buffer {
    return hashToken(this.secrets.sign('sign-in-code-hash', `${requestId}:${code}`));
  }
}
