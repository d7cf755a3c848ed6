import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '../rights/people.js';
import type { Prop, PropKind } from '../rights/props.js';
import { Stage } from '../rights/stage.js';
import { faultOf } from './judge.js';

interface Finding {
  status: number;
  asker: Asker;
  method: string;
  path: string;
  type: string | undefined;
  body: string | undefined;
}

const lines = readFileSync(join(process.cwd(), 'apps/api/src/fuzz/findings.txt'), 'utf8').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
const repeated = (text: string): string => text.replace(/<([^*<>]+)\*(\d+)>/g, (_, what: string, times: string) => what.repeat(Number(times)));

function findingOf(line: string): Finding {
  const [status = '', asker = '', asked = '', sent = ''] = line.split('|').map((part) => part.trim());
  const [method = '', path = ''] = asked.split(' ');
  const [type, ...body] = sent.split(' ');
  return { status: Number(status), asker: asker as Asker, method, path: repeated(path), type: type || undefined, body: type ? repeated(body.join(' ')) : undefined };
}

let stage: Stage;
const props = new Map<PropKind, Prop>();

/** With the names of things, each made once. */
async function filled(text: string): Promise<string> {
  const [place, kind = '', name = ''] = /\{([a-z-]+)\.(\w+)\}/.exec(text) ?? [];
  if (place === undefined) return text;
  const prop = props.get(kind as PropKind) ?? (await stage.prop(kind as PropKind));
  props.set(kind as PropKind, prop);
  return filled(text.replace(place, prop[name]!));
}

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

describe('what was found once', () => {
  it.each(lines)('%s', async (line) => {
    const { status, asker, method, path, type, body } = findingOf(line);
    const heard = await stage.ask(asker, { method, path: await filled(path), body: body && (await filled(body)), headers: type ? { 'content-type': type } : {} });
    expect([heard.status, faultOf(path, heard)]).toEqual([status, undefined]);
    expect(heard.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['/api/events', 'application/problem+json', 'GET /api/events HTTP/1.1\r\nhost: a\r\nbad header\u0000: x\r\n\r\n'],
    ['/events', 'text/html', 'GET /events HTTP/1.1\r\nhost: a\r\n: x\r\n\r\n'],
    ['/', 'text/html', 'nonsense\r\n\r\n'],
  ])('bytes that are no request to %s are answered as %s', async (path, type, bytes) => {
    const answer = await spoken(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    const headers = new Headers(head.split('\r\n').slice(1).map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
    expect(headers.get('content-type')).toContain(type);
    expect(faultOf(path, { status: 400, headers, body })).toBeUndefined();
  });
});

/** Speaks bytes to the server and answers what it says until it hangs up. */
function spoken(bytes: string): Promise<string> {
  const { hostname, port } = new URL(stage.town.origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const heard: Buffer[] = [];
    socket.on('data', (chunk) => heard.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(heard).toString('utf8')));
    socket.on('error', reject);
  });
}
