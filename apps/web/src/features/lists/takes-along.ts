import type { MeAnswer } from '@yoriai/api-client';

/** As the server decides it (`mayTakeAlong`): a drill leader prints the lists of a drill, the file is for who leads its host. */
const TAKING: readonly string[] = ['leader', 'council-officer', 'staff', 'approver'];

/** Whether lists of this event are given to somebody as a file. */
export function takesAlong({ terms }: { readonly terms: readonly Pick<MeAnswer['terms'][number], 'organisationId' | 'role'>[] }, event: { readonly organisation: { readonly id: string } }): boolean {
  return terms.some(({ organisationId, role }) => organisationId === event.organisation.id && TAKING.includes(role));
}
