import { Injectable } from '@nestjs/common';
import { People } from '@yoriai/identity';
import { Clock, Config, Secrets, rows, type Tx } from '@yoriai/platform';

const TOKEN = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{43})$/;

/**
 * Saying "no more reminders", and taking it back. Letters that answer what a person did are not concerned.
 * The wish belongs to the person, so a link made before two records became one still speaks for the kept one.
 */
@Injectable()
export class OptOuts {
  constructor(
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly people: People,
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
    return (await this.declined(tx, [personId])).has(personId);
  }

  /** Those of these people who declined reminders. Two statements for any number. */
  async declined(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const kept = await this.people.kept(tx, personIds);
    const found = await rows<{ person_id: string }>(
      tx,
      `select person_id from notifications.opt_out where purpose = 'reminder' and person_id = any($1::uuid[])`,
      [[...new Set([...kept.keys(), ...kept.values()])]],
    );
    const said = new Set(found.map((row) => row.person_id));
    return new Set(personIds.filter((id) => said.has(id) || said.has(kept.get(id) ?? id)));
  }

  /** No reminders from now on, those already waiting included; one being sent at this moment is not tried again. Twice is the same as once. */
  async add(tx: Tx, personId: string): Promise<void> {
    const kept = await this.keptOf(tx, personId);
    await this.enter(tx, kept, [personId, kept]);
  }

  /** Reminders again, from the next one on. */
  async remove(tx: Tx, personId: string): Promise<void> {
    await this.forget(tx, [personId, await this.keptOf(tx, personId)]);
  }

  /** What either of two records said holds for the person that both were. Called when their deliveries are the kept one's already. */
  async join(tx: Tx, { keptPersonId, joinedPersonId }: { keptPersonId: string; joinedPersonId: string }): Promise<void> {
    const both = [keptPersonId, joinedPersonId];
    if ((await this.declined(tx, both)).size === 0) return;
    await this.forget(tx, [joinedPersonId]);
    await this.enter(tx, keptPersonId, both);
  }

  private async keptOf(tx: Tx, personId: string): Promise<string> {
    return (await this.people.kept(tx, [personId])).get(personId) ?? personId;
  }

  private async enter(tx: Tx, kept: string, records: readonly string[]): Promise<void> {
    await rows(
      tx,
      `insert into notifications.opt_out (person_id, purpose, at) values ($1, 'reminder', $2) on conflict do nothing returning 1`,
      [kept, this.clock.now()],
    );
    await rows(
      tx,
      `update notifications.delivery set state = 'opted-out'
       where person_id = any($1::uuid[]) and purpose = 'reminder' and state in ('due', 'no-channel') returning 1`,
      [records],
    );
  }

  private async forget(tx: Tx, records: readonly string[]): Promise<void> {
    await rows(tx, `delete from notifications.opt_out where person_id = any($1::uuid[]) and purpose = 'reminder' returning 1`, [records]);
  }
}
