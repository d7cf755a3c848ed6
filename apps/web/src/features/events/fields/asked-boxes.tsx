import type { EventFrame } from '@yoriai/api-client';
import { CheckboxList, RadioList, TextInput, needName } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../../i18n.js';
import type { ProxyValues } from '../proxy.js';

export interface AskedBoxesProps {
  readonly asks: EventFrame['asks'];
  readonly values: ProxyValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly set: (change: Partial<ProxyValues>) => void;
}

/** The host's questions, as they are put to somebody on the phone. */
export function AskedBoxes({ asks, values, errors, set }: AskedBoxesProps): ReactElement {
  const { answers = {}, needs = [], needsText = '' } = values;
  return (
    <>
      {asks.questions.map(({ key, kind, label, required, choices }) => {
        const name = `answers.${key}`;
        const box = {
          ...{ t, name, label, need: required ? ('required' as const) : ('optional' as const), value: answers[key] ?? '', error: errors[name] },
          onChange: ({ target }: { target: { value: string } }) => set({ answers: { ...answers, [key]: target.value } }),
        };
        if (kind === 'text') return <TextInput key={key} {...box} maxLength={200} autoComplete="off" />;
        const possible = kind === 'choice' ? choices.map((value) => ({ value, label: value })) : (['yes', 'no'] as const).map((value) => ({ value, label: t(`asks.${value}`) }));
        return <RadioList key={key} {...box} choices={possible} />;
      })}
      {asks.needs.length === 0 ? null : (
        <>
          <CheckboxList
            t={t}
            name="needs"
            label={t('asks.needs')}
            need="optional"
            choices={asks.needs.map((need) => ({ value: need, label: needName(t, need) }))}
            values={[...needs]}
            onChange={({ target }) => set({ needs: target.checked ? [...needs, target.value] : needs.filter((each) => each !== target.value) })}
          />
          <TextInput t={t} name="needsText" label={t('asks.needs.text')} hint={t('asks.needs.text.hint')} need="optional" value={needsText} maxLength={200} autoComplete="off" onChange={({ target }) => set({ needsText: target.value })} />
        </>
      )}
    </>
  );
}
