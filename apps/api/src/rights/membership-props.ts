import { MembershipAsking } from '@yoriai/associations';
import { newId } from '@yoriai/platform';
import type { Prop } from './props.js';
import type { Stage } from './stage.js';

/** What people write who would like to join an association. */
export const WISH = { contactName: '標野 つばめ', note: '会費のことを聞きたいです。' } as const;

/** A wish to join the town association that waits. */
export async function aWish({ town, houses }: Stage): Promise<Prop> {
  const [house] = await town.sql<{ slug: string }>('select slug from associations.organisation where id = $1', [houses.town]);
  const asking = town.api.get(MembershipAsking);
  const token = await asking.ask({ ...WISH, organisation: house!.slug, email: `join-${newId()}@example.jp` }, { language: 'ja', from: newId() });
  return { id: (await asking.byToken(token)).id, token };
}
