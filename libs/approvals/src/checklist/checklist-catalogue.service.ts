import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Db, refuse } from '@yoriai/platform';
import { ChecklistRepository, type KindPatch } from './checklist.repository.js';
import type { ChecklistKinds } from './checklist.dto.js';
import { dueOn } from './checklist.rules.js';

/** The catalogue of procedures, which the ward office keeps true. */
@Injectable()
export class ChecklistCatalogue {
  constructor(
    private readonly db: Db,
    private readonly items: ChecklistRepository,
    private readonly log: AccessLog,
  ) {}

  /** All procedures, in their order. */
  async list(): Promise<ChecklistKinds> {
    return { items: await this.db.read((tx) => this.items.kinds(tx)) };
  }

  /** Corrects authority, lead time, words, or that it is still to be confirmed; what is open everywhere is due accordingly. Refuses `approval.staff-only` (403), `approval.item-not-found` (404). */
  async correct(actor: Actor, code: string, patch: KindPatch): Promise<ChecklistKinds> {
    if (!actor.isStaff()) return refuse('approval.staff-only', { status: 403 });
    return this.db.transaction(async (tx) => {
      if (!(await this.items.correct(tx, code, patch))) return refuse('approval.item-not-found', { status: 404 });
      const kinds = await this.items.kinds(tx);
      const kind = kinds.find((each) => each.code === code)!;
      if (patch.leadDays !== undefined) for (const { id, begins } of await this.items.openOf(tx, code)) await this.items.moveDue(tx, id, dueOn(kind, begins));
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'checklist-kind.corrected', subject: `checklist-kind:${code}`, reason: Object.keys(patch).join(' ') });
      return { items: kinds };
    });
  }
}
