import type { ReactElement } from 'react';
import type { ShownHandout } from '@yoriai/events';
import { Icon, fileSize, hostLang, inBrackets, type Translate } from '@yoriai/ui';

/** 資料 on the page of an event: papers and pictures to take along, each with what it is and how large. */
export function HandoutsPart({ t, slug, handouts }: { readonly t: Translate; readonly slug: string; readonly handouts: readonly ShownHandout[] }): ReactElement | null {
  if (handouts.length === 0) return null;
  return (
    <section className="sec2" aria-labelledby="handouts">
      <h2 id="handouts">{t('handout.title')}</h2>
      <ul className="files">
        {handouts.map(({ id, name, kind, size }) => (
          <li key={id}>
            <a className="btn t m" href={`/events/${slug}/handouts/${id}`} download>
              <Icon name="download" />
              <span>
                <span lang={hostLang(t)}>{name}</span>
                {inBrackets(t, t(`handout.kind.${kind === 'image/jpeg' ? 'picture' : 'pdf'}`, { size: fileSize(size) }))}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
