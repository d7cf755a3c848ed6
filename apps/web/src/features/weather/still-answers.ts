import type { StillComingApplication } from '@yoriai/api-client';

/** What somebody with a place said to まだ来られますか; who said no has no place any more. */
export type StillAnswer = StillComingApplication['answer'];

/** By application; empty where nobody is asked. */
export const answersBy = (items: readonly StillComingApplication[] | undefined): ReadonlyMap<string, StillAnswer> => new Map((items ?? []).map(({ id, answer }) => [id, answer]));

/** The address of the list of people: of whom it is, and whose application was changed a moment ago. */
interface PeopleSearch {
  readonly answer?: StillAnswer | undefined;
  readonly changed?: string | undefined;
}

/** Reads the address of the list of people. */
export const peopleSearch = ({ answer, changed }: Record<string, unknown>): PeopleSearch => ({ ...((answer === 'yes' || answer === 'none') && { answer }), ...(typeof changed === 'string' && { changed }) });
