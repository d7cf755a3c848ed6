import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { constraintRefusals, Db, newId, refuse, type Tx } from '@yoriai/platform';
import { maySeeDesk } from '../approval-case/approval-case.policy.js';
import type { SavedFilterList, SavedFilterRequest } from './saved-filter.dto.js';
import { SavedFilterRepository } from './saved-filter.repository.js';

constraintRefusals({ saved_filter_one_per_name: 'saved-filter.name-taken' });

/** Filters of the desk that people of the ward keep, each for themselves alone. All refuse `approval.staff-only` (403). */
@Injectable()
export class SavedFilters {
  constructor(
    private readonly db: Db,
    private readonly filters: SavedFilterRepository,
  ) {}

  list(actor: Actor): Promise<SavedFilterList> {
    insistOnStaff(actor);
    return this.db.read((tx) => this.of(tx, actor));
  }

  /** Keeps a filter under a name; also brings one back that was taken away. Refuses `saved-filter.full`, `saved-filter.name-taken` (409). */
  add(actor: Actor, { name, query }: SavedFilterRequest): Promise<SavedFilterList> {
    return this.change(actor, async (tx) => {
      const { area, kind, due, by } = query;
      const narrowed = Object.fromEntries(Object.entries({ area, kind, due, by }).filter(([, value]) => value !== null && value !== undefined));
      const added = await this.filters.add(tx, actor.personId, { id: newId(), name: name.trim(), query: { status: query.status ?? 'pending', ...narrowed } });
      if (!added) refuse('saved-filter.full');
    });
  }

  /** Refuses `saved-filter.not-found` (404), also for another's, and `saved-filter.name-taken` (409). */
  rename(actor: Actor, id: string, name: string): Promise<SavedFilterList> {
    return this.change(actor, async (tx) => {
      if (!(await this.filters.rename(tx, actor.personId, id, name.trim()))) refuse('saved-filter.not-found', { status: 404 });
    });
  }

  /** Refuses `saved-filter.not-found` (404), also for another's. */
  remove(actor: Actor, id: string): Promise<SavedFilterList> {
    return this.change(actor, async (tx) => {
      if (!(await this.filters.remove(tx, actor.personId, id))) refuse('saved-filter.not-found', { status: 404 });
    });
  }

  private change(actor: Actor, act: (tx: Tx) => Promise<void>): Promise<SavedFilterList> {
    insistOnStaff(actor);
    return this.db.transaction(async (tx) => {
      await act(tx);
      return this.of(tx, actor);
    });
  }

  private async of(tx: Tx, { personId }: Actor): Promise<SavedFilterList> {
    return { items: await this.filters.of(tx, personId) };
  }
}

function insistOnStaff(actor: Actor): void {
  if (!maySeeDesk(actor)) refuse('approval.staff-only', { status: 403 });
}
