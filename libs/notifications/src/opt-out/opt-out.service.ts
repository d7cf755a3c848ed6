import { Injectable } from '@nestjs/common';
import { Clock, Config, Secrets, rows, type Tx } from '@yoriai/platform';

const TOKEN = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{43})$/;

/** Saying "no more reminders", and taking it back. Letters that answer what a person did are not concerned. */
@Injectable()
export class OptOuts {
  constructor(
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The link in every reminder. Opening it changes nothing (scanners open links); the page's button does. */
  link(personId: string): string {
    return `${this.config.publicUrl}/opt-out/${personId}.${this.secrets.sign('opt-out', personId)}`;
  }

  /** The person a link was made for, or null for anything else. */
  personOf(token: string): string | null {
    const [, personId, signature] = TOKEN.exec(token) ?? [];
    if (personId === undefined || signature === undefined) return null;
    return this.secrets.verify('opt-out', personId, signature) ? personId : null;
  }

  /** True when the person declined reminders. */
  async has(tx: Tx, personId: string): Promise<boolean> {
    const found = await rows(tx, `select 1 from notifications.opt_out where person_id = $1 and purpose = 'reminder'`, [personId]);
    return found.length > 0;
  }

  /** No reminders from now on, those already waiting included. Twice is the same as once. */
  async add(tx: Tx, personId: string): Promise<void> {
    await rows(
      tx,
      `insert into notifications.opt_out (person_id, purpose, at) values ($1, 'reminder', $2) on conflict do nothing returning 1`,
      [personId, this.clock.now()],
    );
    await rows(
      tx,
      `update notifications.delivery set state = 'opted-out'
       where person_id = $1 and purpose = 'reminder' and state in ('due', 'no-channel') returning 1`,
      [personId],
    );
  }

  /** Reminders again, from the next one on. */
  async remove(tx: Tx, personId: string): Promise<void> {
    await rows(tx, `delete from notifications.opt_out where person_id = $1 and purpose = 'reminder' returning 1`, [personId]);
  }
}
