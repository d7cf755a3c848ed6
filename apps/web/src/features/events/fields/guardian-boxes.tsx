import { RadioList, TextInput } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../../i18n.js';
import type { GuardianBoxes as Boxes } from '../proxy.js';

interface GuardianBoxesProps {
  readonly boxes: Boxes | undefined;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (boxes: Boxes) => void;
}

const EMPTY: Boxes = { by: '', name: '', relation: '', email: '' };

/** Who is on the phone: a guardian, whose word counts as consent, a child, or only grown-ups. */
export function GuardianBoxes({ boxes = EMPTY, errors, onChange }: GuardianBoxesProps): ReactElement {
  const box = (part: 'by' | 'name' | 'relation' | 'email') => ({
    ...{ t, name: `guardian.${part}`, value: boxes[part], error: errors[`guardian.${part}`] },
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...boxes, [part]: target.value }),
  });
  return (
    <>
      <RadioList {...box('by')} label={t('app.proxy.guardian')} choices={(['guardian', 'child', 'adults'] as const).map((value) => ({ value, label: t(`app.proxy.guardian.${value}`) }))} />
      {boxes.by === 'guardian' ? (
        <>
          <TextInput {...box('name')} label={t('consent.name')} maxLength={100} autoComplete="off" />
          <TextInput {...box('relation')} label={t('consent.relation')} hint={t('consent.relation.hint')} width="short" maxLength={20} autoComplete="off" />
        </>
      ) : null}
      {boxes.by === 'child' ? <TextInput {...box('email')} label={t('app.proxy.guardian.email')} type="email" inputMode="email" autoComplete="off" /> : null}
    </>
  );
}
