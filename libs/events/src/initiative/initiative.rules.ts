import type { DateOnly } from '@yoriai/platform';

/** 取組 of every year, or a キャンペーン over some time. */
export const INITIATIVE_KINDS = ['programme', 'campaign'] as const;
export type InitiativeKind = (typeof INITIATIVE_KINDS)[number];

/** How an initiative may be written in addresses. */
export const INITIATIVE_CODE = /^[a-z][a-z0-9-]{1,39}$/;

/** Whether it is over: the ward office ended it, or its last day has passed. Then no event takes it up any more; those that have it keep it. */
export function isOver({ endedAt, untilDay }: { readonly endedAt: Date | null; readonly untilDay: DateOnly | null }, today: DateOnly): boolean {
  return endedAt !== null || (untilDay !== null && untilDay < today);
}
