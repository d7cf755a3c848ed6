import type { ProxyApplyRequest } from '@yoriai/api-client';
import { wholeNumber } from './rows.js';

/** What stands in the boxes of an application entered for somebody. */
export interface ProxyValues {
  readonly channel: string;
  readonly frameId: string;
  readonly name: string;
  readonly kana: string;
  readonly heads: string;
  readonly phone: string;
  readonly email: string;
}

/** An empty form for one person who telephoned. */
export function emptyProxy(frameId: string): ProxyValues {
  return { channel: 'phone', frameId, name: '', kana: '', heads: '1', phone: '', email: '' };
}

/** What is sent. Boxes left empty are left out; the server says what is missing. */
export function proxyRequest(values: ProxyValues): ProxyApplyRequest {
  const { name, kana, frameId } = values;
  const [phone, email] = [values.phone.trim(), values.email.trim()];
  return {
    channel: values.channel as ProxyApplyRequest['channel'],
    frameId,
    name: name.trim(),
    kana: kana.trim(),
    heads: wholeNumber(values.heads) ?? 0,
    ...(phone === '' ? {} : { phone }),
    ...(email === '' ? {} : { email }),
  };
}
