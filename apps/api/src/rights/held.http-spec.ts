import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Passkeys } from '@yoriai/identity';
import { newId, newToken } from '@yoriai/platform';
import { Device } from '@yoriai/testing';
import { requestOf } from './acts.js';
import { TABLE, readMatrix, type Line } from './matrix.js';
import type { Asker } from './people.js';
import type { Prop } from './props.js';
import { Stage, type Heard } from './stage.js';
import { codeOf, verdictOf } from './verdict.js';

/** People with an office who came by a letter: the one has a device, the other none yet. */
const HELD = { leader: 'passkey.use-it', approver: 'passkey.add-first' } as const satisfies Partial<Record<Asker, string>>;
const ASKING = Object.keys(HELD) as (keyof typeof HELD)[];

/** The App's files are only there once it has been built. */
const WITH_THE_APP = /^\/app(\/|$)/;

/** With a device one's devices are not changed by a letter: the mailbox would open them. */
const OWN_DEVICES = /^\/(api\/)?me\/passkey/;

/** An address with one name at most of what is asked about: any will do where nobody looks it up. */
const ONE_NAME = /^[^:]*(:(id|caseId|slug|code|area|token)\b[^:]*)?$/;
const nothing = (): Prop => ({ id: newId(), caseId: newId(), slug: 'r8-9999-zzzz', code: 'zzzzzz', area: 'atlantis', token: newToken() });

const lines = readMatrix(TABLE);
/** What everybody without an office gets: a member of another house has the rights of a resident, and the thing is not theirs. */
const resident = ({ gets }: Line): string => gets['other-member'];
const [closed, open] = [lines.filter((line) => resident(line) === 'no'), lines.filter((line) => !['no', 'in'].includes(resident(line)) && !WITH_THE_APP.test(line.url))];

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  const { town } = stage;
  const [owner, browser, passkeys] = [{ ...stage.actor('leader'), startedAt: town.clock.now(), email: stage.emailOf('leader'), held: null }, newToken(), town.api.get(Passkeys)];
  await passkeys.add(owner, browser, '電話', new Device(town.config.publicUrl).add(await passkeys.ask(owner, browser)));
}, 120_000);
afterAll(() => stage.close());

/** Things are made by people who are not held; who asks is. Their sessions began before. */
function required(are: boolean): void {
  Object.assign(stage.town.config, { passkeys: are ? 'required' : 'offered' });
}

async function ask(line: Line, asker: keyof typeof HELD, prop: Prop): Promise<Heard> {
  required(true);
  try {
    return await stage.ask(asker, { ...requestOf(line, prop), cookies: prop['cookies'] });
  } finally {
    required(false);
  }
}

/** In the words of the table. */
function gotOf(heard: Heard, asker: keyof typeof HELD): string {
  return codeOf(heard.body) === HELD[asker] ? 'no' : verdictOf(heard);
}

describe('where passkeys are required, whoever came by a letter', () => {
  it('hears at every door of an office what is missing, whatever it is about', async () => {
    expect(closed.length).toBeGreaterThan(200);
    const wrong: string[] = [];
    for (const line of closed) {
      for (const asker of ASKING) {
        const heard = await ask(line, asker, ONE_NAME.test(line.url) ? nothing() : await stage.prop(line.about));
        if (heard.status !== 403 || codeOf(heard.body) !== HELD[asker]) wrong.push(`${line.method} ${line.url} (${line.about}) ${asker}: ${heard.status} ${codeOf(heard.body)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it('gets everywhere else what a resident gets of what is not theirs', async () => {
    expect(open.length).toBeGreaterThan(150);
    const other: string[] = [];
    for (const line of open) {
      for (const asker of ASKING) {
        const got = gotOf(await ask(line, asker, await stage.prop(line.about)), asker);
        const wanted = asker === 'leader' && OWN_DEVICES.test(line.url) && line.method === 'POST' ? 'no' : resident(line);
        if (got !== wanted) other.push(`${line.method} ${line.url} (${line.about}) ${asker}: ${got}, not ${wanted}`);
      }
    }
    expect(other).toEqual([]);
  }, 600_000);
});
