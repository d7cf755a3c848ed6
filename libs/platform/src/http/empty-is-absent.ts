import { Transform } from 'class-transformer';

/** A field left empty in a form or in JSON is a field not filled in. `null` is not empty: it is refused as anywhere. */
export const EmptyIsAbsent = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));
