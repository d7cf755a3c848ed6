import { DateFields } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../../i18n.js';
import type { BornBoxes as Boxes } from '../proxy.js';

export interface BornBoxesProps {
  readonly name: string;
  readonly label: string;
  /** Theirs is known, and shown to nobody: only another's is needed. */
  readonly standing?: boolean;
  readonly boxes: Boxes | undefined;
  readonly error: string | undefined;
  readonly onChange: (boxes: Boxes) => void;
}

/** 生年月日 of one who comes, where the host has a rule about ages. */
export function BornBoxes({ name, label, standing = false, boxes = { year: '', month: '', day: '' }, error, onChange }: BornBoxesProps): ReactElement {
  return (
    <DateFields
      t={t}
      name={name}
      label={label}
      need={standing ? 'silent' : 'required'}
      hint={standing ? `${t('amend.born.again')} ${t('asks.born.hint')}` : t('asks.born.hint')}
      error={error}
      {...boxes}
      onChange={({ target }) => onChange({ ...boxes, [target.name.slice(name.length + 1)]: target.value })}
    />
  );
}
