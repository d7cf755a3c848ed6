import type { ReactElement } from 'react';
import type { Area } from '@yoriai/associations';
import { REFUGES, type RefugePlace } from '@yoriai/events';
import { Badge, Chips, Counted, Lines, areaName, hostLang, type Translate } from '@yoriai/ui';

interface AreaRefugesProps {
  readonly t: Translate;
  readonly refuges: readonly RefugePlace[];
  /** Where places of several areas stand together: each says whose it is. */
  readonly areas?: readonly Area[];
}

/** 避難する場所: by what they are in a disaster, each with what it is no refuge from; nothing where the ward has listed none. */
export function AreaRefuges({ t, refuges, areas }: AreaRefugesProps): ReactElement | null {
  if (refuges.length === 0) return null;
  const kinds = REFUGES.map((kind) => ({ kind, of: refuges.filter(({ refuge }) => refuge === kind) })).filter(({ of }) => of.length > 0);
  return (
    <section className="sec2 mt5" aria-labelledby="refuges">
      <h2 id="refuges">{t('refuge.title')}</h2>
      <p>{t('refuge.lead')}</p>
      {areas === undefined ? null : (
        <>
          <p>{t('refuge.own')}</p>
          {kinds.length < 2 ? null : <Chips label={t('refuge.jump')} chips={kinds.map(({ kind }) => ({ href: `#refuge-${kind}`, label: t(`refuge.kind.${kind}`) }))} />}
        </>
      )}
      {kinds.map(({ kind, of }) => (
        <section key={kind} aria-labelledby={`refuge-${kind}`} className="mt6">
          <h3 id={`refuge-${kind}`}>{t(`refuge.kind.${kind}`)}</h3>
          <p className="sub">{t(`refuge.kind.${kind}.text`)}</p>
          <ul className="stack mt3">
            {of.map((each) => (
              <li key={each.name}>
                <OneRefuge t={t} of={each} area={areas?.find(({ id }) => id === each.areaId)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** Two or three lines, close together: a ward has some thirty of them on one page. */
function OneRefuge({ t, of, area }: { readonly t: Translate; readonly of: RefugePlace; readonly area: Area | undefined }): ReactElement {
  const { name, address, capacity, unfitFor, note } = of;
  const hazards = unfitFor.map((each) => t(`refuge.not.${each}`)).join(t.lang === 'en' ? ' or ' : '・');
  return (
    <>
      <p>
        <strong lang={hostLang(t)}>{name}</strong>
        {area ? <span className="nb">　{areaName(t, area)}</span> : null}
      </p>
      <p className="sub mt0">
        {address === null ? null : <span lang={hostLang(t)}>{address}　</span>}
        {capacity === null ? null : <Counted text={t('refuge.people', { count: capacity })} />}
      </p>
      {unfitFor.length === 0 ? null : (
        <p>
          <Badge icon="warning" tone="note">
            {t('refuge.not', { hazards })}
          </Badge>
        </p>
      )}
      {note === null ? null : (
        <p lang={hostLang(t)}>
          <Lines text={note} />
        </p>
      )}
    </>
  );
}
