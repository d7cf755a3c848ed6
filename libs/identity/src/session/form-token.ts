import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '@yoriai/platform';

/**
 * What a form of a signed-in person carries (`_token`), and the App in `X-Form-Token`: derived from the
 * token of the session and the installation's secret. Nothing is stored, it ends with the session, and no
 * other site can know it (OWASP: signed double-submit token, bound to the session).
 */
export function formTokenOf(session: string, config: Config): string {
  return createHmac('sha256', config.appSecret).update(`form-token\n${session}`).digest('base64url');
}

/** True when what a form or a program sent is the form token of this session; compared in constant time. */
export function isFormTokenOf(session: string, given: unknown, config: Config): boolean {
  if (typeof given !== 'string') return false;
  const [expected, sent] = [Buffer.from(formTokenOf(session, config)), Buffer.from(given)];
  return expected.length === sent.length && timingSafeEqual(expected, sent);
}
