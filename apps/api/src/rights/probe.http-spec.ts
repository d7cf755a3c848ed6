import { it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { Stage } from './stage.js';
import { ASKERS } from './people.js';
import { requestOf } from './acts.js';
import { verdictOf } from './verdict.js';
it('lists', async () => {
  const stage = await Stage.open();
  const out: string[] = [];
  for (const line of readFileSync('/tmp/lines.txt','utf8').trim().split('\n')) {
    const [method, url, kind] = line.split(' ') as [string, string, never];
    const cells: string[] = [];
    for (const asker of ASKERS) {
      const prop = await stage.prop(kind);
      const heard = await stage.ask(asker, { ...requestOf({ method, url }, prop), cookies: prop['cookies'] });
      const v = verdictOf(heard);
      if (['400','409','422','410'].includes(v) || Number(v)>=500) out.push('## ' + asker + heard.body.slice(0, 300));
      if (v === 'ok' && method !== 'GET') stage.used(kind, asker);
      cells.push(v.padEnd(4));
    }
    out.push(`${method.padEnd(6)} ${url.padEnd(42)} ${(kind as string).padEnd(12)} ${cells.join(' ')}`);
  }
  writeFileSync('/tmp/matrix.txt', out.join('\n'));
  await stage.close();
}, 300000);
