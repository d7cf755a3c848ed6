import { getInitiatives, type InitiativeLine } from '@yoriai/api-client';
import { ACTIVITY_FIELDS, initiativeName } from '@yoriai/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { t } from '../../i18n.js';

/** The initiatives of the ward's plan, in their order. */
export const initiativesQuery = queryOptions({ queryKey: ['initiatives'], queryFn: ({ signal }) => getInitiatives({ signal }), staleTime: 60_000 });

/** What an initiative is called, by its code; the code itself while nobody has said. */
export type NameOf = (code: string) => string;

/** The code, where no names are at hand. */
export const codeItself: NameOf = (code) => code;

/** What the ward calls its initiatives. */
export function useInitiativeNames(): NameOf {
  const { data } = useQuery(initiativesQuery);
  return (code) => {
    const found = data?.items.find((each) => each.code === code);
    return found === undefined ? code : initiativeName(t, found);
  };
}

/** What an event can take up: what goes on, and what it has already. */
export const choosable = (items: readonly InitiativeLine[], kept: string | null | undefined): InitiativeLine[] => items.filter(({ code, over }) => !over || code === kept);

/** With what is known of the initiative that was chosen, where nothing is said of it yet. */
export function withInitiative<Boxes extends Readonly<Record<string, string>>>(values: Boxes, chosen: InitiativeLine | undefined): Boxes {
  return chosen === undefined ? values : { ...values, field: values['field'] || chosen.field, category: values['category'] || (chosen.category ?? '') };
}

/** Choices for a box, by field; an empty one first. */
export function initiativeChoices(items: readonly InitiativeLine[]): { value: string; label: string; group?: string }[] {
  const byField = ACTIVITY_FIELDS.flatMap((field) => items.filter((each) => each.field === field));
  return [{ value: '', label: t('events.label.initiative.none') }, ...byField.map((each) => ({ value: each.code, label: initiativeName(t, each), group: t(`ui.field.${each.field}`) }))];
}
