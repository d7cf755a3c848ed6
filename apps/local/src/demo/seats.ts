import { Injectable } from '@nestjs/common';
import { Actor, Areas, Organisations } from '@yoriai/associations';
import { Sessions } from '@yoriai/identity';
import type { Tx } from '@yoriai/platform';

interface Seat {
  organisationId: string;
  areaId: string | null;
  name: string;
}

/** The organisations that the roles sit in. */
@Injectable()
export class Seats {
  constructor(
    private readonly areas: Areas,
    private readonly organisations: Organisations,
    private readonly sessions: Sessions,
  ) {}

  async of(tx: Tx, run: string): Promise<Map<'A' | 'B' | 'office', Seat>> {
    const [first, second] = await this.areas.all(tx);
    const seats = new Map<'A' | 'B' | 'office', Seat>();
    for (const [letter, area] of [
      ['A', first],
      ['B', second],
    ] as const) {
      const name = `試験町会${letter} ${run}`;
      const areaId = area?.id ?? null;
      const organisationId = await this.organisations.add(tx, {
        name,
        kana: 'しけんちょうかい',
        slug: `seed-${letter.toLowerCase()}-${run}`,
        kind: 'neighbourhood',
        areaId,
      });
      seats.set(letter, { organisationId, areaId, name });
    }
    const office = await this.organisations.wardOffice(tx);
    const officeId =
      office?.id ?? (await this.organisations.add(tx, { name: '西区役所', kana: 'にしくやくしょ', slug: 'ward-office', kind: 'ward-office', areaId: null }));
    return seats.set('office', { organisationId: officeId, areaId: null, name: '西区役所' });
  }

  session(tx: Tx, actor: Actor, staff: boolean): Promise<{ token: string }> {
    return this.sessions.start(tx, actor.accountId, { staff, userAgent: 'seed' });
  }
}
