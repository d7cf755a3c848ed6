/** A closed course (a class for invited people alone): a file about it tells numbers, nobody's name or contact (docs/adr/0069). */
export function isClosedCourse({ visibility, category }: { readonly visibility: string | null; readonly category: string | null }): boolean {
  return visibility === 'invited' && category === 'class';
}
