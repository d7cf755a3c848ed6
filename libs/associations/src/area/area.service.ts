import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';

/** An area (地域, 連合振興町会の区域) of the ward. Geography only. */
export interface Area {
  id: string;
  code: string;
  slug: string;
  name: string;
  kana: string;
}

/** The areas of the ward, reference data. */
@Injectable()
export class Areas {
  /** All areas in the ward's own order. */
  async all(tx: Tx): Promise<Area[]> {
    return rows<Area>(tx, 'select id, code, slug, name, kana from associations.area order by sort');
  }

  /** One area by its slug, or null. */
  async bySlug(tx: Tx, slug: string): Promise<Area | null> {
    const [area] = await rows<Area>(tx, 'select id, code, slug, name, kana from associations.area where slug = $1', [slug]);
    return area ?? null;
  }
}
