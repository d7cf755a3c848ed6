import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, Db, Outbox, constraintRefusals, refuse } from '@yoriai/platform';
import { ChecklistRepository, type KindPatch } from './checklist.repository.js';
import type { ChecklistKinds } from './checklist.dto.js';
import { CHECKLIST_FLAGS, dueOn, type ChecklistKind } from './checklist.rules.js';

constraintRefusals({
  checklist_kind_pkey: 'approval.kind-exists',
  checklist_kind_title: 'approval.kind-exists',
  // Two were added at the same moment.
  checklist_kind_sort_key: { code: 'platform.busy', status: 503, retryAfter: 1 },
});

/** The catalogue of procedures, which the ward office keeps true. */
@Injectable()
export class ChecklistCatalogue {
  constructor(
    private readonly db: Db,
    private readonly items: ChecklistRepository,
    private readonly log: AccessLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** All procedures, in their order. */
  async list(): Promise<ChecklistKinds> {
    return { items: await this.db.read((tx) => this.items.kinds(tx)) };
  }

  /** Adds a procedure that the answers named ask for from now on, also of what is not decided yet; what is approved and not public yet is not published before it, what is over is not asked. Announces `approvals.checklist-kind-added`: whoever has subjects writes it down with them, so that their hosts are reminded. Refuses `approval.staff-only` (403), `approval.kind-exists` (409) for a code or a name that is there. */
  async add(actor: Actor, kind: Omit<ChecklistKind, 'ended'>): Promise<ChecklistKinds> {
    if (!actor.isStaff()) return refuse('approval.staff-only', { status: 403 });
    return this.db.transaction(async (tx) => {
      await this.items.addKind(tx, { ...kind, flags: CHECKLIST_FLAGS.filter((flag) => kind.flags.includes(flag)) });
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'checklist-kind.added', subject: `checklist-kind:${kind.code}`, reason: kind.title });
      await this.outbox.add(tx, 'approvals.checklist-kind-added', { code: kind.code });
      return { items: await this.items.kinds(tx) };
    });
  }

  /** Corrects authority, lead time, words, telephone, form, or that it is still to be confirmed; what is open everywhere is due accordingly. Refuses `approval.staff-only` (403), `approval.item-not-found` (404). */
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

  /**
   * The ward asks for a procedure no more: no event needs it from now on, it keeps nothing shut, and nobody is reminded of it; those that
   * have it open say so, and what was said about it stays. A condition that it became stays a condition. Twice is the same as once.
   * Refuses `approval.staff-only` (403), `approval.item-not-found` (404).
   */
  end(actor: Actor, code: string): Promise<ChecklistKinds> {
    return this.setEnded(actor, code, this.clock.now());
  }

  /** Asks for it again, as if it had been added now: see {@link add}. Refuses as above. */
  resume(actor: Actor, code: string): Promise<ChecklistKinds> {
    return this.setEnded(actor, code, null);
  }

  private async setEnded(actor: Actor, code: string, at: Date | null): Promise<ChecklistKinds> {
    if (!actor.isStaff()) return refuse('approval.staff-only', { status: 403 });
    return this.db.transaction(async (tx) => {
      const done = await this.items.end(tx, code, at);
      if (!done) return refuse('approval.item-not-found', { status: 404 });
      if (done.changed) {
        await this.log.add(tx, { actorPersonId: actor.personId, action: at ? 'checklist-kind.ended' : 'checklist-kind.resumed', subject: `checklist-kind:${code}`, reason: done.title });
        if (!at) await this.outbox.add(tx, 'approvals.checklist-kind-added', { code });
      }
      return { items: await this.items.kinds(tx) };
    });
  }
}
