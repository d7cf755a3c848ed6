import { Transform } from 'class-transformer';

/** A field left empty in a form or in JSON is a field not filled in. */
export const EmptyIsAbsent = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (value === '' || value === null ? undefined : value));
